//! Typed ids, and the source of new ones. Ids and randomness are passed in, never drawn in place.

use std::sync::Arc;

use parking_lot::Mutex;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::platform::clock::Clock;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            Serialize, Deserialize, ToSchema, sqlx::Type,
        )]
        #[serde(transparent)]
        #[sqlx(transparent)]
        #[schema(value_type = Uuid)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

typed_ids! {
    /// An account holder. Never shown to recruiters.
    PersonId;
    /// The public, random id of a person's profile: the only one a recruiter sees.
    ProfileId;
    /// A signed-in device: the family its refresh tokens belong to.
    SessionId;
    /// A training organisation.
    OrganisationId;
    /// A level grid of an organisation, whatever its version.
    GridId;
    /// A company establishment.
    CompanyId;
    /// A recruiter account: one person for one company.
    RecruiterId;
    /// One validation entry.
    ValidationId;
}

/// Draws ids and secrets: from the system in production, from a seed in tests and demos.
#[derive(Clone)]
pub struct Ids {
    clock: Clock,
    rng: Arc<Mutex<StdRng>>,
}

impl Ids {
    /// Draws from a generator seeded by the operating system.
    pub fn random(clock: Clock) -> anyhow::Result<Self> {
        let mut seed = [0; 32];
        SysRng.try_fill_bytes(&mut seed)?;
        Ok(Self { clock, rng: Arc::new(Mutex::new(StdRng::from_seed(seed))) })
    }

    /// Draws the same sequence for the same seed: for tests and reproducible demos.
    pub fn seeded(clock: Clock, seed: u64) -> Self {
        Self { clock, rng: Arc::new(Mutex::new(StdRng::seed_from_u64(seed))) }
    }

    /// A time-ordered id, for rows nobody outside must date.
    pub fn ordered<T: From<Uuid>>(&self) -> T {
        let millis = self.clock.now().timestamp_millis().unsigned_abs();
        let mut random = [0; 10];
        self.rng.lock().fill_bytes(&mut random);
        T::from(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// A fully random id, for ids that strangers see.
    pub fn opaque<T: From<Uuid>>(&self) -> T {
        T::from(uuid::Builder::from_random_bytes(self.secret()).into_uuid())
    }

    /// Random bytes for tokens and keys.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.lock().fill_bytes(&mut bytes);
        bytes
    }

    /// A six-digit code, uniformly drawn.
    pub fn six_digits(&self) -> String {
        // 2^64 is so much larger than 10^6 that the modulo's bias is below 10^-13.
        format!("{:06}", u64::from_be_bytes(self.secret()) % 1_000_000)
    }
}
