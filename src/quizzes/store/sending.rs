//! What the slices above do with quizzes of companies: find one, invite to it, take invitations back, ask how far they are, keep what
//! was answered longer.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::invitations::{self, Invitation, NewRow};
use super::taking::{answers, attempts};
use crate::events::Event;
use crate::files;
use crate::ids::{
    CompanyId, CompanyQuizId, Ids, PersonId, QuizAttemptId, QuizId, QuizInvitationId, RecruiterId,
};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::live::{self, Notice, Topic};
use crate::quizzes::model::invitation::{InvitationMove, InvitationState, closing};

/// Most characters of what an invitation is for.
const LONGEST_PURPOSE: usize = 200;

/// An invitation to send. Whether the person may be written to is the caller's question.
#[derive(Clone, Debug)]
pub struct NewQuizInvitation {
    /// Who asks.
    pub company: CompanyId,
    /// A quiz of theirs that [`find_sendable_quiz`] finds.
    pub quiz: CompanyQuizId,
    /// Who is asked.
    pub person: PersonId,
    /// What it is for, as the person reads it: an offer's title.
    pub purpose: Option<String>,
    /// When it closes; none: with the thirtieth day in Paris.
    pub closes_at: Option<DateTime<Utc>>,
    /// Who sends it.
    pub sent_by: RecruiterId,
}

/// A quiz of a company that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendableQuiz {
    /// What it is called.
    pub title: String,
    /// How long it lasts; none: until it closes.
    pub minutes: Option<i32>,
    /// How many questions it asks.
    pub questions: i64,
}

/// A published quiz of the company that is not put away; none otherwise.
pub async fn find_sendable_quiz(
    conn: &mut PgConnection,
    company: CompanyId,
    quiz: CompanyQuizId,
) -> sqlx::Result<Option<SendableQuiz>> {
    sqlx::query_as!(
        SendableQuiz,
        r#"SELECT r.title, r.minutes::integer AS minutes,
                  (SELECT coalesce(sum(coalesce(i.draw_count, 1)), 0) FROM quiz_revision_item i
                   WHERE i.quiz_id = q.id AND i.revision = q.revision) AS "questions!"
           FROM quiz q JOIN quiz_revision r ON r.quiz_id = q.id AND r.number = q.revision
           WHERE q.id = $1 AND q.company_id = $2 AND q.status = 'published'"#,
        quiz.0,
        company.0,
    )
    .fetch_optional(conn)
    .await
}

/// Invites somebody to a quiz, and tells them.
pub async fn invite_to_quiz(
    tx: &mut Tx<'_>,
    ids: &Ids,
    new: &NewQuizInvitation,
    now: DateTime<Utc>,
) -> sqlx::Result<QuizInvitationId> {
    let id: QuizInvitationId = ids.opaque();
    let purpose: Option<String> =
        new.purpose.as_ref().map(|text| text.chars().take(LONGEST_PURPOSE).collect());
    let row = NewRow {
        id,
        company: new.company,
        quiz: QuizId(new.quiz.0),
        person: new.person,
        purpose: purpose.as_deref().filter(|text| !text.is_empty()),
        sent_by: new.sent_by,
        closes_at: closing(new.closes_at, now),
        at: now,
    };
    invitations::insert(tx, &row).await?;
    let entry = Entry::new(Event::QuizInvited, now, "quiz_invitation", id.0);
    audit::record(tx, ids, entry.change(None, json!({ "quiz_id": new.quiz }))).await?;
    let titles = invitations::titles(&mut **tx, row.quiz).await?;
    let told = Notice {
        person: new.person,
        kind: NoticeKind::QuizInvited,
        subject: id.0,
        facts: json!({ "quiz": titles.quiz, "company": titles.of }),
    };
    live::tell(tx, ids, &[told], now).await?;
    live::changed(tx, &[new.person], Topic::Quizzes).await?;
    Ok(id)
}

/// Takes invitations back: answers of an attempt that runs are erased. What was handed in, or is over otherwise, stays as it is.
pub async fn withdraw_quiz_invitations(
    tx: &mut Tx<'_>,
    ids: &Ids,
    invitations: &[QuizInvitationId],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let mut invitations = invitations.to_vec();
    // Always in the same order, so that no two wait for each other crosswise.
    invitations.sort_unstable();
    for id in invitations {
        if let Some(invitation) = lock_whole(tx, id).await? {
            step_back(tx, ids, (&invitation, InvitationMove::TakeBack), now).await?;
        }
    }
    Ok(())
}

/// An invitation and its attempt, both locked, as they are then.
pub async fn lock_whole(tx: &mut Tx<'_>, id: QuizInvitationId) -> sqlx::Result<Option<Invitation>> {
    let Some(invitation) = invitations::lock(tx, id).await? else { return Ok(None) };
    let Some(attempt) = invitation.attempt else { return Ok(Some(invitation)) };
    attempts::lock(tx, attempt).await?;
    invitations::find(&mut **tx, id).await
}

/// Ends an invitation by this move, with what was answered; false, and nothing done, where its state does not allow it. Both locks are
/// held. Who did it is the caller's to note, beyond that it happened.
pub async fn step_back(
    tx: &mut Tx<'_>,
    ids: &Ids,
    (invitation, step): (&Invitation, InvitationMove),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    if !invitation.state.allows(step) {
        return Ok(false);
    }
    if let Some(attempt) = invitation.attempt {
        erase_answers(tx, ids, attempt, now).await?;
        attempts::withdraw(tx, attempt, now).await?;
    }
    invitations::end(tx, invitation.id, step, now).await?;
    // That they were invited is told to nobody any more, by mail neither.
    live::forget(tx, &[invitation.id.0]).await?;
    let entry = Entry::new(Event::QuizInvitationEnded, now, "quiz_invitation", invitation.id.0);
    let (before, after) =
        (json!({ "state": invitation.state }), json!({ "state": InvitationState::Withdrawn }));
    audit::record(tx, ids, entry.change(before, after)).await?;
    let people: Vec<_> = invitation.person.into_iter().collect();
    live::changed(tx, &people, Topic::Quizzes).await?;
    Ok(true)
}

/// Erases what an attempt asked and what was answered, and gives up the files.
pub async fn erase_answers(
    tx: &mut Tx<'_>,
    ids: &Ids,
    attempt: QuizAttemptId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let files = answers::erase(tx, attempt).await?;
    files::give_up(tx, ids, &files, now).await
}

/// How far these invitations are, those that were erased as they were last.
pub async fn quiz_invitation_states(
    conn: &mut PgConnection,
    invitations: &[QuizInvitationId],
) -> sqlx::Result<Vec<(QuizInvitationId, InvitationState)>> {
    let ids: Vec<Uuid> = invitations.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: QuizInvitationId", state AS "state!: InvitationState" FROM quiz_invitation_whole
           WHERE id = ANY($1) ORDER BY id"#,
        &ids,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.state)).collect())
}

/// Keeps what was answered until then, where that is later than it would be: the person was hired, or said yes to the talent pool.
pub async fn keep_quiz_answers(
    tx: &mut Tx<'_>,
    invitations: &[QuizInvitationId],
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    let ids: Vec<Uuid> = invitations.iter().map(|id| id.0).collect();
    sqlx::query!(
        "UPDATE quiz_invitation SET keep_until = greatest(keep_until, $2) WHERE id = ANY($1) AND erased_at IS NULL",
        &ids,
        until,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps what was answered no longer than usual: the person took back the yes that kept it.
pub async fn release_quiz_answers(tx: &mut Tx<'_>, invitations: &[QuizInvitationId]) -> sqlx::Result<()> {
    let ids: Vec<Uuid> = invitations.iter().map(|id| id.0).collect();
    sqlx::query!(
        "UPDATE quiz_invitation SET keep_until = NULL WHERE id = ANY($1) AND erased_at IS NULL",
        &ids
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
