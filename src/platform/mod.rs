//! The ground every slice stands on. Knows no feature.

pub mod clock;
pub mod config;
pub mod db;
pub mod http;
pub mod state;
