//! What the clock does: attempts whose time is over are handed in, results are shown, people are reminded, what was kept long
//! enough is deleted.

mod close;
mod imports;
mod purge;
mod remind;

pub use close::CloseQuizzes;
pub use imports::PurgeQuestionImports;
pub use purge::{PurgeQuizAttempts, erase_attempts};
pub use remind::RemindQuizzes;
