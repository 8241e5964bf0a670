//! The ground every slice stands on. Knows no feature.

pub mod antivirus;
pub mod apart;
pub mod clock;
pub mod config;
pub mod db;
pub mod embedded_postgres;
pub mod http;
pub mod jobs;
pub mod live;
pub mod mail;
pub mod outside;
pub mod passwords;
pub mod priority;
pub mod progress;
pub mod seal;
pub mod search;
pub mod secrets;
pub mod siret;
pub mod state;
pub mod storage;
pub mod table;
pub mod telemetry;
pub mod tokens;
