//! A small catalogue, so that these tests depend on no importer: 60 jobs over 20 domains, their skills overlapping.

use carnet::demo::CatalogueRow;
use sqlx::PgPool;

/// Links of the small catalogue: 34 skills for each job, 8 of them shared by all, 10 core.
pub fn rows() -> Vec<CatalogueRow> {
    let links = (0..60).flat_map(|job| (0..34).map(move |rank| (job, rank)));
    links
        .map(|(job, rank)| {
            let skill = if rank < 8 { 100_000 + rank } else { 100_100 + job * 20 + rank };
            let job = format!("M1{}{:02}", job / 3 % 10, job);
            CatalogueRow {
                job,
                skill,
                label: format!("Compétence n° {skill}, bien faite"),
                is_core: rank % 3 == 0,
            }
        })
        .collect()
}

/// Writes it as release 7.
pub async fn insert(pool: &PgPool) {
    let rows = rows();
    let jobs: Vec<_> = rows.iter().map(|row| row.job.clone()).collect();
    let skills: Vec<_> = rows.iter().map(|row| row.skill).collect();
    let labels: Vec<_> = rows.iter().map(|row| row.label.clone()).collect();
    let cores: Vec<_> = rows.iter().map(|row| row.is_core).collect();
    sqlx::query(
        "WITH link AS (SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::bool[]) AS t (job, skill, label, core)),
              release AS (INSERT INTO rome_release (version, label, source, imported_at) VALUES (7, 'essai', 'archive', now())),
              import AS (INSERT INTO rome_import (id, release, source, outcome, started_at, finished_at)
                         VALUES (gen_random_uuid(), 7, 'file', 'applied', now(), now())),
              letter AS (INSERT INTO rome_grand_domain (code, label, valid_from) SELECT DISTINCT left(job, 1), 'Lettre', 7 FROM link ON CONFLICT DO NOTHING),
              domain AS (INSERT INTO rome_domain (code, label, valid_from) SELECT DISTINCT left(job, 3), 'Domaine', 7 FROM link ON CONFLICT DO NOTHING),
              job AS (INSERT INTO rome_job (code, label, parent_code, valid_from) SELECT DISTINCT job, 'Métier ' || job, job, 7 FROM link),
              skill AS (INSERT INTO rome_skill (code, kind, label, valid_from) SELECT DISTINCT skill, 'skill', label, 7 FROM link)
         INSERT INTO rome_job_skill (job_code, skill_code, is_core, is_emerging, valid_from)
         SELECT job, skill, core, false, 7 FROM link",
    )
    .bind(jobs)
    .bind(skills)
    .bind(labels)
    .bind(cores)
    .execute(pool)
    .await
    .unwrap();
}
