//! What is true of sessions.

pub mod enrolment;
pub mod half_days;
pub mod holidays;
pub mod local_time;
pub mod recurrence;
pub mod status;

pub use enrolment::{EnrolmentStatus, Step, Window};
pub use half_days::{HalfDay, Part, half_days, minutes_within};
pub use holidays::Holidays;
pub use status::{Move, Retention, SheetState, SlotKind, Status};
