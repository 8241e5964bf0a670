//! Invitations to quizzes of companies. How far one is is read in one place, the view; it is changed under the lock of its row, taken
//! before the lock of its attempt.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

pub use super::questions::TimeKey;
use crate::ids::{CompanyId, PersonId, QuizAttemptId, QuizId, QuizInvitationId, RecruiterId};
use crate::platform::db::Tx;
pub use crate::quizzes::model::invitation::Invitation;
use crate::quizzes::model::invitation::{InvitationMove, InvitationState};
use crate::quizzes::model::taking::clock::ExtraTime;
use crate::quizzes::model::taking::place::{Taker, Titles};

/// An invitation.
pub async fn find(db: impl PgExecutor<'_>, id: QuizInvitationId) -> sqlx::Result<Option<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"SELECT i.id AS "id!: QuizInvitationId", i.company_id AS "company!: CompanyId",
                  coalesce(c.name, c.siret) AS "company_name!",
                  (c.register_state = 'active' AND EXISTS (SELECT FROM recruiter r
                      WHERE r.company_id = c.id AND r.status = 'granted')) AS "is_recruiting!",
                  i.quiz_id AS "quiz!: QuizId", q.revision AS "newest!", t.quiz_revision AS "revision?",
                  v.title AS "title!", i.person_id AS "person: PersonId", i.purpose, i.sent_at AS "sent_at!",
                  i.closes_at AS "closes_at!", i.extra_time AS "extra_time!: ExtraTime", i.keep_until,
                  i.attempt_id AS "attempt: QuizAttemptId", i.state AS "state!: InvitationState"
           FROM quiz_invitation_whole i
           JOIN company c ON c.id = i.company_id
           JOIN quiz q ON q.id = i.quiz_id
           LEFT JOIN quiz_attempt t ON t.id = i.attempt_id
           JOIN quiz_revision v ON v.quiz_id = q.id AND v.number = coalesce(t.quiz_revision, q.revision)
           WHERE i.id = $1 AND i.erased_at IS NULL"#,
        id.0,
    )
    .fetch_optional(db)
    .await
}

/// The invitations of a person, the last sent first.
pub async fn of_person(
    db: impl PgExecutor<'_>,
    person: PersonId,
    before: Option<TimeKey>,
    limit: i64,
) -> sqlx::Result<Vec<Invitation>> {
    let (at, id) = before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Invitation,
        r#"SELECT i.id AS "id!: QuizInvitationId", i.company_id AS "company!: CompanyId",
                  coalesce(c.name, c.siret) AS "company_name!",
                  (c.register_state = 'active' AND EXISTS (SELECT FROM recruiter r
                      WHERE r.company_id = c.id AND r.status = 'granted')) AS "is_recruiting!",
                  i.quiz_id AS "quiz!: QuizId", q.revision AS "newest!", t.quiz_revision AS "revision?",
                  v.title AS "title!", i.person_id AS "person: PersonId", i.purpose, i.sent_at AS "sent_at!",
                  i.closes_at AS "closes_at!", i.extra_time AS "extra_time!: ExtraTime", i.keep_until,
                  i.attempt_id AS "attempt: QuizAttemptId", i.state AS "state!: InvitationState"
           FROM quiz_invitation_whole i
           JOIN company c ON c.id = i.company_id
           JOIN quiz q ON q.id = i.quiz_id
           LEFT JOIN quiz_attempt t ON t.id = i.attempt_id
           JOIN quiz_revision v ON v.quiz_id = q.id AND v.number = coalesce(t.quiz_revision, q.revision)
           WHERE i.person_id = $1 AND i.erased_at IS NULL
             AND ($2::timestamptz IS NULL OR (i.sent_at, i.id) < ($2, $3))
           ORDER BY i.sent_at DESC, i.id DESC LIMIT $4"#,
        person.0,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// The same as [`find`], locked until the transaction ends: nobody begins, refuses, takes back or ends it meanwhile.
pub async fn lock(tx: &mut Tx<'_>, id: QuizInvitationId) -> sqlx::Result<Option<Invitation>> {
    sqlx::query!("SELECT id FROM quiz_invitation WHERE id = $1 FOR NO KEY UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    find(&mut **tx, id).await
}

/// The same, unless somebody else holds it.
pub async fn try_lock(tx: &mut Tx<'_>, id: QuizInvitationId) -> sqlx::Result<Option<Invitation>> {
    let held =
        sqlx::query!("SELECT id FROM quiz_invitation WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED", id.0)
            .fetch_optional(&mut **tx)
            .await?;
    match held {
        Some(_) => find(&mut **tx, id).await,
        None => Ok(None),
    }
}

/// An invitation that is sent.
pub struct NewRow<'a> {
    /// Its id.
    pub id: QuizInvitationId,
    /// Who asks.
    pub company: CompanyId,
    /// The quiz.
    pub quiz: QuizId,
    /// Who is asked.
    pub person: PersonId,
    /// What it is for.
    pub purpose: Option<&'a str>,
    /// Who sends it.
    pub sent_by: RecruiterId,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// Now.
    pub at: DateTime<Utc>,
}

/// Writes an invitation.
pub async fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO quiz_invitation (id, company_id, quiz_id, person_id, purpose, sent_by, sent_at, closes_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id.0,
        new.company.0,
        new.quiz.0,
        new.person.0,
        new.purpose,
        new.sent_by.0,
        new.at,
        new.closes_at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends an invitation by this move: refused, taken back or expired. Its lock is held.
pub async fn end(
    tx: &mut Tx<'_>,
    id: QuizInvitationId,
    step: InvitationMove,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_invitation SET ended = $2, ended_at = $3, extra_time = 'none' WHERE id = $1",
        id.0,
        step.ending(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives somebody what they ask for. The lock is held.
pub async fn set_extra_time(tx: &mut Tx<'_>, id: QuizInvitationId, extra: ExtraTime) -> sqlx::Result<()> {
    sqlx::query!("UPDATE quiz_invitation SET extra_time = $2 WHERE id = $1", id.0, extra.as_str())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes which notice somebody accepted to begin. The lock is held.
pub async fn accept(
    tx: &mut Tx<'_>,
    id: QuizInvitationId,
    (version, seen): (&str, &str),
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_invitation SET notice_version = $2, notice_sha256 = $3 WHERE id = $1",
        id.0,
        version,
        seen,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Most invitations of one look: the next one takes the others.
const AT_ONCE: i64 = 2_000;

/// Invitations that are over and that nobody began, the earliest first.
pub async fn to_expire(db: impl PgExecutor<'_>, now: DateTime<Utc>) -> sqlx::Result<Vec<QuizInvitationId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizInvitationId" FROM quiz_invitation i
           WHERE ended IS NULL AND erased_at IS NULL AND closes_at <= $1
             AND NOT EXISTS (SELECT FROM quiz_attempt t WHERE t.invitation_id = i.id)
           ORDER BY closes_at, id LIMIT $2"#,
        now,
        AT_ONCE,
    )
    .fetch_all(db)
    .await
}

/// Who sent an invitation, to be told of it.
pub struct Sender {
    /// Who.
    pub person: PersonId,
    /// What the quiz is called.
    pub title: String,
}

/// Who sent it, while they may recruit there; none otherwise.
pub async fn sender(db: impl PgExecutor<'_>, id: QuizInvitationId) -> sqlx::Result<Option<Sender>> {
    sqlx::query_as!(
        Sender,
        r#"SELECT r.person_id AS "person: PersonId", q.title
           FROM quiz_invitation i
           JOIN recruiter r ON r.id = i.sent_by AND r.company_id = i.company_id AND r.status = 'granted'
           JOIN quiz q ON q.id = i.quiz_id
           WHERE i.id = $1"#,
        id.0,
    )
    .fetch_optional(db)
    .await
}

/// What people are told of a quiz of a company.
pub async fn titles(db: impl PgExecutor<'_>, quiz: QuizId) -> sqlx::Result<Titles> {
    sqlx::query_as!(
        Titles,
        r#"SELECT q.title AS quiz, coalesce(c.name, c.siret) AS "of!"
           FROM quiz q JOIN company c ON c.id = q.company_id WHERE q.id = $1"#,
        quiz.0,
    )
    .fetch_one(db)
    .await
}

/// What a company is called.
pub async fn company_name(db: impl PgExecutor<'_>, company: Option<CompanyId>) -> sqlx::Result<String> {
    let name = sqlx::query_scalar!(
        r#"SELECT coalesce(name, siret) AS "name!" FROM company WHERE id = $1"#,
        company.map(|id| id.0),
    )
    .fetch_optional(db)
    .await?;
    Ok(name.unwrap_or_default())
}

/// Makes a recruiter's sending wait for what they send in another tab; tells how many people they invited since then.
pub async fn lock_sender(tx: &mut Tx<'_>, recruiter: RecruiterId, since: DateTime<Utc>) -> sqlx::Result<i64> {
    sqlx::query!("SELECT id FROM recruiter WHERE id = $1 FOR NO KEY UPDATE", recruiter.0)
        .fetch_optional(&mut **tx)
        .await?;
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "sent!" FROM quiz_invitation WHERE sent_by = $1 AND sent_at >= $2"#,
        recruiter.0,
        since,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Which of these people are not invited to a quiz again: it is open to them already, or they refused it since then.
pub async fn taken(
    db: impl PgExecutor<'_>,
    quiz: QuizId,
    people: &[PersonId],
    refused_since: DateTime<Utc>,
) -> sqlx::Result<HashSet<PersonId>> {
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    let rows = sqlx::query_scalar!(
        r#"SELECT DISTINCT person_id AS "person!: PersonId" FROM quiz_invitation_whole
           WHERE quiz_id = $1 AND person_id = ANY($2)
             AND (state IN ('invited', 'started') OR (ended = 'withdrawn' AND ended_at >= $3))"#,
        quiz.0,
        &people,
        refused_since,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().collect())
}

/// An invitation as the company lists it.
pub struct Listed {
    /// Its id.
    pub id: QuizInvitationId,
    /// Who was asked.
    pub first_name: String,
    /// And what they are called.
    pub last_name: String,
    /// What it is for.
    pub purpose: Option<String>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// By whom; none once they are no recruiter any more.
    pub sent_by: Option<String>,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// How far it is.
    pub state: InvitationState,
}

/// The invitations to a quiz of a company, the last sent first.
pub async fn sent(
    db: impl PgExecutor<'_>,
    quiz: QuizId,
    state: Option<InvitationState>,
    before: Option<TimeKey>,
    limit: i64,
) -> sqlx::Result<Vec<Listed>> {
    let (at, id) = before.map_or((None, None), |TimeKey(at, id)| (Some(at), Some(id)));
    sqlx::query_as!(
        Listed,
        r#"SELECT i.id AS "id!: QuizInvitationId", p.first_name, p.last_name, i.purpose, i.sent_at AS "sent_at!",
                  s.first_name || ' ' || s.last_name AS sent_by, i.closes_at AS "closes_at!",
                  i.state AS "state!: InvitationState"
           FROM quiz_invitation_whole i
           JOIN person p ON p.id = i.person_id
           LEFT JOIN recruiter r ON r.id = i.sent_by
           LEFT JOIN person s ON s.id = r.person_id
           WHERE i.quiz_id = $1 AND i.erased_at IS NULL AND ($2::text IS NULL OR i.state = $2)
             AND ($3::timestamptz IS NULL OR (i.sent_at, i.id) < ($3, $4))
           ORDER BY i.sent_at DESC, i.id DESC LIMIT $5"#,
        quiz.0,
        state.map(InvitationState::as_str),
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await
}

/// Everybody who was invited to a quiz and is still known, as results name them.
pub async fn takers(db: impl PgExecutor<'_>, quiz: QuizId) -> sqlx::Result<Vec<Taker>> {
    sqlx::query_as!(
        Taker,
        r#"SELECT i.id AS "id: _", p.first_name, p.last_name
           FROM quiz_invitation i JOIN person p ON p.id = i.person_id
           WHERE i.quiz_id = $1 AND i.erased_at IS NULL ORDER BY i.id"#,
        quiz.0,
    )
    .fetch_all(db)
    .await
}
