//! When people are told of low attendance, what a session asks, and what holds it back from deletion.

use serde_json::Value;
use sqlx::PgExecutor;

use crate::attendance::model::threshold::Threshold;
use crate::ids::{OrganisationId, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::Result;

/// The settings of an organisation.
#[derive(Clone, Debug, Default)]
pub struct OrganisationSettings {
    /// Raised by every write; 0 before the first.
    pub version: i32,
    /// The thresholds.
    pub thresholds: Vec<Threshold>,
    /// Who is told beside the trainee.
    pub recipients: Vec<PersonId>,
}

/// The settings of a session.
#[derive(Clone, Debug, Default)]
pub struct SessionSettings {
    /// Raised by every write; 0 before the first.
    pub version: i32,
    /// Its own thresholds; none: the organisation's.
    pub thresholds: Option<Vec<Threshold>>,
    /// Whether entry and exit are noted.
    pub asks_entry_exit: bool,
    /// Why nothing of it may be deleted.
    pub legal_hold: Option<String>,
}

fn thresholds(stored: Value) -> sqlx::Result<Vec<Threshold>> {
    serde_json::from_value(stored).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

fn stored(thresholds: &[Threshold]) -> Result<Value> {
    Ok(serde_json::to_value(thresholds).map_err(anyhow::Error::from)?)
}

/// The settings of an organisation.
pub async fn of_organisation(tx: &mut Tx<'_>, id: OrganisationId) -> sqlx::Result<OrganisationSettings> {
    let row =
        sqlx::query!("SELECT version, thresholds FROM attendance_setting WHERE organisation_id = $1", id.0)
            .fetch_optional(&mut **tx)
            .await?;
    let recipients = sqlx::query_scalar!(
        r#"SELECT r.person_id AS "id: PersonId"
           FROM attendance_recipient r
           JOIN organisation_member m ON m.organisation_id = r.organisation_id AND m.person_id = r.person_id
           WHERE r.organisation_id = $1 AND m.role <> 'trainee' ORDER BY r.person_id"#,
        id.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(match row {
        Some(row) => {
            OrganisationSettings { version: row.version, thresholds: thresholds(row.thresholds)?, recipients }
        }
        None => OrganisationSettings { recipients, ..OrganisationSettings::default() },
    })
}

/// Writes the settings of an organisation. The organisation is locked by whoever calls.
pub async fn write_organisation(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    settings: &OrganisationSettings,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_setting (organisation_id, version, thresholds) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT attendance_setting_pkey
         DO UPDATE SET version = excluded.version, thresholds = excluded.thresholds",
        id.0,
        settings.version,
        stored(&settings.thresholds)?,
    )
    .execute(&mut **tx)
    .await?;
    let recipients: Vec<_> = settings.recipients.iter().map(|person| person.0).collect();
    sqlx::query!("DELETE FROM attendance_recipient WHERE organisation_id = $1", id.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO attendance_recipient (organisation_id, person_id) SELECT $1, UNNEST($2::uuid[])",
        id.0,
        &recipients,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Which of these people work for an organisation, other than as trainees.
pub async fn staff_among(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    people: &[PersonId],
) -> sqlx::Result<Vec<PersonId>> {
    let people: Vec<_> = people.iter().map(|person| person.0).collect();
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id: PersonId" FROM organisation_member
           WHERE organisation_id = $1 AND person_id = ANY($2) AND role <> 'trainee'"#,
        id.0,
        &people,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Locks an organisation until the transaction ends.
pub async fn lock_organisation(tx: &mut Tx<'_>, id: OrganisationId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// Addresses of the staff who are told of low attendance in a session: those chosen who may open it, or else those who
/// run the organisation.
pub async fn staff_addresses(
    db: impl PgExecutor<'_>,
    id: OrganisationId,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"WITH staff AS (
             SELECT m.person_id, m.role, p.email FROM organisation_member m JOIN person p ON p.id = m.person_id
             WHERE m.organisation_id = $1 AND m.role <> 'trainee' AND p.disabled_at IS NULL
         ), chosen AS (
             SELECT s.* FROM staff s JOIN attendance_recipient r ON r.person_id = s.person_id AND r.organisation_id = $1
             WHERE s.role IN ('admin', 'manager')
                OR EXISTS (SELECT FROM session_trainer t WHERE t.session_id = $2 AND t.person_id = s.person_id)
                OR EXISTS (SELECT FROM slot_trainer t JOIN session_slot o ON o.id = t.slot_id
                           WHERE o.session_id = $2 AND t.person_id = s.person_id AND t.removed_at IS NULL))
         SELECT s.email AS "email!" FROM staff s
         WHERE s.person_id IN (SELECT person_id FROM chosen)
            OR (NOT EXISTS (SELECT FROM chosen) AND s.role IN ('admin', 'manager'))
         ORDER BY s.person_id"#,
        id.0,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// The settings of a session.
pub async fn of_session(db: impl PgExecutor<'_>, id: TrainingSessionId) -> sqlx::Result<SessionSettings> {
    let row = sqlx::query!(
        "SELECT version, thresholds, asks_entry_exit, legal_hold FROM session_attendance_setting WHERE session_id = $1",
        id.0,
    )
    .fetch_optional(db)
    .await?;
    Ok(match row {
        Some(row) => SessionSettings {
            version: row.version,
            thresholds: row.thresholds.map(thresholds).transpose()?,
            asks_entry_exit: row.asks_entry_exit,
            legal_hold: row.legal_hold,
        },
        None => SessionSettings::default(),
    })
}

/// Writes the settings of a session, if they are still at the version before; false when somebody else was faster.
pub async fn write_session(
    tx: &mut Tx<'_>,
    id: TrainingSessionId,
    settings: &SessionSettings,
) -> Result<bool> {
    let done = sqlx::query!(
        "INSERT INTO session_attendance_setting (session_id, version, thresholds, asks_entry_exit, legal_hold)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT session_attendance_setting_pkey
         DO UPDATE SET version = excluded.version, thresholds = excluded.thresholds,
                       asks_entry_exit = excluded.asks_entry_exit, legal_hold = excluded.legal_hold
         WHERE session_attendance_setting.version = excluded.version - 1",
        id.0,
        settings.version,
        settings.thresholds.as_deref().map(stored).transpose()?,
        settings.asks_entry_exit,
        settings.legal_hold,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
