//! HTTP of files.

mod intake;
pub mod link;
pub mod mine;
pub mod rules;
pub mod serve;
pub mod upload;
