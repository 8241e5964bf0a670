//! Offers as the person who received them sees them: one serialisation, for them and for the preview.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::drafts::selection;
use super::views::{OfferQuiz, quiz};
use crate::catalog::Catalog;
use crate::companies::{Siret, VerifiedRecruiter};
use crate::files::{self, FileCard};
use crate::ids::{OfferRecipientId, ProfileId};
use crate::offers::model::state::State;
use crate::offers::model::{
    AnswerDuty, Contract, JobName, Pay, RefusalReason, UNDO, USUAL_DAYS, days_after, end_of,
};
use crate::offers::store::duty;
use crate::offers::store::offers::{self, Filter as OfferFilter, Offer};
use crate::offers::store::recipients::{self, Filter, Recipient};
use crate::offers::store::transitions::{self, Past};
use crate::platform::http::{Error, Result};
use crate::platform::state::AppState;
use crate::profiles::{Explained, Whose, Words, project, read_profiles};
use crate::sharing::{self, ShareView};

/// Who writes: what an offer must say of an employer.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferCompany {
    /// The company's name, or its number where the register masks it.
    pub name: String,
    /// The establishment's number.
    pub siret: String,
}

/// A move that was made, as both sides read it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OfferMove)]
pub struct PastMove {
    /// Where it led.
    state: State,
    /// Who made it: `person`, `company`, or `clock`.
    actor: String,
    /// Why, where the company said it.
    reason: Option<String>,
    at: DateTime<Utc>,
}

impl From<Past> for PastMove {
    fn from(past: Past) -> Self {
        Self { state: past.to, actor: past.actor, reason: past.reason, at: past.at }
    }
}

/// An offer, as the person who received it reads it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyOffer)]
pub struct MyOfferView {
    /// Null in a preview.
    id: Option<OfferRecipientId>,
    state: State,
    /// To be sent back as `If-Match` with an answer.
    version: i32,
    company: OfferCompany,
    /// Who sends it; null once their account is gone.
    sender: Option<String>,
    title: String,
    job: Option<JobName>,
    message: Option<String>,
    contract: Option<Contract>,
    place: Option<String>,
    weekly_minutes: Option<i32>,
    schedule: Option<String>,
    pay: Option<Pay>,
    starts_on: Option<NaiveDate>,
    reply_by: NaiveDate,
    /// The first instant at which it is too late to answer.
    ends_at: DateTime<Utc>,
    /// Whether it cannot be answered at the moment, because the company may not recruit.
    is_paused: bool,
    /// The document that goes with it; null once the offer is over.
    file: Option<FileCard>,
    quiz: Option<OfferQuiz>,
    /// The criteria that selected the person, and how they fared against each; null when they were chosen one by one.
    why: Option<Explained>,
    /// How the company answers those who accept.
    answers: AnswerDuty,
    sent_at: Option<DateTime<Utc>>,
    answered_at: Option<DateTime<Utc>>,
    /// Until when the answer can be taken back; null when it cannot.
    undo_until: Option<DateTime<Utc>>,
    refusal_reason: Option<RefusalReason>,
    /// Until when the person agreed to be kept in mind.
    pool_until: Option<DateTime<Utc>>,
    /// What the person shares for it, and what they took back.
    shares: Vec<ShareView>,
    /// What happened, oldest first.
    history: Vec<PastMove>,
}

/// What is about one person, and not about the offer.
struct Own {
    recipient: Option<Recipient>,
    why: Option<Explained>,
    shares: Vec<ShareView>,
    history: Vec<PastMove>,
}

impl MyOfferView {
    /// Draws what somebody received.
    pub async fn of(state: &AppState, recipient: Recipient) -> Result<Self> {
        let filter = OfferFilter { id: Some(recipient.offer), ..OfferFilter::default() };
        let offer = offers::find(&state.pool, filter).await?.ok_or_else(Error::not_found)?;
        let history = transitions::history(&state.pool, recipient.id).await?;
        let mut connection = state.pool.acquire().await?;
        let shares = sharing::shares_of_purpose(&mut connection, recipient.id).await?;
        drop(connection);
        let why = recipient.why.clone().map(serde_json::from_value).transpose();
        let own = Own {
            why: why.map_err(anyhow::Error::from)?,
            shares,
            history: history.into_iter().map(PastMove::from).collect(),
            recipient: Some(recipient),
        };
        Self::draw(state, offer, own).await
    }

    /// Draws an offer as if it were sent now, to one of those chosen or to nobody in particular.
    pub async fn preview(
        state: &AppState,
        recruiter: VerifiedRecruiter,
        mut offer: Offer,
        to: Option<OfferRecipientId>,
    ) -> Result<Self> {
        let profile = match to {
            None => None,
            Some(id) => {
                let filter = Filter { id: Some(id), offer: Some(offer.id), ..Filter::default() };
                let chosen = recipients::find(&state.pool, &filter).await?.ok_or_else(Error::not_found)?;
                Some(chosen.profile.ok_or_else(Error::not_found)?)
            }
        };
        let why = why(state, recruiter, &offer, profile).await?;
        let today = state.clock.today();
        offer.content.reply_by.get_or_insert_with(|| days_after(today, USUAL_DAYS));
        let own = Own { recipient: None, why, shares: Vec::new(), history: Vec::new() };
        Self::draw(state, offer, own).await
    }

    async fn draw(state: &AppState, offer: Offer, own: Own) -> Result<Self> {
        let recipient = own.recipient.as_ref();
        let stands = recipient.map_or(State::Sent, |recipient| recipient.state);
        let file = match offer.content.file {
            Some(file) if stands.shows_file() => files::card(&state.pool, file).await?,
            _ => None,
        };
        let mut quiz = quiz(state, &offer).await?;
        if let (Some(quiz), Some(recipient)) = (&mut quiz, recipient) {
            quiz.invitation_id = recipient.quiz_invitation;
        }
        let now = state.clock.now();
        let siren = siren(&offer)?;
        let answers = duty::of_company(&state.pool, &siren, now).await?;
        let content = offer.content;
        let reply_by = content.reply_by.ok_or_else(|| anyhow::anyhow!("a sent offer has no last day"))?;
        let undo_until = recipient.and_then(undo_until).filter(|until| *until > now);
        Ok(Self {
            id: recipient.map(|recipient| recipient.id),
            state: stands,
            version: recipient.map_or(1, |recipient| recipient.version),
            company: OfferCompany { name: offer.company_name, siret: offer.company_siret },
            sender: offer.sender_name,
            title: content.title,
            job: content.job,
            message: content.message,
            contract: content.contract,
            place: content.place,
            weekly_minutes: content.weekly_minutes,
            schedule: content.schedule,
            pay: content.pay,
            starts_on: content.starts_on,
            reply_by,
            ends_at: offer.ends_at.unwrap_or_else(|| end_of(reply_by)),
            is_paused: offer.is_paused,
            file,
            quiz,
            why: own.why,
            answers,
            sent_at: recipient.and_then(|recipient| recipient.sent_at),
            answered_at: recipient.and_then(|recipient| recipient.answered_at),
            undo_until,
            refusal_reason: recipient.and_then(|recipient| recipient.refusal_reason),
            pool_until: recipient.and_then(|recipient| recipient.pool_until),
            shares: own.shares,
            history: own.history,
        })
    }

    /// To be sent back as `If-Match`.
    pub const fn version(&self) -> i32 {
        self.version
    }
}

/// Until when an answer can be taken back.
pub fn undo_until(recipient: &Recipient) -> Option<DateTime<Utc>> {
    let answered = matches!(recipient.state, State::Accepted | State::Refused);
    recipient.answered_at.filter(|_| answered).map(|at| at + UNDO)
}

fn siren(offer: &Offer) -> Result<String> {
    let siret: Siret =
        offer.company_siret.parse().map_err(|error| anyhow::anyhow!("a stored SIRET: {error}"))?;
    Ok(siret.siren().as_str().to_owned())
}

/// The criteria, and how somebody fares against them now; somebody the company may no longer see fares like nobody.
async fn why(
    state: &AppState,
    recruiter: VerifiedRecruiter,
    offer: &Offer,
    profile: Option<ProfileId>,
) -> Result<Option<Explained>> {
    let Some(search) = &offer.content.search else { return Ok(None) };
    let selection = selection(state, "/search", search)?;
    let (catalog, words) = (state.part::<Catalog>().snapshot(), state.part::<Words>().now());
    let mut found = None;
    if let Some(profile) = profile {
        let is_seen =
            sharing::is_seen_by(state.part(), profile, recruiter.actor.session, recruiter.siren).await?;
        let mut connection = state.pool.acquire().await?;
        let ids = if is_seen { vec![profile.0] } else { Vec::new() };
        let read = read_profiles(&mut connection, &ids, Whose::Searchable, state.clock.today()).await?;
        found = read.into_iter().next().map(|raw| project(raw, &words));
    }
    Ok(Some(selection.explain(found.as_ref(), &catalog)))
}

/// An offer in the person's list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyOfferLine)]
pub struct MyOfferLine {
    id: OfferRecipientId,
    state: State,
    /// To be sent back as `If-Match` with an answer.
    version: i32,
    /// The company's name.
    company: String,
    title: String,
    sent_at: Option<DateTime<Utc>>,
    /// The first instant at which it is too late to answer.
    ends_at: Option<DateTime<Utc>>,
    answered_at: Option<DateTime<Utc>>,
    /// Whether it cannot be answered at the moment.
    is_paused: bool,
}

impl From<Recipient> for MyOfferLine {
    fn from(recipient: Recipient) -> Self {
        Self {
            id: recipient.id,
            state: recipient.state,
            version: recipient.version,
            company: recipient.company_name,
            title: recipient.title,
            sent_at: recipient.sent_at,
            ends_at: recipient.ends_at,
            answered_at: recipient.answered_at,
            is_paused: recipient.is_paused,
        }
    }
}
