//! The switch itself.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::sharing::model::{Choice, Standing};

struct Row {
    visible: bool,
    changed_at: DateTime<Utc>,
    notice_version: Option<String>,
}

impl From<Row> for Standing {
    fn from(row: Row) -> Self {
        Self { is_visible: row.visible, changed_at: Some(row.changed_at), notice_version: row.notice_version }
    }
}

/// Where the person stands.
pub async fn find_standing(pool: &PgPool, person: PersonId) -> sqlx::Result<Standing> {
    let row = sqlx::query_as!(
        Row,
        "SELECT visible, changed_at, notice_version FROM visibility WHERE person_id = $1",
        person.0
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(Standing::from).unwrap_or_default())
}

/// Where the person stands, held until the end of the transaction, the first choice included.
pub async fn lock_standing(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Standing> {
    sqlx::query!("SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE", person.0).fetch_one(&mut **tx).await?;
    let row = sqlx::query_as!(
        Row,
        "SELECT visible, changed_at, notice_version FROM visibility WHERE person_id = $1",
        person.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(Standing::from).unwrap_or_default())
}

/// Writes the choice.
pub async fn save_choice(
    tx: &mut Tx<'_>,
    person: PersonId,
    choice: Choice,
    at: DateTime<Utc>,
) -> sqlx::Result<Standing> {
    let row = sqlx::query_as!(
        Row,
        "INSERT INTO visibility (person_id, visible, changed_at, notice_version)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT visibility_pkey DO UPDATE
         SET visible = excluded.visible, changed_at = excluded.changed_at, notice_version = excluded.notice_version
         RETURNING visible, changed_at, notice_version",
        person.0,
        choice.is_visible(),
        at,
        choice.notice().version,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(row.into())
}
