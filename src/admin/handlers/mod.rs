//! HTTP of the machinery.

pub mod catalog;
pub mod effect;
pub mod index;
