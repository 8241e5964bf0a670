//! Marks what a release no longer has: kept for every record that names it.

use sqlx::PgConnection;

use crate::catalog::model::{CatalogueDiff, Changes, Record};

fn column<R: Record, T>(changes: &Changes<R>, field: impl Fn(&R) -> T) -> Vec<T> {
    changes.retired.iter().map(field).collect()
}

/// Sets `valid_to` on everything the diff retires.
pub async fn retire(conn: &mut PgConnection, diff: &CatalogueDiff, release: i32) -> sqlx::Result<()> {
    sheets(conn, diff, release).await?;
    items(conn, diff, release).await?;
    links(conn, diff, release).await
}

async fn sheets(conn: &mut PgConnection, diff: &CatalogueDiff, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE rome_grand_domain SET valid_to = $1 WHERE code = ANY ($2)",
        release,
        &column(&diff.grand_domains, |r| r.code.to_string()),
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "UPDATE rome_domain SET valid_to = $1 WHERE code = ANY ($2)",
        release,
        &column(&diff.domains, |r| r.code.to_string()),
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "UPDATE rome_job SET valid_to = $1 WHERE code = ANY ($2)",
        release,
        &column(&diff.jobs, |r| r.code.to_string()),
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn items(conn: &mut PgConnection, diff: &CatalogueDiff, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE rome_appellation SET valid_to = $1 WHERE code = ANY ($2)",
        release,
        &column(&diff.appellations, |r| r.code.as_i32()),
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "UPDATE rome_skill SET valid_to = $1 WHERE code = ANY ($2)",
        release,
        &column(&diff.skills, |r| r.code.as_i32()),
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "UPDATE rome_context SET valid_to = $1 WHERE code = ANY ($2)",
        release,
        &column(&diff.contexts, |r| r.code.as_i32()),
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn links(conn: &mut PgConnection, diff: &CatalogueDiff, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE rome_job_skill SET valid_to = $1
         FROM UNNEST($2::text[], $3::integer[]) AS gone (job, skill)
         WHERE job_code = gone.job AND skill_code = gone.skill",
        release,
        &column(&diff.job_skills, |r| r.job.to_string()),
        &column(&diff.job_skills, |r| r.skill.as_i32()),
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "UPDATE rome_job_context SET valid_to = $1
         FROM UNNEST($2::text[], $3::integer[]) AS gone (job, context)
         WHERE job_code = gone.job AND context_code = gone.context",
        release,
        &column(&diff.job_contexts, |r| r.job.to_string()),
        &column(&diff.job_contexts, |r| r.context.as_i32()),
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "UPDATE rome_mobility SET valid_to = $1
         FROM UNNEST($2::text[], $3::text[]) AS gone (job, target)
         WHERE job_code = gone.job AND target_code = gone.target",
        release,
        &column(&diff.mobilities, |r| r.job.to_string()),
        &column(&diff.mobilities, |r| r.target.to_string()),
    )
    .execute(conn)
    .await?;
    Ok(())
}
