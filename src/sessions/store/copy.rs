//! Copies a session: the same, on other days. Hours stay those of Paris, on both sides of a change of clocks.

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::cards::SessionCard;
use crate::ids::{PersonId, SessionCourseId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::state::AppState;
use crate::sessions::model::general::folded;

/// How far a copy is moved, under which title, by whom.
pub struct Shift {
    /// By so many days.
    pub days: Duration,
    /// The title of the copy.
    pub title: String,
    /// Who copies.
    pub by: PersonId,
}

impl Shift {
    fn days(&self) -> i32 {
        self.days.num_days() as i32
    }
}

/// Which course of the source is which course of the copy.
pub type Moved = [(SessionCourseId, SessionCourseId)];

fn split(moved: &Moved) -> (Vec<Uuid>, Vec<Uuid>) {
    moved.iter().map(|(old, new)| (old.0, new.0)).unzip()
}

/// Copies the general part, as a draft.
pub async fn general(
    tx: &mut Tx<'_>,
    state: &AppState,
    source: &SessionCard,
    id: TrainingSessionId,
    shift: &Shift,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO training_session (id, organisation_id, training_id, revision, status_at, title, search_key, starts_on,
             ends_on, place, remote_url, information, seats, announced_minutes, holidays, retention, copied_from, version,
             created_at, updated_at, updated_by)
         SELECT $2, organisation_id, training_id, revision, $3, $4, $5, starts_on + $6::integer, ends_on + $6::integer, place,
                remote_url, information, seats, announced_minutes, holidays, retention, id, 1, $3, $3, $7
         FROM training_session WHERE id = $1",
        source.id.0,
        id.0,
        state.clock.now(),
        shift.title,
        folded(&shift.title),
        shift.days(),
        shift.by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Copies the slots that were not cancelled, with those of their trainers who still train for the organisation. Gives the days
/// they fall on.
pub async fn slots(
    tx: &mut Tx<'_>,
    state: &AppState,
    source: &SessionCard,
    id: TrainingSessionId,
    moved: &Moved,
    shift: &Shift,
) -> sqlx::Result<Vec<NaiveDate>> {
    let old: Vec<Uuid> = sqlx::query_scalar!(
        "SELECT id FROM session_slot WHERE session_id = $1 AND cancelled_at IS NULL ORDER BY starts_at, id",
        source.id.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let new: Vec<Uuid> = old.iter().map(|_| state.ids.ordered()).collect();
    let (courses, copies) = split(moved);
    let now = state.clock.now();
    let days = sqlx::query_scalar!(
        r#"WITH shifted AS (
               SELECT m.new AS id, s.kind, c.new AS course, s.title, s.place, s.remote_url,
                      (s.starts_at AT TIME ZONE 'Europe/Paris' + make_interval(days => $7)) AT TIME ZONE 'Europe/Paris'
                          AS starts_at,
                      (s.ends_at AT TIME ZONE 'Europe/Paris' + make_interval(days => $7)) AT TIME ZONE 'Europe/Paris'
                          AS ends_at,
                      s.ends_at - s.starts_at AS length
               FROM unnest($1::uuid[], $2::uuid[]) AS m (old, new)
               JOIN session_slot s ON s.id = m.old
               LEFT JOIN unnest($3::uuid[], $4::uuid[]) AS c (old, new) ON c.old = s.session_course_id
           )
           INSERT INTO session_slot (id, session_id, kind, session_course_id, title, starts_at, ends_at, place, remote_url,
               version, created_at, updated_at, updated_by)
           SELECT id, $5, kind, course, title, starts_at,
                  -- A night on which clocks change may be shorter than the copied one, never empty or longer than a day.
                  CASE WHEN ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'
                       THEN ends_at ELSE starts_at + length END,
                  place, remote_url, 1, $6, $6, $8
           FROM shifted
           RETURNING (starts_at AT TIME ZONE 'Europe/Paris')::date AS "day!""#,
        &old,
        &new,
        &courses,
        &copies,
        id.0,
        now,
        shift.days(),
        shift.by.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let trainers = sqlx::query!(
        r#"SELECT r.slot_id AS slot, p.id AS person, p.first_name, p.last_name
           FROM slot_trainer r
           JOIN person p ON p.id = r.person_id
           JOIN organisation_member m ON m.person_id = p.id AND m.organisation_id = $2
               AND m.role IN ('trainer', 'manager', 'admin')
           WHERE r.slot_id = ANY($1) AND r.removed_at IS NULL ORDER BY r.assigned_at, r.id"#,
        &old,
        source.organisation.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let ids: Vec<Uuid> = trainers.iter().map(|_| state.ids.ordered()).collect();
    let copy_of = |slot: Uuid| old.iter().position(|id| *id == slot).map_or_else(Uuid::nil, |at| new[at]);
    sqlx::query!(
        "INSERT INTO slot_trainer (id, slot_id, person_id, first_name, last_name, assigned_at)
         SELECT id, slot, person, first_name, last_name, $6
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
             AS r (id, slot, person, first_name, last_name)",
        &ids,
        &trainers.iter().map(|row| copy_of(row.slot)).collect::<Vec<_>>(),
        &trainers.iter().map(|row| row.person).collect::<Vec<_>>(),
        &trainers.iter().map(|row| row.first_name.clone()).collect::<Vec<_>>(),
        &trainers.iter().map(|row| row.last_name.clone()).collect::<Vec<_>>(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(days)
}

/// Copies links and videos in their newest version, rooms without their members, and quizzes.
pub async fn attachments(
    tx: &mut Tx<'_>,
    state: &AppState,
    source: TrainingSessionId,
    id: TrainingSessionId,
    moved: &Moved,
    shift: &Shift,
) -> sqlx::Result<()> {
    let now = state.clock.now();
    let (courses, copies) = split(moved);
    let resources = sqlx::query_scalar!(
        "SELECT id FROM session_resource WHERE session_id = $1 AND kind <> 'file' ORDER BY position, id",
        source.0,
    );
    let (old, new) = drawn(state, resources.fetch_all(&mut **tx).await?);
    sqlx::query!(
        "WITH copied AS (
             INSERT INTO session_resource (id, session_id, session_course_id, position, kind, title, visible_from, number,
                 version, created_at, updated_at, updated_by)
             SELECT m.new, $3, c.new, m.n - 1, r.kind, r.title,
                    (r.visible_from AT TIME ZONE 'Europe/Paris' + make_interval(days => $6)) AT TIME ZONE 'Europe/Paris',
                    1, 1, $7, $7, $8
             FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS m (old, new, n)
             JOIN session_resource r ON r.id = m.old
             LEFT JOIN unnest($4::uuid[], $5::uuid[]) AS c (old, new) ON c.old = r.session_course_id
         )
         INSERT INTO session_resource_version (resource_id, number, url, created_at, created_by)
         SELECT m.new, 1, v.url, $7, $8
         FROM unnest($1::uuid[], $2::uuid[]) AS m (old, new)
         JOIN session_resource r ON r.id = m.old
         JOIN session_resource_version v ON v.resource_id = r.id AND v.number = r.number",
        &old,
        &new,
        id.0,
        &courses,
        &copies,
        shift.days(),
        now,
        shift.by.0,
    )
    .execute(&mut **tx)
    .await?;
    let rooms =
        sqlx::query_scalar!("SELECT id FROM session_room WHERE session_id = $1 ORDER BY id", source.0);
    let (old, new) = drawn(state, rooms.fetch_all(&mut **tx).await?);
    sqlx::query!(
        "INSERT INTO session_room (id, session_id, kind, name, version, created_at, updated_at)
         SELECT m.new, $3, r.kind, r.name, 1, $4, $4
         FROM unnest($1::uuid[], $2::uuid[]) AS m (old, new) JOIN session_room r ON r.id = m.old",
        &old,
        &new,
        id.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    quizzes(tx, state, source, id, shift).await
}

/// Copies the places of quizzes: what they ask in its newest revision while it is published, and the levels they propose.
async fn quizzes(
    tx: &mut Tx<'_>,
    state: &AppState,
    source: TrainingSessionId,
    id: TrainingSessionId,
    shift: &Shift,
) -> sqlx::Result<()> {
    let places = sqlx::query_scalar!(
        "SELECT id FROM session_quiz WHERE session_id = $1 ORDER BY position, id",
        source.0
    );
    let (old, new) = drawn(state, places.fetch_all(&mut **tx).await?);
    sqlx::query!(
        "WITH copied AS (
             INSERT INTO session_quiz (id, session_id, position, title, purpose, opens_at, closes_at, quiz_id, quiz_revision,
                 version, created_at, updated_at, updated_by)
             SELECT m.new, $3, m.n - 1, q.title, q.purpose,
                    (q.opens_at AT TIME ZONE 'Europe/Paris' + make_interval(days => $4)) AT TIME ZONE 'Europe/Paris',
                    (q.closes_at AT TIME ZONE 'Europe/Paris' + make_interval(days => $4)) AT TIME ZONE 'Europe/Paris',
                    taken.id, taken.revision, 1, $5, $5, $6
             FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS m (old, new, n)
             JOIN session_quiz q ON q.id = m.old
             LEFT JOIN quiz taken ON taken.id = q.quiz_id AND taken.status = 'published'
         ), ruled AS (
             INSERT INTO quiz_skill_rule (session_quiz_id, training_id, revision, skill_position, level, min_percent)
             SELECT m.new, r.training_id, r.revision, r.skill_position, r.level, r.min_percent
             FROM unnest($1::uuid[], $2::uuid[]) AS m (old, new) JOIN quiz_skill_rule r ON r.session_quiz_id = m.old
         )
         INSERT INTO session_quiz_skill (quiz_id, training_id, revision, skill_position)
         SELECT m.new, k.training_id, k.revision, k.skill_position
         FROM unnest($1::uuid[], $2::uuid[]) AS m (old, new) JOIN session_quiz_skill k ON k.quiz_id = m.old",
        &old,
        &new,
        id.0,
        shift.days(),
        state.clock.now(),
        shift.by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What is copied, each with an id for its copy.
fn drawn(state: &AppState, old: Vec<Uuid>) -> (Vec<Uuid>, Vec<Uuid>) {
    let new = old.iter().map(|_| state.ids.ordered()).collect();
    (old, new)
}
