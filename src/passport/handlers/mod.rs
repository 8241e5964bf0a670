//! The operations on declared skills, validations and the passport they make.

pub mod batch;
pub mod entry;
pub mod experiences;
pub mod exports;
pub mod grid;
pub mod letters;
pub mod map;
pub mod proposals;
pub mod quiz_evidence;
pub mod replies;
pub mod reviews;
pub mod session;
pub mod settings;
pub mod skills;
pub mod timeline;
pub mod validations;
mod views;
