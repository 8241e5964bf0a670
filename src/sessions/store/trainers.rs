//! Who trains: throughout a session, and at each slot.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::cards::Trainer;
use crate::ids::{OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::state::AppState;

/// Somebody who may be assigned.
#[derive(Clone, Debug)]
pub struct Assignable {
    /// The account.
    pub person: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// Those among these people who train for the organisation, or run it.
pub async fn assignable(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    people: &[PersonId],
) -> sqlx::Result<Vec<Assignable>> {
    let people: Vec<Uuid> = people.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Assignable,
        r#"SELECT p.id AS "person: PersonId", p.first_name, p.last_name
           FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = $1 AND m.role IN ('trainer', 'manager', 'admin') AND p.id = ANY($2)"#,
        organisation.0,
        &people,
    )
    .fetch_all(db)
    .await
}

/// The trainers of a session.
pub async fn of_session(db: impl PgExecutor<'_>, session: TrainingSessionId) -> sqlx::Result<Vec<Trainer>> {
    sqlx::query_as!(
        Trainer,
        r#"SELECT person_id AS "person: PersonId", first_name, last_name FROM session_trainer
           WHERE session_id = $1 ORDER BY added_at, id"#,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// Makes these the trainers of a session. Who is no longer among them is taken off the slots that have not begun: gives those
/// slots, each with who left it.
pub async fn set_of_session(
    tx: &mut Tx<'_>,
    state: &AppState,
    session: TrainingSessionId,
    trainers: &[Assignable],
) -> sqlx::Result<BTreeMap<SlotId, Vec<PersonId>>> {
    let now = state.clock.now();
    let kept: Vec<Uuid> = trainers.iter().map(|trainer| trainer.person.0).collect();
    let gone = sqlx::query_scalar!(
        r#"DELETE FROM session_trainer WHERE session_id = $1 AND NOT coalesce(person_id = ANY($2), false)
           RETURNING person_id"#,
        session.0,
        &kept,
    )
    .fetch_all(&mut **tx)
    .await?;
    let gone: Vec<Uuid> = gone.into_iter().flatten().collect();
    let taken_off = sqlx::query!(
        r#"UPDATE slot_trainer r SET removed_at = $3, reason = 'Retrait de la session'
           FROM session_slot s
           WHERE s.id = r.slot_id AND s.session_id = $1 AND s.starts_at > $3 AND r.person_id = ANY($2)
             AND r.removed_at IS NULL
           RETURNING r.slot_id AS "slot: SlotId", r.person_id AS "person!: PersonId""#,
        session.0,
        &gone,
        now,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut left: BTreeMap<SlotId, Vec<PersonId>> = BTreeMap::new();
    for row in taken_off {
        left.entry(row.slot).or_default().push(row.person);
    }
    for trainer in trainers {
        sqlx::query!(
            "INSERT INTO session_trainer (id, session_id, person_id, first_name, last_name, added_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT session_trainer_once DO NOTHING",
            state.ids.ordered::<Uuid>(),
            session.0,
            trainer.person.0,
            trainer.first_name,
            trainer.last_name,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(left)
}

/// Makes these the trainers of a slot; who was there before stays in its history. Gives those who were taken off.
pub async fn set_of_slot(
    tx: &mut Tx<'_>,
    state: &AppState,
    slot: SlotId,
    trainers: &[Assignable],
    reason: Option<&str>,
) -> sqlx::Result<Vec<PersonId>> {
    let now = state.clock.now();
    let kept: Vec<Uuid> = trainers.iter().map(|trainer| trainer.person.0).collect();
    let gone = sqlx::query_scalar!(
        r#"UPDATE slot_trainer SET removed_at = $3, reason = $4
           WHERE slot_id = $1 AND removed_at IS NULL AND NOT coalesce(person_id = ANY($2), false)
           RETURNING person_id AS "person: PersonId""#,
        slot.0,
        &kept,
        now,
        reason,
    )
    .fetch_all(&mut **tx)
    .await?;
    for trainer in trainers {
        sqlx::query!(
            "INSERT INTO slot_trainer (id, slot_id, person_id, first_name, last_name, assigned_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slot_id, person_id) WHERE removed_at IS NULL DO NOTHING",
            state.ids.ordered::<Uuid>(),
            slot.0,
            trainer.person.0,
            trainer.first_name,
            trainer.last_name,
            now,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(gone.into_iter().flatten().collect())
}

/// Somebody who trained, or was to train, at a slot.
pub struct Replaced {
    /// First name when they were assigned.
    pub first_name: String,
    /// Last name when they were assigned.
    pub last_name: String,
    /// When they were.
    pub assigned_at: DateTime<Utc>,
    /// When they were taken off.
    pub removed_at: DateTime<Utc>,
    /// Why.
    pub reason: Option<String>,
}

/// Those who were taken off a slot, in order.
pub async fn replaced(db: impl PgExecutor<'_>, slot: SlotId) -> sqlx::Result<Vec<Replaced>> {
    sqlx::query_as!(
        Replaced,
        r#"SELECT first_name, last_name, assigned_at, removed_at AS "removed_at!", reason FROM slot_trainer
           WHERE slot_id = $1 AND removed_at IS NOT NULL ORDER BY removed_at, id"#,
        slot.0,
    )
    .fetch_all(db)
    .await
}

/// Who trains at each slot of a session.
pub async fn by_slot(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<Vec<(SlotId, Trainer)>> {
    let rows = sqlx::query!(
        r#"SELECT r.slot_id AS "slot: SlotId", r.person_id AS "person: PersonId", r.first_name, r.last_name
           FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
           WHERE s.session_id = $1 AND r.removed_at IS NULL ORDER BY r.assigned_at, r.id"#,
        session.0,
    )
    .fetch_all(db)
    .await?;
    let trainer = |person, first_name, last_name| Trainer { person, first_name, last_name };
    Ok(rows.into_iter().map(|row| (row.slot, trainer(row.person, row.first_name, row.last_name))).collect())
}
