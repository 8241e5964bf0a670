//! The profile search engine and the catalogue lookup: pure and synchronous.
//!
//! Nothing here knows a database, a network or an async runtime. The engine holds the visible fields of the
//! people who chose to be visible and nothing else; it proposes, the database decides.

mod catalog;
mod codes;
mod error;
mod level;
mod profiles;
pub mod text;

pub use catalog::matching;
pub use catalog::{
    CatalogAppellation, CatalogEntries, CatalogIndex, CatalogJob, CatalogSkill, JobProposal, JobSuggestion,
    SkillProposal, SkillSuggestion,
};
pub use codes::{InvalidCode, ProfileId, RomeCode, SkillCode};
pub use error::IndexError;
pub use level::{Level, Status};
pub use profiles::{
    CommitPayload, Coverage, Criterion, Cursor, DumpedPart, DumpedValue, FacetSelection, Facets, Hit,
    InvalidCursor, JobFit, LevelCount, MatchLine, NameQuery, NameRefusal, OrderKey, Outcome, ProfileCard,
    ProfileIndex, ProfileSearcher, ProfileSet, ProfileStore, ProfileWriter, Purge, Rebuild, Refusal,
    RomeCount, RomeFilter, SCHEMA_VERSION, SearchPage, SearchRequest, SkillCount, StatusChoice, StatusCount,
    SweepReport, VisibleProfile, VisibleSkill, limits, order_key,
};
