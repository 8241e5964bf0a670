//! What every operation shares.

mod embedded_postgres;
mod jobs;
mod mail;
mod unknown_path;
