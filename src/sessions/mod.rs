//! Sessions: a revision of a training given to a group of people; its courses, slots, participants, resources, calendar.

mod mails;
mod model;
mod policy;
mod store;

pub use model::{
    EnrolmentStatus, HalfDay, Holidays, Part, Retention, SheetState, SlotKind, Status, Window, half_days,
    minutes_within,
};
pub use policy::{Standing, may_read, may_teach, may_write};
pub use store::cards::{
    Participant, SessionCard, SlotCard, Trainer, expected, lock_slot, mark_attended, participants,
    session_card, set_sheet_state, slot_card, slot_cards, slot_trainers, standing,
};
