//! The table of certifications in PostgreSQL: reading it, and bringing it to what an export says.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{PgConnection, PgPool};

use super::load::job_code;
use crate::catalog::model::certification::{
    Certification, CertificationNumber, CertificationTable, TableChange,
};

/// Reads the table; none before the first export.
pub async fn load_certifications(conn: &mut PgConnection) -> anyhow::Result<Option<CertificationTable>> {
    let published_on = sqlx::query_scalar!("SELECT published_on FROM certification_export")
        .fetch_optional(&mut *conn)
        .await?;
    let Some(published_on) = published_on else { return Ok(None) };
    let rows = sqlx::query!("SELECT number, title, level, is_active, ends_on FROM certification")
        .fetch_all(&mut *conn)
        .await?;
    let mut certifications = BTreeMap::new();
    for row in rows {
        let number = stored(&row.number)?;
        let certification = Certification {
            number: number.clone(),
            title: row.title,
            level: row.level,
            is_active: row.is_active,
            ends_on: row.ends_on,
            jobs: BTreeSet::new(),
        };
        certifications.insert(number, certification);
    }
    for row in sqlx::query!("SELECT number, job_code FROM certification_job").fetch_all(conn).await? {
        let certification = certifications.get_mut(&stored(&row.number)?).context("stored certification")?;
        certification.jobs.insert(job_code(&row.job_code)?);
    }
    Ok(Some(CertificationTable { published_on, certifications }))
}

fn stored(number: &str) -> anyhow::Result<CertificationNumber> {
    CertificationNumber::parse(number).with_context(|| format!("stored number {number:?}"))
}

/// Writes what an export says otherwise, and its day. The caller's transaction makes it all or nothing.
pub async fn write_certifications(
    conn: &mut PgConnection,
    change: &TableChange<'_>,
    published_on: NaiveDate,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO certification_export (singleton, published_on, imported_at) VALUES (true, $1, $2)
         ON CONFLICT ON CONSTRAINT certification_export_pkey
         DO UPDATE SET published_on = excluded.published_on, imported_at = excluded.imported_at",
        published_on,
        at,
    )
    .execute(&mut *conn)
    .await?;
    // What changed is written anew, with its jobs: they go with it.
    let changed = change.changed.iter().map(|certification| &certification.number);
    let outdated: Vec<String> = change.gone.iter().copied().chain(changed).map(ToString::to_string).collect();
    sqlx::query!("DELETE FROM certification WHERE number = ANY($1::text[])", &outdated)
        .execute(&mut *conn)
        .await?;
    let new: Vec<&Certification> = change.added.iter().chain(&change.changed).copied().collect();
    insert(conn, &new).await
}

async fn insert(conn: &mut PgConnection, new: &[&Certification]) -> sqlx::Result<()> {
    let numbers: Vec<String> = new.iter().map(|one| one.number.to_string()).collect();
    let titles: Vec<String> = new.iter().map(|one| one.title.clone()).collect();
    let levels: Vec<Option<i16>> = new.iter().map(|one| one.level).collect();
    let active: Vec<bool> = new.iter().map(|one| one.is_active).collect();
    let ends: Vec<Option<NaiveDate>> = new.iter().map(|one| one.ends_on).collect();
    sqlx::query!(
        "INSERT INTO certification (number, title, level, is_active, ends_on)
         SELECT number, title, level, is_active, ends_on
         FROM UNNEST($1::text[], $2::text[], $3::smallint[], $4::boolean[], $5::date[])
              AS new (number, title, level, is_active, ends_on)",
        &numbers,
        &titles,
        &levels as &[Option<i16>],
        &active,
        &ends as &[Option<NaiveDate>],
    )
    .execute(&mut *conn)
    .await?;
    let links = || new.iter().flat_map(|one| one.jobs.iter().map(move |job| (&one.number, job)));
    let numbers: Vec<String> = links().map(|(number, _)| number.to_string()).collect();
    let jobs: Vec<String> = links().map(|(_, job)| job.to_string()).collect();
    sqlx::query!(
        "INSERT INTO certification_job (number, job_code)
         SELECT number, job_code FROM UNNEST($1::text[], $2::text[]) AS new (number, job_code)",
        &numbers,
        &jobs,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Hash of the export that the table last came from or was found equal to.
pub async fn last_certification_hash(pool: &PgPool) -> sqlx::Result<Option<String>> {
    let hash = sqlx::query_scalar!(
        "SELECT archive_sha256 FROM rome_import
         WHERE source = 'certifications' AND outcome IN ('applied', 'unchanged')
         ORDER BY number DESC LIMIT 1"
    )
    .fetch_optional(pool)
    .await?;
    Ok(hash.flatten())
}
