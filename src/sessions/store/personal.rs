//! What sessions hold about a person, as a participant and as a trainer, and what is left of it once they are erased.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::ids::{EnrolmentId, Ids, PersonId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::sessions::model::Retention;

/// Every enrolment about the person: theirs, those at the address they proved, and those that were merged into one of them.
pub async fn enrolments_about(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<EnrolmentId>> {
    sqlx::query_scalar!(
        r#"WITH RECURSIVE about (id) AS (
               SELECT e.id FROM enrolment e WHERE e.person_id = $1
               UNION
               SELECT e.id FROM enrolment e JOIN person p ON lower(e.email) = lower(p.email)
               WHERE p.id = $1 AND p.email_confirmed_at IS NOT NULL AND e.person_id IS NULL
               UNION
               SELECT e.id FROM enrolment e JOIN about a ON e.merged_into = a.id
           )
           SELECT id AS "id!: EnrolmentId" FROM about ORDER BY id"#,
        person.0,
    )
    .fetch_all(db)
    .await
}

fn uuids(enrolments: &[EnrolmentId]) -> Vec<Uuid> {
    enrolments.iter().map(|enrolment| enrolment.0).collect()
}

/// Everything held about the person.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let enrolments = uuids(&enrolments_about(&mut *conn, person).await?);
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'participant', (
                   SELECT COALESCE(jsonb_agg((to_jsonb(e) - 'updated_by') || jsonb_build_object(
                              'session', s.title, 'organisation', o.name,
                              'history', (SELECT COALESCE(jsonb_agg(to_jsonb(v) - 'by' ORDER BY v.at), '[]')
                                          FROM enrolment_event v WHERE v.enrolment_id = e.id),
                              'rooms', (SELECT COALESCE(jsonb_agg(jsonb_build_object('room', r.name, 'kind', r.kind,
                                                                                     'enrolment_id', m.enrolment_id)), '[]')
                                        FROM session_room_member m JOIN session_room r ON r.id = m.room_id
                                        WHERE m.enrolment_id = e.id)) ORDER BY e.created_at), '[]')
                   FROM enrolment e JOIN training_session s ON s.id = e.session_id
                   JOIN organisation o ON o.id = s.organisation_id
                   WHERE e.id = ANY($2)),
               'trainer', (
                   SELECT COALESCE(jsonb_agg(to_jsonb(t) || jsonb_build_object('session', s.title)
                                             ORDER BY t.added_at), '[]')
                   FROM session_trainer t JOIN training_session s ON s.id = t.session_id WHERE t.person_id = $1),
               'trainer_of_slots', (
                   SELECT COALESCE(jsonb_agg(to_jsonb(t) || jsonb_build_object('starts_at', s.starts_at,
                                                                               'ends_at', s.ends_at)
                                             ORDER BY t.assigned_at), '[]')
                   FROM slot_trainer t JOIN session_slot s ON s.id = t.slot_id WHERE t.person_id = $1),
               'calendar', (SELECT COALESCE(jsonb_agg(to_jsonb(c) - 'token_hash'), '[]')
                            FROM calendar_feed c WHERE c.person_id = $1),
               'changes_to_be_told', (SELECT COALESCE(jsonb_agg(jsonb_build_object('slot', c.slot_id, 'at', c.at)), '[]')
                                      FROM slot_change c WHERE $1 = ANY(c.former)),
               'files_of_participants_sent', (
                   SELECT COALESCE(jsonb_agg(jsonb_build_object('session', i.session_id, 'created_at', i.created_at,
                                                                'confirmed_at', i.confirmed_at)), '[]')
                   FROM enrolment_import i WHERE i.created_by = $1)
           ) AS "data!""#,
        person.0,
        &enrolments,
    )
    .fetch_one(conn)
    .await
}

/// Says of enrolments whether papers of their session name them.
pub async fn set_attended(tx: &mut Tx<'_>, enrolments: &[EnrolmentId], attended: bool) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE enrolment SET has_attendance = $2 WHERE id = ANY($1) AND has_attendance <> $2",
        &uuids(enrolments),
        attended,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A session whose papers go on naming somebody.
#[derive(Clone, Debug)]
pub struct NamingSession {
    /// The session.
    pub session: TrainingSessionId,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The rule by which its papers are kept.
    pub retention: Retention,
}

/// The sessions whose papers name the person, as a participant or as a trainer.
pub async fn naming_sessions(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Vec<NamingSession>> {
    let enrolments = uuids(&enrolments_about(&mut *conn, person).await?);
    sqlx::query_as!(
        NamingSession,
        r#"SELECT s.id AS "session: TrainingSessionId", s.title, o.name AS organisation, s.ends_on,
                  s.retention AS "retention: Retention"
           FROM training_session s JOIN organisation o ON o.id = s.organisation_id
           WHERE s.id IN (SELECT e.session_id FROM enrolment e WHERE e.id = ANY($2) AND e.has_attendance)
              OR s.id IN (SELECT l.session_id FROM slot_trainer t JOIN session_slot l ON l.id = t.slot_id
                          WHERE t.person_id = $1 AND l.has_attendance)
           ORDER BY s.ends_on, s.id"#,
        person.0,
        &enrolments,
    )
    .fetch_all(conn)
    .await
}

/// Removes what is held about the person. Where papers of a session name them, the names those papers bear stay, and no more:
/// [`forget_erased`] takes them away when the time of the papers is over.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    forget_imports(tx, person).await?;
    let enrolments = uuids(&enrolments_about(&mut **tx, person).await?);
    leave_sessions(tx, &enrolments, now).await?;
    sqlx::query!("DELETE FROM session_room_member WHERE enrolment_id = ANY($1)", &enrolments)
        .execute(&mut **tx)
        .await?;
    // What was merged stands on its own feet from here on: its target may go.
    sqlx::query!("UPDATE enrolment SET merged_into = NULL WHERE id = ANY($1)", &enrolments)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM enrolment_event WHERE enrolment_id = ANY($1)", &enrolments)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM enrolment WHERE id = ANY($1) AND NOT has_attendance", &enrolments)
        .execute(&mut **tx)
        .await?;
    forget_trainer(tx, person, now).await
}

/// Files of participants live for a day, and hold names and addresses as an organisation wrote them.
async fn forget_imports(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM enrolment_import i USING person p
         WHERE p.id = $1 AND (
             strpos(lower(i.participants::text || i.preview::text), lower(p.email)) > 0
             OR (strpos(lower(i.participants::text || i.preview::text), lower(p.first_name)) > 0
                 AND strpos(lower(i.participants::text || i.preview::text), lower(p.last_name)) > 0))",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE slot_change SET former = array_remove(former, $1) WHERE $1 = ANY(former)", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM calendar_feed WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

/// Takes from enrolments everything but the names and the employer, which papers bear; whoever still takes part leaves today.
async fn leave_sessions(tx: &mut Tx<'_>, enrolments: &[Uuid], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE enrolment e
         SET person_id = NULL, email = NULL, reference = NULL, reason = NULL, updated_by = NULL, updated_at = $2,
             erased_at = $2, version = e.version + 1,
             status = CASE WHEN e.status IN ('waiting', 'invited') THEN 'cancelled'
                           WHEN e.status IN ('enrolled', 'confirmed') AND s.status IN ('draft', 'planned', 'running')
                               THEN 'abandoned'
                           ELSE e.status END,
             ends_on = CASE WHEN e.status IN ('enrolled', 'confirmed') AND s.status IN ('draft', 'planned', 'running')
                                THEN greatest(e.starts_on,
                                              least(coalesce(e.ends_on, 'infinity'), ($2 AT TIME ZONE 'Europe/Paris')::date))
                            ELSE e.ends_on END
         FROM training_session s
         WHERE s.id = e.session_id AND e.id = ANY($1)",
        enrolments,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A trainer's name stays where a sheet bears it.
async fn forget_trainer(tx: &mut Tx<'_>, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM slot_trainer t USING session_slot s
         WHERE s.id = t.slot_id AND t.person_id = $1 AND NOT s.has_attendance",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE slot_trainer SET person_id = NULL, erased_at = $2, reason = NULL WHERE person_id = $1",
        person.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM session_trainer t
         WHERE t.person_id = $1
           AND NOT EXISTS (SELECT FROM session_slot s WHERE s.session_id = t.session_id AND s.has_attendance)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE session_trainer SET person_id = NULL, erased_at = $2 WHERE person_id = $1",
        person.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Removes what the papers of a session needed of people who were erased: the papers are gone.
pub async fn forget_erased(tx: &mut Tx<'_>, session: TrainingSessionId) -> sqlx::Result<u64> {
    let people =
        sqlx::query!("DELETE FROM enrolment WHERE session_id = $1 AND erased_at IS NOT NULL", session.0)
            .execute(&mut **tx)
            .await?;
    let trainers = sqlx::query!(
        "DELETE FROM session_trainer WHERE session_id = $1 AND erased_at IS NOT NULL",
        session.0
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM slot_trainer t USING session_slot s
         WHERE s.id = t.slot_id AND s.session_id = $1 AND t.erased_at IS NOT NULL",
        session.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(people.rows_affected() + trainers.rows_affected())
}
