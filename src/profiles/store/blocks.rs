//! The block lists of the companies that search, kept in memory for as long as no list changes.

use std::sync::Arc;

use moka::sync::Cache;
use sqlx::PgPool;

use crate::companies::Siren;
use crate::sharing::{self, BlockList};

/// Companies whose list is kept.
const CAPACITY: u64 = 10_000;

/// Block lists by company. A list is valid for the number it was read at; the page's check brings the number now.
#[derive(Clone)]
pub struct BlockLists(Cache<Siren, Arc<BlockList>>);

impl Default for BlockLists {
    fn default() -> Self {
        Self(Cache::new(CAPACITY))
    }
}

impl BlockLists {
    /// The list as it was last read; read now if it never was.
    pub async fn latest(&self, pool: &PgPool, siren: Siren) -> sqlx::Result<Arc<BlockList>> {
        match self.0.get(&siren) {
            Some(list) => Ok(list),
            None => self.read(pool, siren).await,
        }
    }

    /// Reads the list again.
    pub async fn read(&self, pool: &PgPool, siren: Siren) -> sqlx::Result<Arc<BlockList>> {
        let list = Arc::new(sharing::block_list(pool, siren).await?);
        self.0.insert(siren, Arc::clone(&list));
        Ok(list)
    }
}
