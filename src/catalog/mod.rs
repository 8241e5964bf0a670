//! The national catalogue of jobs and skills (ROME): kept up to date from the publisher's open data, looked up in memory.

pub mod archive;
mod handlers;
mod jobs;
pub mod model;
mod partner;
mod snapshot;
mod starter;
mod store;

pub use handlers::{ProposedSkill, proposed_skills, routes};
pub use jobs::{
    CheckCatalog, CheckPartner, Choices, DownloadError, Downloader, ImportCatalog, ImportError, Importer,
    Patience, Paused, Progress, Report, Step, Supply, check_partner, check_publisher, ensure_loaded,
    log_report, pause,
};
pub use model::alignment::{AlignedItem, Alignment, AlignmentItem, Measure};
pub use model::{Attempt, Origin, Outcome, Source};
pub use partner::{Partner, PartnerError};
pub use snapshot::{Catalog, CatalogSnapshot, Drift, JobCard, ReleaseCard, SkillCard, follow, refresh};
pub use store::alignment;
pub use store::{Wanted, is_applied, last_success, list_attempts};
