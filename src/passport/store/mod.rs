//! Passports in PostgreSQL: what people declare, what organisations wrote, and the chain of both.

pub mod alignment;
pub mod cards;
pub mod cells;
pub mod chain;
pub mod check;
pub mod declared;
pub mod entries;
pub mod experience;
pub mod expiry;
pub mod exports;
pub mod facts;
pub mod history;
pub mod personal;
pub mod proposals;
pub mod quiz_evidence;
pub mod quizzes;
pub mod replies;
pub mod settings;
pub mod timeline;
pub mod told;
pub mod touched;
pub mod validations;
pub mod visible;
