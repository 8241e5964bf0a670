//! What a person has said so far of who sees them: the switch, and the companies they chose.

use std::collections::BTreeSet;

use super::proof::ChainedConsent;
use super::visibility::{Audience, ConsentKind, Standing};
use crate::companies::Siren;

/// Before the number of a company, in what a consent event says of how it was given.
const COMPANY: &str = "siren:";

/// How a consent is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// With the switch.
    Switch,
    /// By choosing this company, or by taking it off the chosen ones.
    Company(Siren),
    /// By asking that the account be erased.
    Erasure,
}

impl Method {
    /// The number of the company in what is kept; none when it was given otherwise.
    pub fn company(written: &str) -> Option<&str> {
        written.strip_prefix(COMPANY)
    }

    /// As it is kept and chained.
    pub fn written(self) -> String {
        match self {
            Self::Switch => "switch".to_owned(),
            Self::Erasure => "erasure".to_owned(),
            Self::Company(siren) => format!("{COMPANY}{}", siren.as_str()),
        }
    }
}

/// Where a person stands after what they said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The switch; none while they never used it.
    pub switch: Option<Standing>,
    /// The companies they chose.
    pub chosen: BTreeSet<String>,
}

impl Said {
    /// Takes the next event into account.
    pub fn hear(&mut self, event: &ChainedConsent) {
        let company = Method::company(&event.method);
        let audience = self.switch.as_ref().map(|switch| switch.audience).unwrap_or_default();
        match (ConsentKind::parse(&event.kind), company) {
            (Some(ConsentKind::CompanyChosen), Some(siren)) => {
                self.chosen.insert(siren.to_owned());
            }
            (Some(ConsentKind::CompanyUnchosen), Some(siren)) => {
                self.chosen.remove(siren);
            }
            (Some(ConsentKind::VisibilityGiven), _) => self.stand(event, true, Audience::Everyone),
            (Some(ConsentKind::VisibilityGivenToChosen), _) => self.stand(event, true, Audience::Chosen),
            _ => self.stand(event, false, audience),
        }
    }

    fn stand(&mut self, event: &ChainedConsent, is_visible: bool, audience: Audience) {
        self.switch = Some(Standing {
            is_visible,
            audience,
            changed_at: Some(event.at),
            notice_version: Some(event.policy_version.clone()),
        });
    }
}
