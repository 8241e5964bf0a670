//! What those who run organisations are written about their trainings.

use crate::platform::mail::Template;

/// A release of the catalogue says otherwise than some trainings.
pub const CATALOG_NOTICES: Template =
    Template { name: "catalog_notices", source: include_str!("catalog_notices.txt") };
