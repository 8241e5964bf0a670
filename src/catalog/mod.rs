//! The national catalogue of jobs and skills (ROME), and the certifications that lead to its jobs (RNCP and RS): kept up to
//! date from the publishers' open data, looked up in memory.

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
    CheckCatalog, CheckCertifications, CheckPartner, Choices, Dataset, DatasetError, DownloadError,
    Downloader, ImportCatalog, ImportError, Importer, Patience, Paused, Progress, Report, Step, Supply,
    check_certifications, check_partner, check_publisher, ensure_loaded, import_certifications, log_report,
    pause,
};
pub use model::alignment::{AlignedItem, Alignment, AlignmentItem, Measure};
pub use model::certification::{Certification, CertificationNumber};
pub use model::{Attempt, Origin, Outcome, Source};
pub use partner::{Partner, PartnerError};
pub use snapshot::{
    Catalog, CatalogSnapshot, CertificationCards, Drift, JobCard, ReleaseCard, SkillCard, follow, refresh,
};
pub use store::alignment;
pub use store::{Wanted, is_applied, last_success, list_attempts};
