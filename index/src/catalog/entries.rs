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
}

/// A skill or a piece of knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogSkill {
    /// Its national code.
    pub code: SkillCode,
    /// Its title.
    pub label: String,
}

/// Everything the lookup should know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CatalogEntries {
    /// The jobs.
    pub jobs: Vec<CatalogJob>,
    /// The skills and pieces of knowledge.
    pub skills: Vec<CatalogSkill>,
}
