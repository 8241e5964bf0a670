//! Who or what is taken at the time of a slot.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::local_time::french_times;
use crate::ids::{SlotId, TrainingSessionId};
use crate::platform::http::FieldError;

/// What is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Somebody who trains, trains elsewhere.
    Trainer,
    /// The place is used.
    Room,
    /// Somebody who takes part, takes part elsewhere.
    Trainee,
}

/// Somebody, or a place, that a slot needs and another one of the organisation has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SlotConflict)]
pub struct Conflict {
    /// What is taken.
    pub kind: ConflictKind,
    /// Name of the person or the place.
    pub name: String,
    /// The session that has it.
    pub session_id: TrainingSessionId,
    /// Its title.
    pub session_title: String,
    /// The slot that has it.
    pub slot_id: SlotId,
    /// When that begins.
    pub starts_at: DateTime<Utc>,
    /// When that ends.
    pub ends_at: DateTime<Utc>,
}

impl Conflict {
    /// French sentence for people.
    pub fn message(&self) -> String {
        let times = french_times(self.starts_at, self.ends_at);
        let (name, session) = (&self.name, &self.session_title);
        match self.kind {
            ConflictKind::Trainer => format!("{name} forme déjà dans «\u{a0}{session}\u{a0}» ({times})."),
            ConflictKind::Room => format!("{name} est déjà pris par «\u{a0}{session}\u{a0}» ({times})."),
            ConflictKind::Trainee => format!("{name} suit déjà «\u{a0}{session}\u{a0}» ({times})."),
        }
    }

    /// As a fault of a slot that gives no reason to stand all the same.
    pub fn as_fault(&self) -> FieldError {
        let message = self.message();
        match self.kind {
            ConflictKind::Trainer => FieldError::new("/trainers", "trainer_busy", message),
            ConflictKind::Room => FieldError::new("/place", "room_taken", message),
            ConflictKind::Trainee => FieldError::new("/start_time", "trainee_busy", message),
        }
    }
}
