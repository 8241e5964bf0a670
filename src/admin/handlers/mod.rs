//! HTTP of the machinery.

pub mod catalog;
pub mod index;
