//! HTTP of the privacy page.

pub mod accesses;
pub mod erasure;
pub mod exports;
pub mod overview;
pub mod public;
