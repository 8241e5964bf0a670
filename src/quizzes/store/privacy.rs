//! What quizzes hold about a person: told to them whole, erased when they go, and, of companies, when its time is over.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::sending::{lock_whole, step_back};
use super::taking::retention;
use crate::events::Event;
use crate::files;
use crate::ids::{EnrolmentId, FileId, Ids, PersonId, QuizAttemptId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::live;
use crate::quizzes::model::invitation::InvitationMove;
use crate::sessions;

fn uuids(enrolments: &[EnrolmentId]) -> Vec<Uuid> {
    enrolments.iter().map(|enrolment| enrolment.0).collect()
}

/// Everything held about the person: what they answered, in sessions and for companies, and what they wrote for others. What is right
/// is no datum about them, and is left out.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let enrolments = uuids(&sessions::enrolments_about(&mut *conn, person).await?);
    let attempts = attempts(&mut *conn, person, &enrolments).await?;
    let asked = asked(&mut *conn, person, &enrolments).await?;
    let written = written(conn, person).await?;
    Ok(json!({ "attempts": attempts, "asked": asked, "written": written }))
}

/// Attempts, with every answer and what was made of it.
async fn attempts(conn: &mut PgConnection, person: PersonId, enrolments: &[Uuid]) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT COALESCE(jsonb_agg(to_jsonb(t) || jsonb_build_object(
                   'quiz', v.title,
                   'answers', (SELECT COALESCE(jsonb_agg(to_jsonb(a) || jsonb_build_object(
                                       'statement', n.content -> 'statement',
                                       'files', (SELECT COALESCE(jsonb_agg(f.file_id), '[]') FROM quiz_answer_file f
                                                 WHERE f.attempt_id = a.attempt_id AND f.position = a.position))
                                                         ORDER BY a.position), '[]')
                               FROM quiz_answer a
                               JOIN question_version n ON n.question_id = a.question_id AND n.number = a.question_number
                               WHERE a.attempt_id = t.id),
                   'grades', (SELECT COALESCE(jsonb_agg(to_jsonb(g) - 'graded_by' ORDER BY g.position, g.number), '[]')
                              FROM quiz_grade g WHERE g.attempt_id = t.id),
                   'corrections', (SELECT COALESCE(jsonb_agg(to_jsonb(l) || jsonb_build_object('reason', c.reason,
                                                                                               'applied_at', c.applied_at)), '[]')
                                   FROM quiz_correction_line l JOIN quiz_correction c ON c.id = l.correction_id
                                   WHERE l.attempt_id = t.id)) ORDER BY t.started_at), '[]') AS "data!"
           FROM quiz_attempt t
           LEFT JOIN quiz_invitation i ON i.id = t.invitation_id
           JOIN quiz_revision v ON v.quiz_id = t.quiz_id AND v.number = t.quiz_revision
           WHERE t.enrolment_id = ANY($2) OR i.person_id = $1"#,
        person.0,
        enrolments,
    )
    .fetch_one(conn)
    .await
}

/// What somebody was invited to, and what they asked for.
async fn asked(conn: &mut PgConnection, person: PersonId, enrolments: &[Uuid]) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'invitations', (SELECT COALESCE(jsonb_agg(to_jsonb(i) - 'sent_by' || jsonb_build_object(
                                                             'company', coalesce(c.name, c.siret), 'state', w.state)
                                                         ORDER BY i.sent_at), '[]')
                               FROM quiz_invitation i
                               JOIN quiz_invitation_whole w ON w.id = i.id
                               JOIN company c ON c.id = i.company_id
                               WHERE i.person_id = $1),
               'adjustments', (SELECT COALESCE(jsonb_agg(to_jsonb(a) - 'updated_by'), '[]')
                               FROM quiz_adjustment a WHERE a.enrolment_id = ANY($2))
           ) AS "data!""#,
        person.0,
        enrolments,
    )
    .fetch_one(conn)
    .await
}

/// What the person wrote for an organisation or a company: what and when.
async fn written(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'questions', (SELECT COALESCE(jsonb_agg(jsonb_build_object('question_id', v.question_id, 'number', v.number,
                                                                          'created_by', v.created_by, 'at', v.created_at)
                                                       ORDER BY v.created_at), '[]')
                             FROM question_version v WHERE v.created_by = $1),
               'questions_touched', (SELECT COALESCE(jsonb_agg(jsonb_build_object('question_id', q.id,
                                                                                  'updated_by', q.updated_by)), '[]')
                                     FROM question q WHERE q.updated_by = $1),
               'quizzes_touched', (SELECT COALESCE(jsonb_agg(jsonb_build_object('quiz_id', q.id,
                                                                                'updated_by', q.updated_by)), '[]')
                                   FROM quiz q WHERE q.updated_by = $1),
               'quizzes_published', (SELECT COALESCE(jsonb_agg(jsonb_build_object('quiz_id', r.quiz_id, 'number', r.number,
                                                         'published_by', r.published_by, 'at', r.published_at)
                                                               ORDER BY r.published_at), '[]')
                                     FROM quiz_revision r WHERE r.published_by = $1),
               'files_of_questions_sent', (SELECT COALESCE(jsonb_agg(jsonb_build_object('created_by', i.created_by,
                                                                                        'at', i.created_at)), '[]')
                                           FROM question_import i WHERE i.created_by = $1),
               'grades_given', (SELECT COALESCE(jsonb_agg(jsonb_build_object('graded_by', g.graded_by,
                                           'graded_by_name', g.graded_by_name, 'at', g.graded_at) ORDER BY g.graded_at), '[]')
                                FROM quiz_grade g WHERE g.graded_by = $1),
               'corrections_applied', (SELECT COALESCE(jsonb_agg(jsonb_build_object('applied_by', c.applied_by,
                                                                                    'at', c.applied_at)), '[]')
                                       FROM quiz_correction c WHERE c.applied_by = $1),
               'adjustments_given', (SELECT COALESCE(jsonb_agg(jsonb_build_object('updated_by', a.updated_by,
                                                                                  'at', a.updated_at)), '[]')
                                     FROM quiz_adjustment a WHERE a.updated_by = $1),
               'invitations_sent', (SELECT COALESCE(jsonb_agg(jsonb_build_object('sent_by', i.sent_by, 'at', i.sent_at)
                                                              ORDER BY i.sent_at), '[]')
                                    FROM quiz_invitation i JOIN recruiter r ON r.id = i.sent_by WHERE r.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// Removes what is held about the person. For companies all of it goes. In sessions, what somebody answered goes, files included; the
/// points stay with the papers of the session for as long as those name the person, and nothing else does.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    for invitation in invitations_of(tx, person).await? {
        if let Some(found) = lock_whole(tx, invitation).await? {
            step_back(tx, ids, (&found, InvitationMove::Refuse), now).await?;
        }
        erase_invitation(tx, ids, invitation, now).await?;
    }
    let enrolments = uuids(&sessions::enrolments_about(&mut **tx, person).await?);
    let gone = attempts_without_papers(tx, &enrolments).await?;
    let files = retention::delete(tx, &gone).await?;
    files::give_up(tx, ids, &files, now).await?;
    blank_answers(tx, ids, &enrolments, now).await?;
    sqlx::query!("DELETE FROM quiz_adjustment WHERE enrolment_id = ANY($1)", &enrolments)
        .execute(&mut **tx)
        .await?;
    forget_author(tx, person).await
}

async fn invitations_of(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Vec<QuizInvitationId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizInvitationId" FROM quiz_invitation WHERE person_id = $1 ORDER BY id"#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Erases what is about somebody in an invitation: answers, files, grades, result, signs, what it was for and who it was. That it was,
/// and how far it came, stays.
pub async fn erase_invitation(
    tx: &mut Tx<'_>,
    ids: &Ids,
    invitation: QuizInvitationId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_invitation i
         SET person_id = NULL, purpose = NULL, extra_time = 'none', notice_version = NULL, notice_sha256 = NULL,
             keep_until = NULL, erased_at = $2,
             erased_state = CASE WHEN w.state = 'invited' AND i.closes_at <= $2 THEN 'expired' ELSE w.state END
         FROM quiz_invitation_whole w
         WHERE i.id = $1 AND w.id = i.id AND i.erased_at IS NULL",
        invitation.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let attempts = sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizAttemptId" FROM quiz_attempt WHERE invitation_id = $1"#,
        invitation.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let files = retention::delete(tx, &attempts).await?;
    files::give_up(tx, ids, &files, now).await?;
    live::forget(tx, &[invitation.0]).await?;
    let entry = Entry::new(Event::QuizAttemptsPurged, now, "quiz_invitation", invitation.0);
    audit::record(tx, ids, entry.change(None, json!({ "attempts": attempts.len() }))).await
}

/// Attempts of sessions that no paper needs: of sessions without papers of the person, and those without a result.
async fn attempts_without_papers(tx: &mut Tx<'_>, enrolments: &[Uuid]) -> sqlx::Result<Vec<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT t.id AS "id: QuizAttemptId"
           FROM quiz_attempt t JOIN enrolment e ON e.id = t.enrolment_id
           WHERE t.enrolment_id = ANY($1) AND (NOT e.has_attendance OR t.state NOT IN ('graded', 'published'))
           ORDER BY t.id"#,
        enrolments,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Leaves of the other attempts the points alone.
async fn blank_answers(
    tx: &mut Tx<'_>,
    ids: &Ids,
    enrolments: &[Uuid],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let files = sqlx::query_scalar!(
        r#"DELETE FROM quiz_answer_file f USING quiz_attempt t
           WHERE t.id = f.attempt_id AND t.enrolment_id = ANY($1) RETURNING f.file_id AS "file: FileId""#,
        enrolments,
    )
    .fetch_all(&mut **tx)
    .await?;
    files::give_up(tx, ids, &files, now).await?;
    sqlx::query!(
        "UPDATE quiz_answer a
         SET answer = NULL, is_flagged = false, saved_at = NULL, sequence = 0,
             auto_points = coalesce((SELECT g.points FROM quiz_grade g
                                     WHERE g.attempt_id = a.attempt_id AND g.position = a.position
                                     ORDER BY g.number DESC LIMIT 1), a.auto_points)
         FROM quiz_attempt t WHERE t.id = a.attempt_id AND t.enrolment_id = ANY($1)",
        enrolments,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM quiz_grade g USING quiz_attempt t WHERE t.id = g.attempt_id AND t.enrolment_id = ANY($1)",
        enrolments,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Forgets who wrote what; what was written is the organisation's or the company's. Where a grade bears a name, whoever was graded may
/// go on asking who gave it, as long as it is kept.
async fn forget_author(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE question SET updated_by = NULL WHERE updated_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE question_version SET created_by = NULL WHERE created_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE quiz SET updated_by = NULL WHERE updated_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE quiz_revision SET published_by = NULL WHERE published_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE quiz_grade SET graded_by = NULL WHERE graded_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE quiz_correction SET applied_by = NULL WHERE applied_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE quiz_adjustment SET updated_by = NULL WHERE updated_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE session_quiz SET updated_by = NULL WHERE updated_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM question_import WHERE created_by = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

/// Invitations whose time is over, the earliest first: three months in Paris after the day they closed, or as agreed.
pub async fn invitations_due(
    conn: &mut PgConnection,
    today: NaiveDate,
) -> sqlx::Result<Vec<QuizInvitationId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizInvitationId" FROM quiz_invitation
           WHERE erased_at IS NULL
             AND (((closes_at - interval '1 microsecond') AT TIME ZONE 'Europe/Paris')::date + interval '3 months')::date < $1
             AND (keep_until IS NULL
                  OR ((keep_until - interval '1 microsecond') AT TIME ZONE 'Europe/Paris')::date < $1)
           ORDER BY closes_at, id LIMIT 500"#,
        today,
    )
    .fetch_all(conn)
    .await
}
