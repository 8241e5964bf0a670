//! The index against a naive model, and its promises about files, commits and erasure.

mod generate;
mod generation;
mod naive;
mod order;
mod paging;
mod search;
mod writer;
