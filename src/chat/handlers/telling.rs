//! Who is told of a message: those it names, those who want to know of each, and the open pages of everybody who reads the room.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::room_views::name_of;
use crate::chat::model::place::{Of, Place};
use crate::chat::model::room::{Kind, Level, Side};
use crate::chat::policy;
use crate::chat::store::{members, places, told};
use crate::ids::{Ids, MessageId, PersonId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::live::{self, Notice};

/// A message that everybody reads from now on.
#[derive(Clone, Copy, Debug)]
pub struct Appeared<'a> {
    /// The room, as its author stands to it.
    pub place: &'a Place,
    /// The message.
    pub message: MessageId,
    /// Its place.
    pub position: i64,
    /// Who wrote it.
    pub author: PersonId,
    /// As whom.
    pub side: Side,
    /// Whether it names everybody.
    pub names_everybody: bool,
}

/// Tells those whom a message concerns. Those who muted the room, want to know of nothing, or blocked its author are left out.
pub async fn of_message(
    tx: &mut Tx<'_>,
    ids: &Ids,
    sent: Appeared<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let room = sent.place.room;
    let named = told::named_in(tx, sent.message).await?;
    let mut people = named.clone();
    if sent.names_everybody || sent.place.kind == Kind::Private {
        people.extend(places::people_near(tx, room).await?);
    } else {
        people.extend(told::listeners(tx, room).await?);
    }
    people.sort_unstable();
    people.dedup();
    people.retain(|person| *person != sent.author);
    let deaf = match sent.side {
        Side::Staff => Vec::new(),
        _ => told::blocking(tx, &people, sent.author).await?,
    };
    people.retain(|person| !deaf.contains(person));
    let author = members::named(tx, &[sent.author]).await?.pop();
    let author = author.map(|it| format!("{} {}", it.first_name, it.last_name)).unwrap_or_default();
    let there = places::find(tx, &people, &[room]).await?;
    let notices: Vec<Notice> =
        there.iter().filter_map(|place| notice(place, &sent, (&named, &author), now)).collect();
    live::tell(tx, ids, &notices, now).await?;
    live::room_changed(tx, room.0, sent.position).await
}

fn notice(
    place: &Place,
    sent: &Appeared<'_>,
    (named, author): (&[PersonId], &str),
    now: DateTime<Utc>,
) -> Option<Notice> {
    let side = policy::side(place, now)?;
    if place.own.is_muted {
        return None;
    }
    let is_named = named.contains(&place.person) || (sent.names_everybody && policy::follows(place));
    let (kind, subject) = match (place.level(), is_named) {
        (Level::All | Level::Mentions, true) => (NoticeKind::Mentioned, sent.message.0),
        (Level::All, false) => (NoticeKind::MessageWritten, place.room.0),
        (Level::Mentions, false) | (Level::None, _) => return None,
    };
    Some(Notice { person: place.person, kind, subject, facts: facts(place, side, author) })
}

/// What is needed to word a notice about a room.
pub fn facts(place: &Place, side: Side, author: &str) -> serde_json::Value {
    let about = match &place.of {
        Of::Session(of) => &of.title,
        Of::Offer(of) => &of.title,
    };
    json!({ "room": place.room, "name": name_of(place, side), "about": about, "author": author })
}
