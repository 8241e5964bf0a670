//! The index against a naive model, and its promises about files, commits and erasure.

#![expect(clippy::unwrap_used, reason = "a test whose world cannot be prepared should stop there")]

mod generate;
mod generation;
mod naive;
mod order;
mod paging;
mod search;
mod writer;
