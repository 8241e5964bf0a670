//! Whether this database is a demonstration, and which people it holds.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::platform::db::Tx;

/// What was seeded here before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seeded {
    /// With this seed.
    pub seed: u64,
    /// People 0 to this - 1.
    pub profiles: u32,
    /// From this release of the catalogue.
    pub release: i32,
    /// Whether the demo accounts exist.
    pub has_accounts: bool,
}

/// What this database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Nobody has an account.
    Empty,
    /// A demonstration.
    Demo(Seeded),
    /// People have accounts here, and no demonstration was ever seeded.
    Real,
}

/// Keeps two seedings from running at once.
pub async fn lock(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("LOCK TABLE demo_seed IN EXCLUSIVE MODE").execute(connection).await?;
    Ok(())
}

/// Finds out what this database is.
pub async fn nature(connection: &mut PgConnection) -> sqlx::Result<Nature> {
    let seeded = sqlx::query!("SELECT seed, profiles, rome_release, has_accounts FROM demo_seed")
        .fetch_optional(&mut *connection)
        .await?;
    if let Some(row) = seeded {
        return Ok(Nature::Demo(Seeded {
            seed: row.seed.cast_unsigned(),
            profiles: row.profiles.cast_unsigned(),
            release: row.rome_release,
            has_accounts: row.has_accounts,
        }));
    }
    let has_people = sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM person) AS "exists!""#)
        .fetch_one(connection)
        .await?;
    Ok(if has_people { Nature::Real } else { Nature::Empty })
}

/// Remembers what the database holds from now on.
pub async fn remember(
    tx: &mut Tx<'_>,
    seed: u64,
    profiles: u32,
    release: i32,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO demo_seed (seed, profiles, rome_release, seeded_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT demo_seed_pkey
         DO UPDATE SET profiles = excluded.profiles, seeded_at = excluded.seeded_at",
        seed.cast_signed(),
        profiles.cast_signed(),
        release,
        at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
