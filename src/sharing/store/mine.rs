//! Shares as the person who gave them reads them, ended ones included.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use sqlx::PgConnection;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::{CompanyId, ExperienceProofId, OfferRecipientId, PersonId, ReceiptId, ShareId};
use crate::sharing::model::{ShareEnd, ShareKind};

/// Where a share stands, for the person who gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShareState {
    /// The company reads it.
    Active,
    /// Nobody of the company may read it at the moment: neither it nor its recruiters are verified, or the person asked to be erased.
    Paused,
    /// It is over.
    Ended,
}

/// Something a person shares, or shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Share)]
pub struct ShareView {
    /// The share.
    pub id: ShareId,
    /// What it shows.
    pub kind: ShareKind,
    /// The proof, if it is one.
    pub proof: Option<ShareProof>,
    /// What it is for: what was received of an offer.
    pub purpose: OfferRecipientId,
    /// The offer's title.
    pub title: String,
    /// Where it stands.
    pub state: ShareState,
    /// When it was agreed to.
    pub granted_at: DateTime<Utc>,
    /// When it ends by itself; null: while the conversation is open.
    pub ends_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why it ended.
    pub end_reason: Option<ShareEnd>,
    /// The receipt of the agreement.
    pub granted_receipt: ReceiptId,
    /// The receipt of the end; null too in the minute after the time of a share is over.
    pub ended_receipt: Option<ReceiptId>,
}

/// A proof, as its own person names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShareProof {
    /// The proof.
    pub id: ExperienceProofId,
    /// Its name; null once it was removed.
    pub name: Option<String>,
}

/// Which shares of a person.
#[derive(Clone, Copy, Debug)]
pub enum Mine<'a> {
    /// For this purpose.
    Purpose(OfferRecipientId),
    /// This one of this person.
    One(PersonId, ShareId),
    /// Of this person, with these establishments.
    Companies(PersonId, &'a [Uuid]),
}

/// These shares with their establishment, newest first; those whose end has passed by now are over, written down or not.
pub async fn list_mine(
    connection: &mut PgConnection,
    mine: Mine<'_>,
    now: Option<DateTime<Utc>>,
) -> sqlx::Result<Vec<(CompanyId, ShareView)>> {
    let (person, purpose, share, companies) = match mine {
        Mine::Purpose(purpose) => (None, Some(purpose.0), None, None),
        Mine::One(person, share) => (Some(person.0), None, Some(share.0), None),
        Mine::Companies(person, companies) => (Some(person.0), None, None, Some(companies)),
    };
    let rows = sqlx::query!(
        r#"SELECT s.id AS "id: ShareId", s.company_id AS "company: CompanyId", s.item AS "kind: ShareKind",
                  s.proof_id AS "proof: ExperienceProofId", e.name AS "proof_name?",
                  s.purpose_id AS "purpose: OfferRecipientId", s.purpose_title, s.granted_at, s.ends_at,
                  coalesce(s.ended_at, CASE WHEN s.ends_at <= $5 THEN s.ends_at END) AS ended_at,
                  coalesce(s.end_reason, CASE WHEN s.ends_at <= $5 THEN 'expired' END) AS "end_reason: ShareEnd",
                  s.granted_receipt_id AS "granted_receipt: ReceiptId", s.ended_receipt_id AS "ended_receipt: ReceiptId",
                  c.register_state = 'active' AND c.siren = s.siren AND p.erase_asked_at IS NULL
                      AND EXISTS (SELECT FROM recruiter r WHERE r.company_id = c.id AND r.status = 'granted') AS "is_read!"
           FROM share s
           JOIN person p ON p.id = s.person_id
           JOIN company c ON c.id = s.company_id
           LEFT JOIN experience_proof e ON e.id = s.proof_id AND e.removed_at IS NULL
           WHERE ($1::uuid IS NULL OR s.person_id = $1) AND ($2::uuid IS NULL OR s.purpose_id = $2)
             AND ($3::uuid IS NULL OR s.id = $3) AND ($4::uuid[] IS NULL OR s.company_id = ANY($4))
             AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL)
           ORDER BY s.granted_at DESC, s.ended_at IS NULL DESC, s.item, s.proof_id, s.id"#,
        person,
        purpose,
        share,
        companies,
        now,
    )
    .fetch_all(connection)
    .await?;
    let views = rows.into_iter().map(|row| {
        let state = match (row.ended_at, row.is_read) {
            (Some(_), _) => ShareState::Ended,
            (None, true) => ShareState::Active,
            (None, false) => ShareState::Paused,
        };
        let view = ShareView {
            id: row.id,
            kind: row.kind,
            proof: row.proof.map(|id| ShareProof { id, name: row.proof_name }),
            purpose: row.purpose,
            title: row.purpose_title,
            state,
            granted_at: row.granted_at,
            ends_at: row.ends_at,
            ended_at: row.ended_at,
            end_reason: row.end_reason,
            granted_receipt: row.granted_receipt,
            ended_receipt: row.ended_receipt,
        };
        (row.company, view)
    });
    Ok(views.collect())
}

/// Everything that was ever shared for a purpose, newest first, for the person who shared it. What was over a moment ago is told
/// as over within a minute.
pub async fn shares_of_purpose(
    connection: &mut PgConnection,
    purpose: OfferRecipientId,
) -> sqlx::Result<Vec<ShareView>> {
    let found = list_mine(connection, Mine::Purpose(purpose), None).await?;
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

/// Everything held about what a person shares: how they can be reached, their shares and their receipts, for their download.
pub async fn shares_data(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'contact_details', (
                   SELECT to_jsonb(d) - 'person_id' FROM contact_detail d WHERE d.person_id = $1),
               'shares', (
                   SELECT coalesce(jsonb_agg(
                              (to_jsonb(s) - '{person_id,company_id,siren}'::text[])
                              || jsonb_build_object('company_siret', c.siret, 'company_name', c.name)
                              ORDER BY s.granted_at, s.id), '[]')
                   FROM share s JOIN company c ON c.id = s.company_id WHERE s.person_id = $1),
               'receipts', (
                   SELECT coalesce(jsonb_agg(to_jsonb(r) - 'person_id' ORDER BY r.position), '[]')
                   FROM consent_receipt r WHERE r.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(connection)
    .await
}

/// An establishment a person shared something with.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// Its number.
    pub siret: String,
    /// Its name, or its number when the register masks it.
    pub name: String,
    /// When something was last shared with it.
    pub latest: DateTime<Utc>,
}

/// The establishments a person shared something with, the latest first.
pub async fn companies(
    connection: &mut PgConnection,
    person: PersonId,
    before: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
) -> sqlx::Result<Vec<Company>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Company,
        r#"SELECT c.id AS "id: CompanyId", c.siret, coalesce(c.name, c.siret) AS "name!", max(s.granted_at) AS "latest!"
           FROM share s JOIN company c ON c.id = s.company_id
           WHERE s.person_id = $1
           GROUP BY c.id
           HAVING $2::timestamptz IS NULL OR (max(s.granted_at), c.id) < ($2, $3)
           ORDER BY max(s.granted_at) DESC, c.id DESC LIMIT $4"#,
        person.0,
        at,
        id,
        rows,
    )
    .fetch_all(connection)
    .await
}

/// The establishment of this number, if the person ever shared something with it.
pub async fn company_of(
    connection: &mut PgConnection,
    person: PersonId,
    siret: &str,
) -> sqlx::Result<Option<CompanyId>> {
    sqlx::query_scalar!(
        r#"SELECT c.id AS "id: CompanyId" FROM company c
           WHERE c.siret = $2 AND EXISTS (SELECT FROM share s WHERE s.company_id = c.id AND s.person_id = $1)"#,
        person.0,
        siret,
    )
    .fetch_optional(connection)
    .await
}
