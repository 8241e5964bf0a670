//! Every consent event, read again and checked.

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use super::receipt_proof::verify_receipts;
use crate::ids::PersonId;
use crate::sharing::model::{Audience, ChainedConsent, ConsentReport, Said, Standing, check_proof};

struct Row {
    person: PersonId,
    id: Option<Uuid>,
    position: Option<i32>,
    kind: Option<String>,
    method: Option<String>,
    policy_version: Option<String>,
    policy_sha256: Option<String>,
    at: Option<DateTime<Utc>>,
    chain_sha256: Option<String>,
    visible: Option<bool>,
    chosen_only: Option<bool>,
    changed_at: Option<DateTime<Utc>>,
    notice_version: Option<String>,
    chosen: Option<Vec<String>>,
}

impl Row {
    /// Where the person stands.
    fn stands(&self) -> Said {
        let (changed_at, notice_version) = (self.changed_at, self.notice_version.clone());
        let audience = Audience::of(self.chosen_only.unwrap_or_default());
        let standing = |is_visible| Standing { is_visible, audience, changed_at, notice_version };
        Said { switch: self.visible.map(standing), chosen: self.chosen.iter().flatten().cloned().collect() }
    }

    fn event(self) -> Option<ChainedConsent> {
        Some(ChainedConsent {
            id: self.id?,
            person: self.person,
            position: self.position?,
            kind: self.kind?,
            method: self.method?,
            policy_version: self.policy_version?,
            policy_sha256: self.policy_sha256?,
            at: self.at?,
            chain_sha256: self.chain_sha256?,
        })
    }
}

/// One person's events, gathered row by row.
#[derive(Default)]
struct Gathered {
    person: Option<PersonId>,
    events: Vec<ChainedConsent>,
    stands: Said,
}

impl Gathered {
    fn check(self, report: &mut ConsentReport) {
        let Some(person) = self.person else { return };
        report.people += 1;
        report.events += self.events.len() as u64;
        report.faults.extend(check_proof(person, &self.events, &self.stands));
    }
}

/// Checks every person's consents and receipts, as of one snapshot, whatever people do meanwhile.
pub async fn verify_consents(connection: &mut PgConnection) -> sqlx::Result<ConsentReport> {
    let mut tx = connection.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let mut report = verify_events(&mut tx).await?;
    verify_receipts(&mut tx, &mut report).await?;
    tx.commit().await?;
    Ok(report)
}

async fn verify_events(connection: &mut PgConnection) -> sqlx::Result<ConsentReport> {
    let mut rows = sqlx::query_as!(
        Row,
        r#"SELECT coalesce(e.person_id, v.person_id, c.person_id) AS "person!: PersonId", e.id AS "id?",
                  e.position AS "position?", e.kind AS "kind?", e.method AS "method?",
                  e.policy_version AS "policy_version?", e.policy_sha256 AS "policy_sha256?", e.at AS "at?",
                  e.chain_sha256 AS "chain_sha256?", v.visible AS "visible?", v.changed_at AS "changed_at?",
                  v.notice_version AS "notice_version?", v.chosen_only AS "chosen_only?", c.chosen AS "chosen?"
           FROM consent_event e
           FULL JOIN visibility v ON v.person_id = e.person_id
           FULL JOIN (SELECT person_id, array_agg(siren) AS chosen FROM chosen_company GROUP BY person_id) c
               ON c.person_id = coalesce(e.person_id, v.person_id)
           ORDER BY 1, e.position"#
    )
    .fetch(connection);
    let (mut report, mut gathered) = (ConsentReport::default(), Gathered::default());
    while let Some(row) = rows.try_next().await? {
        if gathered.person != Some(row.person) {
            let person = Some(row.person);
            let next = Gathered { person, stands: row.stands(), events: Vec::new() };
            std::mem::replace(&mut gathered, next).check(&mut report);
        }
        gathered.events.extend(row.event());
    }
    gathered.check(&mut report);
    Ok(report)
}
