//! Bringing the catalogue and the table of certifications up to date: from a file, from the publisher's address, or from
//! what comes with Carnet.

mod breaker;
mod certifications;
mod check;
mod dataset;
mod download;
mod import;
mod partner;
mod supply;
mod timed;

pub use breaker::{Paused, pause};
pub use certifications::{CheckCertifications, check_certifications, import_certifications};
pub use check::{check_publisher, ensure_loaded, log_report};
pub use dataset::{Dataset, DatasetError};
pub use download::{DownloadError, Downloader, Patience};
pub use import::{Choices, ImportError, Importer, Progress, Report, Step};
pub use partner::{CheckPartner, check_partner};
pub use supply::Supply;
pub use timed::{CheckCatalog, ImportCatalog};
