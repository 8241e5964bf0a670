//! What every request and every job can reach.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

use sqlx::PgPool;

use crate::ids::Ids;
use crate::platform::clock::Clock;
use crate::platform::config::Config;

/// The shared state: cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// Connections to PostgreSQL, the only authority.
    pub pool: PgPool,
    /// The time.
    pub clock: Clock,
    /// New ids and secrets.
    pub ids: Ids,
    /// The settings.
    pub config: Arc<Config>,
    parts: Parts,
}

/// What single slices keep in memory (the catalogue, the search index), found by type.
///
/// The platform knows no slice; `app.rs` puts the parts in when it wires everything.
#[derive(Clone, Default)]
pub struct Parts(Arc<HashMap<TypeId, Box<dyn Any + Send + Sync>>>);

impl Parts {
    /// The parts with one more, which replaces an earlier one of its type.
    ///
    /// # Panics
    /// When the parts are already shared: wiring is over by then.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, part: T) -> Self {
        Arc::get_mut(&mut self.0)
            .expect("parts are added before they are shared")
            .insert(TypeId::of::<T>(), Box::new(part));
        self
    }
}

impl AppState {
    /// Puts the state together.
    pub fn new(pool: PgPool, clock: Clock, ids: Ids, config: Arc<Config>, parts: Parts) -> Self {
        Self { pool, clock, ids, config, parts }
    }

    /// The part of this type.
    ///
    /// # Panics
    /// When `app.rs` did not wire it: a programming error seen at the first test.
    pub fn part<T: Any + Send + Sync>(&self) -> &T {
        self.parts
            .0
            .get(&TypeId::of::<T>())
            .and_then(|part| part.downcast_ref())
            .unwrap_or_else(|| panic!("{} is not wired in app.rs", std::any::type_name::<T>()))
    }
}
