//! Chosen companies, from the side of the person.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::companies::Siren;
use crate::ids::PersonId;
use crate::platform::db::Tx;

/// A company someone chose to be seen by.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Its SIREN.
    pub siren: String,
    /// Since when.
    pub chosen_at: DateTime<Utc>,
}

/// Chooses the company; false when it is chosen already.
pub async fn insert_chosen(
    tx: &mut Tx<'_>,
    person: PersonId,
    siren: Siren,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO chosen_company (person_id, siren, chosen_at)
         VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT chosen_company_pkey DO NOTHING",
        person.0,
        siren.as_str(),
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the company off the chosen ones; false when it was none of them.
pub async fn delete_chosen(tx: &mut Tx<'_>, person: PersonId, siren: Siren) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "DELETE FROM chosen_company WHERE person_id = $1 AND siren = $2",
        person.0,
        siren.as_str()
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many companies the person chose.
pub async fn count_chosen(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM chosen_company WHERE person_id = $1"#, person.0)
        .fetch_one(&mut **tx)
        .await
}

/// One chosen company.
pub async fn find_chosen(tx: &mut Tx<'_>, person: PersonId, siren: Siren) -> sqlx::Result<Chosen> {
    sqlx::query_as!(
        Chosen,
        "SELECT siren, chosen_at FROM chosen_company WHERE person_id = $1 AND siren = $2",
        person.0,
        siren.as_str(),
    )
    .fetch_one(&mut **tx)
    .await
}

/// The companies the person chose, latest first, one row more than the limit when there is more.
pub async fn list_chosen(
    pool: &PgPool,
    person: PersonId,
    before: Option<(DateTime<Utc>, String)>,
    limit: u32,
) -> sqlx::Result<Vec<Chosen>> {
    let (before_at, before_siren) = before.unzip();
    sqlx::query_as!(
        Chosen,
        "SELECT siren, chosen_at
         FROM chosen_company
         WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (chosen_at, siren) < ($2, $3))
         ORDER BY chosen_at DESC, siren DESC
         LIMIT $4",
        person.0,
        before_at,
        before_siren,
        i64::from(limit) + 1,
    )
    .fetch_all(pool)
    .await
}
