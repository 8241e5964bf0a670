//! Whose skills an import of the catalogue says otherwise, and how far they were told.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;

/// An import that not everybody was told of.
pub struct Untold {
    /// The import.
    pub id: Uuid,
    /// The release it brought.
    pub release: i32,
    /// When the release was in place: what people wrote later, they wrote in its words.
    pub in_place_at: DateTime<Utc>,
    /// The last person looked at.
    pub reached: Option<PersonId>,
}

/// Takes the oldest import that not everybody was told of; whoever comes second gets nothing while the first is at it.
pub async fn take_untold(tx: &mut Tx<'_>) -> sqlx::Result<Option<Untold>> {
    let import = sqlx::query!(
        r#"SELECT i.id, i.release AS "release!", i.finished_at FROM rome_import i
           WHERE i.outcome = 'applied' AND i.release IS NOT NULL
             AND NOT EXISTS (SELECT FROM profile_review r WHERE r.import_id = i.id AND r.ended_at IS NOT NULL)
           ORDER BY i.number LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED"#
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(import) = import else { return Ok(None) };
    // Read once the import is locked: whoever held it before may have gone on since it was looked for.
    let reached = sqlx::query_scalar!(
        r#"SELECT reached AS "reached: PersonId" FROM profile_review WHERE import_id = $1"#,
        import.id,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(Some(Untold {
        id: import.id,
        release: import.release,
        in_place_at: import.finished_at,
        reached: reached.flatten(),
    }))
}

/// Somebody whose skills an import says otherwise.
pub struct Touched {
    /// Who.
    pub person: PersonId,
    /// How they are called.
    pub first_name: String,
    /// Where they are written to; nothing without a confirmed address, or once the account is disabled.
    pub email: Option<String>,
    /// How many of their skills: declared, or validated and not revoked.
    pub skills: i64,
}

/// The next people whose skills an import renamed, gave to something else or retired.
pub async fn touched(tx: &mut Tx<'_>, import: &Untold, limit: i64) -> sqlx::Result<Vec<Touched>> {
    let changed = sqlx::query_scalar!(
        r#"SELECT DISTINCT code::integer AS "code!" FROM rome_change
           WHERE import_id = $1 AND subject = 'skill' AND kind IN ('relabelled', 'reused', 'retired')"#,
        import.id,
    )
    .fetch_all(&mut **tx)
    .await?;
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    sqlx::query_as!(
        Touched,
        r#"SELECT p.id AS "person: PersonId", p.first_name,
                  CASE WHEN p.disabled_at IS NULL AND p.email_confirmed_at IS NOT NULL THEN p.email END AS email,
                  held.skills AS "skills!"
           FROM person p
           CROSS JOIN LATERAL (
               SELECT count(*) AS skills FROM (
                   SELECT d.skill_code FROM declared_skill d
                   WHERE d.person_id = p.id AND d.skill_code = ANY($1) AND d.declared_at <= $2
                   UNION
                   SELECT v.skill_code FROM validation v
                   WHERE v.person_id = p.id AND v.skill_code = ANY($1) AND v.validated_at <= $2
                     AND NOT EXISTS (SELECT FROM validation_revocation r WHERE r.validation_id = v.id)) one) held
           WHERE held.skills > 0 AND ($3::uuid IS NULL OR p.id > $3)
           ORDER BY p.id LIMIT $4"#,
        &changed,
        import.in_place_at,
        import.reached.map(|person| person.0),
        limit,
    )
    .fetch_all(&mut **tx)
    .await
}

/// How many people were written to of an import; nothing until everybody was looked at.
pub async fn people_told(db: impl PgExecutor<'_>, import: Uuid) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar!(
        "SELECT told FROM profile_review WHERE import_id = $1 AND ended_at IS NOT NULL",
        import,
    )
    .fetch_optional(db)
    .await
}

/// How far people were told.
pub struct Progress {
    /// The last person looked at.
    pub reached: Option<PersonId>,
    /// How many of those looked at now are touched.
    pub touched: i32,
    /// How many of them were written to.
    pub told: i32,
    /// Whether they were the last ones.
    pub is_over: bool,
}

/// Notes how far people were told.
pub async fn note(tx: &mut Tx<'_>, import: Uuid, so_far: &Progress, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO profile_review (import_id, reached, touched, told, started_at, ended_at)
         VALUES ($1, $2, $3, $4, $5::timestamptz, CASE WHEN $6 THEN $5::timestamptz END)
         ON CONFLICT ON CONSTRAINT profile_review_pkey
         DO UPDATE SET reached = excluded.reached, touched = profile_review.touched + excluded.touched,
                       told = profile_review.told + excluded.told, ended_at = excluded.ended_at",
        import,
        so_far.reached.map(|person| person.0),
        so_far.touched,
        so_far.told,
        now,
        so_far.is_over,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
