//! The SQL of following the database: copies, marks, and the people to index.

mod copies;
mod marks;
mod people;

pub use copies::{
    Beat, CopyRow, ask_rebuild, ask_rebuild_everywhere, beat, cancel_rebuild, database, drop_other_copies,
    drop_silent_copies, finish_build, is_locked_out, list_copies, note_progress, register, registration,
    resume_at, start_batch,
};
pub use marks::{Batch, Refused, is_pending, parked, probe, read_batch, remove_marks};
pub use people::{count_searchable, page_of_searchable, park};
