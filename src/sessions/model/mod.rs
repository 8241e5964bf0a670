//! What is true of sessions.

pub mod attachments;
pub mod conflict;
pub mod courses;
pub mod enrolment;
pub mod general;
pub mod half_days;
pub mod holidays;
pub mod import;
pub mod local_time;
pub mod participant;
pub mod planned;
pub mod readiness;
pub mod recurrence;
pub mod slot;
pub mod status;
pub mod words;

pub use enrolment::{EnrolmentStatus, Step, Window};
pub use half_days::{HalfDay, Part, half_days, minutes_within};
pub use holidays::Holidays;
pub use status::{Move, Retention, SheetState, SlotKind, Status};
