//! The documents of a training organisation, from plain data: PDF, XLSX, CSV and iCalendar.
//!
//! Plain data in, bytes out. Nothing here knows a database, a network, an async runtime or a clock: every date comes with
//! the data, so the same data yields the same bytes. What people read is French, written here; what they typed (names,
//! titles) is only ever data, never markup, formula or path.
//!
//! [`masking`] is the one room that reads documents: it makes copies of what people sent, without what they hide.
//!
//! Everything is synchronous. A small PDF takes tens of milliseconds of one core, a whole session seconds of all of them:
//! call from a blocking thread.

pub mod calendar;
pub mod certificates;
mod error;
mod french;
pub mod masking;
mod parties;
pub mod passport;
mod pdf;
pub mod samples;
pub mod sheet;
pub mod table;

pub use error::DocumentError;
pub use french::duration;
pub use parties::{Drawing, Provider, Signatory, Verification};
pub use pdf::Attachment;
