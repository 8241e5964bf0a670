//! The catalogue in memory: what every lookup reads, swapped whole when an import changes it.

mod build;
mod cards;
mod certifications;
mod drift;
mod follow;
mod supplement;

pub use cards::{CatalogSnapshot, JobCard, ReleaseCard, SkillCard};
pub use certifications::CertificationCards;
pub use drift::Drift;
pub use follow::{follow, refresh};

use std::sync::Arc;

use arc_swap::ArcSwap;

/// The latest snapshot; cheap to clone and to read.
#[derive(Clone)]
pub struct Catalog(Arc<ArcSwap<CatalogSnapshot>>);

impl Catalog {
    /// Loads the catalogue from PostgreSQL.
    pub async fn load(pool: &sqlx::PgPool) -> anyhow::Result<Self> {
        Ok(Self(Arc::new(ArcSwap::from_pointee(build::load(pool).await?))))
    }

    /// The catalogue as it is now; keep it for the length of one request, so that an answer is of one release.
    pub fn snapshot(&self) -> Arc<CatalogSnapshot> {
        self.0.load_full()
    }

    fn replace(&self, snapshot: CatalogSnapshot) {
        self.0.store(Arc::new(snapshot));
    }
}
