//! What the lookup is built from.

use crate::codes::{RomeCode, SkillCode};

/// A title under which a job is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogAppellation {
    /// Its national code (`code_ogr`).
    pub code: u32,
    /// Its long title, both genders named.
    pub label: String,
}

/// A job with its appellations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogJob {
    /// The code of the job.
    pub code: RomeCode,
    /// The title of the job.
    pub label: String,
    /// The titles under which it is known.
    pub appellations: Vec<CatalogAppellation>,
    /// The older, wider job it derives from.
    pub family: RomeCode,
    /// Its skills, those at its heart first.
    pub skills: Vec<SkillCode>,
    /// How many of them are at its heart.
    pub core: usize,
    /// What it consists in, one sentence per line.
    pub definition: String,
    /// How one gets to it, one sentence per line.
    pub access: String,
    /// The jobs within reach of it, the closest first.
    pub neighbours: Vec<RomeCode>,
    /// Whether the release in place has it: others are found by their names and proposed for no text.
    pub is_active: bool,
}

impl CatalogJob {
    /// An active job of which nothing is known but its title.
    pub fn new(code: RomeCode, label: String) -> Self {
        Self {
            code,
            label,
            appellations: Vec::new(),
            family: code,
            skills: Vec::new(),
            core: 0,
            definition: String::new(),
            access: String::new(),
            neighbours: Vec::new(),
            is_active: true,
        }
    }
}

/// A skill or a piece of knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogSkill {
    /// Its national code.
    pub code: SkillCode,
    /// Its title.
    pub label: String,
    /// Whether the release in place has it.
    pub is_active: bool,
}

/// Everything the lookup should know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CatalogEntries {
    /// The jobs.
    pub jobs: Vec<CatalogJob>,
    /// The skills and pieces of knowledge.
    pub skills: Vec<CatalogSkill>,
}
