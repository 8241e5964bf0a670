//! The repository tests its own rules.

mod ladder;
