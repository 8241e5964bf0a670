//! The proof of consent: events chained to one another, texts that can be shown again, a switch that agrees with them.

use std::fmt;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::audience::Said;
use super::notice::{Notice, Topic, hexadecimal};
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
    /// The switch or a share is not what the last event or receipt about it says: one is gone, or it was changed without consent.
    Unproven,
}

/// Which of a person's chains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// What was said by the switch.
    Events,
    /// The receipts.
    Receipts,
}

/// A flaw, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConsentFault {
    /// Whose proof.
    pub person: PersonId,
    /// In which chain.
    pub chain: Chain,
    /// Place in it; none when it is its end that is gone, or the switch or a share that disagrees.
    pub position: Option<i32>,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What was checked, and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConsentReport {
    /// People who ever said something by the switch, or have one.
    pub people: u64,
    /// Events checked.
    pub events: u64,
    /// Receipts checked.
    pub receipts: u64,
    /// What is wrong, by person.
    pub faults: Vec<ConsentFault>,
}

impl fmt::Display for ConsentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flaw = match (self.flaw, self.chain) {
            (Flaw::Altered, _) => "altered, or not what followed",
            (Flaw::Missing, _) if self.position.is_none() => "the end of the chain is gone",
            (Flaw::Missing, _) => "the one before it is gone",
            (Flaw::UnknownText, _) => "its text is unknown",
            (Flaw::Unproven, Chain::Events) => {
                "the switch or a chosen company is not what the last event says"
            }
            (Flaw::Unproven, Chain::Receipts) => "a share or an event is not what its receipt says",
        };
        let link = match self.chain {
            Chain::Events => "event",
            Chain::Receipts => "receipt",
        };
        match self.position {
            Some(position) => write!(f, "person {}, {link} {position}: {flaw}", self.person),
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
        let shown = Notice::find(&self.policy_version).filter(|notice| notice.topic == Topic::Visibility);
        let text = shown.map(|notice| notice.sha256());
        (text.as_ref() != Some(&self.policy_sha256)).then_some(Flaw::UnknownText)
    }
}

/// Checks one person's events, oldest first, against each other, and against where the person stands.
pub fn check_proof(person: PersonId, events: &[ChainedConsent], stands: &Said) -> Vec<ConsentFault> {
    let fault = |position, flaw| ConsentFault { person, chain: Chain::Events, position, flaw };
    let mut faults = Vec::new();
    let mut previous = None;
    let mut said = Said::default();
    for event in events {
        faults.extend(event.flaw(previous).map(|flaw| fault(Some(event.position), flaw)));
        previous = Some(event);
        said.hear(event);
    }
    if said != *stands {
        faults.push(fault(None, Flaw::Unproven));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::audience::Method;
    use super::super::visibility::{Audience, ConsentKind, Standing};
    use super::*;

    fn event(
        position: i32,
        (kind, method): (ConsentKind, Method),
        previous: Option<&ChainedConsent>,
    ) -> ChainedConsent {
        let mut event = ChainedConsent {
            id: Uuid::from_u128(position as u128),
            person: PersonId(Uuid::from_u128(7)),
            position,
            kind: kind.as_str().to_owned(),
            method: method.written(),
            policy_version: Notice::visibility().version.to_owned(),
            policy_sha256: Notice::visibility().sha256(),
            at: "2026-03-03T08:00:00.000001Z".parse().unwrap(),
            chain_sha256: String::new(),
        };
        event.chain_sha256 = event.link(previous);
        event
    }

    fn switched(position: i32, is_given: bool, previous: Option<&ChainedConsent>) -> ChainedConsent {
        let kind = if is_given { ConsentKind::VisibilityGiven } else { ConsentKind::VisibilityWithdrawn };
        event(position, (kind, Method::Switch), previous)
    }

    fn said(events: &[ChainedConsent]) -> Said {
        let mut said = Said::default();
        for event in events {
            said.hear(event);
        }
        said
    }

    fn flaws(events: &[ChainedConsent], stands: &Said) -> Vec<(Option<i32>, Flaw)> {
        let faults = check_proof(PersonId(Uuid::from_u128(7)), events, stands);
        faults.iter().map(|fault| (fault.position, fault.flaw)).collect()
    }

    #[test]
    fn whatever_is_altered_removed_or_added_is_found() {
        let one = switched(1, true, None);
        let two = switched(2, false, Some(&one));
        let three = switched(3, true, Some(&two));
        let whole = [one.clone(), two.clone(), three.clone()];
        let (stands, nothing) = (said(&whole), Said::default());
        assert!(stands.switch.as_ref().is_some_and(|switch| switch.is_visible));
        assert_eq!(flaws(&whole, &stands), []);
        assert_eq!(flaws(&[], &nothing), []);
        assert_eq!(flaws(&[], &stands), [(None, Flaw::Unproven)]);
        assert_eq!(flaws(&whole, &nothing), [(None, Flaw::Unproven)]);
        assert_eq!(flaws(&whole[..2], &stands), [(None, Flaw::Unproven)]);
        assert_eq!(flaws(&[one.clone(), three.clone()], &stands), [(Some(3), Flaw::Missing)]);
        assert_eq!(flaws(&[two.clone(), three.clone()], &stands), [(Some(2), Flaw::Missing)]);
        let later = ChainedConsent { at: two.at + chrono::Duration::microseconds(1), ..two.clone() };
        assert_eq!(flaws(&[one.clone(), later.clone(), three.clone()], &stands), [(Some(2), Flaw::Altered)]);
        // Whoever writes the digest anew as well has to do so for every event that follows.
        let forged = ChainedConsent { chain_sha256: later.link(Some(&one)), ..later };
        assert_eq!(flaws(&[one.clone(), forged, three], &stands), [(Some(3), Flaw::Altered)]);
        let mut unread = ChainedConsent { policy_version: "1999-01".to_owned(), ..one };
        unread.chain_sha256 = unread.link(None);
        let stands = said(std::slice::from_ref(&unread));
        assert_eq!(flaws(&[unread], &stands), [(Some(1), Flaw::UnknownText)]);
    }

    #[test]
    fn who_sees_a_person_is_proved_as_well() {
        let company = |number: &str| Method::Company(number.parse().unwrap());
        let (peugeot, other) = (company("552100554"), company("732829320"));
        let one = event(1, (ConsentKind::CompanyChosen, peugeot), None);
        let two = event(2, (ConsentKind::VisibilityGivenToChosen, Method::Switch), Some(&one));
        let three = event(3, (ConsentKind::CompanyChosen, other), Some(&two));
        let four = event(4, (ConsentKind::CompanyUnchosen, peugeot), Some(&three));
        let whole = [one, two, three, four];
        let stands = said(&whole);
        let switch = stands.switch.clone().unwrap();
        assert_eq!((switch.is_visible, switch.audience), (true, Audience::Chosen));
        assert_eq!(stands.chosen, ["732829320".to_owned()].into());
        assert_eq!(flaws(&whole, &stands), []);
        assert_eq!(flaws(&whole[..3], &stands), [(None, Flaw::Unproven)], "an end that is gone");
        let more = Said { chosen: ["552100554".to_owned(), "732829320".to_owned()].into(), ..stands.clone() };
        assert_eq!(flaws(&whole, &more), [(None, Flaw::Unproven)], "a company nobody chose");
        let wider = Standing { audience: Audience::Everyone, ..switch };
        let wider = Said { switch: Some(wider), ..stands };
        assert_eq!(flaws(&whole, &wider), [(None, Flaw::Unproven)], "seen by more than was agreed to");
    }
}
