//! What happens is told to whom it concerns: kept as a notice, and hinted to the pages they have open, on every node.
//!
//! Everything is written in the transaction of the change, so that nobody is told of what did not happen. A hint holds ids
//! alone and may be lost: every stream begins with what it must know, and one that may have missed something is told so.

mod ear;
mod hub;
mod notices;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;

pub use ear::{Heard, listen};
pub use hub::{Ending, Follower, Hub, Signal};
pub use notices::{MailState, Notice, forget, mail_states, tell};

/// The channel of PostgreSQL on which hints cross nodes.
pub const CHANNEL: &str = "carnet_live";

/// What an open page should ask for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The person's notices.
    Notices,
    /// Offers the person received.
    Offers,
    /// Offers the person's company sent.
    SentOffers,
    /// What the person shares, or what was shared with their company.
    Shares,
    /// Which rooms there are, and their settings.
    Rooms,
    /// Quizzes companies invited the person to, or their results.
    Quizzes,
}

/// What crosses nodes. Holds ids alone: whoever gets it asks again, and is answered what they may see then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Hint {
    /// Something of these people changed.
    People {
        /// Who.
        people: Vec<PersonId>,
        /// What.
        topic: Topic,
    },
    /// A room has something new: a message, an edit, a removal.
    Room {
        /// The room.
        room: Uuid,
        /// The place its newest change has: pages that have seen it ask for nothing.
        position: i64,
    },
}

/// Most people in one hint: PostgreSQL's messages hold 8,000 bytes.
const PEOPLE_AT_ONCE: usize = 150;

/// Hints to the open pages of these people that something changed.
pub async fn changed(tx: &mut Tx<'_>, people: &[PersonId], topic: Topic) -> sqlx::Result<()> {
    for people in people.chunks(PEOPLE_AT_ONCE) {
        hint(tx, &Hint::People { people: people.to_vec(), topic }).await?;
    }
    Ok(())
}

/// Hints to whoever has a room open that it has something new, up to this place.
pub async fn room_changed(tx: &mut Tx<'_>, room: Uuid, position: i64) -> sqlx::Result<()> {
    hint(tx, &Hint::Room { room, position }).await
}

async fn hint(tx: &mut Tx<'_>, hint: &Hint) -> sqlx::Result<()> {
    let text = serde_json::to_string(hint).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query!("SELECT pg_notify($1, $2)", CHANNEL, text).execute(&mut **tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_hint_fits_a_message_of_postgresql() {
        let people = vec![PersonId(Uuid::max()); PEOPLE_AT_ONCE];
        let text = serde_json::to_string(&Hint::People { people, topic: Topic::SentOffers }).unwrap();
        assert!(text.len() < 8000, "{}", text.len());
    }

    #[test]
    fn a_hint_is_read_as_it_was_written() {
        for hint in [
            Hint::People { people: vec![PersonId(Uuid::nil())], topic: Topic::Rooms },
            Hint::Room { room: Uuid::max(), position: i64::MAX },
        ] {
            let text = serde_json::to_string(&hint).unwrap();
            assert_eq!(serde_json::from_str::<Hint>(&text).unwrap(), hint);
        }
    }
}
