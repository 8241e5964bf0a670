//! What is true of files.

mod card;
mod claim;
mod download;
pub mod inspect;
mod kind;
mod name;
mod purpose;
mod scan;

pub use card::{FileCard, Owner};
pub use claim::{Claim, Staged};
pub use download::{Range, disposition, matches_any, requested};
pub use inspect::Inspected;
pub use kind::{Kind, SNIFFED, Sniffed, sniff};
pub use name::FileName;
pub use purpose::{Caching, Purpose};
pub use scan::Scan;

/// Bytes in hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;

    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
