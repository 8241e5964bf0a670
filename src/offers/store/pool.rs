//! Those who said yes to being kept in mind.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::companies::Siren;
use crate::ids::{CompanyId, OfferId, OfferRecipientId, ProfileId};
use crate::platform::db::Tx;

/// Somebody a company keeps in mind.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What they received.
    pub id: OfferRecipientId,
    /// The offer.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// Their public profile.
    pub profile: ProfileId,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// Writes until when the company may keep the person in mind; none: not any longer than the usual time.
pub async fn set(tx: &mut Tx<'_>, id: OfferRecipientId, until: Option<DateTime<Utc>>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE offer_recipient SET pool_until = $2 WHERE id = $1", id.0, until)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Those an establishment keeps in mind, whoever hides from it since left out; those who said yes last first.
pub async fn list(
    db: impl PgExecutor<'_>,
    (company, siren): (CompanyId, Siren),
    now: DateTime<Utc>,
    before: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
) -> sqlx::Result<Vec<Kept>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Kept,
        r#"SELECT r.id AS "id: OfferRecipientId", o.id AS "offer: OfferId", o.title, p.profile_id AS "profile: ProfileId",
                  p.first_name, p.last_name, r.pool_until AS "until!"
           FROM offer_recipient r JOIN offer o ON o.id = r.offer_id JOIN person p ON p.id = r.person_id
           WHERE o.company_id = $1 AND r.pool_until > $3 AND p.disabled_at IS NULL
             AND NOT EXISTS (SELECT FROM blocked_company b WHERE b.person_id = p.id AND b.siren = $2)
             AND ($4::timestamptz IS NULL OR (r.pool_until, r.id) < ($4, $5))
           ORDER BY r.pool_until DESC, r.id DESC LIMIT $6"#,
        company.0,
        siren.as_str(),
        now,
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await
}
