//! The proof of consent: events chained to one another, texts that can be shown again, a switch that agrees with them.

use std::fmt;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::notice::{Notice, hexadecimal};
use super::visibility::{ConsentKind, Standing};
use crate::ids::PersonId;

/// A consent event, as the database holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainedConsent {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub person: PersonId,
    /// Place among the person's events, from 1 on.
    pub position: i32,
    /// What was said.
    pub kind: String,
    /// How it was said.
    pub method: String,
    /// Version of the text it refers to.
    pub policy_version: String,
    /// Fingerprint of that text.
    pub policy_sha256: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The digest kept with it.
    pub chain_sha256: String,
}

/// What is wrong with a person's proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The event is not what was written, or does not follow the one before it.
    Altered,
    /// The event before it is gone.
    Missing,
    /// The text it refers to is none that Carnet ever showed.
    UnknownText,
    /// The switch is not what the last event says: one is gone, or the switch was changed without consent.
    Unproven,
}

/// A flaw, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsentFault {
    /// Whose proof.
    pub person: PersonId,
    /// Place of the event; none when it is the switch that disagrees.
    pub position: Option<i32>,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What was checked, and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConsentReport {
    /// People who ever consented or have a switch.
    pub people: u64,
    /// Events checked.
    pub events: u64,
    /// What is wrong, by person.
    pub faults: Vec<ConsentFault>,
}

impl fmt::Display for ConsentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flaw = match self.flaw {
            Flaw::Altered => "altered, or not what followed",
            Flaw::Missing => "the one before it is gone",
            Flaw::UnknownText => "its text is unknown",
            Flaw::Unproven => "the switch is not what the last event says",
        };
        match self.position {
            Some(position) => write!(f, "person {}, event {position}: {flaw}", self.person),
            None => write!(f, "person {}: {flaw}", self.person),
        }
    }
}

impl ChainedConsent {
    /// The digest this event must have after that one, as `consent_link` of the database computes it.
    fn link(&self, previous: Option<&Self>) -> String {
        let Self { id, person, position, kind, method, policy_version, policy_sha256, .. } = self;
        let previous = previous.map_or("", |previous| &previous.chain_sha256);
        let at = self.at.format("%Y-%m-%dT%H:%M:%S%.6fZ");
        let text = format!(
            "{previous}\n{position}\n{id}\n{person}\n{kind}\n{method}\n{policy_sha256}\n{policy_version}\n{at}"
        );
        hexadecimal(&Sha256::digest(text))
    }

    fn flaw(&self, previous: Option<&Self>) -> Option<Flaw> {
        if self.position != previous.map_or(1, |previous| previous.position + 1) {
            return Some(Flaw::Missing);
        }
        if self.chain_sha256 != self.link(previous) {
            return Some(Flaw::Altered);
        }
        let text = Notice::find(&self.policy_version).map(|notice| notice.sha256());
        (text.as_ref() != Some(&self.policy_sha256)).then_some(Flaw::UnknownText)
    }

    /// Where the person stands after this event.
    fn standing(&self) -> Standing {
        Standing {
            is_visible: self.kind == ConsentKind::VisibilityGiven.as_str(),
            changed_at: Some(self.at),
            notice_version: Some(self.policy_version.clone()),
        }
    }
}

/// Checks one person's events, oldest first, against each other and against the switch.
pub fn check_proof(
    person: PersonId,
    events: &[ChainedConsent],
    switch: Option<&Standing>,
) -> Vec<ConsentFault> {
    let fault = |position, flaw| ConsentFault { person, position, flaw };
    let mut faults = Vec::new();
    let mut previous = None;
    for event in events {
        faults.extend(event.flaw(previous).map(|flaw| fault(Some(event.position), flaw)));
        previous = Some(event);
    }
    if previous.map(ChainedConsent::standing).as_ref() != switch {
        faults.push(fault(None, Flaw::Unproven));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(position: i32, is_given: bool, previous: Option<&ChainedConsent>) -> ChainedConsent {
        let kind = if is_given { ConsentKind::VisibilityGiven } else { ConsentKind::VisibilityWithdrawn };
        let mut event = ChainedConsent {
            id: Uuid::from_u128(position as u128),
            person: PersonId(Uuid::from_u128(7)),
            position,
            kind: kind.as_str().to_owned(),
            method: "switch".to_owned(),
            policy_version: Notice::current().version.to_owned(),
            policy_sha256: Notice::current().sha256(),
            at: "2026-03-03T08:00:00.000001Z".parse().unwrap(),
            chain_sha256: String::new(),
        };
        event.chain_sha256 = event.link(previous);
        event
    }

    fn flaws(events: &[ChainedConsent], switch: Option<&Standing>) -> Vec<(Option<i32>, Flaw)> {
        let faults = check_proof(PersonId(Uuid::from_u128(7)), events, switch);
        faults.iter().map(|fault| (fault.position, fault.flaw)).collect()
    }

    #[test]
    fn whatever_is_altered_removed_or_added_is_found() {
        let one = event(1, true, None);
        let two = event(2, false, Some(&one));
        let three = event(3, true, Some(&two));
        let switch = three.standing();
        let whole = [one.clone(), two.clone(), three.clone()];
        assert_eq!(flaws(&whole, Some(&switch)), []);
        assert_eq!(flaws(&[], None), []);
        assert_eq!(flaws(&[], Some(&switch)), [(None, Flaw::Unproven)]);
        assert_eq!(flaws(&whole, None), [(None, Flaw::Unproven)]);
        assert_eq!(flaws(&whole[..2], Some(&switch)), [(None, Flaw::Unproven)]);
        assert_eq!(flaws(&[one.clone(), three.clone()], Some(&switch)), [(Some(3), Flaw::Missing)]);
        assert_eq!(flaws(&[two.clone(), three.clone()], Some(&switch)), [(Some(2), Flaw::Missing)]);
        let later = ChainedConsent { at: two.at + chrono::Duration::microseconds(1), ..two.clone() };
        assert_eq!(
            flaws(&[one.clone(), later.clone(), three.clone()], Some(&switch)),
            [(Some(2), Flaw::Altered)]
        );
        // Whoever writes the digest anew as well has to do so for every event that follows.
        let forged = ChainedConsent { chain_sha256: later.link(Some(&one)), ..later };
        assert_eq!(flaws(&[one.clone(), forged, three], Some(&switch)), [(Some(3), Flaw::Altered)]);
        let mut unread = ChainedConsent { policy_version: "1999-01".to_owned(), ..one };
        unread.chain_sha256 = unread.link(None);
        let switch = unread.standing();
        assert_eq!(flaws(&[unread], Some(&switch)), [(Some(1), Flaw::UnknownText)]);
    }
}
