//! Companies, and the people who recruit for them: who may search, and how we know.

mod model;
mod register;

pub use model::siret::{InvalidNumber, Siren, Siret};
pub use register::{Answer, Establishment, Register};
