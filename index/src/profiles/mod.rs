//! The search over visible profiles: documents, requests, pages, the writer and the generations on disk.

mod card;
mod cards;
mod columns;
mod cursor;
mod dead;
mod directory;
mod document;
mod dump;
mod footer;
mod index;
mod interner;
mod lists;
mod page;
mod payload;
mod purge;
mod request;
mod schema;
mod search;
mod searcher;
mod segment;
mod set;
mod store;
mod tokens;
mod writer;

pub use card::ProfileCard;
pub use cursor::{Cursor, InvalidCursor, OrderKey, order_key};
pub use document::{Refusal, VisibleProfile, VisibleSkill, limits};
pub use dump::{DumpedPart, DumpedValue};
pub use index::ProfileIndex;
pub use page::{
    Coverage, Facets, Hit, LevelCount, MatchLine, Outcome, RomeCount, SearchPage, SkillCount, StatusChoice,
    StatusCount,
};
pub use payload::{CommitPayload, SCHEMA_VERSION};
pub use purge::Purge;
pub use request::{Criterion, FacetSelection, JobFit, NameQuery, NameRefusal, RomeFilter, SearchRequest};
pub use searcher::ProfileSearcher;
pub use set::ProfileSet;
pub use store::{ProfileStore, Rebuild, SweepReport};
pub use writer::ProfileWriter;
