//! Every receipt, read again and checked; and that every consent and every share has its own.

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::sharing::model::{Chain, ChainedReceipt, ConsentFault, ConsentReport, Flaw, Head, check_receipts};

struct Row {
    person: PersonId,
    id: Option<Uuid>,
    position: Option<i32>,
    kind: Option<String>,
    reason: Option<String>,
    company_siret: Option<String>,
    company_name: Option<String>,
    purpose_id: Option<Uuid>,
    purpose_title: Option<String>,
    items: Option<String>,
    until: Option<DateTime<Utc>>,
    policy_version: Option<String>,
    policy_sha256: Option<String>,
    method: Option<String>,
    at: Option<DateTime<Utc>>,
    chain_sha256: Option<String>,
    head_position: Option<i32>,
    head_sha256: Option<String>,
}

impl Row {
    fn head(&self) -> Option<Head> {
        let chain_sha256 = self.head_sha256.clone()?;
        self.head_position.map(|position| Head { position, chain_sha256 })
    }

    fn receipt(self) -> Option<ChainedReceipt> {
        Some(ChainedReceipt {
            id: self.id?,
            person: self.person,
            position: self.position?,
            kind: self.kind?,
            reason: self.reason,
            company_siret: self.company_siret,
            company_name: self.company_name,
            purpose_id: self.purpose_id,
            purpose_title: self.purpose_title,
            items: self.items?,
            until: self.until,
            policy_version: self.policy_version?,
            policy_sha256: self.policy_sha256?,
            method: self.method?,
            at: self.at?,
            chain_sha256: self.chain_sha256?,
        })
    }
}

/// One person's receipts, gathered row by row.
#[derive(Default)]
struct Gathered {
    person: Option<PersonId>,
    receipts: Vec<ChainedReceipt>,
    head: Option<Head>,
}

impl Gathered {
    fn check(self, report: &mut ConsentReport) {
        let Some(person) = self.person else { return };
        report.receipts += self.receipts.len() as u64;
        report.faults.extend(check_receipts(person, &self.receipts, self.head.as_ref()));
    }
}

/// Checks every person's chain of receipts, and adds what is found to the report.
pub async fn verify_receipts(connection: &mut PgConnection, report: &mut ConsentReport) -> sqlx::Result<()> {
    let mut gathered = Gathered::default();
    let mut rows = sqlx::query_as!(
        Row,
        r#"SELECT coalesce(r.person_id, h.person_id) AS "person!: PersonId", r.id AS "id?", r.position AS "position?",
                  r.kind AS "kind?", r.reason AS "reason?", r.company_siret AS "company_siret?",
                  r.company_name AS "company_name?", r.purpose_id AS "purpose_id?", r.purpose_title AS "purpose_title?",
                  r.items::text AS "items?", r.until AS "until?", r.policy_version AS "policy_version?",
                  r.policy_sha256 AS "policy_sha256?", r.method AS "method?", r.at AS "at?",
                  r.chain_sha256 AS "chain_sha256?", h.position AS "head_position?", h.chain_sha256 AS "head_sha256?"
           FROM consent_receipt r
           FULL JOIN consent_receipt_head h ON h.person_id = r.person_id
           ORDER BY 1, r.position"#
    )
    .fetch(&mut *connection);
    while let Some(row) = rows.try_next().await? {
        if gathered.person != Some(row.person) {
            let next = Gathered { person: Some(row.person), head: row.head(), receipts: Vec::new() };
            std::mem::replace(&mut gathered, next).check(report);
        }
        gathered.receipts.extend(row.receipt());
    }
    drop(rows);
    gathered.check(report);
    for person in unproven(connection).await? {
        report.faults.push(ConsentFault {
            person,
            chain: Chain::Receipts,
            position: None,
            flaw: Flaw::Unproven,
        });
    }
    Ok(())
}

/// Whose consents or shares are not what their receipts say: one was never written down, or was changed behind them.
async fn unproven(connection: &mut PgConnection) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT e.person_id AS "person!: PersonId" FROM consent_event e
           WHERE NOT EXISTS (SELECT FROM consent_receipt r
                             WHERE r.id = e.id AND r.person_id = e.person_id AND r.kind = e.kind AND r.method = e.method
                               AND r.at = e.at AND r.policy_sha256 = e.policy_sha256)
           UNION
           SELECT s.person_id FROM share s
           JOIN company c ON c.id = s.company_id
           CROSS JOIN LATERAL (SELECT jsonb_build_array(jsonb_strip_nulls(
               jsonb_build_object('kind', s.item, 'share', s.id, 'proof', s.proof_id))) AS line) l
           WHERE NOT EXISTS (SELECT FROM consent_receipt r
                             WHERE r.id = s.granted_receipt_id AND r.person_id = s.person_id AND r.kind = 'share_given'
                               AND r.purpose_id = s.purpose_id AND r.purpose_title = s.purpose_title
                               AND r.policy_version = s.policy_version AND r.at = s.granted_at
                               AND left(r.company_siret, 9) = s.siren
                               -- With another legal unit than the one agreed to, nobody reads it: that is no fault.
                               AND (c.siret = r.company_siret OR c.siren <> s.siren)
                               AND r.items @> l.line)
              OR (s.ended_receipt_id IS NOT NULL)
                 <> EXISTS (SELECT FROM consent_receipt r
                            WHERE r.person_id = s.person_id AND r.kind = 'share_ended' AND r.items @> l.line
                              AND r.id = coalesce(s.ended_receipt_id, r.id)
                              AND r.reason = coalesce(s.end_reason, r.reason))
           ORDER BY 1"#
    )
    .fetch_all(connection)
    .await
}
