//! What is true of organisations: roles and their rank, states, names, grids. Pure.

mod grid;
mod role;
mod status;
mod texts;

pub use grid::{GridDraft, StepDraft};
pub use role::{Membership, Role};
pub use status::{Move, Status};
pub use texts::{Reason, parse_nda, parse_organisation_name};
