//! What is true about consent, without a database.

mod notice;
mod visibility;

pub use notice::Notice;
pub use visibility::{Choice, ConsentKind, Standing};
