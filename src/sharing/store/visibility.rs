//! The switch itself.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::sharing::model::{Audience, Choice, Standing};

struct Row {
    visible: bool,
    chosen_only: bool,
    changed_at: DateTime<Utc>,
    notice_version: Option<String>,
}

impl From<Row> for Standing {
    fn from(row: Row) -> Self {
        Self {
            is_visible: row.visible,
            audience: Audience::of(row.chosen_only),
            changed_at: Some(row.changed_at),
            notice_version: row.notice_version,
        }
    }
}

/// Where the person stands.
pub async fn find_standing(pool: &PgPool, person: PersonId) -> sqlx::Result<Standing> {
    let row = sqlx::query_as!(
        Row,
        "SELECT visible, chosen_only, changed_at, notice_version FROM visibility WHERE person_id = $1",
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
        "SELECT visible, chosen_only, changed_at, notice_version FROM visibility WHERE person_id = $1",
        person.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(Standing::from).unwrap_or_default())
}

/// Writes the choice of somebody who stood there before.
pub async fn save_choice(
    tx: &mut Tx<'_>,
    person: PersonId,
    choice: Choice,
    before: &Standing,
    at: DateTime<Utc>,
) -> sqlx::Result<Standing> {
    let row = sqlx::query_as!(
        Row,
        "INSERT INTO visibility (person_id, visible, changed_at, notice_version, chosen_only)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT visibility_pkey DO UPDATE
         SET visible = excluded.visible, changed_at = excluded.changed_at, notice_version = excluded.notice_version,
             chosen_only = excluded.chosen_only
         RETURNING visible, chosen_only, changed_at, notice_version",
        person.0,
        choice.is_visible(),
        at,
        choice.notice().version,
        choice.audience(before) == Audience::Chosen,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(row.into())
}

/// Notes that nodes have to read again who sees the person, from this change of the block lists on.
pub async fn note_audience_change(tx: &mut Tx<'_>, person: PersonId, number: i64) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO audience_change (person_id, number) VALUES ($1, $2)
         ON CONFLICT ON CONSTRAINT audience_change_pkey DO UPDATE SET number = excluded.number",
        person.0,
        number,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
