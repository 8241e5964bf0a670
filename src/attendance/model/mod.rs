//! What is true of attendance.

pub mod anomaly;
pub mod attested;
pub mod chain;
pub mod document;
pub mod edof;
pub mod mark;
pub mod part;
pub mod qr;
pub mod roll;
pub mod sealed;
pub mod state;
pub mod strokes;
pub mod threshold;
pub mod totals;

pub use crate::sessions::Part;
pub use mark::{Mark, MarkDraft, MarkStatus, Method, Reason};
pub use part::{Unit, Window, units};
pub use totals::Totals;
