//! What people are written when something waits for them: that it does, and never what.

use crate::platform::mail::Template;

/// Something waits.
pub const WAITING: Template = Template { name: "waiting", source: include_str!("waiting.txt") };

/// Something waits, once a day.
pub const DAILY: Template = Template { name: "daily", source: include_str!("daily.txt") };
