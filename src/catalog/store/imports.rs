//! The history of imports, the release in place, and the lock that keeps imports one at a time.

use std::collections::HashMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::catalog::model::drift::Reuse;
use crate::catalog::model::{Attempt, LoggedChange, Origin, Outcome, Release, Source, Tally};
use crate::platform::http::{Page, PageParams};

/// Held by the transaction that imports: any number that nothing else locks.
const IMPORT_LOCK: i64 = 42_440_001;

/// Takes the import lock until the transaction ends; false when another import holds it.
pub async fn try_lock(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"SELECT pg_try_advisory_xact_lock($1) AS "locked!""#, IMPORT_LOCK)
        .fetch_one(conn)
        .await
}

/// Number of the last import that changed the catalogue; 0 before the first.
pub async fn revision(executor: impl PgExecutor<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT COALESCE(max(number), 0) AS "number!" FROM rome_import WHERE outcome = 'applied'"#
    )
    .fetch_one(executor)
    .await
}

/// Number of the last import that changed the lists themselves, and not only what the publisher's API or the table of
/// certifications says besides.
pub async fn lists_revision(executor: impl PgExecutor<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT COALESCE(max(number), 0) AS "number!" FROM rome_import
           WHERE outcome = 'applied' AND source NOT IN ('api', 'certifications')"#
    )
    .fetch_one(executor)
    .await
}

/// Hash of the archive that the catalogue last came from or was found equal to.
pub async fn last_hash(pool: &PgPool) -> sqlx::Result<Option<String>> {
    let hash = sqlx::query_scalar!(
        "SELECT archive_sha256 FROM rome_import
         WHERE source NOT IN ('api', 'certifications') AND outcome IN ('applied', 'unchanged')
         ORDER BY number DESC LIMIT 1"
    )
    .fetch_optional(pool)
    .await?;
    Ok(hash.flatten())
}

/// When a source last answered with something that was taken over, or that says nothing new.
pub async fn last_success(pool: &PgPool, source: Source) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "SELECT max(finished_at) FROM rome_import WHERE source = $1 AND outcome IN ('applied', 'unchanged')",
        source.as_str(),
    )
    .fetch_one(pool)
    .await
}

/// How often a source has failed since it last answered, and when it last did.
pub async fn failures_in_a_row(pool: &PgPool, source: Source) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "failures!", max(finished_at) AS last
           FROM rome_import
           WHERE source = $1 AND outcome = 'failed'
             AND number > COALESCE((SELECT max(number) FROM rome_import WHERE source = $1 AND outcome <> 'failed'), 0)"#,
        source.as_str(),
    )
    .fetch_one(pool)
    .await?;
    Ok((row.failures, row.last))
}

/// Whether an import of this id changed the catalogue.
pub async fn is_applied(pool: &PgPool, import: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM rome_import WHERE id = $1 AND outcome = 'applied') AS "exists!""#,
        import
    )
    .fetch_one(pool)
    .await
}

/// The codes that releases gave to something else, oldest first.
pub async fn load_reuses(conn: &mut PgConnection) -> sqlx::Result<HashMap<(String, String), Vec<Reuse>>> {
    let rows = sqlx::query!(
        r#"SELECT c.subject, c.code, i.release AS "release!", c.before AS "before!", c.replacement
           FROM rome_change c JOIN rome_import i ON i.id = c.import_id
           WHERE c.kind = 'reused' AND c.before IS NOT NULL AND i.release IS NOT NULL
           ORDER BY i.number"#
    )
    .fetch_all(conn)
    .await?;
    let mut reuses: HashMap<(String, String), Vec<Reuse>> = HashMap::new();
    for row in rows {
        let reuse = Reuse { release: row.release, before: row.before, replacement: row.replacement };
        reuses.entry((row.subject, row.code)).or_default().push(reuse);
    }
    Ok(reuses)
}

/// When the release in place was last changed by an import.
pub async fn imported_at(conn: &mut PgConnection) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!("SELECT imported_at FROM rome_release ORDER BY version DESC LIMIT 1")
        .fetch_optional(conn)
        .await
}

/// Records the release in place.
pub async fn save_release(
    conn: &mut PgConnection,
    release: &Release,
    origin: Origin,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_release (version, label, published_on, source, imported_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT rome_release_pkey
         DO UPDATE SET label = excluded.label, published_on = excluded.published_on,
                       source = excluded.source, imported_at = excluded.imported_at",
        release.version,
        release.title,
        release.published_on,
        origin.as_str(),
        at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Adds a line to the history.
pub async fn insert_attempt(conn: &mut PgConnection, attempt: &Attempt) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_import (id, release, source, archive_sha256, outcome, error, notices, counts,
                                  added, changed, retired, started_at, finished_at, summary)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        attempt.id,
        attempt.release,
        attempt.source.as_str(),
        attempt.sha256,
        attempt.outcome.as_str(),
        attempt.error,
        &attempt.notices,
        attempt.counts.map(Json) as _,
        attempt.tally.added as i32,
        (attempt.tally.changed + attempt.tally.reactivated) as i32,
        attempt.tally.retired as i32,
        attempt.started_at,
        attempt.finished_at,
        attempt.summary,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes what an import changed in meaning.
pub async fn insert_changes(conn: &mut PgConnection, import: Uuid, log: &[LoggedChange]) -> sqlx::Result<()> {
    let texts = |field: fn(&LoggedChange) -> &str| {
        log.iter().map(|change| field(change).to_owned()).collect::<Vec<_>>()
    };
    let places: Vec<i32> = (1..).take(log.len()).collect();
    let before: Vec<Option<String>> = log.iter().map(|change| change.before.clone()).collect();
    let after: Vec<Option<String>> = log.iter().map(|change| change.after.clone()).collect();
    let replacement: Vec<Option<String>> = log.iter().map(|change| change.replacement.clone()).collect();
    sqlx::query!(
        "INSERT INTO rome_change (import_id, position, subject, code, kind, before, after, replacement)
         SELECT $1, position, subject, code, kind, before, after, replacement
         FROM UNNEST($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
              AS new (position, subject, code, kind, before, after, replacement)",
        import,
        &places,
        &texts(|change| change.subject),
        &texts(|change| &change.code),
        &texts(|change| change.kind.as_str()),
        &before as &[Option<String>],
        &after as &[Option<String>],
        &replacement as &[Option<String>],
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Which part of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it.
    All,
    /// Archives, wherever they came from.
    Archives,
    /// The publisher's API.
    Api,
    /// The table of certifications.
    Certifications,
}

impl Wanted {
    /// How the query names it.
    fn part(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Archives => Some("archives"),
            Self::Api => Some("api"),
            Self::Certifications => Some("certifications"),
        }
    }
}

/// The history, latest first; the cursor is the number of the last line seen.
pub async fn list_attempts(
    pool: &PgPool,
    wanted: Wanted,
    params: &PageParams,
) -> crate::platform::http::Result<Page<Attempt>> {
    let limit = params.limit()?;
    let after: Option<i64> = params.after()?;
    let rows = sqlx::query!(
        r#"SELECT number, id, release, source, archive_sha256, outcome, error, notices,
                  counts AS "counts: Json<crate::catalog::model::Counts>",
                  added, changed, retired, summary, started_at, finished_at
           FROM rome_import
           WHERE ($1::bigint IS NULL OR number < $1)
             AND ($3::text IS NULL
                  OR $3 = CASE WHEN source IN ('api', 'certifications') THEN source ELSE 'archives' END)
           ORDER BY number DESC
           LIMIT $2"#,
        after,
        i64::from(limit) + 1,
        wanted.part(),
    )
    .fetch_all(pool)
    .await?;
    let mut attempts = Vec::with_capacity(rows.len());
    for row in rows {
        let attempt = Attempt {
            id: row.id,
            release: row.release,
            source: Source::parse(&row.source).with_context(|| format!("stored source {:?}", row.source))?,
            sha256: row.archive_sha256,
            outcome: Outcome::parse(&row.outcome)
                .with_context(|| format!("stored outcome {:?}", row.outcome))?,
            error: row.error,
            notices: row.notices,
            counts: row.counts.map(|Json(counts)| counts),
            tally: Tally {
                added: row.added.unsigned_abs() as usize,
                changed: row.changed.unsigned_abs() as usize,
                retired: row.retired.unsigned_abs() as usize,
                reactivated: 0,
            },
            summary: row.summary,
            started_at: row.started_at,
            finished_at: row.finished_at,
        };
        attempts.push((row.number, attempt));
    }
    Ok(Page::cut(attempts, limit, |(number, _)| *number).map(|(_, attempt)| attempt))
}
