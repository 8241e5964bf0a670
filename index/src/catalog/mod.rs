//! Looks up jobs and skills of the national catalogue as people type: built in memory, asked on every key.

mod entries;
mod lookup;
pub mod matching;
mod titles;
mod words;

pub use entries::{CatalogAppellation, CatalogEntries, CatalogJob, CatalogSkill};
pub use lookup::{CatalogIndex, JobProposal, JobSuggestion, SkillProposal, SkillSuggestion};
