//! A running Carnet for one test: its own database, a clock that stands still, seeded ids.

pub mod app;
pub mod attendance;
pub mod clamd;
pub mod client;
pub mod companies;
pub mod database;
pub mod evaluation;
pub mod experiences;
pub mod files;
pub mod folder;
pub mod france_travail;
pub mod mailbox;
pub mod organisations;
pub mod passport;
pub mod publisher;
pub mod quizzes;
pub mod raw_server;
pub mod register;
pub mod rome;
pub mod search;
pub mod sessions;
pub mod taking;
pub mod trainings;
pub mod users;
pub mod workbook;
