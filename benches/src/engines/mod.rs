//! The engines that run in this process.

mod carnet;
mod limit;
mod plain;

pub use carnet::{Carnet, Figures};
pub use limit::Limit;
pub use plain::Plain;
