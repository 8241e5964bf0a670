//! What people are written about sessions.

use crate::platform::mail::Template;

/// Somebody is offered a seat: they accept or decline.
pub const INVITATION: Template =
    Template { name: "session_invitation", source: include_str!("session_invitation.txt") };

/// Somebody was enrolled.
pub const ENROLLED: Template =
    Template { name: "session_enrolled", source: include_str!("session_enrolled.txt") };

/// A session in which they train was announced.
pub const TRAINS: Template = Template { name: "session_trains", source: include_str!("session_trains.txt") };

/// A session does not take place.
pub const CANCELLED: Template =
    Template { name: "session_cancelled", source: include_str!("session_cancelled.txt") };

/// Slots were added, moved or cancelled.
pub const SLOTS_CHANGED: Template =
    Template { name: "slots_changed", source: include_str!("slots_changed.txt") };

/// A session is over, and sheets of it are open.
pub const OPEN_SHEETS: Template =
    Template { name: "session_open_sheets", source: include_str!("session_open_sheets.txt") };

/// A session could not start by itself.
pub const NOT_STARTED: Template =
    Template { name: "session_not_started", source: include_str!("session_not_started.txt") };
