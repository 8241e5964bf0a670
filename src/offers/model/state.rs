//! The states of an offer to one person. Every legal transition stands here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::http::{Error, Result};

/// Where an offer to one person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = OfferState)]
pub enum State {
    /// Chosen; nothing was sent.
    Draft,
    /// Sent; the person has not been reached yet.
    Sent,
    /// The mail that announces it could not be delivered; it waits in the app.
    Undelivered,
    /// The mail was sent, or the person saw it in their list.
    Delivered,
    /// The person opened it, and lets companies see that.
    Seen,
    /// The person said yes.
    Accepted,
    /// The person said no.
    Refused,
    /// Nobody answered in time.
    Expired,
    /// The company took it back.
    Withdrawn,
    /// What followed a yes is over.
    Closed,
    /// The person's account is gone.
    Unavailable,
}

/// What happens to an offer to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// The company sends it.
    Send,
    /// It reaches the person.
    Deliver,
    /// Its mail cannot be delivered.
    Fail,
    /// The person opens it.
    Open,
    /// The person says yes.
    Accept,
    /// The person says no.
    Refuse,
    /// Its last day is over.
    Expire,
    /// The company takes it back.
    Withdraw,
    /// Either side, or the clock of the room, ends what followed a yes.
    Close,
    /// The person takes back an answer to an offer they had not been seen to open.
    UndoUnseen,
    /// The person takes back an answer to an offer they had been seen to open.
    UndoSeen,
    /// The person's account goes.
    Erase,
}

/// Every legal transition. One that is not here is refused with the current state.
pub const TRANSITIONS: &[(State, Event, State)] = &[
    (State::Draft, Event::Send, State::Sent),
    (State::Sent, Event::Deliver, State::Delivered),
    (State::Sent, Event::Fail, State::Undelivered),
    (State::Sent, Event::Expire, State::Expired),
    (State::Sent, Event::Withdraw, State::Withdrawn),
    (State::Sent, Event::Erase, State::Unavailable),
    (State::Undelivered, Event::Deliver, State::Delivered),
    (State::Undelivered, Event::Expire, State::Expired),
    (State::Undelivered, Event::Withdraw, State::Withdrawn),
    (State::Undelivered, Event::Erase, State::Unavailable),
    (State::Delivered, Event::Open, State::Seen),
    (State::Delivered, Event::Accept, State::Accepted),
    (State::Delivered, Event::Refuse, State::Refused),
    (State::Delivered, Event::Expire, State::Expired),
    (State::Delivered, Event::Withdraw, State::Withdrawn),
    (State::Delivered, Event::Erase, State::Unavailable),
    (State::Seen, Event::Accept, State::Accepted),
    (State::Seen, Event::Refuse, State::Refused),
    (State::Seen, Event::Expire, State::Expired),
    (State::Seen, Event::Withdraw, State::Withdrawn),
    (State::Seen, Event::Erase, State::Unavailable),
    (State::Accepted, Event::Close, State::Closed),
    (State::Accepted, Event::UndoUnseen, State::Delivered),
    (State::Accepted, Event::UndoSeen, State::Seen),
    (State::Accepted, Event::Erase, State::Unavailable),
    (State::Refused, Event::UndoUnseen, State::Delivered),
    (State::Refused, Event::UndoSeen, State::Seen),
];

impl State {
    /// Every state.
    pub const ALL: [Self; 11] = [
        Self::Draft,
        Self::Sent,
        Self::Undelivered,
        Self::Delivered,
        Self::Seen,
        Self::Accepted,
        Self::Refused,
        Self::Expired,
        Self::Withdrawn,
        Self::Closed,
        Self::Unavailable,
    ];

    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Undelivered => "undelivered",
            Self::Delivered => "delivered",
            Self::Seen => "seen",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
            Self::Closed => "closed",
            Self::Unavailable => "unavailable",
        }
    }

    /// As people read it in a table.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Draft => "brouillon",
            Self::Sent => "envoyée",
            Self::Undelivered => "non remise",
            Self::Delivered => "remise",
            Self::Seen => "vue",
            Self::Accepted => "acceptée",
            Self::Refused => "refusée",
            Self::Expired => "expirée",
            Self::Withdrawn => "retirée",
            Self::Closed => "close",
            Self::Unavailable => "indisponible",
        }
    }

    /// The state after this event, or the refusal that names the current state.
    pub fn after(self, event: Event) -> Result<Self> {
        let legal = TRANSITIONS.iter().find(|(from, by, _)| (*from, *by) == (self, event));
        legal.map(|(.., to)| *to).ok_or_else(|| Error::illegal_state(self.as_str()))
    }

    /// Whether it waits for the person's answer.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Sent | Self::Undelivered | Self::Delivered | Self::Seen)
    }

    /// Whether it is over, an answer that can still be taken back included.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Refused | Self::Expired | Self::Withdrawn | Self::Closed | Self::Unavailable)
    }

    /// Whether the person may still read the document that goes with it.
    pub const fn shows_file(self) -> bool {
        self.is_pending() || matches!(self, Self::Accepted)
    }
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 12] = [
        Self::Send,
        Self::Deliver,
        Self::Fail,
        Self::Open,
        Self::Accept,
        Self::Refuse,
        Self::Expire,
        Self::Withdraw,
        Self::Close,
        Self::UndoUnseen,
        Self::UndoSeen,
        Self::Erase,
    ];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Deliver => "deliver",
            Self::Fail => "fail",
            Self::Open => "open",
            Self::Accept => "accept",
            Self::Refuse => "refuse",
            Self::Expire => "expire",
            Self::Withdraw => "withdraw",
            Self::Close => "close",
            Self::UndoUnseen | Self::UndoSeen => "undo",
            Self::Erase => "erase",
        }
    }

    /// Whether it changes if, or how, the person can answer: windows that were read before it must notice.
    pub const fn is_substantial(self) -> bool {
        !matches!(self, Self::Send | Self::Deliver | Self::Fail | Self::Open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table, drawn: a row per state, a column per event in the order of `Event::ALL`.
    #[test]
    fn every_pair_of_state_and_event_is_decided() {
        let drawn: Vec<String> = State::ALL
            .iter()
            .map(|from| {
                let cells = Event::ALL.map(|event| match from.after(event) {
                    Ok(to) => to.as_str(),
                    Err(Error::IllegalState { current_state, .. }) => {
                        assert_eq!(current_state, from.as_str(), "{from:?} {event:?}");
                        "·"
                    }
                    Err(other) => panic!("{other}"),
                });
                format!("{}: {}", from.as_str(), cells.join(" "))
            })
            .collect();
        assert_eq!(
            drawn,
            [
                "draft: sent · · · · · · · · · · ·",
                "sent: · delivered undelivered · · · expired withdrawn · · · unavailable",
                "undelivered: · delivered · · · · expired withdrawn · · · unavailable",
                "delivered: · · · seen accepted refused expired withdrawn · · · unavailable",
                "seen: · · · · accepted refused expired withdrawn · · · unavailable",
                "accepted: · · · · · · · · closed delivered seen unavailable",
                "refused: · · · · · · · · · delivered seen ·",
                "expired: · · · · · · · · · · · ·",
                "withdrawn: · · · · · · · · · · · ·",
                "closed: · · · · · · · · · · · ·",
                "unavailable: · · · · · · · · · · · ·",
            ]
        );
    }

    #[test]
    fn no_pair_stands_twice() {
        for (at, (from, event, _)) in TRANSITIONS.iter().enumerate() {
            let again = TRANSITIONS[at + 1..].iter().any(|(other, by, _)| (other, by) == (from, event));
            assert!(!again, "{from:?} {event:?}");
        }
    }

    #[test]
    fn what_is_pending_is_not_over_and_every_end_is() {
        for state in State::ALL {
            assert!(!(state.is_pending() && state.is_over()), "{state:?}");
            assert_eq!(serde_json::to_value(state).unwrap(), state.as_str());
            let moves = Event::ALL.iter().filter(|event| state.after(**event).is_ok()).count();
            assert!(moves > 0 || state.is_over(), "{state:?} leads nowhere");
        }
    }
}
