//! What is true of searches and profiles, without a database.

mod access;
mod alert;
mod answer;
mod asking;
mod drift;
mod entry;
mod explain;
mod follow;
mod names;
mod note;
mod paging;
mod projection;
mod restricted;
mod saved;
mod stage;
mod view;
mod vocabulary;

pub use access::{Access, Hold, SavedAccess, SavedHold};
pub use alert::{AlertState, Frequency, MOST_WATCHED, compare, first_due, next_due};
pub use answer::SearchAnswer;
pub use asking::{CriteriaBody, RunBody, SearchBody, invalid_cursor};
pub use drift::{Change, NamedCode, Reuse, Reuses, Today};
pub use entry::{Entry, Subject};
pub use explain::{Explained, ExplainedCriterion, ExplainedJob, ExplainedOutcome, NamedEntry, Selection};
pub use names::{Names, name_withheld};
pub use note::{LONGEST_NOTE, MOST_NOTES, expiry};
pub use paging::{Paging, Place};
pub use projection::project;
pub use restricted::{Layers, Restricted};
pub use saved::{Demand, Kept, Line, MOST_SAVED, Part, within};
pub use stage::{By, Stage, move_stage};
pub use view::ProfileView;
pub use vocabulary::{Vocabulary, Words};
