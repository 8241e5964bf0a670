//! Who or what is taken at a time, by the other slots of the organisation.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::conflict::{Conflict, ConflictKind};
use crate::sessions::model::slot::Times;

/// A slot that is to take place.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which one it is, if it exists: it is in no conflict with itself.
    pub id: Option<SlotId>,
    /// When.
    pub times: Times,
    /// Where, the session's place included; empty when nowhere in particular.
    pub place: String,
    /// Who trains.
    pub trainers: Vec<PersonId>,
}

struct Row {
    at: i32,
    kind: String,
    name: String,
    session_id: TrainingSessionId,
    session_title: String,
    slot_id: SlotId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

/// Most conflicts that are told of one slot.
const MOST_TOLD: usize = 20;

/// What is taken at the times of these slots of a session, in their order. Slots of sessions that are being prepared count;
/// what another organisation does is not looked into.
#[expect(clippy::too_many_lines, reason = "one statement and its rows")]
pub async fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: TrainingSessionId,
    candidates: &[Candidate],
) -> sqlx::Result<Vec<Vec<Conflict>>> {
    let own: Vec<Option<Uuid>> = candidates.iter().map(|one| one.id.map(|id| id.0)).collect();
    let starts: Vec<_> = candidates.iter().map(|one| one.times.starts_at).collect();
    let ends: Vec<_> = candidates.iter().map(|one| one.times.ends_at).collect();
    let places: Vec<_> = candidates.iter().map(|one| one.place.trim().to_lowercase()).collect();
    let (mut at, mut people) = (Vec::new(), Vec::new());
    for (place, one) in (0_i32..).zip(candidates) {
        at.extend(one.trainers.iter().map(|_| place));
        people.extend(one.trainers.iter().map(|person| person.0));
    }
    let rows = sqlx::query_as!(
        Row,
        r#"WITH candidate AS (
               SELECT (n - 1)::integer AS at, own, starts_at, ends_at, place
               FROM unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::text[])
                   WITH ORDINALITY AS one (own, starts_at, ends_at, place, n)
           ), wanted AS (
               SELECT at, person_id FROM unnest($7::integer[], $8::uuid[]) AS one (at, person_id)
           ), overlap AS (
               SELECT c.at, c.place AS wanted_place, s.id AS slot_id, s.session_id, t.title AS session_title,
                      s.starts_at, s.ends_at, CASE WHEN s.place = '' THEN t.place ELSE s.place END AS place,
                      (c.starts_at AT TIME ZONE 'Europe/Paris')::date AS own_day,
                      (s.starts_at AT TIME ZONE 'Europe/Paris')::date AS day
               FROM candidate c
               JOIN session_slot s ON s.starts_at < c.ends_at AND s.ends_at > c.starts_at AND s.cancelled_at IS NULL
                   AND s.starts_at > c.starts_at - interval '24 hours' AND s.id IS DISTINCT FROM c.own
               JOIN training_session t ON t.id = s.session_id
               WHERE t.organisation_id = $1 AND t.status IN ('draft', 'planned', 'running')
           )
           SELECT o.at AS "at!", 'trainer' AS "kind!", r.first_name || ' ' || r.last_name AS "name!",
                  o.session_id AS "session_id!: TrainingSessionId", o.session_title AS "session_title!",
                  o.slot_id AS "slot_id!: SlotId", o.starts_at AS "starts_at!", o.ends_at AS "ends_at!"
           FROM overlap o
           JOIN wanted w ON w.at = o.at
           JOIN slot_trainer r ON r.slot_id = o.slot_id AND r.person_id = w.person_id AND r.removed_at IS NULL
           UNION ALL
           SELECT o.at, 'room', o.place, o.session_id, o.session_title, o.slot_id, o.starts_at, o.ends_at
           FROM overlap o WHERE o.wanted_place <> '' AND lower(trim(o.place)) = o.wanted_place
           UNION ALL
           SELECT o.at, 'trainee', mine.first_name || ' ' || mine.last_name, o.session_id, o.session_title, o.slot_id,
                  o.starts_at, o.ends_at
           FROM overlap o
           JOIN enrolment mine ON mine.session_id = $2 AND mine.status IN ('enrolled', 'confirmed')
               AND o.own_day >= mine.starts_on AND (mine.ends_on IS NULL OR o.own_day <= mine.ends_on)
           JOIN enrolment theirs ON theirs.session_id = o.session_id AND theirs.person_id = mine.person_id
               AND theirs.status IN ('enrolled', 'confirmed')
               AND o.day >= theirs.starts_on AND (theirs.ends_on IS NULL OR o.day <= theirs.ends_on)
           WHERE o.session_id <> $2
           ORDER BY 1, 2 DESC, 3, 6"#,
        organisation.0,
        session.0,
        &own as &[Option<Uuid>],
        &starts,
        &ends,
        &places,
        &at,
        &people,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut found = vec![Vec::new(); candidates.len()];
    for row in rows {
        let Some(of_slot) = usize::try_from(row.at).ok().and_then(|at| found.get_mut(at)) else { continue };
        if of_slot.len() < MOST_TOLD {
            of_slot.push(Conflict {
                kind: match row.kind.as_str() {
                    "trainer" => ConflictKind::Trainer,
                    "room" => ConflictKind::Room,
                    _ => ConflictKind::Trainee,
                },
                name: row.name,
                session_id: row.session_id,
                session_title: row.session_title,
                slot_id: row.slot_id,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
            });
        }
    }
    Ok(found)
}
