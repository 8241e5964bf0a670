//! What every operation shares.

mod apart;
mod contention;
mod embedded_postgres;
mod health;
mod idempotency;
mod jobs;
mod layers;
mod mail;
mod pool;
mod serve;
mod server;
mod static_files;
mod unknown_path;
mod verifier;
