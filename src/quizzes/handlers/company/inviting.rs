//! Inviting people whom the company sees, and taking invitations back.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

use super::{AtQuiz, note_quiz, read};
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::ids::{CompanyQuizId, PersonId, ProfileId, QuizId, QuizInvitationId};
use crate::platform::db::Tx;
use crate::platform::http::{
    Code, Error, FieldError, Fields, Json, Page, PageParams, Path, Problems, Query, Result, texts,
};
use crate::platform::state::AppState;
use crate::quizzes::handlers::quizzes::lock;
use crate::quizzes::model::invitation::{
    InvitationMove, InvitationState, LEFT_ALONE, MOST_A_DAY, MOST_AT_ONCE, check_closing, start_of,
};
use crate::quizzes::model::owner::Owner;
use crate::quizzes::model::quiz::Move;
use crate::quizzes::store::invitations::{self, Listed, TimeKey};
use crate::quizzes::store::reachable::ReachablePeople;
use crate::quizzes::store::sending::{self, NewQuizInvitation};

/// Whom to invite to a quiz.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizInvitationsDraft {
    /// Profiles the company sees, 1 to 50; one that is named twice counts once.
    profile_ids: Vec<ProfileId>,
    /// What it is for, as people read it, 200 characters at most: the job.
    #[serde(default)]
    purpose: Option<String>,
    /// When it closes, within ninety days; null: with the thirtieth day in Paris.
    #[serde(default)]
    closes_at: Option<DateTime<Utc>>,
}

/// Somebody who was invited.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitedProfile {
    profile_id: ProfileId,
    invitation_id: QuizInvitationId,
}

/// What became of those who were to be invited.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuizInvitations {
    /// Who was invited.
    invited: Vec<InvitedProfile>,
    /// Who was not: they cannot be invited to this quiz now. Why is not told.
    skipped: Vec<ProfileId>,
    /// How many more the recruiter may invite today.
    left_today: i64,
}

/// What is asked, checked.
struct Asked {
    profiles: Vec<ProfileId>,
    purpose: Option<String>,
}

impl QuizInvitationsDraft {
    fn parse(&self, now: DateTime<Utc>) -> Result<Asked> {
        let mut fields = Fields::default();
        let mut seen = HashSet::new();
        let profiles: Vec<_> = self.profile_ids.iter().copied().filter(|id| seen.insert(*id)).collect();
        if profiles.is_empty() {
            fields.push(FieldError::new("/profile_ids", "required", "Choisissez au moins une personne."));
        } else if profiles.len() > MOST_AT_ONCE {
            let message = format!("{MOST_AT_ONCE} personnes au plus par envoi.");
            fields.push(FieldError::new("/profile_ids", "too_many", message));
        }
        let purpose = self.purpose.as_deref().map(|purpose| texts::line("/purpose", purpose, 1..=200));
        let purpose = purpose.and_then(|purpose| fields.check(purpose));
        if let Some(closes_at) = self.closes_at {
            fields.check(check_closing(closes_at, now));
        }
        fields.finish()?;
        Ok(Asked { profiles, purpose })
    }
}

/// Invites people to a published quiz of the company, each of whom it must see at this moment; 50 a day for each recruiter. Whoever cannot
/// be invited is left out, and counted without a reason: not visible (any more), has it already, refused it within thirty days.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/invitations", tag = "quizzes",
    params(("quiz_id" = QuizId, Path)), request_body = QuizInvitationsDraft,
    responses((status = 201, body = QuizInvitations), Problems))]
pub async fn create_quiz_invitations(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    Json(draft): Json<QuizInvitationsDraft>,
) -> Result<(StatusCode, Json<QuizInvitations>)> {
    let mut tx = state.pool.begin().await?;
    // Those who invite to the same quiz wait for each other: nobody has it twice.
    let quiz = lock(&mut tx, Owner::Company(recruiter.company), id).await?;
    quiz.status.after(Move::Attach)?;
    let now = state.clock.now();
    let asked = draft.parse(now)?;
    let left_today = room(&mut tx, &state, recruiter, asked.profiles.len()).await?;
    let mut people = reachable(&mut tx, &state, recruiter, (id, &asked.profiles)).await?;
    let (mut invited, mut skipped) = (Vec::new(), Vec::new());
    for profile_id in asked.profiles {
        let Some(person) = people.remove(&profile_id) else {
            skipped.push(profile_id);
            continue;
        };
        let new = NewQuizInvitation {
            company: recruiter.company,
            quiz: CompanyQuizId(id.0),
            person,
            purpose: asked.purpose.clone(),
            closes_at: draft.closes_at,
            sent_by: recruiter.recruiter,
        };
        let invitation_id = sending::invite_to_quiz(&mut tx, &state.ids, &new, now).await?;
        invited.push(InvitedProfile { profile_id, invitation_id });
    }
    let told = json!({ "invited": invited.len(), "skipped": skipped.len() });
    note_quiz(&mut tx, &state, (id, recruiter), (Event::QuizSent, told)).await?;
    tx.commit().await?;
    let left_today = left_today - invited.len() as i64;
    Ok((StatusCode::CREATED, Json(QuizInvitations { invited, skipped, left_today })))
}

/// How many the recruiter may still invite today; refused when these do not all fit. Two tabs wait for each other here.
async fn room(tx: &mut Tx<'_>, state: &AppState, recruiter: VerifiedRecruiter, more: usize) -> Result<i64> {
    let today = start_of(state.clock.today());
    let sent = invitations::lock_sender(tx, recruiter.recruiter, today).await?;
    let left = (MOST_A_DAY - sent).max(0);
    if more as i64 <= left {
        return Ok(left);
    }
    let current = json!({ "left_today": left, "asked": more });
    Err(Error::Blocked { code: Code::QuizInvitationQuotaReached, current })
}

/// Those of these profiles who can be invited to this quiz.
async fn reachable(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    (quiz, profiles): (QuizId, &[ProfileId]),
) -> Result<HashMap<ProfileId, PersonId>> {
    let part = state.part::<ReachablePeople>();
    let mut people: HashMap<_, _> =
        part.reachable(&mut *tx, recruiter.siren, profiles).await?.into_iter().collect();
    people.retain(|_, person| *person != recruiter.actor.person);
    let ids: Vec<PersonId> = people.values().copied().collect();
    let since = state.clock.now() - LEFT_ALONE;
    let taken = invitations::taken(&mut **tx, quiz, &ids, since).await?;
    people.retain(|_, person| !taken.contains(person));
    Ok(people)
}

/// Which invitations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuizInvitations {
    /// In this state only.
    #[param(inline)]
    state: Option<InvitationState>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// An invitation that was sent. While it is graded without a name, nothing in it leads to the copy.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentQuizInvitation {
    id: QuizInvitationId,
    first_name: String,
    last_name: String,
    /// What it is for; null: nothing more was said.
    purpose: Option<String>,
    sent_at: DateTime<Utc>,
    /// By whom; null once they do not recruit here any more.
    sent_by: Option<String>,
    /// When it closes.
    closes_at: DateTime<Utc>,
    /// How far it is. Whether somebody refused, or stepped back, is not told apart.
    state: InvitationState,
}

impl From<Listed> for SentQuizInvitation {
    fn from(sent: Listed) -> Self {
        Self {
            id: sent.id,
            first_name: sent.first_name,
            last_name: sent.last_name,
            purpose: sent.purpose,
            sent_at: sent.sent_at,
            sent_by: sent.sent_by,
            closes_at: sent.closes_at,
            state: sent.state,
        }
    }
}

/// Lists the invitations to a quiz of the company, the last sent first.
#[utoipa::path(get, path = "/company/quizzes/{quiz_id}/invitations", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ListQuizInvitations),
    responses((status = 200, body = Page<SentQuizInvitation>), Problems))]
pub async fn list_quiz_invitations(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<QuizId>,
    Query(query): Query<ListQuizInvitations>,
) -> Result<Json<Page<SentQuizInvitation>>> {
    let AtQuiz { mut tx, .. } = read(&state, recruiter, id).await?;
    let page = PageParams { limit: query.limit, cursor: query.cursor };
    let limit = page.limit()?;
    let rows = invitations::sent(&mut *tx, id, query.state, page.after()?, i64::from(limit) + 1).await?;
    let key = |row: &Listed| TimeKey(row.sent_at, row.id.0);
    Ok(Json(Page::cut(rows, limit, key).map(SentQuizInvitation::from)))
}

/// Takes an invitation back while it is open; what was answered so far is erased. What was handed in stays.
#[utoipa::path(post, path = "/company/quizzes/{quiz_id}/invitations/{invitation_id}/withdrawal", tag = "quizzes",
    params(("quiz_id" = QuizId, Path), ("invitation_id" = QuizInvitationId, Path)),
    responses((status = 204), Problems))]
pub async fn take_back_quiz_invitation(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path((quiz, id)): Path<(QuizId, QuizInvitationId)>,
) -> Result<StatusCode> {
    let mut tx = state.pool.begin().await?;
    let is_theirs =
        |found: &invitations::Invitation| found.company == recruiter.company && found.quiz == quiz;
    let found = invitations::find(&mut *tx, id).await?;
    found.filter(is_theirs).ok_or_else(Error::not_found)?;
    let found = sending::lock_whole(&mut tx, id).await?.ok_or_else(Error::not_found)?;
    let step = (&found, InvitationMove::TakeBack);
    if !sending::step_back(&mut tx, &state.ids, step, state.clock.now()).await? {
        return Err(Error::illegal_state(found.state.as_str()));
    }
    let told = json!({ "invitation_id": id });
    note_quiz(&mut tx, &state, (quiz, recruiter), (Event::QuizTakenBack, told)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
