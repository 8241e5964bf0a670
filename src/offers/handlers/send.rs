//! Sending: everything is checked again, for each person, in the transaction that sends.

use std::collections::HashMap;

use axum::extract::State;
use carnet_index::VisibleProfile;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::drafts::selection;
use super::views::OfferView;
use super::{ensure_draft, find, lock};
use crate::catalog::Catalog;
use crate::companies::VerifiedRecruiter;
use crate::events::Event;
use crate::files;
use crate::ids::{OfferId, OfferRecipientId, PersonId, ProfileId, QuizInvitationId};
use crate::notices::NoticeKind;
use crate::offers::model::state::{Event as Move, State as OfferState};
use crate::offers::model::{USUAL_DAYS, days_after, end_of, forbidden_topics, midnight};
use crate::offers::policy;
use crate::offers::store::offers::Offer;
use crate::offers::store::recipients::{self, Filter, Order, Recipient};
use crate::offers::store::sending::{self, Eligible, SentTo, Terms};
use crate::offers::store::speakers;
use crate::offers::store::transitions::{self, By, Step};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{Code, Error, FieldError, Fields, IfMatch, Json, Path, Problems, Result};
use crate::platform::live::{self, Notice, Topic};
use crate::platform::state::AppState;
use crate::profiles::{self, Stage, Whose, Words, project, read_profiles};
use crate::quizzes::{self, NewQuizInvitation};

/// What became of a sending.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentOffer {
    offer: OfferView,
    /// How many people it was sent to.
    sent: usize,
    /// Those it could not be sent to. Whatever the reason, it is told the same.
    skipped: Vec<SkippedRecipient>,
}

/// Somebody an offer could not be sent to.
#[derive(Debug, Serialize, ToSchema)]
pub struct SkippedRecipient {
    profile_id: Option<ProfileId>,
    /// Always `not_available`.
    reason: &'static str,
    message: &'static str,
}

impl From<Option<ProfileId>> for SkippedRecipient {
    fn from(profile_id: Option<ProfileId>) -> Self {
        let message = "Cette personne ne peut pas recevoir cette offre pour le moment.";
        Self { profile_id, reason: "not_available", message }
    }
}

/// Sends an offer to each of those chosen, as an offer of their own: nobody sees the others. It cannot be changed any more.
///
/// What it lacks is refused by field. 409 `file_not_checked`, 410 `file_infected`: its document. 429-like limits are 409
/// `offer_quota_reached` (50 a day for one recruiter, 200 for a company; `current` says how many are left). People who cannot
/// receive it are skipped; 409 `nobody_to_send_to` when that leaves nobody, and nothing is sent.
#[utoipa::path(post, path = "/offers/{id}/send", tag = "offers",
    params(("id" = OfferId, Path), ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    responses((status = 200, body = SentOffer), Problems))]
pub async fn send_offer(
    State(state): State<AppState>,
    recruiter: VerifiedRecruiter,
    Path(id): Path<OfferId>,
    if_match: IfMatch,
) -> Result<Json<SentOffer>> {
    let mut tx = state.pool.begin().await?;
    sending::lock_company(&mut tx, recruiter.siren.as_str()).await?;
    let offer = lock(&mut tx, &state, recruiter, id).await?;
    ensure_draft(&offer)?;
    let (asked, version) = (if_match.version()?, offer.version);
    if asked != version {
        ensure_current(asked, version, &OfferView::of(&state, recruiter, offer.clone()).await?)?;
    }
    let sending = Sending::prepare(&mut tx, &state, recruiter, offer).await?;
    let skipped = sending.skipped(&mut tx).await?;
    sending.send(&mut tx, &state).await?;
    tx.commit().await?;
    let sent = sending.eligible.len();
    let offer = OfferView::of(&state, recruiter, find(&state, recruiter, id).await?).await?;
    Ok(Json(SentOffer { offer, sent, skipped }))
}

/// A sending that may take place.
struct Sending {
    recruiter: VerifiedRecruiter,
    offer: Offer,
    job: String,
    reply_by: NaiveDate,
    eligible: Vec<Eligible>,
    why: HashMap<ProfileId, Value>,
}

impl Sending {
    /// Checks the offer, its document, its people and the limits of the day.
    async fn prepare(
        tx: &mut Tx<'_>,
        state: &AppState,
        recruiter: VerifiedRecruiter,
        offer: Offer,
    ) -> Result<Self> {
        let (now, today) = (state.clock.now(), state.clock.today());
        let job = ensure_complete(tx, state, recruiter, &offer).await?;
        ensure_harmless(tx, state, &offer).await?;
        let sender = recruiter.actor.person;
        let terms = Terms { offer: offer.id, siren: recruiter.siren, job: &job, sender, now };
        let eligible = sending::eligible(tx, terms).await?;
        if eligible.is_empty() {
            return Err(Code::NobodyToSendTo.into());
        }
        let (own, all) = sending::sent_since(tx, sender, recruiter.siren, midnight(today)).await?;
        if let Err(refusal) = policy::ensure_room(own, all, eligible.len() as i64) {
            metrics::counter!("carnet_recruiter_quota_refusals_total", "quota" => "offers").increment(1);
            tracing::warn!(recruiter = %recruiter.recruiter, quota = "offers", own, all, "a recruiter reached a quota");
            return Err(refusal);
        }
        let why = explained(tx, state, &offer, &eligible).await?;
        let reply_by = offer.content.reply_by.unwrap_or_else(|| days_after(today, USUAL_DAYS));
        Ok(Self { recruiter, offer, job, reply_by, eligible, why })
    }

    /// Those it cannot be sent to, by their public profile.
    async fn skipped(&self, tx: &mut Tx<'_>) -> Result<Vec<SkippedRecipient>> {
        let filter = Filter { offer: Some(self.offer.id), ..Filter::default() };
        let chosen = recipients::list(&mut **tx, &filter, Order::Chosen(None), i64::MAX).await?;
        let is_eligible = |one: &Recipient| self.eligible.iter().any(|eligible| eligible.id == one.id);
        let skipped = chosen.into_iter().filter(|one| !is_eligible(one));
        Ok(skipped.map(|one| SkippedRecipient::from(one.profile)).collect())
    }

    async fn send(&self, tx: &mut Tx<'_>, state: &AppState) -> Result<()> {
        let (now, ends_at) = (state.clock.now(), end_of(self.reply_by));
        let sender = self.recruiter.actor.person;
        let by = By::Company(sender);
        let mut notices = Vec::with_capacity(self.eligible.len());
        for one in &self.eligible {
            let quiz = self.invite(tx, state, one.person).await?;
            let why = self.why.get(&one.profile).cloned();
            let sent = SentTo { id: one.id, job: &self.job, sender, why, quiz, ends_at };
            sending::mark_sent(tx, sent, now).await?;
            let step = Step { event: Move::Send, by: &by, reason: None, at: now };
            transitions::note(tx, &state.ids, one.id, (OfferState::Draft, OfferState::Sent), step).await?;
            profiles::advance_stage(tx, self.recruiter.company, one.person, Stage::Contacted, now).await?;
            notices.push(self.notice(one.person, one.id));
        }
        sending::seal(tx, self.offer.id, sender, (self.reply_by, ends_at), now).await?;
        live::tell(tx, &state.ids, &notices, now).await?;
        let people: Vec<PersonId> = self.eligible.iter().map(|one| one.person).collect();
        live::changed(tx, &people, Topic::Offers).await?;
        let colleagues = speakers::colleagues(tx, self.recruiter.company).await?;
        live::changed(tx, &colleagues, Topic::SentOffers).await?;
        self.record(tx, state).await
    }

    /// Invites somebody to the quiz that goes with the offer: it closes when the offer does.
    async fn invite(
        &self,
        tx: &mut Tx<'_>,
        state: &AppState,
        person: PersonId,
    ) -> Result<Option<QuizInvitationId>> {
        let Some(quiz) = self.offer.content.quiz else { return Ok(None) };
        let invitation = NewQuizInvitation {
            company: self.recruiter.company,
            quiz,
            person,
            purpose: Some(self.offer.content.title.clone()),
            closes_at: Some(end_of(self.reply_by)),
            sent_by: self.recruiter.recruiter,
        };
        Ok(Some(quizzes::invite_to_quiz(tx, &state.ids, &invitation, state.clock.now()).await?))
    }

    fn notice(&self, person: PersonId, id: OfferRecipientId) -> Notice {
        let facts = json!({
            "title": self.offer.content.title, "company": self.offer.company_name, "reply_by": self.reply_by,
        });
        Notice { person, kind: NoticeKind::OfferReceived, subject: id.0, facts }
    }

    /// Notes the sending: how many people, and about which forbidden topics its author had been warned.
    async fn record(&self, tx: &mut Tx<'_>, state: &AppState) -> Result<()> {
        let warned: usize =
            self.offer.content.texts().into_iter().map(|(_, text)| forbidden_topics(text).len()).sum();
        let entry = Entry::new(Event::OfferSent, state.clock.now(), "offer", self.offer.id.0)
            .by(self.recruiter.actor.person)
            .change(
                json!({ "status": "draft" }),
                json!({
                    "status": "sent", "recipients": self.eligible.len(), "warnings": warned,
                }),
            );
        Ok(audit::record(tx, &state.ids, entry).await?)
    }
}

/// Refuses an offer that lacks something, or names what is no longer there; gives its job.
async fn ensure_complete(
    tx: &mut Tx<'_>,
    state: &AppState,
    recruiter: VerifiedRecruiter,
    offer: &Offer,
) -> Result<String> {
    let mut fields = Fields::default();
    let catalog = state.part::<Catalog>().snapshot();
    offer.content.ensure_complete(&catalog, state.clock.today(), &mut fields);
    if let Some(quiz) = offer.content.quiz
        && quizzes::find_sendable_quiz(tx, recruiter.company, quiz).await?.is_none()
    {
        let message = "Ce quiz n’existe plus, ou n’est plus publié.";
        fields.push(FieldError::new("/quiz_id", "unknown_quiz", message));
    }
    if recipients::count(tx, offer.id).await? == 0 {
        fields.push(FieldError::new("/recipients", "required", "Choisissez d’abord à qui l’envoyer."));
    }
    fields.finish()?;
    let job = offer.content.job.as_ref().map(|job| job.code.clone());
    Ok(job.ok_or_else(|| anyhow::anyhow!("a complete offer has no job"))?)
}

/// Refuses a document that the antivirus has not cleared.
async fn ensure_harmless(tx: &mut Tx<'_>, state: &AppState, offer: &Offer) -> Result<()> {
    let Some(file) = offer.content.file else { return Ok(()) };
    let card = files::card(&mut **tx, file).await?.ok_or(Code::FileLost)?;
    card.scan.may_be_served(state.config.files.unchecked_files).map_err(Error::from)
}

/// How each person fares against the criteria that selected them, as they stand now.
async fn explained(
    tx: &mut Tx<'_>,
    state: &AppState,
    offer: &Offer,
    people: &[Eligible],
) -> Result<HashMap<ProfileId, Value>> {
    let Some(search) = &offer.content.search else { return Ok(HashMap::new()) };
    let selection = selection(state, "/search", search)?;
    let catalog = state.part::<Catalog>().snapshot();
    let words = state.part::<Words>().now();
    let profiles: Vec<_> = people.iter().map(|one| one.profile.0).collect();
    let read = read_profiles(tx, &profiles, Whose::Searchable, state.clock.today()).await?;
    let mut explained = HashMap::with_capacity(read.len());
    for raw in read {
        let profile = raw.profile_id;
        let visible: VisibleProfile = project(raw, &words);
        let why =
            serde_json::to_value(selection.explain(Some(&visible), &catalog)).map_err(anyhow::Error::from)?;
        explained.insert(profile, why);
    }
    Ok(explained)
}
