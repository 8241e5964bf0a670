//! What every operation shares.

mod embedded_postgres;
mod unknown_path;
