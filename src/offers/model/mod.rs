//! What is true of offers, without a database.

mod criteria;
mod dates;
mod draft;
mod duty;
pub mod state;

pub use criteria::forbidden_topics;
pub use dates::{
    ENDING_DAYS, REMINDER_AFTER, SHARES_LAST, UNDO, USUAL_DAYS, days_after, end_of, kept_since, midnight,
    pool_until,
};
pub use draft::{Content, Contract, DraftBody, JobName, Pay, PayPer, RefusalReason};
pub use duty::AnswerDuty;
