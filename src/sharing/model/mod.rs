//! What is true about consent, without a database.

mod notice;
mod proof;
mod visibility;

pub use notice::Notice;
pub use proof::{ChainedConsent, ConsentFault, ConsentReport, Flaw, check_proof};
pub use visibility::{Choice, ConsentKind, Standing};
