//! What the benchmarks share: the national catalogue, a corpus of any size, questions, engines and measures.
//!
//! Every figure compares engines on the same profiles and the same questions, in one run, and only after their
//! answers were found equal.

pub mod boosting;
pub mod catalogue;
pub mod changing;
pub mod checks;
pub mod compare;
pub mod corpus;
pub mod document;
pub mod engine;
pub mod engines;
pub mod lexical;
pub mod measure;
pub mod peers;
pub mod plot;
pub mod questions;
pub mod random;
pub mod references;
pub mod report;
pub mod tokens;
pub mod truth;
