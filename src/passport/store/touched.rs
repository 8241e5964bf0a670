//! Who holds what a release of the catalogue changed.

use sqlx::PgExecutor;
use uuid::Uuid;

/// How many people declared, or hold a validation of, a skill that an import renamed or retired. What they hold stays.
pub async fn people_touched(db: impl PgExecutor<'_>, import: Uuid) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"WITH changed AS (
               SELECT DISTINCT code::integer AS code FROM rome_change
               WHERE import_id = $1 AND subject = 'skill' AND kind IN ('relabelled', 'reused', 'retired')
           )
           SELECT count(*) AS "people!" FROM (
               SELECT d.person_id FROM declared_skill d JOIN changed c ON c.code = d.skill_code
               UNION
               SELECT v.person_id FROM validation v JOIN changed c ON c.code = v.skill_code
           ) touched"#,
        import,
    )
    .fetch_one(db)
    .await
}
