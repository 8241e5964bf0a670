//! Carnet: skill passports and the recruitment search engine built on them.
//!
//! The modules stand in ladder order: each may use only what stands above it.
//! `tests/consistency` reads the imports and fails on an upward one.

pub mod ids;

pub mod actor;

pub mod events;

pub mod notices;

pub mod platform;

pub mod identity;

pub mod registers;

pub mod orgs;

pub mod files;

pub mod catalog;

pub mod companies;

pub mod trainings;

pub mod sessions;

pub mod attendance;

pub mod quizzes;

pub mod passport;

pub mod sharing;

pub mod profiles;

pub mod offers;

pub mod chat;

pub mod notifications;

pub mod indexing;

pub mod privacy;

pub mod admin;

pub mod schedule;

pub mod demo;

pub mod app;
