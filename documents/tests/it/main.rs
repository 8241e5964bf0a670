//! Documents read back: what they say, how they are tagged, and that hostile data stays data.

#![expect(clippy::unwrap_used, reason = "a test whose document cannot be made should stop there")]

mod calendars;
mod certificates;
mod layouts;
mod masking;
mod names;
mod passports;
mod reading;
mod standards;
mod structure;
mod tables;
