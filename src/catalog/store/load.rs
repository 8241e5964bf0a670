//! Everything PostgreSQL knows of the catalogue, active or not, in one go.

use anyhow::Context as _;
use carnet_index::RomeCode;
use sqlx::PgConnection;

use crate::catalog::model::{
    Appellation, Context, Domain, DomainCode, Entry, GrandDomain, Job, JobContext, JobSkill, Known, Letter,
    Mobility, OgrCode, Origin, Record, Release, Skill, SkillKind, Weight,
};

/// Loads every list, sorted by key. For one coherent state the caller opens a repeatable-read transaction or holds the import lock.
pub async fn load(conn: &mut PgConnection) -> anyhow::Result<Known> {
    Ok(Known {
        release: release(conn).await?,
        grand_domains: sorted(grand_domains(conn).await?),
        domains: sorted(domains(conn).await?),
        jobs: sorted(jobs(conn).await?),
        appellations: sorted(appellations(conn).await?),
        skills: sorted(skills(conn).await?),
        contexts: sorted(contexts(conn).await?),
        job_skills: sorted(job_skills(conn).await?),
        job_contexts: sorted(job_contexts(conn).await?),
        mobilities: sorted(mobilities(conn).await?),
    })
}

/// The database sorts by its own collation: keys are sorted here, as the comparison walks them.
fn sorted<R: Record>(mut entries: Vec<Entry<R>>) -> Vec<Entry<R>> {
    entries.sort_by_key(|entry| entry.record.key());
    entries
}

fn entry<R: Record>(record: R, valid_from: i32, valid_to: Option<i32>) -> Entry<R> {
    Entry { record, valid_from, valid_to, replaced_by: None }
}

/// A job code as PostgreSQL holds it.
pub(super) fn job_code(text: &str) -> anyhow::Result<RomeCode> {
    RomeCode::parse(text).with_context(|| format!("stored job code {text:?}"))
}

/// A number as PostgreSQL holds it.
pub(super) fn ogr_code(number: i32) -> anyhow::Result<OgrCode> {
    u32::try_from(number).ok().and_then(OgrCode::new).with_context(|| format!("stored code {number}"))
}

async fn release(conn: &mut PgConnection) -> anyhow::Result<Option<(Release, Origin)>> {
    let row = sqlx::query!(
        "SELECT version, label, published_on, source FROM rome_release ORDER BY version DESC LIMIT 1"
    )
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let origin = Origin::parse(&row.source).with_context(|| format!("stored source {:?}", row.source))?;
    let release = Release { version: row.version, title: row.label, published_on: row.published_on };
    Ok(Some((release, origin)))
}

async fn grand_domains(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<GrandDomain>>> {
    let rows = sqlx::query!("SELECT code, label, valid_from, valid_to FROM rome_grand_domain")
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let code = Letter::parse(&row.code).context("stored letter")?;
            Ok(entry(GrandDomain { code, label: row.label }, row.valid_from, row.valid_to))
        })
        .collect()
}

async fn domains(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<Domain>>> {
    let rows =
        sqlx::query!("SELECT code, label, valid_from, valid_to FROM rome_domain").fetch_all(conn).await?;
    rows.into_iter()
        .map(|row| {
            let code = DomainCode::parse(&row.code).context("stored domain code")?;
            Ok(entry(Domain { code, label: row.label }, row.valid_from, row.valid_to))
        })
        .collect()
}

async fn jobs(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<Job>>> {
    let rows = sqlx::query!(
        "SELECT code, label, parent_code, definition, access, valid_from, valid_to, replaced_by FROM rome_job"
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let record = Job {
                code: job_code(&row.code)?,
                label: row.label,
                parent: job_code(&row.parent_code)?,
                definition: row.definition,
                access: row.access,
            };
            let replaced_by = row.replaced_by.as_deref().map(job_code).transpose()?;
            Ok(Entry { record, valid_from: row.valid_from, valid_to: row.valid_to, replaced_by })
        })
        .collect()
}

async fn appellations(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<Appellation>>> {
    let rows = sqlx::query!(
        "SELECT code, job_code, label, short_label, is_principal, is_rare, valid_from, valid_to FROM rome_appellation"
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let record = Appellation {
                code: ogr_code(row.code)?,
                job: job_code(&row.job_code)?,
                label: row.label,
                short_label: row.short_label,
                is_principal: row.is_principal,
                is_rare: row.is_rare,
            };
            Ok(entry(record, row.valid_from, row.valid_to))
        })
        .collect()
}

async fn skills(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<Skill>>> {
    let rows = sqlx::query!(
        "SELECT code, kind, label, category, definition, macro_code, valid_from, valid_to, replaced_by FROM rome_skill"
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let record = Skill {
                code: ogr_code(row.code)?,
                kind: SkillKind::parse(&row.kind).with_context(|| format!("stored kind {:?}", row.kind))?,
                label: row.label,
                category: row.category,
                definition: row.definition,
                macro_skill: row.macro_code.map(ogr_code).transpose()?,
            };
            let replaced_by = row.replaced_by.map(ogr_code).transpose()?;
            Ok(Entry { record, valid_from: row.valid_from, valid_to: row.valid_to, replaced_by })
        })
        .collect()
}

async fn contexts(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<Context>>> {
    let rows = sqlx::query!("SELECT code, label, category, valid_from, valid_to FROM rome_context")
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let record = Context { code: ogr_code(row.code)?, label: row.label, category: row.category };
            Ok(entry(record, row.valid_from, row.valid_to))
        })
        .collect()
}

async fn job_skills(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<JobSkill>>> {
    let rows = sqlx::query!(
        "SELECT job_code, skill_code, is_core, is_emerging, valid_from, valid_to FROM rome_job_skill"
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            let weight = match (row.is_core, row.is_emerging) {
                (true, _) => Weight::Core,
                (false, true) => Weight::Emerging,
                (false, false) => Weight::Plain,
            };
            let record = JobSkill { job: job_code(&row.job_code)?, skill: ogr_code(row.skill_code)?, weight };
            Ok(entry(record, row.valid_from, row.valid_to))
        })
        .collect()
}

async fn job_contexts(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<JobContext>>> {
    let rows = sqlx::query!("SELECT job_code, context_code, valid_from, valid_to FROM rome_job_context")
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let record = JobContext { job: job_code(&row.job_code)?, context: ogr_code(row.context_code)? };
            Ok(entry(record, row.valid_from, row.valid_to))
        })
        .collect()
}

async fn mobilities(conn: &mut PgConnection) -> anyhow::Result<Vec<Entry<Mobility>>> {
    let rows = sqlx::query!("SELECT job_code, target_code, rank, valid_from, valid_to FROM rome_mobility")
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let record = Mobility {
                job: job_code(&row.job_code)?,
                target: job_code(&row.target_code)?,
                rank: row.rank,
            };
            Ok(entry(record, row.valid_from, row.valid_to))
        })
        .collect()
}
