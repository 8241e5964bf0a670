//! For each list: what identifies an entry, and which differences count.

use carnet_index::RomeCode;

use super::catalogue::{List, Record};
use super::codes::{DomainCode, Letter, OgrCode};
use super::records::{
    Appellation, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility, Skill, Weight,
};
use super::text::same_text;

impl Record for GrandDomain {
    type Key = Letter;
    const LIST: List = List::GrandDomains;

    fn key(&self) -> Letter {
        self.code
    }

    fn shown_key(&self) -> String {
        self.code.to_string()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        same_text(&self.label, &other.label)
    }

    fn label(&self) -> Option<&str> {
        Some(&self.label)
    }
}

impl Record for Domain {
    type Key = DomainCode;
    const LIST: List = List::Domains;

    fn key(&self) -> DomainCode {
        self.code
    }

    fn shown_key(&self) -> String {
        self.code.to_string()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        same_text(&self.label, &other.label)
    }

    fn label(&self) -> Option<&str> {
        Some(&self.label)
    }
}

impl Record for Job {
    type Key = RomeCode;
    const LIST: List = List::Jobs;

    fn key(&self) -> RomeCode {
        self.code
    }

    fn shown_key(&self) -> String {
        self.code.to_string()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.parent == other.parent
            && same_text(&self.label, &other.label)
            && same_text(&self.definition, &other.definition)
            && same_text(&self.access, &other.access)
    }

    fn label(&self) -> Option<&str> {
        Some(&self.label)
    }

    fn place(&self) -> Option<String> {
        Some(self.parent.to_string())
    }
}

impl Record for Appellation {
    type Key = OgrCode;
    const LIST: List = List::Appellations;

    fn key(&self) -> OgrCode {
        self.code
    }

    fn shown_key(&self) -> String {
        self.code.to_string()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.job == other.job
            && self.is_principal == other.is_principal
            && self.is_rare == other.is_rare
            && same_text(&self.label, &other.label)
            && same_text(&self.short_label, &other.short_label)
    }

    fn label(&self) -> Option<&str> {
        Some(&self.label)
    }

    fn place(&self) -> Option<String> {
        Some(self.job.to_string())
    }
}

impl Record for Skill {
    type Key = OgrCode;
    const LIST: List = List::Skills;

    fn key(&self) -> OgrCode {
        self.code
    }

    fn shown_key(&self) -> String {
        self.code.to_string()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.macro_skill == other.macro_skill
            && same_text(&self.label, &other.label)
            && same_text(&self.category, &other.category)
            && same_text(&self.definition, &other.definition)
    }

    fn label(&self) -> Option<&str> {
        Some(&self.label)
    }

    fn place(&self) -> Option<String> {
        self.macro_skill.map(|code| code.to_string())
    }
}

impl Record for Context {
    type Key = OgrCode;
    const LIST: List = List::Contexts;

    fn key(&self) -> OgrCode {
        self.code
    }

    fn shown_key(&self) -> String {
        self.code.to_string()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        same_text(&self.label, &other.label) && same_text(&self.category, &other.category)
    }

    fn label(&self) -> Option<&str> {
        Some(&self.label)
    }
}

impl Record for JobSkill {
    type Key = (RomeCode, OgrCode);
    const LIST: List = List::JobSkills;

    fn key(&self) -> Self::Key {
        (self.job, self.skill)
    }

    fn shown_key(&self) -> String {
        format!("{}/{}", self.job, self.skill)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.weight == other.weight
    }

    fn place(&self) -> Option<String> {
        let place = match self.weight {
            Weight::Core => "core",
            Weight::Emerging => "emerging",
            Weight::Plain => "plain",
        };
        Some(place.to_owned())
    }
}

impl Record for JobContext {
    type Key = (RomeCode, OgrCode);
    const LIST: List = List::JobContexts;

    fn key(&self) -> Self::Key {
        (self.job, self.context)
    }

    fn shown_key(&self) -> String {
        format!("{}/{}", self.job, self.context)
    }

    fn says_the_same(&self, _other: &Self) -> bool {
        true
    }
}

impl Record for Mobility {
    type Key = (RomeCode, RomeCode);
    const LIST: List = List::Mobilities;

    fn key(&self) -> Self::Key {
        (self.job, self.target)
    }

    fn shown_key(&self) -> String {
        format!("{}/{}", self.job, self.target)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.rank == other.rank
    }
}
