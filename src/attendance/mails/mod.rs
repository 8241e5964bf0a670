//! What people are written about attendance.

use sqlx::PgExecutor;

use crate::platform::mail::Template;
use crate::sessions::Participant;

/// A sealed mark of theirs was rectified.
pub const MARK_RECTIFIED: Template =
    Template { name: "mark_rectified", source: include_str!("mark_rectified.txt") };
/// The times of a sealed slot of theirs were put right.
pub const TIMES_RECTIFIED: Template =
    Template { name: "times_rectified", source: include_str!("times_rectified.txt") };
/// A trainee contests a mark.
pub const MARK_CONTESTED: Template =
    Template { name: "mark_contested", source: include_str!("mark_contested.txt") };
/// Their contest was decided.
pub const CONTEST_DECIDED: Template =
    Template { name: "contest_decided", source: include_str!("contest_decided.txt") };
/// Their attendance fell below a threshold.
pub const LOW_ATTENDANCE: Template =
    Template { name: "low_attendance", source: include_str!("low_attendance.txt") };
/// Somebody's attendance fell below a threshold: for staff.
pub const LOW_ATTENDANCE_STAFF: Template =
    Template { name: "low_attendance_staff", source: include_str!("low_attendance_staff.txt") };
/// The personal link that lets them sign one slot.
pub const SIGNATURE_LINK: Template =
    Template { name: "signature_link", source: include_str!("signature_link.txt") };
/// A certificate was issued.
pub const CERTIFICATE_ISSUED: Template =
    Template { name: "certificate_issued", source: include_str!("certificate_issued.txt") };

/// Where a participant is written to: their account's address, or the one the organisation wrote; none without either.
pub async fn address(db: impl PgExecutor<'_>, person: &Participant) -> sqlx::Result<Option<String>> {
    match person.person {
        Some(id) => crate::identity::email_of(db, id).await.map(Some),
        None => Ok(person.email.clone()),
    }
}
