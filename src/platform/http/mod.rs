//! HTTP as every slice speaks it: extractors, problems, pages.

pub mod error;
pub mod extract;
pub mod headers;
pub mod health;
pub mod idempotency;
pub mod layers;
pub mod limits;
pub mod operations;
pub mod origin;
pub mod pace;
pub mod page;
pub mod peer;
pub mod problem;
pub mod server;
pub mod stall;
pub mod static_files;
pub mod texts;
pub mod verifier;
pub mod versions;

pub use error::{Code, Error, FieldError, Fields};
pub use extract::{Json, Path, Query};
pub use operations::Operations;
pub(crate) use operations::routes;
pub use page::{Page, PageParams};
pub use peer::Peer;
pub use problem::{Problem, Problems};
pub use versions::{IfMatch, Versioned};

/// What a handler answers.
pub type Result<T> = std::result::Result<T, Error>;
