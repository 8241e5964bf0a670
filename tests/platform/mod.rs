//! What every operation shares.

mod unknown_path;
