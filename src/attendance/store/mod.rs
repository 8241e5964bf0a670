//! SQL of attendance.

pub mod alerts;
pub mod anomalies;
pub mod certificates;
pub mod check;
pub mod contests;
pub mod facts;
pub mod links;
pub mod marks;
pub mod mine;
pub mod personal;
pub mod personal_data;
pub mod proofs;
pub mod reopenings;
pub mod retention;
pub mod settings;
pub mod sheets;
pub mod signatures;

use super::model::sealed::{SealedMark, instant};
use marks::Written;

/// A mark as it is sealed.
pub fn sealed_mark(written: &Written) -> SealedMark {
    SealedMark {
        number: written.number,
        status: written.mark.status,
        minutes_late: written.mark.minutes_late,
        justified: written.mark.justified,
        entered_at: written.mark.entered_at.map(instant),
        left_at: written.mark.left_at.map(instant),
        method: written.method,
        marked_at: instant(written.at),
        marked_by: written.by_name.clone(),
    }
}
