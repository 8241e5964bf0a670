//! Attempts: begun under the lock of the enrolment, changed under their own.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{
    CompanyId, EnrolmentId, OrganisationId, PersonId, QuizAttemptId, QuizCopyId, QuizId, QuizInvitationId,
    SessionQuizId, TrainingSessionId,
};
use crate::platform::db::Tx;
use crate::quizzes::model::taking::place::{PlaceId, TakerId};
use crate::quizzes::model::taking::score::Total;
use crate::quizzes::model::taking::state::AttemptState;

/// An attempt.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its id.
    pub id: QuizAttemptId,
    /// What those who grade know it by while names are hidden.
    pub copy: QuizCopyId,
    /// Where results belong together: the quiz of a session, or of a company.
    pub place: PlaceId,
    /// Whose.
    pub taker: TakerId,
    /// The session; none of a company's.
    pub session: Option<TrainingSessionId>,
    /// The organisation; none of a company's.
    pub organisation: Option<OrganisationId>,
    /// The invitation; none in a session.
    pub invitation: Option<QuizInvitationId>,
    /// The company; none in a session.
    pub company: Option<CompanyId>,
    /// The account; none once it is gone.
    pub person: Option<PersonId>,
    /// Its number among theirs, from 1.
    pub number: i32,
    /// The quiz.
    pub quiz: QuizId,
    /// The revision it started on.
    pub revision: i32,
    /// How far it is.
    pub state: AttemptState,
    /// When it started; none where they stepped back before.
    pub started_at: Option<DateTime<Utc>>,
    /// When the quiz closes.
    pub closing: DateTime<Utc>,
    /// When it ends, whatever comes first.
    pub deadline: DateTime<Utc>,
    /// When it was handed in.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whether the clock handed it in.
    pub by_clock: bool,
    /// Hundredths of a point.
    pub points: Option<i32>,
    /// What it is worth.
    pub worth: Option<i32>,
    /// Whole percentage.
    pub percent: Option<i16>,
    /// When the person was shown the result.
    pub published_at: Option<DateTime<Utc>>,
}

impl Attempt {
    /// The quiz of a session, and the session; none of a company's.
    pub fn in_session(&self) -> Option<(SessionQuizId, TrainingSessionId)> {
        self.session.map(|session| (SessionQuizId(self.place.0), session))
    }

    /// The enrolment; none of a company's.
    pub fn enrolment(&self) -> Option<EnrolmentId> {
        self.session.map(|_| EnrolmentId(self.taker.0))
    }
}

/// An attempt.
pub async fn find(db: impl PgExecutor<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Attempt>> {
    sqlx::query_as!(
        Attempt,
        r#"SELECT id AS "id!: QuizAttemptId", copy_id AS "copy!: QuizCopyId", place_id AS "place!: PlaceId",
                  taker_id AS "taker!: TakerId", session_id AS "session: TrainingSessionId",
                  organisation_id AS "organisation: OrganisationId", invitation_id AS "invitation: QuizInvitationId",
                  company_id AS "company: CompanyId", person_id AS "person: PersonId", number AS "number!",
                  quiz_id AS "quiz!: QuizId", quiz_revision AS "revision!", state AS "state!: AttemptState", started_at,
                  closing AS "closing!", deadline AS "deadline!", submitted_at, by_clock AS "by_clock!", points, worth,
                  percent, published_at
           FROM quiz_attempt_whole
           WHERE id = $1"#,
        id.0,
    )
    .fetch_optional(db)
    .await
}

/// The same, locked until the transaction ends: nobody saves, hands in or grades it meanwhile.
pub async fn lock(tx: &mut Tx<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Attempt>> {
    sqlx::query!("SELECT id FROM quiz_attempt WHERE id = $1 FOR NO KEY UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    find(&mut **tx, id).await
}

/// The same, unless somebody else holds it.
pub async fn try_lock(tx: &mut Tx<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Attempt>> {
    let held = sqlx::query!("SELECT id FROM quiz_attempt WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    match held {
        Some(_) => find(&mut **tx, id).await,
        None => Ok(None),
    }
}

/// The attempts at a quiz, or somebody's, each person's by number.
pub async fn list(
    db: impl PgExecutor<'_>,
    place: PlaceId,
    only: Option<TakerId>,
) -> sqlx::Result<Vec<Attempt>> {
    sqlx::query_as!(
        Attempt,
        r#"SELECT id AS "id!: QuizAttemptId", copy_id AS "copy!: QuizCopyId", place_id AS "place!: PlaceId",
                  taker_id AS "taker!: TakerId", session_id AS "session: TrainingSessionId",
                  organisation_id AS "organisation: OrganisationId", invitation_id AS "invitation: QuizInvitationId",
                  company_id AS "company: CompanyId", person_id AS "person: PersonId", number AS "number!",
                  quiz_id AS "quiz!: QuizId", quiz_revision AS "revision!", state AS "state!: AttemptState", started_at,
                  closing AS "closing!", deadline AS "deadline!", submitted_at, by_clock AS "by_clock!", points, worth,
                  percent, published_at
           FROM quiz_attempt_whole
           WHERE place_id = $1 AND ($2::uuid IS NULL OR taker_id = $2)
           ORDER BY taker_id, number"#,
        place.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// The attempt that those who grade know by this id.
pub async fn of_copy(
    db: impl PgExecutor<'_>,
    place: PlaceId,
    copy: QuizCopyId,
) -> sqlx::Result<Option<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizAttemptId" FROM quiz_attempt WHERE place_id = $1 AND copy_id = $2"#,
        place.0,
        copy.0,
    )
    .fetch_optional(db)
    .await
}

/// The attempt of an invitation, if somebody began.
pub async fn of_invitation(
    db: impl PgExecutor<'_>,
    invitation: QuizInvitationId,
) -> sqlx::Result<Option<QuizAttemptId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: QuizAttemptId" FROM quiz_attempt WHERE invitation_id = $1"#,
        invitation.0,
    )
    .fetch_optional(db)
    .await
}

/// Locks somebody's enrolment: of two tabs that begin at once, the second sees the attempt of the first.
pub async fn lock_enrolment(tx: &mut Tx<'_>, enrolment: EnrolmentId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM enrolment WHERE id = $1 FOR NO KEY UPDATE", enrolment.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// Where somebody begins.
#[derive(Clone, Copy, Debug)]
pub enum Setting {
    /// A quiz of a session, by an enrolment.
    InSession(SessionQuizId, EnrolmentId),
    /// A quiz of a company, by an invitation.
    ForCompany(QuizInvitationId),
}

/// An attempt that comes into being.
pub struct NewAttempt {
    /// Its id.
    pub id: QuizAttemptId,
    /// What those who grade know it by.
    pub copy: QuizCopyId,
    /// Where, and whose.
    pub setting: Setting,
    /// Its number.
    pub number: i32,
    /// The quiz and its revision.
    pub asks: (QuizId, i32),
    /// When its own time is over.
    pub limit_at: Option<DateTime<Utc>>,
    /// How long it may go on after the closing.
    pub extra_seconds: i32,
    /// Whether signs of what else happens are counted.
    pub counts_signals: bool,
    /// Now.
    pub at: DateTime<Utc>,
}

impl NewAttempt {
    fn columns(&self) -> (Option<SessionQuizId>, Option<EnrolmentId>, Option<QuizInvitationId>) {
        match self.setting {
            Setting::InSession(place, enrolment) => (Some(place), Some(enrolment), None),
            Setting::ForCompany(invitation) => (None, None, Some(invitation)),
        }
    }
}

/// Writes an attempt that starts; and, in a session, that its quiz has attempts: written once, so that nobody waits for it afterwards.
pub async fn start(tx: &mut Tx<'_>, new: &NewAttempt) -> sqlx::Result<()> {
    let (place, enrolment, invitation) = new.columns();
    let none_yet = new.counts_signals.then_some(0);
    sqlx::query!(
        "INSERT INTO quiz_attempt (id, copy_id, session_quiz_id, enrolment_id, invitation_id, number, quiz_id, quiz_revision,
                                   state, started_at, limit_at, extra_seconds, tab_switches, pastes)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'started', $9, $10, $11, $12, $12)",
        new.id.0,
        new.copy.0,
        place.map(|id| id.0),
        enrolment.map(|id| id.0),
        invitation.map(|id| id.0),
        new.number,
        new.asks.0.0,
        new.asks.1,
        new.at,
        new.limit_at,
        new.extra_seconds,
        none_yet,
    )
    .execute(&mut **tx)
    .await?;
    mark_attempted(tx, place).await
}

/// Writes that somebody steps back from a quiz of a session before they begin.
pub async fn decline(tx: &mut Tx<'_>, new: &NewAttempt) -> sqlx::Result<()> {
    let (place, enrolment, invitation) = new.columns();
    sqlx::query!(
        "INSERT INTO quiz_attempt (id, copy_id, session_quiz_id, enrolment_id, invitation_id, number, quiz_id, quiz_revision,
                                   state, withdrawn_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'withdrawn', $9)",
        new.id.0,
        new.copy.0,
        place.map(|id| id.0),
        enrolment.map(|id| id.0),
        invitation.map(|id| id.0),
        new.number,
        new.asks.0.0,
        new.asks.1,
        new.at,
    )
    .execute(&mut **tx)
    .await?;
    mark_attempted(tx, place).await
}

async fn mark_attempted(tx: &mut Tx<'_>, place: Option<SessionQuizId>) -> sqlx::Result<()> {
    let Some(place) = place else { return Ok(()) };
    sqlx::query!("UPDATE session_quiz SET has_attempts = true WHERE id = $1 AND NOT has_attempts", place.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Hands an attempt in. Its lock is held.
pub async fn submit(
    tx: &mut Tx<'_>,
    id: QuizAttemptId,
    at: DateTime<Utc>,
    by_clock: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt SET state = 'submitted', submitted_at = $2, by_clock = $3 WHERE id = $1",
        id.0,
        at,
        by_clock,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that somebody has to correct an attempt. Its lock is held.
pub async fn await_grading(tx: &mut Tx<'_>, id: QuizAttemptId) -> sqlx::Result<()> {
    sqlx::query!("UPDATE quiz_attempt SET state = 'to_grade' WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Writes the result of an attempt, in this state. Its lock is held. When it was graded first stays.
pub async fn set_result(
    tx: &mut Tx<'_>,
    id: QuizAttemptId,
    state: AttemptState,
    total: Total,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt
         SET state = $2, points = $3, worth = $4, percent = $5, graded_at = coalesce(graded_at, $6),
             published_at = CASE WHEN $2 = 'published' THEN coalesce(published_at, $6) END
         WHERE id = $1",
        id.0,
        state.as_str(),
        total.points,
        total.worth,
        total.percent,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Shows somebody their result. The lock is held.
pub async fn publish(tx: &mut Tx<'_>, id: QuizAttemptId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE quiz_attempt SET state = 'published', published_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that somebody stepped back from an attempt that ran. Its lock is held.
pub async fn withdraw(tx: &mut Tx<'_>, id: QuizAttemptId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt SET state = 'withdrawn', withdrawn_at = $2, tab_switches = NULL, pastes = NULL WHERE id = $1",
        id.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What else happened during an attempt, as a browser counted it. Signs, never proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signals {
    /// How often the page lost sight.
    pub tab_switches: i32,
    /// How often something was pasted.
    pub pastes: i32,
}

/// What was counted during an attempt; none where nothing is.
pub async fn signals(db: impl PgExecutor<'_>, id: QuizAttemptId) -> sqlx::Result<Option<Signals>> {
    let row = sqlx::query!("SELECT tab_switches, pastes FROM quiz_attempt WHERE id = $1", id.0)
        .fetch_optional(db)
        .await?;
    let counted = row.and_then(|row| row.tab_switches.zip(row.pastes));
    Ok(counted.map(|(tab_switches, pastes)| Signals { tab_switches, pastes }))
}

/// Keeps the higher counts: what was counted is never taken back, and what is sent twice counts once. The lock is held.
pub async fn count_signals(tx: &mut Tx<'_>, id: QuizAttemptId, counted: Signals) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt SET tab_switches = greatest(tab_switches, $2), pastes = greatest(pastes, $3)
         WHERE id = $1 AND tab_switches IS NOT NULL",
        id.0,
        counted.tab_switches,
        counted.pastes,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives an attempt that runs another time. Its lock is held.
pub async fn set_time(
    tx: &mut Tx<'_>,
    id: QuizAttemptId,
    limit_at: Option<DateTime<Utc>>,
    extra_seconds: i32,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE quiz_attempt SET limit_at = $2, extra_seconds = $3 WHERE id = $1 AND state = 'started'",
        id.0,
        limit_at,
        extra_seconds,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
