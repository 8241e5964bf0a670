//! What every operation shares.

mod embedded_postgres;
mod health;
mod jobs;
mod layers;
mod mail;
mod server;
mod unknown_path;
