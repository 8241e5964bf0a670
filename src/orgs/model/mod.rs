//! What is true of organisations: roles and their rank, states, names, identity, grids. Pure.

mod certificate;
mod grid;
mod identity;
mod role;
mod status;
mod texts;

pub use certificate::{ActionKind, Certificate};
pub use grid::{GridDraft, StepDraft};
pub use identity::{Check, Contradiction, Declared, Identity, Issuer, Recorded, Standing, Training};
pub use role::{Membership, Role};
pub use status::{Move, Status};
pub use texts::{Reason, parse_nda, parse_organisation_name};
