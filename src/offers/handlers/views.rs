//! Offers and those they are for, as the company sees them.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::mine_views::PastMove;
use crate::companies::{Role, VerifiedRecruiter};
use crate::files::{self, FileCard};
use crate::ids::{CompanyQuizId, OfferId, OfferRecipientId, ProfileId, QuizInvitationId};
use crate::offers::model::state::State;
use crate::offers::model::{
    Content, Contract, JobName, Pay, REMINDER_AFTER, RefusalReason, forbidden_topics,
};
use crate::offers::policy;
use crate::offers::store::offers::{self, Offer, Status};
use crate::offers::store::recipients::Recipient;
use crate::offers::store::transitions;
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::profiles::CriteriaBody;
use crate::quizzes::{self, ForbiddenTopic, QuizInvitationState};
use crate::sharing::{self, SharedItem};

/// An offer, as its company reads it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offer)]
pub struct OfferView {
    id: OfferId,
    status: Status,
    /// To be sent back as `If-Match`.
    version: i32,
    title: String,
    job: Option<JobName>,
    message: Option<String>,
    contract: Option<Contract>,
    place: Option<String>,
    weekly_minutes: Option<i32>,
    schedule: Option<String>,
    pay: Option<Pay>,
    starts_on: Option<NaiveDate>,
    reply_by: Option<NaiveDate>,
    /// The document that goes with it.
    file: Option<FileCard>,
    quiz: Option<OfferQuiz>,
    /// The criteria of the search that selected the people.
    search: Option<CriteriaBody>,
    /// What its texts seem to ask or tell that has no place in an offer.
    warnings: Vec<OfferWarning>,
    /// Who writes it, or sent it; null once their account is gone.
    author: Option<String>,
    /// Whether it is one's own.
    is_mine: bool,
    /// Whether one may write, send, remind of and withdraw it.
    can_act: bool,
    /// How many people it is for, by state.
    counts: BTreeMap<&'static str, i64>,
    /// To how many of those chosen it could not be sent.
    skipped: i32,
    /// Whether nobody can answer it at the moment: the account that sent it, or the company, may not recruit.
    is_paused: bool,
    sent_at: Option<DateTime<Utc>>,
    /// The first instant at which it is too late to answer.
    ends_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    /// Of the people just named, those who were not added.
    not_added: Vec<ProfileId>,
}

/// The quiz that goes with an offer.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferQuiz {
    /// The quiz.
    pub id: CompanyQuizId,
    /// Its title; null when it can no longer be sent.
    pub title: Option<String>,
    /// How long it may take.
    pub minutes: Option<i32>,
    /// How many questions it asks.
    pub questions: Option<i64>,
    /// The person's invitation to it.
    pub invitation_id: Option<QuizInvitationId>,
}

/// What a text seems to touch that has no place in an offer (article L1132-1 of the Code du travail).
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferWarning {
    /// JSON pointer to the text.
    pointer: &'static str,
    topic: ForbiddenTopic,
    /// What people read.
    message: String,
}

/// What texts seem to touch that has no place in an offer.
fn warnings(content: &Content) -> Vec<OfferWarning> {
    let of = |(pointer, text): (&'static str, &str)| {
        let topics = forbidden_topics(text).into_iter();
        topics
            .map(|topic| OfferWarning { pointer, topic, message: topic.warning().to_owned() })
            .collect::<Vec<_>>()
    };
    content.texts().into_iter().flat_map(of).collect()
}

/// The quiz of an offer as it is now.
pub async fn quiz(state: &AppState, offer: &Offer) -> Result<Option<OfferQuiz>> {
    let Some(id) = offer.content.quiz else { return Ok(None) };
    let mut connection = state.pool.acquire().await?;
    let found = quizzes::find_sendable_quiz(&mut connection, offer.company, id).await?;
    let (minutes, questions) =
        found.as_ref().map_or((None, None), |quiz| (quiz.minutes, Some(quiz.questions)));
    let title = found.map(|quiz| quiz.title);
    Ok(Some(OfferQuiz { id, title, minutes, questions, invitation_id: None }))
}

impl OfferView {
    /// Draws one offer.
    pub async fn of(state: &AppState, recruiter: VerifiedRecruiter, offer: Offer) -> Result<Self> {
        let counts = offers::counts(&state.pool, &[offer.id]).await?;
        let file = match offer.content.file {
            Some(file) => files::card(&state.pool, file).await?,
            None => None,
        };
        let quiz = quiz(state, &offer).await?;
        let person = recruiter.actor.person;
        let can_act = policy::may_act(offer.hold, person, recruiter.role == Role::Admin).is_ok();
        let warnings = warnings(&offer.content);
        let content = offer.content;
        Ok(Self {
            id: offer.id,
            status: offer.status,
            version: offer.version,
            title: content.title,
            job: content.job,
            message: content.message,
            contract: content.contract,
            place: content.place,
            weekly_minutes: content.weekly_minutes,
            schedule: content.schedule,
            pay: content.pay,
            starts_on: content.starts_on,
            reply_by: content.reply_by,
            file,
            quiz,
            search: content.search,
            warnings,
            author: offer.sender_name,
            is_mine: offer.hold.author == Some(person),
            can_act,
            counts: by_state(offer.id, &counts),
            skipped: offer.skipped,
            is_paused: offer.is_paused,
            sent_at: offer.sent_at,
            ends_at: offer.ends_at,
            created_at: offer.created_at,
            updated_at: offer.updated_at,
            not_added: Vec::new(),
        })
    }

    /// The same, naming those who were not added.
    pub fn without(self, not_added: Vec<ProfileId>) -> Self {
        Self { not_added, ..self }
    }

    /// To be sent back as `If-Match`.
    pub const fn version(&self) -> i32 {
        self.version
    }
}

/// How many people one of these offers is for, by state.
pub fn by_state(offer: OfferId, counts: &[(OfferId, State, i64)]) -> BTreeMap<&'static str, i64> {
    let own = counts.iter().filter(|(of, ..)| *of == offer);
    own.map(|(_, state, count)| (state.as_str(), *count)).collect()
}

/// Somebody an offer is for, as its company sees them: first name, last name, and where the offer stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OfferRecipient)]
pub struct RecipientView {
    id: OfferRecipientId,
    /// The public profile; null once the account is gone, or what is kept says nothing of anybody any more.
    profile_id: Option<ProfileId>,
    first_name: Option<String>,
    last_name: Option<String>,
    state: State,
    /// Since when; of what is kept by months, the first of the month.
    state_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    answered_at: Option<DateTime<Utc>>,
    /// Why they said no, where they said it.
    refusal_reason: Option<RefusalReason>,
    /// From when on one may remind them; null when that is over, or was done.
    remind_from: Option<DateTime<Utc>>,
    reminded_at: Option<DateTime<Utc>>,
    /// How far the quiz is that went with it.
    quiz: Option<QuizInvitationState>,
    /// Until when they agreed to be kept in mind.
    pool_until: Option<DateTime<Utc>>,
    /// Whether it says nothing of anybody any more.
    is_anonymous: bool,
}

impl RecipientView {
    /// Draws several, with where their quizzes are.
    pub async fn all(state: &AppState, recipients: Vec<Recipient>) -> Result<Vec<Self>> {
        let invitations: Vec<QuizInvitationId> =
            recipients.iter().filter_map(|recipient| recipient.quiz_invitation).collect();
        let mut connection = state.pool.acquire().await?;
        let states = quizzes::quiz_invitation_states(&mut connection, &invitations).await?;
        let states: HashMap<QuizInvitationId, QuizInvitationState> = states.into_iter().collect();
        let draw = |recipient: Recipient| {
            let quiz = recipient.quiz_invitation.and_then(|id| states.get(&id).copied());
            Self::draw(recipient, quiz)
        };
        Ok(recipients.into_iter().map(draw).collect())
    }

    fn draw(recipient: Recipient, quiz: Option<QuizInvitationState>) -> Self {
        let may_remind = recipient.state.is_pending() && recipient.reminded_at.is_none();
        Self {
            id: recipient.id,
            profile_id: recipient.profile,
            first_name: recipient.first_name,
            last_name: recipient.last_name,
            state: recipient.state,
            state_at: recipient.state_at,
            sent_at: recipient.sent_at,
            answered_at: recipient.answered_at,
            refusal_reason: recipient.refusal_reason,
            remind_from: recipient.sent_at.filter(|_| may_remind).map(|at| at + REMINDER_AFTER),
            reminded_at: recipient.reminded_at,
            quiz,
            pool_until: recipient.pool_until,
            is_anonymous: recipient.is_anonymous,
        }
    }
}

/// One person in detail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OfferRecipientDetail)]
pub struct RecipientDetail {
    #[serde(flatten)]
    recipient: RecipientView,
    /// What they share for this offer, and what they took back.
    shared: Vec<SharedItem>,
    /// What happened, oldest first.
    history: Vec<PastMove>,
}

impl RecipientDetail {
    /// Draws one person.
    pub async fn of(state: &AppState, recruiter: VerifiedRecruiter, recipient: Recipient) -> Result<Self> {
        let (id, now) = (recipient.id, state.clock.now());
        let history = transitions::history(&state.pool, id).await?;
        let mut tx = state.pool.begin().await?;
        let shared = sharing::shared_with_company(&mut tx, recruiter.company, id, now).await?;
        if let Some(person) = recipient.person {
            // The person reads who saw what they share.
            sharing::record_shared_reading(&mut tx, &recruiter, person, &shared, now).await?;
        }
        tx.commit().await?;
        let mut drawn = RecipientView::all(state, vec![recipient]).await?;
        let recipient = drawn.pop().ok_or_else(|| anyhow::anyhow!("a recipient is not drawn"))?;
        Ok(Self { recipient, shared, history: history.into_iter().map(PastMove::from).collect() })
    }
}
