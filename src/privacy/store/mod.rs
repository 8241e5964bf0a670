//! SQL of the privacy page: downloads, erasures, accesses, checks; and what reads across slices for one person.

pub mod accesses;
pub mod checks;
pub mod erased;
pub mod exports;
pub mod grants;
pub mod journal;
pub mod overview;
pub mod robot;
