//! What is done about consents and openings without anybody asking.

mod accesses;
mod shares;

pub use accesses::PurgeAccesses;
pub use shares::EndShares;
