//! Writes what a release adds, changes and puts back: one statement per list, whatever its size.

use sqlx::PgConnection;

use super::retire;
use crate::catalog::model::{
    Appellation, CatalogueDiff, Changes, Context, Domain, GrandDomain, Job, JobContext, JobSkill, Mobility,
    Skill, Weight,
};

/// Applies a diff under the number of its release. The caller's transaction makes it all or nothing.
pub async fn write(conn: &mut PgConnection, diff: &CatalogueDiff, release: i32) -> sqlx::Result<()> {
    grand_domains(conn, &diff.grand_domains, release).await?;
    domains(conn, &diff.domains, release).await?;
    jobs(conn, &diff.jobs, release).await?;
    appellations(conn, &diff.appellations, release).await?;
    skills(conn, &diff.skills, release).await?;
    contexts(conn, &diff.contexts, release).await?;
    job_skills(conn, &diff.job_skills, release).await?;
    job_contexts(conn, &diff.job_contexts, release).await?;
    mobilities(conn, &diff.mobilities, release).await?;
    retire::retire(conn, diff, release).await
}

/// One column of the rows to write.
fn column<R: crate::catalog::model::Record, T>(changes: &Changes<R>, field: impl Fn(&R) -> T) -> Vec<T> {
    changes.to_write().map(field).collect()
}

async fn grand_domains(
    conn: &mut PgConnection,
    changes: &Changes<GrandDomain>,
    release: i32,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_grand_domain (code, label, valid_from)
         SELECT code, label, $3 FROM UNNEST($1::text[], $2::text[]) AS new (code, label)
         ON CONFLICT ON CONSTRAINT rome_grand_domain_pkey
         DO UPDATE SET label = excluded.label, valid_to = NULL",
        &column(changes, |r| r.code.to_string()),
        &column(changes, |r| r.label.clone()),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn domains(conn: &mut PgConnection, changes: &Changes<Domain>, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_domain (code, label, valid_from)
         SELECT code, label, $3 FROM UNNEST($1::text[], $2::text[]) AS new (code, label)
         ON CONFLICT ON CONSTRAINT rome_domain_pkey
         DO UPDATE SET label = excluded.label, valid_to = NULL",
        &column(changes, |r| r.code.to_string()),
        &column(changes, |r| r.label.clone()),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn jobs(conn: &mut PgConnection, changes: &Changes<Job>, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_job (code, label, parent_code, definition, access, valid_from)
         SELECT code, label, parent_code, definition, access, $6
         FROM UNNEST($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
              AS new (code, label, parent_code, definition, access)
         ON CONFLICT ON CONSTRAINT rome_job_pkey
         DO UPDATE SET label = excluded.label, parent_code = excluded.parent_code,
                       definition = excluded.definition, access = excluded.access,
                       valid_to = NULL, replaced_by = NULL",
        &column(changes, |r| r.code.to_string()),
        &column(changes, |r| r.label.clone()),
        &column(changes, |r| r.parent.to_string()),
        &column(changes, |r| r.definition.clone()),
        &column(changes, |r| r.access.clone()),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn appellations(
    conn: &mut PgConnection,
    changes: &Changes<Appellation>,
    release: i32,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_appellation (code, job_code, label, short_label, is_principal, is_rare, valid_from)
         SELECT code, job_code, label, short_label, is_principal, is_rare, $7
         FROM UNNEST($1::integer[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::boolean[])
              AS new (code, job_code, label, short_label, is_principal, is_rare)
         ON CONFLICT ON CONSTRAINT rome_appellation_pkey
         DO UPDATE SET job_code = excluded.job_code, label = excluded.label, short_label = excluded.short_label,
                       is_principal = excluded.is_principal, is_rare = excluded.is_rare, valid_to = NULL",
        &column(changes, |r| r.code.as_i32()),
        &column(changes, |r| r.job.to_string()),
        &column(changes, |r| r.label.clone()),
        &column(changes, |r| r.short_label.clone()),
        &column(changes, |r| r.is_principal),
        &column(changes, |r| r.is_rare),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn skills(conn: &mut PgConnection, changes: &Changes<Skill>, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_skill (code, kind, label, category, definition, macro_code, valid_from)
         SELECT code, kind, label, category, definition, macro_code, $7
         FROM UNNEST($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[])
              AS new (code, kind, label, category, definition, macro_code)
         ON CONFLICT ON CONSTRAINT rome_skill_pkey
         DO UPDATE SET kind = excluded.kind, label = excluded.label, category = excluded.category,
                       definition = excluded.definition, macro_code = excluded.macro_code,
                       valid_to = NULL, replaced_by = NULL",
        &column(changes, |r| r.code.as_i32()),
        &column(changes, |r| r.kind.as_str().to_owned()),
        &column(changes, |r| r.label.clone()),
        &column(changes, |r| r.category.clone()),
        &column(changes, |r| r.definition.clone()),
        &column(changes, |r| r.macro_skill.map(crate::catalog::model::OgrCode::as_i32)) as &[Option<i32>],
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn contexts(conn: &mut PgConnection, changes: &Changes<Context>, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_context (code, label, category, valid_from)
         SELECT code, label, category, $4
         FROM UNNEST($1::integer[], $2::text[], $3::text[]) AS new (code, label, category)
         ON CONFLICT ON CONSTRAINT rome_context_pkey
         DO UPDATE SET label = excluded.label, category = excluded.category, valid_to = NULL",
        &column(changes, |r| r.code.as_i32()),
        &column(changes, |r| r.label.clone()),
        &column(changes, |r| r.category.clone()),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn job_skills(conn: &mut PgConnection, changes: &Changes<JobSkill>, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_job_skill (job_code, skill_code, is_core, is_emerging, valid_from)
         SELECT job_code, skill_code, is_core, is_emerging, $5
         FROM UNNEST($1::text[], $2::integer[], $3::boolean[], $4::boolean[])
              AS new (job_code, skill_code, is_core, is_emerging)
         ON CONFLICT ON CONSTRAINT rome_job_skill_pkey
         DO UPDATE SET is_core = excluded.is_core, is_emerging = excluded.is_emerging, valid_to = NULL",
        &column(changes, |r| r.job.to_string()),
        &column(changes, |r| r.skill.as_i32()),
        &column(changes, |r| r.weight == Weight::Core),
        &column(changes, |r| r.weight == Weight::Emerging),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn job_contexts(
    conn: &mut PgConnection,
    changes: &Changes<JobContext>,
    release: i32,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_job_context (job_code, context_code, valid_from)
         SELECT job_code, context_code, $3
         FROM UNNEST($1::text[], $2::integer[]) AS new (job_code, context_code)
         ON CONFLICT ON CONSTRAINT rome_job_context_pkey
         DO UPDATE SET valid_to = NULL",
        &column(changes, |r| r.job.to_string()),
        &column(changes, |r| r.context.as_i32()),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn mobilities(conn: &mut PgConnection, changes: &Changes<Mobility>, release: i32) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_mobility (job_code, target_code, rank, valid_from)
         SELECT job_code, target_code, rank, $4
         FROM UNNEST($1::text[], $2::text[], $3::smallint[]) AS new (job_code, target_code, rank)
         ON CONFLICT ON CONSTRAINT rome_mobility_pkey
         DO UPDATE SET rank = excluded.rank, valid_to = NULL",
        &column(changes, |r| r.job.to_string()),
        &column(changes, |r| r.target.to_string()),
        &column(changes, |r| r.rank),
        release,
    )
    .execute(conn)
    .await?;
    Ok(())
}
