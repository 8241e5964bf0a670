//! The half-days of a slot as they are shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::attendance::model::{Part, Unit, Window, units};
use crate::attendance::store::sheets::Sheet;
use crate::sessions::{SheetState, SlotCard};

/// A half-day of the slot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AttendanceHalfDay)]
pub struct UnitView {
    /// Morning or afternoon.
    pub part: Part,
    /// Its day in Paris.
    pub date: NaiveDate,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// How long it lasts.
    pub minutes: i32,
    /// From when one may sign.
    pub signing_opens_at: DateTime<Utc>,
    /// Until when.
    pub signing_closes_at: DateTime<Utc>,
    /// Whether one may now.
    pub is_signing_open: bool,
    /// From when on whoever signs or scans is noted late, unless the roll says otherwise; null in a half-day so short that
    /// nobody is.
    pub late_from: Option<DateTime<Utc>>,
    /// From when on whoever signs or scans is present again, whenever they came; null with `late_from`.
    pub late_until: Option<DateTime<Utc>>,
}

/// The half-days of a slot as they are shown.
pub fn unit_views(slot: &SlotCard, sheet: &Sheet, now: DateTime<Utc>) -> Vec<UnitView> {
    let view = |unit: Unit| {
        let window = Window::of(&unit, slot.ends_at, sheet.reopened_until);
        let late = unit.lateness();
        UnitView {
            part: unit.part,
            date: unit.date,
            starts_at: unit.starts_at,
            ends_at: unit.ends_at,
            minutes: unit.minutes,
            signing_opens_at: window.opens_at,
            signing_closes_at: window.closes_at,
            is_signing_open: window.holds(now) && slot.sheet_state == SheetState::Open,
            late_from: late.as_ref().map(|late| late.start),
            late_until: late.map(|late| late.end),
        }
    };
    units(slot.starts_at, slot.ends_at).into_iter().map(view).collect()
}
