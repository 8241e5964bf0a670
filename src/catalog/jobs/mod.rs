//! Bringing the catalogue up to date: from a file, from the publisher's address, or from what comes with Carnet.

mod breaker;
mod check;
mod download;
mod import;
mod partner;
mod supply;
mod timed;

pub use breaker::{Paused, pause};
pub use check::{check_publisher, ensure_loaded, log_report};
pub use download::{DownloadError, Downloader, Patience};
pub use import::{Choices, ImportError, Importer, Progress, Report, Step};
pub use partner::{CheckPartner, check_partner};
pub use supply::Supply;
pub use timed::{CheckCatalog, ImportCatalog};
