//! What is done with files after the fact: looked into, removed, compared with the store.

mod check;
mod remove;
mod scan;
mod sweep;

pub use check::CheckFiles;
pub use remove::RemoveFile;
pub use scan::ScanFile;
pub use sweep::SweepFiles;
