//! Which saved searches an import of the catalogue touches, and whose they are.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::platform::db::Tx;

/// An import whose effect on saved searches was not looked into yet.
pub struct Unseen {
    /// The import.
    pub id: Uuid,
    /// The release it brought.
    pub release: i32,
}

/// Takes the oldest import that was not looked into; whoever comes second gets nothing while the first is at it.
pub async fn take_unseen(tx: &mut Tx<'_>) -> sqlx::Result<Option<Unseen>> {
    sqlx::query_as!(
        Unseen,
        r#"SELECT i.id, i.release AS "release!" FROM rome_import i
           WHERE i.outcome = 'applied' AND i.release IS NOT NULL
             AND NOT EXISTS (SELECT FROM saved_search_review r WHERE r.import_id = i.id)
           ORDER BY i.number LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED"#
    )
    .fetch_optional(&mut **tx)
    .await
}

/// A recruiter with saved searches that an import touches.
pub struct Owner {
    /// Where they are written to; nothing while they may not search.
    pub email: Option<String>,
    /// How many of their saved searches are touched.
    pub searches: i64,
}

/// Whose saved searches an import touches: those saved before it that name a code it renamed, gave to something else or
/// retired, or a code whose successors led to one.
pub async fn touched(tx: &mut Tx<'_>, import: Uuid) -> sqlx::Result<Vec<Owner>> {
    sqlx::query_as!(
        Owner,
        r#"WITH RECURSIVE line AS (
               SELECT DISTINCT s.id AS search, s.recruiter_id,
                      CASE l.subject WHEN 'family' THEN 'job' WHEN 'letter' THEN 'grand_domain' ELSE l.subject END
                          AS subject,
                      l.code
               FROM saved_search s JOIN saved_search_line l ON l.saved_search_id = s.id
               WHERE s.revision < (SELECT number FROM rome_import WHERE id = $1)
           ), meant AS (
               SELECT DISTINCT subject, code AS named, code FROM line
               UNION
               SELECT m.subject, m.named, coalesce(j.replaced_by, k.replaced_by::text)
               FROM meant m
               LEFT JOIN rome_job j ON m.subject = 'job' AND j.code = m.code
               LEFT JOIN rome_skill k ON k.code = CASE WHEN m.subject = 'skill' THEN m.code::integer END
               WHERE coalesce(j.replaced_by, k.replaced_by::text) IS NOT NULL
           ), hit AS (
               SELECT DISTINCT m.subject, m.named FROM meant m
               JOIN rome_change c ON c.subject = m.subject AND c.code = m.code
               WHERE c.import_id = $1 AND c.kind IN ('relabelled', 'reused', 'retired')
           )
           SELECT CASE WHEN r.status = 'granted' AND p.disabled_at IS NULL THEN p.email END AS email,
                  count(DISTINCT line.search) AS "searches!"
           FROM hit JOIN line ON line.subject = hit.subject AND line.code = hit.named
           JOIN recruiter r ON r.id = line.recruiter_id JOIN person p ON p.id = r.person_id
           GROUP BY r.id, p.id ORDER BY p.email"#,
        import,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Notes that an import was looked into.
pub async fn mark_seen(
    tx: &mut Tx<'_>,
    import: Uuid,
    effect: SavedEffect,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO saved_search_review (import_id, touched, told, reviewed_at) VALUES ($1, $2, $3, $4)",
        import,
        effect.searches,
        effect.recruiters,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What an import means for saved searches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedEffect {
    /// Saved searches touched.
    pub searches: i32,
    /// Recruiters told.
    pub recruiters: i32,
}

/// What an import meant for saved searches when it was looked into; nothing before.
pub async fn saved_effect(db: impl PgExecutor<'_>, import: Uuid) -> sqlx::Result<Option<SavedEffect>> {
    sqlx::query_as!(
        SavedEffect,
        "SELECT touched AS searches, told AS recruiters FROM saved_search_review WHERE import_id = $1",
        import,
    )
    .fetch_optional(db)
    .await
}
