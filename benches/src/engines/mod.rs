//! The engines under test: in this process, and over loopback.

mod carnet;
mod http;
mod limit;
mod plain;
mod postgres;
mod sphinx;

pub use carnet::{Carnet, Figures};
pub use http::Http;
pub use limit::Limit;
pub use plain::Plain;
pub use postgres::{PostgresRows, PostgresTokens};
pub use sphinx::Sphinx;
