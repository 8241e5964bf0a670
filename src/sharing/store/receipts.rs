//! Receipts in PostgreSQL, which chains them.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use super::contact;
use crate::ids::{Ids, OfferRecipientId, PersonId, ReceiptId};
use crate::platform::db::Tx;
use crate::sharing::model::{ChainedReceipt, NewReceipt, ReceiptItem, ShareEnd};

/// Writes a receipt, with the fingerprint of the text that was read and the establishment as it is now. The person's row is held
/// from then on, so that the chain has one end.
pub async fn write_receipt(
    tx: &mut Tx<'_>,
    ids: &Ids,
    receipt: NewReceipt,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    contact::hold(tx, receipt.person).await?;
    let id: Uuid = ids.ordered();
    let items = serde_json::to_value(&receipt.items).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let (purpose, title) = receipt.purpose.unzip();
    sqlx::query!(
        "INSERT INTO consent_receipt (id, person_id, kind, reason, company_siret, company_name, purpose_id, purpose_title,
                                      items, until, policy_version, policy_sha256, method, at)
         SELECT $1, $2, $3, $4, c.siret, c.name, $6, $7, $8, $9, $10, $11, $12, $13
         FROM (SELECT $5::uuid AS id) AS named LEFT JOIN company c ON c.id = named.id",
        id,
        receipt.person.0,
        receipt.kind.as_str(),
        receipt.kind.reason().map(ShareEnd::as_str),
        receipt.company.map(|company| company.0),
        purpose.map(|purpose| purpose.0),
        title,
        items,
        receipt.until,
        receipt.notice.version,
        receipt.notice.sha256(),
        receipt.kind.method(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// A receipt, for a list.
#[derive(Clone, Debug)]
pub struct ReceiptRow {
    /// Its id.
    pub id: ReceiptId,
    /// Place among the person's receipts.
    pub position: i32,
    /// What it is of.
    pub kind: String,
    /// Why, where something ended.
    pub reason: Option<ShareEnd>,
    /// The establishment.
    pub company_siret: Option<String>,
    /// Its name.
    pub company_name: Option<String>,
    /// What it was for.
    pub purpose: Option<OfferRecipientId>,
    /// How that is called.
    pub purpose_title: Option<String>,
    /// What exactly.
    pub items: Vec<ReceiptItem>,
    /// The end that was foreseen.
    pub until: Option<DateTime<Utc>>,
    /// Version of the text it refers to.
    pub policy_version: String,
    /// How it was said.
    pub method: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The person's receipts, newest first.
pub async fn list_receipts(
    db: impl PgExecutor<'_>,
    person: PersonId,
    before: Option<i32>,
    rows: i64,
) -> sqlx::Result<Vec<ReceiptRow>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id: ReceiptId", position, kind, reason AS "reason: ShareEnd", company_siret, company_name,
                  purpose_id AS "purpose: OfferRecipientId", purpose_title, items, until, policy_version, method, at
           FROM consent_receipt
           WHERE person_id = $1 AND ($2::integer IS NULL OR position < $2)
           ORDER BY position DESC LIMIT $3"#,
        person.0,
        before,
        rows,
    )
    .fetch_all(db)
    .await?;
    let read = rows.into_iter().map(|row| {
        Ok(ReceiptRow {
            id: row.id,
            position: row.position,
            kind: row.kind,
            reason: row.reason,
            company_siret: row.company_siret,
            company_name: row.company_name,
            purpose: row.purpose,
            purpose_title: row.purpose_title,
            items: items_of(row.items)?,
            until: row.until,
            policy_version: row.policy_version,
            method: row.method,
            at: row.at,
        })
    });
    read.collect()
}

fn items_of(items: Value) -> sqlx::Result<Vec<ReceiptItem>> {
    serde_json::from_value(items).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// A receipt of this person, and the digest of the one before it (empty for the first).
pub async fn find_receipt(
    db: impl PgExecutor<'_>,
    person: PersonId,
    id: ReceiptId,
) -> sqlx::Result<Option<(ChainedReceipt, String)>> {
    let found = sqlx::query!(
        r#"SELECT r.id, r.person_id AS "person: PersonId", r.position, r.kind, r.reason, r.company_siret, r.company_name,
                  r.purpose_id, r.purpose_title, r.items::text AS "items!", r.until, r.policy_version, r.policy_sha256,
                  r.method, r.at, r.chain_sha256, coalesce(before.chain_sha256, '') AS "previous!"
           FROM consent_receipt r
           LEFT JOIN consent_receipt before ON before.person_id = r.person_id AND before.position = r.position - 1
           WHERE r.person_id = $1 AND r.id = $2"#,
        person.0,
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(found.map(|row| {
        let receipt = ChainedReceipt {
            id: row.id,
            person: row.person,
            position: row.position,
            kind: row.kind,
            reason: row.reason,
            company_siret: row.company_siret,
            company_name: row.company_name,
            purpose_id: row.purpose_id,
            purpose_title: row.purpose_title,
            items: row.items,
            until: row.until,
            policy_version: row.policy_version,
            policy_sha256: row.policy_sha256,
            method: row.method,
            at: row.at,
            chain_sha256: row.chain_sha256,
        };
        (receipt, row.previous)
    }))
}
