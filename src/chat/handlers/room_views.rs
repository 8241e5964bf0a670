//! A room as people read it: what it is, who writes, how long it is kept, who is waited for.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;

use super::views::ERASED;
use crate::chat::model::lifetime;
use crate::chat::model::place::{Of, OfOffer, OfSession, Place};
use crate::chat::model::room::{Kind, Level, Side, State as RoomState, Writing};
use crate::chat::policy::{self, Taken};
use crate::chat::store::rooms::{self, LastWord, Unread};
use crate::ids::{ChatRoomId, OfferRecipientId, OrganisationId, PersonId, TrainingSessionId};
use crate::platform::http::{Code, Error, Result};
use crate::sessions::Status;

/// The session a room belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionOfRoom {
    id: TrainingSessionId,
    title: String,
    organisation_id: OrganisationId,
    organisation_name: String,
}

/// The offer a private room belongs to, and the other of the two.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferOfRoom {
    recipient_id: OfferRecipientId,
    title: String,
    /// Null when the register masks it: people read the SIRET.
    company_name: Option<String>,
    siret: String,
    /// The person who accepted, or « Compte supprimé ».
    person: String,
    /// Who writes for the company, or « Compte supprimé ».
    recruiter: String,
    state: RoomState,
}

/// Why nobody writes, or the reader does not.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadOnly {
    code: Code,
    /// The sentence people read.
    told: &'static str,
}

/// How long what is in the room is kept: the same for everybody in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomRetention {
    /// When it is deleted. In a private room a message begins the month anew; reading does not.
    deleted_at: DateTime<Utc>,
    /// The room of a session is read only from then on; null: not yet known, or a private room.
    read_only_from: Option<DateTime<Utc>>,
    /// A message was reported: nothing is deleted before the decision, nor after this.
    held_until: Option<DateTime<Utc>>,
    /// The sentence people read: « supprimé le 12/11/2026 sans message ».
    told: String,
}

/// Who is waited for in a private room.
#[derive(Debug, Serialize, ToSchema)]
pub struct Waiting {
    /// Whether it is the reader.
    is_me: bool,
    since: DateTime<Utc>,
    /// Midnights since then, in Paris.
    days: i64,
    /// The sentence people read: « en attente de votre réponse depuis 9 jours ».
    told: String,
}

/// A room.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChatRoom)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that a page asks")]
pub struct RoomView {
    id: ChatRoomId,
    kind: Kind,
    /// Its name; of a private room, the other of the two.
    name: String,
    session: Option<SessionOfRoom>,
    offer: Option<OfferOfRoom>,
    /// As whom the reader is in it.
    side: Side,
    writing: Writing,
    /// Null when the reader may write.
    read_only: Option<ReadOnly>,
    /// Whether what the reader writes waits to be let through.
    needs_approval: bool,
    may_moderate: bool,
    /// Its newest change: whoever has seen it asks for nothing.
    position: i64,
    /// Up to where the reader has read.
    read_position: i64,
    /// Unread messages of others; 100: there may be more.
    unread: i64,
    /// Those among them that name the reader.
    mentions: i64,
    is_marked_unread: bool,
    level: Level,
    is_muted: bool,
    silenced_until: Option<DateTime<Utc>>,
    opened_at: DateTime<Utc>,
    last_message_at: Option<DateTime<Utc>>,
    retention: RoomRetention,
    /// Private rooms alone, once something was said.
    waiting: Option<Waiting>,
    /// Of its settings, to be sent back as `If-Match`.
    version: i32,
}

impl RoomRetention {
    fn of_session(of: &OfSession) -> Self {
        let is_over = matches!(of.status, Status::Closed | Status::Cancelled);
        let last = lifetime::kept_until(of.ends_on, of.retention);
        let deleted_at = lifetime::end_of(last);
        Self {
            deleted_at,
            read_only_from: is_over.then(|| lifetime::read_only_from(of.status_at)),
            held_until: None,
            told: format!("Conservé avec la session, jusqu’au {}", lifetime::french_day(deleted_at)),
        }
    }

    fn of_offer(of: &OfOffer, now: DateTime<Utc>) -> Self {
        let day = lifetime::french_day(of.ends_at);
        let held_until = of.held_until.filter(|until| now < *until);
        let told = match (held_until, policy::state(of)) {
            (Some(until), _) => format!(
                "Conservé jusqu’à la décision sur un signalement, au plus tard le {}",
                lifetime::french_day(until)
            ),
            (None, RoomState::Open) => format!("Supprimé le {day} sans message"),
            (None, _) => format!("Fermé\u{a0}: supprimé le {day}"),
        };
        Self { deleted_at: of.ends_at, read_only_from: None, held_until, told }
    }
}

impl Waiting {
    fn of(word: &LastWord, side: Side, now: DateTime<Utc>) -> Self {
        let (is_me, days) = (word.side != side, lifetime::days_waiting(word.since, now));
        let whom = if is_me { "votre réponse" } else { "sa réponse" };
        let since = match days {
            0 => "aujourd’hui".to_owned(),
            1 => "hier".to_owned(),
            days => format!("{days}\u{a0}jours"),
        };
        Self { is_me, since: word.since, days, told: format!("En attente de {whom} depuis {since}") }
    }
}

fn full_name(name: Option<&(String, String)>) -> String {
    name.map_or_else(|| ERASED.to_owned(), |(first, last)| format!("{first} {last}"))
}

fn offer_of(of: &OfOffer) -> OfferOfRoom {
    OfferOfRoom {
        recipient_id: of.recipient,
        title: of.title.clone(),
        company_name: of.company_name.clone(),
        siret: of.siret.clone(),
        person: full_name(of.candidate_name.as_ref()),
        recruiter: full_name(of.recruiter_name.as_ref()),
        state: policy::state(of),
    }
}

fn session_of(of: &OfSession) -> SessionOfRoom {
    SessionOfRoom {
        id: of.session,
        title: of.title.clone(),
        organisation_id: of.organisation,
        organisation_name: of.organisation_name.clone(),
    }
}

/// The name of a room, for somebody on this side of it.
pub fn name_of(place: &Place, side: Side) -> String {
    match &place.of {
        Of::Session(of) => of.name.clone(),
        Of::Offer(of) if side == Side::Company => full_name(of.candidate_name.as_ref()),
        Of::Offer(of) => of.company_name.clone().unwrap_or_else(|| of.siret.clone()),
    }
}

fn view(place: &Place, side: Side, unread: Unread, word: Option<&LastWord>, now: DateTime<Utc>) -> RoomView {
    let writes = policy::may_write(place, now);
    let read_only = writes.as_ref().err().map(Error::code).map(|code| ReadOnly { code, told: code.title() });
    let (session, offer, retention) = match &place.of {
        Of::Session(of) => (Some(session_of(of)), None, RoomRetention::of_session(of)),
        Of::Offer(of) => (None, Some(offer_of(of)), RoomRetention::of_offer(of, now)),
    };
    RoomView {
        id: place.room,
        kind: place.kind,
        name: name_of(place, side),
        session,
        offer,
        side,
        writing: place.writing,
        read_only,
        needs_approval: writes.is_ok_and(|(_, taken)| taken == Taken::OnceApproved),
        may_moderate: policy::may_moderate(place, now).is_ok(),
        position: place.position,
        read_position: place.own.read_position,
        unread: unread.messages,
        mentions: unread.mentions,
        is_marked_unread: place.own.is_marked_unread,
        level: place.level(),
        is_muted: place.own.is_muted,
        silenced_until: place.own.silenced_until.filter(|until| now < *until),
        opened_at: place.opened_at,
        last_message_at: place.last_message_at,
        retention,
        waiting: word.map(|word| Waiting::of(word, side, now)),
        version: place.version,
    }
}

/// These rooms as somebody reads them, in this order; those they do not read are left out.
pub async fn views(
    db: &mut PgConnection,
    places: &[Place],
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<RoomView>> {
    let followed: Vec<Place> = places.iter().filter(|place| policy::follows(place)).cloned().collect();
    let unread = rooms::unread(db, person, &followed).await?;
    let private: Vec<ChatRoomId> =
        places.iter().filter(|place| place.kind == Kind::Private).map(|place| place.room).collect();
    let words = rooms::last_words(db, &private).await?;
    let found = places.iter().filter_map(|place| {
        let side = policy::side(place, now)?;
        let none = Unread { room: place.room, messages: 0, mentions: 0 };
        let unread = unread.iter().find(|one| one.room == place.room).copied().unwrap_or(none);
        Some(view(place, side, unread, words.iter().find(|word| word.room == place.room), now))
    });
    Ok(found.collect())
}

/// One room, as somebody reads it.
pub async fn one(db: &mut PgConnection, place: &Place, now: DateTime<Utc>) -> Result<RoomView> {
    let found = views(db, std::slice::from_ref(place), place.person, now).await?.pop();
    found.ok_or_else(Error::not_found)
}

impl RoomView {
    /// Of its settings.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// Where it stands in the list: by what was last written, or its opening.
    pub fn key(&self) -> (DateTime<Utc>, ChatRoomId) {
        (self.last_message_at.unwrap_or(self.opened_at), self.id)
    }
}
