//! Changes of slots that wait to be told, and whom to tell.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::state::AppState;
use crate::sessions::model::slot::Times;

/// What happened to a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// It is new.
    Added,
    /// Its times, place, contents or trainers changed.
    Changed,
    /// It does not take place.
    Cancelled,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// A change to tell.
#[derive(Clone, Debug)]
pub struct Change {
    /// The slot.
    pub slot: SlotId,
    /// What happened.
    pub kind: Kind,
    /// Its times before.
    pub before: Option<Times>,
    /// Its place before, the session's included.
    pub place: Option<String>,
    /// Trainers who were taken off.
    pub former: Vec<PersonId>,
}

/// Notes a change.
pub async fn note(
    tx: &mut Tx<'_>,
    state: &AppState,
    session: TrainingSessionId,
    change: &Change,
) -> sqlx::Result<()> {
    let former: Vec<Uuid> = change.former.iter().map(|person| person.0).collect();
    sqlx::query!(
        "INSERT INTO slot_change (id, session_id, slot_id, kind, old_starts_at, old_ends_at, old_place, former, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        state.ids.ordered::<Uuid>(),
        session.0,
        change.slot.0,
        change.kind.as_str(),
        change.before.map(|times| times.starts_at),
        change.before.map(|times| times.ends_at),
        change.place,
        &former,
        state.clock.now(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes the changes of a session that wait, oldest first: they are told in this transaction or not at all.
pub async fn take(tx: &mut Tx<'_>, session: TrainingSessionId) -> sqlx::Result<Vec<Change>> {
    let rows = sqlx::query!(
        r#"WITH taken AS (DELETE FROM slot_change WHERE session_id = $1 RETURNING *)
           SELECT slot_id AS "slot!: SlotId", kind AS "kind!: Kind", old_starts_at, old_ends_at, old_place,
                  former AS "former!: Vec<PersonId>"
           FROM taken ORDER BY id"#,
        session.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let change = rows.into_iter().map(|row| Change {
        slot: row.slot,
        kind: row.kind,
        before: row
            .old_starts_at
            .zip(row.old_ends_at)
            .map(|(starts_at, ends_at)| Times { starts_at, ends_at }),
        place: row.old_place,
        former: row.former,
    });
    Ok(change.collect())
}

/// The addresses of accounts.
pub async fn accounts(tx: &mut Tx<'_>, people: &[PersonId]) -> sqlx::Result<Vec<String>> {
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    sqlx::query_scalar!(
        "SELECT email FROM person WHERE id = ANY($1) AND disabled_at IS NULL ORDER BY id",
        &people,
    )
    .fetch_all(&mut **tx)
    .await
}

/// The addresses of everybody in these states in a session: that of the account, or else the one the organisation wrote.
pub async fn participants(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    states: &[&str],
) -> sqlx::Result<Vec<String>> {
    let states: Vec<String> = states.iter().map(|state| (*state).to_owned()).collect();
    sqlx::query_scalar!(
        r#"SELECT coalesce(p.email, e.email) AS "email!"
           FROM enrolment e LEFT JOIN person p ON p.id = e.person_id
           WHERE e.session_id = $1 AND e.status = ANY($2) AND coalesce(p.email, e.email) IS NOT NULL
           ORDER BY e.id"#,
        session.0,
        &states,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Everybody who trains at slots of a session that have not ended, or trains throughout it.
pub async fn trainers(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id!: PersonId" FROM session_trainer WHERE session_id = $1 AND person_id IS NOT NULL
           UNION
           SELECT r.person_id FROM slot_trainer r JOIN session_slot s ON s.id = r.slot_id
           WHERE s.session_id = $1 AND s.ends_at > $2 AND r.removed_at IS NULL AND r.person_id IS NOT NULL"#,
        session.0,
        now,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Where a session belongs, for a job that knows its id alone.
pub async fn organisation_of(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
) -> sqlx::Result<Option<(OrganisationId, String)>> {
    let row = sqlx::query!(
        r#"SELECT o.id AS "id: OrganisationId", o.name FROM training_session s JOIN organisation o ON o.id = s.organisation_id
           WHERE s.id = $1"#,
        session.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.id, row.name)))
}

/// Those who run an organisation.
pub async fn staff(tx: &mut Tx<'_>, organisation: OrganisationId) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT person_id AS "id: PersonId" FROM organisation_member
           WHERE organisation_id = $1 AND role IN ('admin', 'manager') ORDER BY person_id"#,
        organisation.0,
    )
    .fetch_all(&mut **tx)
    .await
}
