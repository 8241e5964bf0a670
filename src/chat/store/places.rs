//! What people are to rooms at this moment: the one statement from which every right follows.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::chat::model::place::{Of, OfOffer, OfSession, Own, Participation, Place};
use crate::chat::model::room::{Kind, Level, Writing};
use crate::ids::{ChatRoomId, OfferRecipientId, OrganisationId, PersonId, TrainingSessionId};
use crate::orgs::{Membership, Role, Status as OrganisationStatus};
use crate::sessions::{EnrolmentStatus, Retention, Status};

#[expect(clippy::struct_excessive_bools, reason = "a row, as the statement gives it")]
struct Row {
    person: PersonId,
    room: ChatRoomId,
    kind: Kind,
    writing: Writing,
    position: i64,
    version: i32,
    opened_at: DateTime<Utc>,
    last_message_at: Option<DateTime<Utc>>,
    name: Option<String>,
    session: Option<TrainingSessionId>,
    session_title: Option<String>,
    status: Option<Status>,
    status_at: Option<DateTime<Utc>>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    retention: Option<Retention>,
    organisation: Option<OrganisationId>,
    organisation_name: Option<String>,
    organisation_status: Option<OrganisationStatus>,
    role: Option<Role>,
    is_assigned: bool,
    enrolment_status: Option<EnrolmentStatus>,
    enrolment_starts_on: Option<NaiveDate>,
    enrolment_ends_on: Option<NaiveDate>,
    is_in_group: bool,
    recipient: Option<OfferRecipientId>,
    candidate: Option<PersonId>,
    candidate_first_name: Option<String>,
    candidate_last_name: Option<String>,
    company_name: Option<String>,
    siret: Option<String>,
    recruiter: Option<PersonId>,
    recruiter_first_name: Option<String>,
    recruiter_last_name: Option<String>,
    represents: bool,
    may_recruit: bool,
    ends_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    held_until: Option<DateTime<Utc>>,
    erasure_asked_at: Option<DateTime<Utc>>,
    is_known: bool,
    read_position: i64,
    is_marked_unread: bool,
    is_muted: bool,
    level: Option<Level>,
    silenced_until: Option<DateTime<Utc>>,
    is_expelled: bool,
}

/// What each of these people is to each of these rooms. A room of a session that is gone is nobody's.
pub async fn find(
    db: &mut PgConnection,
    people: &[PersonId],
    rooms: &[ChatRoomId],
) -> sqlx::Result<Vec<Place>> {
    let people: Vec<Uuid> = people.iter().map(|id| id.0).collect();
    let rooms: Vec<Uuid> = rooms.iter().map(|id| id.0).collect();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT p.id AS "person!: PersonId", c.id AS "room!: ChatRoomId",
                  coalesce(s.kind, 'private') AS "kind!: Kind", c.writing AS "writing!: Writing",
                  c.position AS "position!", c.version AS "version!", c.opened_at AS "opened_at!",
                  c.last_message_at AS "last_message_at?",
                  coalesce(s.name, c.title) AS "name?", t.id AS "session?: TrainingSessionId", t.title AS "session_title?",
                  t.status AS "status?: Status", t.status_at AS "status_at?", t.starts_on AS "starts_on?",
                  t.ends_on AS "ends_on?", t.retention AS "retention?: Retention",
                  o.id AS "organisation?: OrganisationId", o.name AS "organisation_name?",
                  o.status AS "organisation_status?: OrganisationStatus", m.role AS "role?: Role",
                  (t.id IS NOT NULL AND (
                      EXISTS (SELECT FROM session_trainer r WHERE r.session_id = t.id AND r.person_id = p.id)
                      OR EXISTS (SELECT FROM slot_trainer r JOIN session_slot l ON l.id = r.slot_id
                                 WHERE l.session_id = t.id AND r.person_id = p.id AND r.removed_at IS NULL)))
                      AS "is_assigned!",
                  e.status AS "enrolment_status?: EnrolmentStatus", e.starts_on AS "enrolment_starts_on?",
                  e.ends_on AS "enrolment_ends_on?",
                  EXISTS (SELECT FROM session_room_member g WHERE g.room_id = s.id AND g.enrolment_id = e.id)
                      AS "is_in_group!",
                  c.recipient_id AS "recipient?: OfferRecipientId", c.person_id AS "candidate?: PersonId",
                  a.first_name AS "candidate_first_name?", a.last_name AS "candidate_last_name?",
                  k.name AS "company_name?", k.siret AS "siret?",
                  c.recruiter_person_id AS "recruiter?: PersonId", b.first_name AS "recruiter_first_name?",
                  b.last_name AS "recruiter_last_name?",
                  coalesce(r.person_id = c.recruiter_person_id, false) AS "represents!",
                  coalesce(r.status = 'granted' AND k.register_state = 'active', false) AS "may_recruit!",
                  c.ends_at AS "ends_at?", c.closed_at AS "closed_at?", c.held_until AS "held_until?",
                  c.erasure_asked_at AS "erasure_asked_at?",
                  y.room_id IS NOT NULL AS "is_known!", coalesce(y.read_position, 0) AS "read_position!",
                  coalesce(y.is_marked_unread, false) AS "is_marked_unread!", coalesce(y.is_muted, false) AS "is_muted!",
                  y.level AS "level?: Level", y.silenced_until AS "silenced_until?",
                  y.expelled_at IS NOT NULL AS "is_expelled!"
           FROM chat_room c
           CROSS JOIN unnest($1::uuid[]) AS p (id)
           LEFT JOIN session_room s ON s.id = c.session_room_id
           LEFT JOIN training_session t ON t.id = s.session_id
           LEFT JOIN organisation o ON o.id = t.organisation_id
           LEFT JOIN organisation_member m ON m.organisation_id = o.id AND m.person_id = p.id
           LEFT JOIN enrolment e ON e.session_id = t.id AND e.person_id = p.id
               AND e.status IN ('enrolled', 'confirmed', 'finished', 'abandoned')
           LEFT JOIN company k ON k.id = c.company_id
           LEFT JOIN recruiter r ON r.id = c.recruiter_id
           LEFT JOIN person a ON a.id = c.person_id
           LEFT JOIN person b ON b.id = c.recruiter_person_id
           LEFT JOIN room_member y ON y.room_id = c.id AND y.person_id = p.id
           WHERE c.id = ANY($2) AND (c.kind = 'private' OR s.id IS NOT NULL)"#,
        &people,
        &rooms,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(place).collect())
}

/// What somebody is to one room.
pub async fn of(db: &mut PgConnection, person: PersonId, room: ChatRoomId) -> sqlx::Result<Option<Place>> {
    Ok(find(db, &[person], &[room]).await?.pop())
}

/// The rooms somebody may have to do with: those of sessions they run, train or take part in, and their private ones. What they
/// may do there follows from [`find`].
pub async fn near(db: &mut PgConnection, person: PersonId) -> sqlx::Result<Vec<ChatRoomId>> {
    sqlx::query_scalar!(
        r#"SELECT c.id AS "id!: ChatRoomId"
           FROM chat_room c JOIN session_room s ON s.id = c.session_room_id
           WHERE s.session_id IN (
               SELECT t.id FROM training_session t
               JOIN organisation_member m ON m.organisation_id = t.organisation_id
               WHERE m.person_id = $1 AND m.role IN ('admin', 'manager')
               UNION SELECT session_id FROM session_trainer WHERE person_id = $1
               UNION SELECT l.session_id FROM slot_trainer r JOIN session_slot l ON l.id = r.slot_id
                     WHERE r.person_id = $1 AND r.removed_at IS NULL
               UNION SELECT session_id FROM enrolment WHERE person_id = $1)
           UNION ALL
           SELECT id AS "id!: ChatRoomId" FROM chat_room WHERE person_id = $1 OR recruiter_person_id = $1"#,
        person.0,
    )
    .fetch_all(db)
    .await
}

/// Everybody who may have to do with a room. What they may do there follows from [`find`].
pub async fn people_near(db: &mut PgConnection, room: ChatRoomId) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"WITH here AS (
               SELECT s.session_id, t.organisation_id FROM chat_room c
               JOIN session_room s ON s.id = c.session_room_id JOIN training_session t ON t.id = s.session_id
               WHERE c.id = $1)
           SELECT m.person_id AS "id!: PersonId" FROM organisation_member m JOIN here USING (organisation_id)
           WHERE m.role IN ('admin', 'manager')
           UNION SELECT r.person_id FROM session_trainer r JOIN here USING (session_id) WHERE r.person_id IS NOT NULL
           UNION SELECT r.person_id FROM slot_trainer r JOIN session_slot l ON l.id = r.slot_id
                 JOIN here ON here.session_id = l.session_id WHERE r.removed_at IS NULL AND r.person_id IS NOT NULL
           UNION SELECT e.person_id FROM enrolment e JOIN here USING (session_id) WHERE e.person_id IS NOT NULL
           UNION SELECT person_id FROM chat_room WHERE id = $1 AND person_id IS NOT NULL
           UNION SELECT recruiter_person_id FROM chat_room WHERE id = $1 AND recruiter_person_id IS NOT NULL"#,
        room.0,
    )
    .fetch_all(db)
    .await
}

fn place(row: Row) -> Option<Place> {
    let own = Own {
        is_known: row.is_known,
        read_position: row.read_position,
        is_marked_unread: row.is_marked_unread,
        is_muted: row.is_muted,
        level: row.level,
        silenced_until: row.silenced_until,
        is_expelled: row.is_expelled,
    };
    let (room, kind, writing, position) = (row.room, row.kind, row.writing, row.position);
    let (version, opened_at, last_message_at, person) =
        (row.version, row.opened_at, row.last_message_at, row.person);
    let of =
        if row.kind == Kind::Private { Of::Offer(of_offer(row)?) } else { Of::Session(of_session(row)?) };
    Some(Place { room, kind, writing, position, version, opened_at, last_message_at, person, of, own })
}

/// What the statement says of a session; all of it is there when the session is.
fn of_session(row: Row) -> Option<OfSession> {
    let organisation_status = row.organisation_status?;
    let enrolment = match (row.enrolment_status, row.enrolment_starts_on) {
        (Some(status), Some(starts_on)) => {
            Some(Participation { status, starts_on, ends_on: row.enrolment_ends_on })
        }
        _ => None,
    };
    Some(OfSession {
        name: row.name?,
        session: row.session?,
        title: row.session_title?,
        status: row.status?,
        status_at: row.status_at?,
        starts_on: row.starts_on?,
        ends_on: row.ends_on?,
        retention: row.retention?,
        organisation: row.organisation?,
        organisation_name: row.organisation_name?,
        organisation_status,
        membership: row.role.map(|role| Membership { role, status: organisation_status }),
        is_assigned: row.is_assigned,
        enrolment,
        is_in_group: row.is_in_group,
    })
}

fn of_offer(row: Row) -> Option<OfOffer> {
    Some(OfOffer {
        recipient: row.recipient?,
        title: row.name?,
        candidate: row.candidate,
        candidate_name: row.candidate_first_name.zip(row.candidate_last_name),
        company_name: row.company_name,
        siret: row.siret?,
        recruiter: row.recruiter,
        recruiter_name: row.recruiter_first_name.zip(row.recruiter_last_name),
        represents: row.represents,
        may_recruit: row.may_recruit,
        ends_at: row.ends_at?,
        closed_at: row.closed_at,
        held_until: row.held_until,
        erasure_asked_at: row.erasure_asked_at,
    })
}
