//! Whoever keeps asking after all was used is suspended by the rule of `policy`; those concerned are told.

use serde_json::json;
use sqlx::PgConnection;

use super::quotas::{self, Over};
use crate::companies;
use crate::events::Event;
use crate::ids::{CompanyId, PersonId, RecruiterId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::Result;
use crate::platform::live::{self, Notice};
use crate::platform::state::AppState;
use crate::profiles::policy::{Counted, day};
use crate::sharing;

/// The account that is judged, and its company as people may be told of it.
struct Account {
    recruiter: RecruiterId,
    company: CompanyId,
    name: String,
    siret: String,
}

/// Suspends the recruiter when the rule says so. Asked at each refused request; suspends once.
pub async fn judge(state: &AppState, over: &Over) -> Result<()> {
    let windows = quotas::windows_over(&state.pool, over).await?;
    let code = over.counted.as_str();
    if over.refused == 1 {
        tracing::warn!(person = %over.person, quota = code, "a recruiter reached a quota");
    }
    if !over.counted.patience().is_over(over.refused, windows) {
        return Ok(());
    }
    let mut tx = state.pool.begin().await?;
    let Some(account) = find(&mut tx, over.person).await? else { return Ok(()) };
    if !companies::suspend_by_rule(&mut tx, state, account.recruiter, reason(over.counted)).await? {
        return Ok(());
    }
    let now = state.clock.now();
    let entry = Entry::new(Event::RecruiterOverQuota, now, "recruiter", account.recruiter.0);
    let facts = json!({ "quota": code, "refused": over.refused, "windows": windows });
    audit::record(&mut tx, &state.ids, entry.change(None, facts)).await?;
    let told = tell(&mut tx, state, &account).await?;
    tx.commit().await?;
    metrics::counter!("carnet_recruiters_suspended_total", "quota" => code).increment(1);
    tracing::warn!(recruiter = %account.recruiter, quota = code, told, "a recruiter was suspended by rule");
    Ok(())
}

/// What the recruiter reads.
const fn reason(counted: Counted) -> &'static str {
    match counted {
        Counted::Profiles => {
            "De très nombreux profils ont été demandés au-delà de la limite d’un jour, à plusieurs reprises."
        }
        Counted::Searches | Counted::Results => {
            "De très nombreuses recherches ont été demandées au-delà de la limite d’une heure, à plusieurs reprises."
        }
    }
}

async fn find(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Option<Account>> {
    sqlx::query_as!(
        Account,
        r#"SELECT r.id AS "recruiter: RecruiterId", c.id AS "company: CompanyId",
                  coalesce(c.name, c.siret) AS "name!", c.siret
           FROM recruiter r JOIN company c ON c.id = r.company_id WHERE r.person_id = $1"#,
        person.0,
    )
    .fetch_optional(connection)
    .await
}

/// Tells whoever the recruiter opened today, and those who run the platform; how many of the former.
async fn tell(tx: &mut Tx<'_>, state: &AppState, account: &Account) -> sqlx::Result<usize> {
    let now = state.clock.now();
    let opened = sharing::people_opened_by(tx, account.recruiter, day(now).0).await?;
    let admins = sqlx::query_scalar!(
        r#"SELECT id AS "id: PersonId" FROM person WHERE is_platform_admin AND disabled_at IS NULL ORDER BY id"#
    )
    .fetch_all(&mut **tx)
    .await?;
    let facts = json!({ "company": account.name, "siret": account.siret });
    let notice =
        |person: &PersonId, kind, subject| Notice { person: *person, kind, subject, facts: facts.clone() };
    let mut notices: Vec<Notice> = Vec::with_capacity(opened.len() + admins.len());
    notices.extend(opened.iter().map(|it| notice(it, NoticeKind::ViewerSuspended, account.company.0)));
    notices.extend(admins.iter().map(|it| notice(it, NoticeKind::RecruiterSuspended, account.recruiter.0)));
    live::tell(tx, &state.ids, &notices, now).await?;
    Ok(opened.len())
}
