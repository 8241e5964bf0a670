//! What is true of searches and profiles, without a database.

mod answer;
mod asking;
mod paging;
mod projection;
mod view;
mod vocabulary;

pub use answer::SearchAnswer;
pub use asking::{SearchBody, invalid_cursor};
pub use paging::{Paging, Place};
pub use projection::project;
pub use view::ProfileView;
pub use vocabulary::{Vocabulary, Words};
