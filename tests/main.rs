//! The one test binary: every slice's operations, the stories, and the rules of the house.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![expect(
    clippy::disallowed_methods,
    reason = "the server under test is told the time and its ids, the tests are not"
)]

mod admin;
mod attendance;
mod authz;
mod catalog;
mod chat;
mod companies;
mod consistency;
mod demo;
mod files;
mod identity;
mod indexing;
mod journeys;
mod notifications;
mod offers;
mod openapi;
mod orgs;
mod passport;
mod platform;
mod privacy;
mod profiles;
mod quizzes;
mod registers;
mod search;
mod sessions;
mod sharing;
mod support;
mod torture;
mod trainings;
