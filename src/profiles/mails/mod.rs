//! What recruiters are written about the searches they keep.

use crate::platform::mail::Template;

/// A release of the catalogue says otherwise than some saved searches.
pub const SAVED_SEARCHES: Template =
    Template { name: "saved_searches", source: include_str!("saved_searches.txt") };
