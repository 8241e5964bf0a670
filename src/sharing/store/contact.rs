//! The person's own contact details.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{FileId, PersonId};
use crate::platform::db::Tx;
use crate::sharing::model::Phone;

/// What a person gave, and the address of their account.
#[derive(Clone, Debug)]
pub struct ContactDetails {
    /// Counts changes, from 1 on, which is where nothing was given yet.
    pub version: i32,
    /// The address of the account.
    pub email: String,
    /// The number, as E.164 writes it.
    pub phone: Option<String>,
    /// The CV.
    pub cv: Option<FileId>,
    /// When it was given.
    pub cv_added_at: Option<DateTime<Utc>>,
}

/// What a person gave.
pub async fn find(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<ContactDetails> {
    sqlx::query_as!(
        ContactDetails,
        r#"SELECT coalesce(d.version, 1) AS "version!", p.email, d.phone AS "phone?", d.cv_file_id AS "cv?: FileId",
                  d.cv_added_at AS "cv_added_at?"
           FROM person p LEFT JOIN contact_detail d ON d.person_id = p.id
           WHERE p.id = $1"#,
        person.0,
    )
    .fetch_one(db)
    .await
}

/// The same, the person held until the end of the transaction: two changes at once follow one another, and shares with them.
pub async fn lock(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<ContactDetails> {
    hold(tx, person).await?;
    find(&mut **tx, person).await
}

/// Holds the person's row: consents, receipts and shares of one person are written one after the other.
pub async fn hold(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0).fetch_one(&mut **tx).await?;
    Ok(())
}

/// First and last name of a person.
pub async fn name_of(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<(String, String)> {
    let row = sqlx::query!("SELECT first_name, last_name FROM person WHERE id = $1", person.0)
        .fetch_one(db)
        .await?;
    Ok((row.first_name, row.last_name))
}

/// Writes the number, or that there is none.
pub async fn set_phone(
    tx: &mut Tx<'_>,
    person: PersonId,
    phone: Option<&Phone>,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO contact_detail (person_id, phone, version, updated_at) VALUES ($1, $2, 2, $3)
         ON CONFLICT ON CONSTRAINT contact_detail_pkey DO UPDATE
         SET phone = excluded.phone, version = contact_detail.version + 1, updated_at = excluded.updated_at",
        person.0,
        phone.map(Phone::as_str),
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes the CV, or that there is none.
pub async fn set_cv(
    tx: &mut Tx<'_>,
    person: PersonId,
    cv: Option<FileId>,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO contact_detail (person_id, cv_file_id, cv_added_at, version, updated_at)
         VALUES ($1, $2, CASE WHEN $2::uuid IS NOT NULL THEN $3::timestamptz END, 2, $3)
         ON CONFLICT ON CONSTRAINT contact_detail_pkey DO UPDATE
         SET cv_file_id = excluded.cv_file_id, cv_added_at = excluded.cv_added_at,
             version = contact_detail.version + 1, updated_at = excluded.updated_at",
        person.0,
        cv.map(|file| file.0),
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets them; tells which file they named.
pub async fn delete(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Option<FileId>> {
    let gone = sqlx::query_scalar!(
        r#"DELETE FROM contact_detail WHERE person_id = $1 RETURNING cv_file_id AS "cv: FileId""#,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(gone.flatten())
}
