//! Invented people and accounts: reproducible, plausible, and never beside real ones.

mod accounts;
mod catalogue;
mod people;
mod search;
mod seed_demo;
