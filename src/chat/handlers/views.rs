//! Rooms and messages as people read them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::chat::model::lifetime::EDITABLE;
use crate::chat::model::message::{State, excerpt};
use crate::chat::model::place::Place;
use crate::chat::model::room::Side;
use crate::chat::policy;
use crate::chat::store::messages::{self, Message};
use crate::files::{self, FileCard};
use crate::ids::{MessageId, PersonId, ProfileId};

/// Whose account is gone.
pub const ERASED: &str = "Compte supprimé";

/// Who wrote a message.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = RoomAuthor)]
pub struct Author {
    /// Their public id; null once their account is gone.
    profile_id: Option<ProfileId>,
    /// First and last name, or « Compte supprimé ».
    name: String,
    /// As whom they wrote.
    side: Side,
    /// Whether it was the reader.
    is_me: bool,
}

/// The beginning of the message that another one answers.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = RoomQuote)]
pub struct Quote {
    id: MessageId,
    position: Option<i64>,
    author: Author,
    /// Null when it is not read (any more).
    text: Option<String>,
}

/// A message.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = RoomMessage)]
pub struct MessageView {
    id: MessageId,
    /// Its place in the room; null while it waits.
    position: Option<i64>,
    /// The room's position at its newest change.
    change: i64,
    state: State,
    author: Author,
    /// Null when it is deleted, removed or hidden, or its author is blocked.
    text: Option<String>,
    /// Whether the reader blocked its author: nothing of it is shown.
    is_blocked: bool,
    reply_to: Option<Quote>,
    /// Who is named.
    mentions: Vec<ProfileId>,
    /// Whether everybody is.
    mentions_everybody: bool,
    /// Whether the reader is.
    mentions_me: bool,
    files: Vec<FileCard>,
    /// What the device drew; to the author alone.
    client_id: Option<Uuid>,
    sent_at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
    /// Until when its author edits it; null for the others, and afterwards.
    editable_until: Option<DateTime<Utc>>,
    /// To be sent back as `If-Match`.
    version: i32,
}

impl MessageView {
    /// Raised by every edit.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// Its place in the room.
    pub fn position(&self) -> Option<i64> {
        self.position
    }

    /// Where it stands among those that wait.
    pub fn key(&self) -> (DateTime<Utc>, MessageId) {
        (self.sent_at, self.id)
    }

    /// The room's position at its newest change.
    pub fn change(&self) -> i64 {
        self.change
    }
}

/// The author of a message, for this reader.
pub fn author(message: &Message, reader: PersonId) -> Author {
    let name = match (&message.first_name, &message.last_name) {
        (Some(first), Some(last)) => format!("{first} {last}"),
        _ => ERASED.to_owned(),
    };
    let is_me = message.author == Some(reader);
    Author { profile_id: message.profile, name, side: message.side, is_me }
}

/// Whether this reader reads what a message says and holds.
pub fn shows(message: &Message, place: &Place, now: DateTime<Utc>) -> bool {
    let is_mine = message.author == Some(place.person);
    match message.state {
        State::Visible => !message.is_blocked,
        State::Waiting | State::Refused => is_mine || policy::side(place, now) == Some(Side::Staff),
        State::Hidden | State::Deleted | State::Removed => false,
    }
}

/// These messages as somebody reads them, in this order.
pub async fn of_messages(
    db: &mut PgConnection,
    place: &Place,
    ids: &[MessageId],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<MessageView>> {
    let found = messages::find(db, place.person, ids).await?;
    let answered: Vec<MessageId> = found.iter().filter_map(|message| message.reply_to).collect();
    let quoted = messages::find(db, place.person, &answered).await?;
    let mentions = messages::mentions(db, ids).await?;
    let belonging = messages::files(db, ids).await?;
    let cards = files::cards(&mut *db, &belonging.iter().map(|(_, file)| *file).collect::<Vec<_>>()).await?;
    let card = |file| cards.iter().find(|card| card.id == file).cloned();
    let view = |id: &MessageId| {
        let message = found.iter().find(|message| message.id == *id)?;
        let is_shown = shows(message, place, now);
        let quote = message.reply_to.and_then(|id| quoted.iter().find(|other| other.id == id));
        let files = belonging.iter().filter(|(of, _)| is_shown && of == id);
        let named = mentions.iter().filter(|(of, _)| is_shown && of == id);
        Some(MessageView {
            id: *id,
            position: message.position,
            change: message.change,
            state: message.state,
            author: author(message, place.person),
            text: message.text.clone().filter(|_| is_shown),
            is_blocked: message.is_blocked,
            reply_to: quote.filter(|_| is_shown).map(|other| quote_of(other, place, now)),
            mentions: named.map(|(_, profile)| *profile).collect(),
            mentions_everybody: is_shown && message.mentions_everybody,
            mentions_me: is_shown && message.mentions_me,
            files: files.filter_map(|(_, file)| card(*file)).collect(),
            client_id: (message.author == Some(place.person)).then_some(message.client_id),
            sent_at: message.sent_at,
            edited_at: message.edited_at,
            editable_until: editable_until(message, place, now),
            version: message.version,
        })
    };
    Ok(ids.iter().filter_map(view).collect())
}

fn quote_of(message: &Message, place: &Place, now: DateTime<Utc>) -> Quote {
    let text = message.text.as_deref().filter(|_| shows(message, place, now)).map(excerpt);
    Quote { id: message.id, position: message.position, author: author(message, place.person), text }
}

fn editable_until(message: &Message, place: &Place, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let until = message.sent_at + EDITABLE;
    let is_mine = message.author == Some(place.person);
    let is_there = matches!(message.state, State::Visible | State::Waiting);
    (is_mine && is_there && now < until).then_some(until)
}
