//! The proofs of alignment: kept for each release as last measured, read for the platform or for an organisation.

use chrono::{DateTime, Utc};
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::catalog::model::alignment::{AlignedItem, Alignment, AlignmentItem, Measure};
use crate::ids::OrganisationId;
use crate::platform::db::Tx;

/// Takes the import whose release is in place when items of this kind were not measured against it since then; whoever
/// comes second gets nothing while the first is at it. What an earlier release had can be told no more: it stays as it
/// was last measured.
pub async fn take_unmeasured(
    tx: &mut Tx<'_>,
    item: AlignedItem,
    since: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "SELECT i.id FROM rome_import i
         WHERE i.number = (SELECT max(number) FROM rome_import
                           WHERE outcome = 'applied' AND source NOT IN ('api', 'certifications') AND release IS NOT NULL)
           AND NOT EXISTS (SELECT FROM catalog_alignment a
                           WHERE a.import_id = i.id AND a.organisation_id IS NULL AND a.item = $1
                             AND a.measured_at > $2)
         FOR NO KEY UPDATE SKIP LOCKED",
        item.as_str(),
        since,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Keeps what was measured against the release of an import, in place of what was measured of these kinds before.
pub async fn record(
    tx: &mut Tx<'_>,
    import: Uuid,
    measures: &[Measure],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let kinds: Vec<String> = measures.iter().map(|it| it.item.as_str().to_owned()).collect();
    sqlx::query!("DELETE FROM catalog_alignment WHERE import_id = $1 AND item = ANY ($2)", import, &kinds)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "INSERT INTO catalog_alignment (import_id, organisation_id, item, linked, present, to_decide, measured_at)
         SELECT $1, organisation, item, linked, present, to_decide, $7
         FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[])
              AS measure (organisation, item, linked, present, to_decide)",
        import,
        &measures.iter().map(|it| it.organisation.map(|id| id.0)).collect::<Vec<_>>() as &[Option<Uuid>],
        &kinds,
        &measures.iter().map(|it| it.linked).collect::<Vec<_>>(),
        &measures.iter().map(|it| it.present).collect::<Vec<_>>(),
        &measures.iter().map(|it| it.to_decide).collect::<Vec<_>>(),
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whose proofs are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Of this organisation; of the whole platform without one.
    pub organisation: Option<OrganisationId>,
    /// Of this import only.
    pub import: Option<Uuid>,
    /// Of imports before this number.
    pub before: Option<i64>,
}

/// The proofs, newest release first, each with the number of its import.
///
/// Of an organisation that had nothing of a kind, or nothing at all, zero is told: the platform's own measures say that
/// it was looked at.
pub async fn list(pool: &PgPool, filter: Filter, limit: i64) -> sqlx::Result<Vec<(i64, Alignment)>> {
    let rows = sqlx::query!(
        r#"SELECT i.number, i.id, i.release AS "release!", max(a.measured_at) AS "measured_at!"
           FROM rome_import i JOIN catalog_alignment a ON a.import_id = i.id AND a.organisation_id IS NULL
           WHERE ($1::uuid IS NULL OR i.id = $1) AND ($2::bigint IS NULL OR i.number < $2)
           GROUP BY i.id ORDER BY i.number DESC LIMIT $3"#,
        filter.import,
        filter.before,
        limit,
    )
    .fetch_all(pool)
    .await?;
    let mut alignments = Vec::with_capacity(rows.len());
    for row in rows {
        let items = items(pool, row.id, filter.organisation).await?;
        let (import, release, measured_at) = (row.id, row.release, row.measured_at);
        alignments.push((row.number, Alignment { import, release, measured_at, items }));
    }
    Ok(alignments)
}

async fn items(
    db: impl PgExecutor<'_>,
    import: Uuid,
    organisation: Option<OrganisationId>,
) -> sqlx::Result<Vec<AlignmentItem>> {
    let mut items = sqlx::query_as!(
        AlignmentItem,
        r#"SELECT whole.item AS "item: AlignedItem", coalesce(own.linked, 0) AS "linked!",
                  coalesce(own.present, 0) AS "present!", coalesce(own.to_decide, 0) AS "to_decide!"
           FROM catalog_alignment whole
           LEFT JOIN catalog_alignment own ON own.import_id = whole.import_id AND own.item = whole.item
                AND own.organisation_id IS NOT DISTINCT FROM $2
           WHERE whole.import_id = $1 AND whole.organisation_id IS NULL
             AND ($2 IS NULL OR whole.item <> 'declared_skill')"#,
        import,
        organisation.map(|id| id.0),
    )
    .fetch_all(db)
    .await?;
    items.sort_by_key(|item| item.item);
    Ok(items)
}
