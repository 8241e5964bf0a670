//! What people say of entries, and what organisations answer.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, ReplyId, ValidationId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// A reply, and its answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its id.
    pub id: ReplyId,
    /// The entry.
    pub entry: ValidationId,
    /// The person.
    pub person: PersonId,
    /// What they are called.
    pub person_name: String,
    /// The skill.
    pub skill: String,
    /// What was found.
    pub step: String,
    /// What the person says.
    pub text: String,
    /// When.
    pub replied_at: DateTime<Utc>,
    /// Last day on which the organisation answers in time.
    pub due_on: NaiveDate,
    /// What it answers.
    pub answer: Option<String>,
    /// By whom.
    pub answered_by_name: Option<String>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
}

/// Writes a reply; the one before must have its answer.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: ReplyId,
    (entry, organisation): (ValidationId, OrganisationId),
    text: &str,
    (at, due_on): (DateTime<Utc>, NaiveDate),
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO validation_reply (id, validation_id, organisation_id, text, replied_at, due_on)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id.0,
        entry.0,
        organisation.0,
        text,
        at,
        due_on,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("validation_reply_one_open", Code::ReplyWaiting)?;
    Ok(())
}

/// Which replies.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<ReplyId>,
    /// Of this entry only.
    pub entry: Option<ValidationId>,
    /// Whether they have an answer.
    pub is_answered: Option<bool>,
    /// Whose last day is before this one only.
    pub due_before: Option<NaiveDate>,
    /// After this one, oldest first.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

/// The replies to an organisation, oldest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    filter: &Filter,
    rows: i64,
) -> sqlx::Result<Vec<Reply>> {
    sqlx::query_as!(
        Reply,
        r#"SELECT r.id AS "id: ReplyId", r.validation_id AS "entry: ValidationId", v.person_id AS "person: PersonId",
                  p.first_name || ' ' || p.last_name AS "person_name!", v.skill_label AS skill, v.step_name AS step,
                  r.text, r.replied_at, r.due_on, r.answer, r.answered_by_name, r.answered_at
           FROM validation_reply r
           JOIN validation v ON v.id = r.validation_id
           JOIN person p ON p.id = v.person_id
           WHERE r.organisation_id = $1 AND ($2::uuid IS NULL OR r.id = $2) AND ($3::uuid IS NULL OR r.validation_id = $3)
             AND ($4::boolean IS NULL OR (r.answer IS NOT NULL) = $4) AND ($5::date IS NULL OR r.due_on < $5)
             AND ($6::timestamptz IS NULL OR (r.replied_at, r.id) > ($6, $7))
           ORDER BY r.replied_at, r.id LIMIT $8"#,
        organisation.0,
        filter.id.map(|id| id.0),
        filter.entry.map(|id| id.0),
        filter.is_answered,
        filter.due_before,
        filter.after.map(|(at, _)| at),
        filter.after.map(|(_, id)| id),
        rows,
    )
    .fetch_all(db)
    .await
}

/// Writes the answer to a reply; false where it has one.
pub async fn answer(
    tx: &mut Tx<'_>,
    id: ReplyId,
    text: &str,
    (by, at): (PersonId, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE validation_reply
         SET answer = $2, answered_by = $3, answered_at = $4,
             answered_by_name = (SELECT first_name || ' ' || last_name FROM person WHERE id = $3)
         WHERE id = $1 AND answer IS NULL",
        id.0,
        text,
        by.0,
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes one organisation whose answers are overdue and that was not reminded since, and notes that it is reminded now.
/// Organisations that are suspended cannot answer, and are left alone.
pub async fn take_overdue(
    tx: &mut Tx<'_>,
    today: NaiveDate,
    (since, now): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Option<(OrganisationId, String)>> {
    let found = sqlx::query!(
        r#"SELECT o.id AS "id: OrganisationId", o.name FROM validation_reply r JOIN organisation o ON o.id = r.organisation_id
           WHERE r.answer IS NULL AND r.due_on < $1 AND (r.reminded_at IS NULL OR r.reminded_at <= $2)
             AND o.status = 'active'
           ORDER BY r.due_on, r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED"#,
        today,
        since,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(found) = found else { return Ok(None) };
    sqlx::query!(
        "UPDATE validation_reply SET reminded_at = $3 WHERE organisation_id = $1 AND answer IS NULL AND due_on < $2",
        found.id.0,
        today,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(Some((found.id, found.name)))
}
