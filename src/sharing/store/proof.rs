//! Every consent event, read again and checked.

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::sharing::model::{ChainedConsent, ConsentReport, Standing, check_proof};

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
    changed_at: Option<DateTime<Utc>>,
    notice_version: Option<String>,
}

impl Row {
    fn switch(&self) -> Option<Standing> {
        let (changed_at, notice_version) = (self.changed_at, self.notice_version.clone());
        self.visible.map(|is_visible| Standing { is_visible, changed_at, notice_version })
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
    switch: Option<Standing>,
}

impl Gathered {
    fn check(self, report: &mut ConsentReport) {
        let Some(person) = self.person else { return };
        report.people += 1;
        report.events += self.events.len() as u64;
        report.faults.extend(check_proof(person, &self.events, self.switch.as_ref()));
    }
}

/// Checks every person's consents: one statement, hence one snapshot, whatever people do meanwhile.
pub async fn verify_consents(connection: &mut PgConnection) -> sqlx::Result<ConsentReport> {
    let mut rows = sqlx::query_as!(
        Row,
        r#"SELECT coalesce(e.person_id, v.person_id) AS "person!: PersonId", e.id AS "id?",
                  e.position AS "position?", e.kind AS "kind?", e.method AS "method?",
                  e.policy_version AS "policy_version?", e.policy_sha256 AS "policy_sha256?", e.at AS "at?",
                  e.chain_sha256 AS "chain_sha256?", v.visible AS "visible?", v.changed_at AS "changed_at?",
                  v.notice_version AS "notice_version?"
           FROM consent_event e
           FULL JOIN visibility v ON v.person_id = e.person_id
           ORDER BY 1, e.position"#
    )
    .fetch(connection);
    let (mut report, mut gathered) = (ConsentReport::default(), Gathered::default());
    while let Some(row) = rows.try_next().await? {
        if gathered.person != Some(row.person) {
            let person = Some(row.person);
            let next = Gathered { person, switch: row.switch(), events: Vec::new() };
            std::mem::replace(&mut gathered, next).check(&mut report);
        }
        gathered.events.extend(row.event());
    }
    gathered.check(&mut report);
    Ok(report)
}
