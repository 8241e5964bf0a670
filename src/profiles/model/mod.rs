//! What is true of searches and profiles, without a database.

mod answer;
mod asking;
mod drift;
mod entry;
mod follow;
mod paging;
mod projection;
mod saved;
mod view;
mod vocabulary;

pub use answer::SearchAnswer;
pub use asking::{CriteriaBody, RunBody, SearchBody, invalid_cursor};
pub use drift::{Change, NamedCode, Reuse, Reuses, Today};
pub use entry::{Entry, Subject};
pub use paging::{Paging, Place};
pub use projection::project;
pub use saved::{Demand, Kept, Line, MOST_SAVED, Part, within};
pub use view::ProfileView;
pub use vocabulary::{Vocabulary, Words};
