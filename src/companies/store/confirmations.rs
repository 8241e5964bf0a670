//! Asking a company's admins who still works there, and what became of it.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgPool;

use super::super::model::confirmation::{HOLDS, TO_ANSWER};
use super::members;
use crate::events::Event;
use crate::ids::{CompanyId, Ids, PersonId, RecruiterId};
use crate::notices::NoticeKind;
use crate::platform::db::{Tx, audit};
use crate::platform::live::{self, Notice};

/// What was asked of a company's admins.
pub struct Asked {
    /// When.
    pub at: DateTime<Utc>,
    /// Until when they answer.
    pub due_at: DateTime<Utc>,
}

/// What is asked of a company's admins now; nothing most of the time.
pub async fn asked(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<Option<Asked>> {
    let row = sqlx::query!("SELECT members_asked_at, members_due_at FROM company WHERE id = $1", company.0)
        .fetch_one(&mut **tx)
        .await?;
    Ok(row.members_asked_at.zip(row.members_due_at).map(|(at, due_at)| Asked { at, due_at }))
}

/// The next companies whose time to answer is over.
pub async fn overdue(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<Vec<CompanyId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: CompanyId" FROM company WHERE members_due_at <= $1 ORDER BY members_due_at, id LIMIT 100"#,
        now,
    )
    .fetch_all(pool)
    .await
}

/// The next companies to ask: some account of several was confirmed too long ago, and nothing was asked lately.
pub async fn to_ask(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<Vec<CompanyId>> {
    sqlx::query_scalar!(
        r#"SELECT c.id AS "id: CompanyId" FROM company c
           WHERE c.register_state = 'active' AND c.members_due_at IS NULL
             AND (c.members_asked_at IS NULL OR c.members_asked_at <= $1)
             AND EXISTS (SELECT FROM recruiter r WHERE r.company_id = c.id AND r.status = 'granted'
                           AND COALESCE(r.confirmed_at, r.status_at) <= $1)
             AND (SELECT count(*) FROM recruiter r WHERE r.company_id = c.id AND r.status = 'granted') > 1
           ORDER BY c.id LIMIT 100"#,
        now - HOLDS,
    )
    .fetch_all(pool)
    .await
}

/// Whether a company that is locked now is still to be asked.
pub async fn is_to_ask(tx: &mut Tx<'_>, company: CompanyId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT register_state = 'active' AND members_due_at IS NULL
                  AND (members_asked_at IS NULL OR members_asked_at <= $2) AS "is!"
           FROM company WHERE id = $1"#,
        company.0,
        now - HOLDS,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Asks the admins of a company, which is locked.
pub async fn ask(tx: &mut Tx<'_>, ids: &Ids, company: CompanyId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let due_at = now + TO_ANSWER;
    sqlx::query!(
        "UPDATE company SET members_asked_at = $2, members_due_at = $3 WHERE id = $1",
        company.0,
        now,
        due_at,
    )
    .execute(&mut **tx)
    .await?;
    let admins = sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM recruiter
           WHERE company_id = $1 AND status = 'granted' AND role = 'admin' ORDER BY id"#,
        company.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let facts = json!({ "company": members::name(tx, company).await?, "before": due_at });
    let notices: Vec<Notice> = admins
        .into_iter()
        .map(|person| Notice {
            person,
            kind: NoticeKind::MembersToConfirm,
            subject: company.0,
            facts: facts.clone(),
        })
        .collect();
    live::tell(tx, ids, &notices, now).await?;
    let entry = audit::Entry::new(Event::ColleaguesAsked, now, "company", company.0);
    audit::record(tx, ids, entry.change(None, json!({ "due_at": due_at }))).await
}

/// Nothing is asked of the company any more.
pub async fn close(tx: &mut Tx<'_>, company: CompanyId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE company SET members_due_at = NULL WHERE id = $1", company.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that somebody of the company says these people work there.
pub async fn confirm(tx: &mut Tx<'_>, accounts: &[RecruiterId], now: DateTime<Utc>) -> sqlx::Result<()> {
    let accounts: Vec<_> = accounts.iter().map(|id| id.0).collect();
    sqlx::query!("UPDATE recruiter SET confirmed_at = $2 WHERE id = ANY($1)", &accounts, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
