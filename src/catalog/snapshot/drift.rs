//! What an older record would be called today, and why.

use std::collections::HashMap;

use carnet_index::{RomeCode, SkillCode};

use super::cards::CatalogSnapshot;
use crate::catalog::model::List;
use crate::catalog::model::drift::{DriftKind, Reuse, drift, given_away};

/// The codes that releases gave to something else, oldest first: by what they are codes of, and by code.
pub type Reuses = HashMap<(String, String), Vec<Reuse>>;

/// How today's catalogue differs from what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Why; never empty.
    pub kinds: Vec<DriftKind>,
    /// What the code is called today.
    pub now: String,
    /// Whether the release in place has it.
    pub is_active: bool,
    /// Code and name today of what means what was written, where that is known and is not this code.
    pub replaced_by: Option<(String, String)>,
}

impl CatalogSnapshot {
    /// How a job differs today from the title it was written with under a release; nothing when it does not.
    pub fn drift_of_job(&self, code: RomeCode, then: &str, release: i32) -> Option<Drift> {
        let card = self.job(code)?;
        let now = card.job.label.as_str();
        let reuse = self.given_away(List::Jobs, code.to_string(), then, release, now);
        let moved = reuse.map(|reuse| reuse.replacement.as_deref().and_then(|code| code.parse().ok()));
        let successor: Option<RomeCode> = moved.unwrap_or(card.replaced_by);
        let named = |code: RomeCode| (code.to_string(), self.job_label(code).unwrap_or_default().to_owned());
        told(drift(then, now, card.is_active, reuse), now, card.is_active, successor.map(named))
    }

    /// How a skill differs today from the name it was written with under a release; nothing when it does not.
    pub fn drift_of_skill(&self, code: SkillCode, then: &str, release: i32) -> Option<Drift> {
        let card = self.skill(code)?;
        let now = card.skill.label.as_str();
        let reuse = self.given_away(List::Skills, code.to_string(), then, release, now);
        let moved = reuse.map(|reuse| reuse.replacement.as_deref().and_then(|code| code.parse().ok()));
        let successor: Option<SkillCode> = moved.unwrap_or(card.replaced_by);
        let named =
            |code: SkillCode| (code.to_string(), self.skill_label(code).unwrap_or_default().to_owned());
        told(drift(then, now, card.is_active, reuse), now, card.is_active, successor.map(named))
    }

    fn given_away(&self, list: List, code: String, then: &str, release: i32, now: &str) -> Option<&Reuse> {
        let reuses = self.reuses.get(&(list.subject().to_owned(), code))?;
        given_away(reuses, then, release, now)
    }
}

fn told(
    kinds: Vec<DriftKind>,
    now: &str,
    is_active: bool,
    replaced_by: Option<(String, String)>,
) -> Option<Drift> {
    (!kinds.is_empty()).then(|| Drift { kinds, now: now.to_owned(), is_active, replaced_by })
}
