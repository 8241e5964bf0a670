//! The title and the place of a session, put right after it has ended.

use axum::extract::State;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::sessions::ensure_version;
use super::slot_rectify::seal_words;
use super::views::{SessionView, view};
use super::{Subject, begin};
use crate::actor::Actor;
use crate::events::Event;
use crate::ids::{OrganisationId, TrainingSessionId};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Fields, IfMatch, Json, Path, Problems, Result, Versioned, texts};
use crate::platform::state::AppState;
use crate::sessions::model::Move;
use crate::sessions::model::words::{Word, WordChange};
use crate::sessions::store::keeper::Keeper;
use crate::sessions::store::{sessions, slots};

/// What is right about a session that has ended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionCorrection {
    /// 2 to 200 characters.
    title: String,
    /// Room or address, 300 characters at most; may be empty.
    place: String,
    /// Why it was wrong, 1 to 500 characters: sheets show it.
    reason: String,
}

/// A correction that was read.
struct Right {
    title: String,
    place: String,
    reason: String,
}

impl SessionCorrection {
    fn parse(&self) -> Result<Right> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 2..=200)).unwrap_or_default();
        let place = fields.check(texts::line("/place", &self.place, 0..=300)).unwrap_or_default();
        let reason = fields.check(texts::line("/reason", &self.reason, 1..=500)).unwrap_or_default();
        fields.finish()?;
        Ok(Right { title, place, reason })
    }
}

/// Puts right what a session that has ended was called, and where it took place, as long as its papers are kept. What sealed
/// sheets said stays readable: the change and its reason are further links of their chain, and are printed. Slots that have
/// a place of their own keep it.
#[utoipa::path(post, path = "/organisations/{id}/sessions/{session_id}/rectify", tag = "sessions",
    params(("id" = OrganisationId, Path), ("session_id" = TrainingSessionId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes")),
    request_body = SessionCorrection, responses((status = 200, body = SessionView), Problems))]
pub async fn rectify_session(
    State(state): State<AppState>,
    actor: Actor,
    Path(subject): Path<Subject>,
    if_match: IfMatch,
    Json(request): Json<SessionCorrection>,
) -> Result<Versioned<SessionView>> {
    let (mut tx, card) = begin(&state, actor, subject, Move::Rectify).await?;
    ensure_version(&mut tx, &state, &card, if_match).await?;
    let Right { title, place, reason } = request.parse()?;
    if (&card.title, &card.place) == (&title, &place) {
        let told = "C’est déjà le titre et le lieu de la session.";
        return Err(Error::field("/title", "nothing_changed", told));
    }
    state.part::<Keeper>().ensure_kept(&mut tx, &state, card.id).await?;
    let change =
        |what, before: &str, after: &str| WordChange { what, before: before.into(), after: after.into() };
    // Read before the place changes: these sheets were sealed with it.
    let in_its_place = slots::sealed_in_its_place(&mut *tx, card.id).await?;
    sessions::put_right(&mut tx, card.id, (&title, &place), actor.person, state.clock.now()).await?;
    let why = (actor, reason.as_str());
    if card.title != title && slots::any_sealed(&mut *tx, card.id).await? {
        let titles = vec![change(Word::SessionTitle, &card.title, &title)];
        seal_words(&mut tx, &state, &card, (None, titles), why).await?;
    }
    if card.place != place {
        for slot in in_its_place {
            let places = vec![change(Word::Place, &card.place, &place)];
            seal_words(&mut tx, &state, &card, (Some(slot), places), why).await?;
        }
    }
    let entry = Entry::new(Event::SessionRectified, state.clock.now(), "training_session", card.id.0)
        .by(actor.person)
        .within(card.organisation)
        .because(&reason)
        .change(
            json!({ "title": card.title, "place": card.place }),
            json!({ "title": title, "place": place }),
        );
    audit::record(&mut tx, &state.ids, entry).await?;
    let view = view(&mut tx, &state, subject).await?;
    tx.commit().await?;
    Ok(Versioned(view.version, view))
}
