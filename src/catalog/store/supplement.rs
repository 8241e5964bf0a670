//! What the publisher's API said: reading it, and replacing it by what it says now.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use carnet_index::RomeCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::load::{job_code, ogr_code};
use crate::catalog::model::OgrCode;
use crate::catalog::model::supplement::{CrossLink, Group, GroupCode, Held, Scheme, Subject, Supplement};

/// A retired code and what the API answered about it.
#[derive(Clone, Debug)]
pub enum Substitution {
    /// Of a job.
    Job(RomeCode, Option<RomeCode>),
    /// Of a skill or knowledge item.
    Skill(OgrCode, Option<OgrCode>),
}

/// A retired code nobody has asked about.
#[derive(Clone, Copy, Debug)]
pub enum Unasked {
    /// A job.
    Job(RomeCode),
    /// A skill or knowledge item.
    Skill(OgrCode),
}

/// Reads the codes the API must know, and what it said last.
pub async fn load_held(conn: &mut PgConnection) -> anyhow::Result<Held> {
    let mut held = Held::default();
    for row in sqlx::query!("SELECT code, valid_to FROM rome_job").fetch_all(&mut *conn).await? {
        let code = job_code(&row.code)?;
        held.known.insert((Subject::Job, row.code));
        held.jobs.extend(row.valid_to.is_none().then_some(code));
    }
    for row in sqlx::query!("SELECT code, valid_to FROM rome_appellation").fetch_all(&mut *conn).await? {
        held.known.insert((Subject::Appellation, row.code.to_string()));
        held.appellations.extend(row.valid_to.is_none().then_some(ogr_code(row.code)?));
    }
    for row in sqlx::query!("SELECT code, valid_to FROM rome_skill").fetch_all(&mut *conn).await? {
        held.known.insert((Subject::Skill, row.code.to_string()));
        held.skills.extend(row.valid_to.is_none().then_some(ogr_code(row.code)?));
    }
    held.links = load_links(conn).await?.into_iter().collect();
    held.groups = load_groups(conn).await?.into_iter().map(|(code, group)| (code, group.label)).collect();
    held.places = load_places(conn).await?;
    Ok(held)
}

/// Reads the cross-links.
pub async fn load_links(conn: &mut PgConnection) -> anyhow::Result<Vec<CrossLink>> {
    let rows = sqlx::query!("SELECT subject, code, scheme, target, label FROM rome_cross_link")
        .fetch_all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(CrossLink {
                subject: Subject::parse(&row.subject).context("stored subject")?,
                code: row.code,
                scheme: Scheme::parse(&row.scheme).context("stored scheme")?,
                target: row.target,
                label: row.label,
            })
        })
        .collect()
}

/// Reads the tree of macro-skills.
pub async fn load_groups(conn: &mut PgConnection) -> anyhow::Result<BTreeMap<GroupCode, Group>> {
    let rows = sqlx::query!("SELECT code, label FROM rome_skill_group").fetch_all(conn).await?;
    rows.into_iter()
        .map(|row| {
            let code = GroupCode::parse(&row.code).context("stored group code")?;
            Ok((code, Group { code, label: row.label }))
        })
        .collect()
}

/// Reads the objective of each macro-skill.
pub async fn load_places(conn: &mut PgConnection) -> anyhow::Result<BTreeMap<OgrCode, GroupCode>> {
    let rows = sqlx::query!("SELECT macro_code, group_code FROM rome_macro_group").fetch_all(conn).await?;
    rows.into_iter()
        .map(|row| {
            let group = GroupCode::parse(&row.group_code).context("stored group code")?;
            Ok((ogr_code(row.macro_code)?, group))
        })
        .collect()
}

/// Replaces what the API said last. The caller's transaction makes it all or nothing.
pub async fn write_supplement(conn: &mut PgConnection, held: &Held, next: &Supplement) -> sqlx::Result<()> {
    let offered: BTreeSet<&CrossLink> = next.links.iter().collect();
    let gone: Vec<&CrossLink> = held.links.iter().filter(|link| !offered.contains(link)).collect();
    let new: Vec<&CrossLink> = offered.into_iter().filter(|link| !held.links.contains(*link)).collect();
    delete_links(conn, &gone).await?;
    insert_links(conn, &new).await?;
    replace_tree(conn, next).await
}

async fn delete_links(conn: &mut PgConnection, gone: &[&CrossLink]) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM rome_cross_link AS old
         USING UNNEST($1::text[], $2::text[], $3::text[], $4::text[]) AS gone (subject, code, scheme, target)
         WHERE (old.subject, old.code, old.scheme, old.target) = (gone.subject, gone.code, gone.scheme, gone.target)",
        &column(gone, |link| link.subject.as_str()),
        &column(gone, |link| &link.code),
        &column(gone, |link| link.scheme.as_str()),
        &column(gone, |link| &link.target),
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn insert_links(conn: &mut PgConnection, new: &[&CrossLink]) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO rome_cross_link (subject, code, scheme, target, label)
         SELECT subject, code, scheme, target, label
         FROM UNNEST($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
              AS new (subject, code, scheme, target, label)
         ON CONFLICT ON CONSTRAINT rome_cross_link_pkey DO UPDATE SET label = excluded.label",
        &column(new, |link| link.subject.as_str()),
        &column(new, |link| &link.code),
        &column(new, |link| link.scheme.as_str()),
        &column(new, |link| &link.target),
        &column(new, |link| &link.label),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A few hundred rows: replaced whole, groups first, since places refer to them.
async fn replace_tree(conn: &mut PgConnection, next: &Supplement) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM rome_macro_group").execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM rome_skill_group").execute(&mut *conn).await?;
    let codes: Vec<String> = next.groups.keys().map(ToString::to_string).collect();
    let labels: Vec<String> = next.groups.values().map(|group| group.label.clone()).collect();
    sqlx::query!(
        "INSERT INTO rome_skill_group (code, label)
         SELECT code, label FROM UNNEST($1::text[], $2::text[]) AS new (code, label)",
        &codes,
        &labels,
    )
    .execute(&mut *conn)
    .await?;
    let macros: Vec<i32> = next.places.keys().map(|code| code.as_i32()).collect();
    let places: Vec<String> = next.places.values().map(ToString::to_string).collect();
    sqlx::query!(
        "INSERT INTO rome_macro_group (macro_code, group_code)
         SELECT macro_code, group_code FROM UNNEST($1::integer[], $2::text[]) AS new (macro_code, group_code)",
        &macros,
        &places,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Lists retired codes nobody has asked about, those retired last first.
pub async fn unasked(conn: &mut PgConnection, limit: i64) -> anyhow::Result<Vec<Unasked>> {
    let rows = sqlx::query!(
        r#"SELECT subject AS "subject!", code AS "code!"
           FROM (SELECT 'job' AS subject, code, valid_to FROM rome_job
                 WHERE valid_to IS NOT NULL AND replaced_by IS NULL
                 UNION ALL
                 SELECT 'skill', code::text, valid_to FROM rome_skill
                 WHERE valid_to IS NOT NULL AND replaced_by IS NULL) AS retired
           WHERE NOT EXISTS (SELECT FROM rome_substitution AS s
                             WHERE s.subject = retired.subject AND s.code = retired.code)
           ORDER BY valid_to DESC, subject, code
           LIMIT $1"#,
        limit,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| match row.subject.as_str() {
            "job" => Ok(Unasked::Job(job_code(&row.code)?)),
            _ => Ok(Unasked::Skill(OgrCode::parse(&row.code).context("stored skill code")?)),
        })
        .collect()
}

/// Writes what the API answered about retired codes; tells how many have a successor the catalogue knows.
pub async fn write_substitutions(
    conn: &mut PgConnection,
    answers: &[Substitution],
    at: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let (subjects, codes, successors) = columns(answers);
    sqlx::query!(
        "INSERT INTO rome_substitution (subject, code, replaced_by, asked_at)
         SELECT subject, code, replaced_by, $4
         FROM UNNEST($1::text[], $2::text[], $3::text[]) AS new (subject, code, replaced_by)
         ON CONFLICT ON CONSTRAINT rome_substitution_pkey
         DO UPDATE SET replaced_by = excluded.replaced_by, asked_at = excluded.asked_at",
        &subjects,
        &codes,
        &successors as &[Option<String>],
        at,
    )
    .execute(&mut *conn)
    .await?;
    let jobs = sqlx::query!(
        "UPDATE rome_job AS job SET replaced_by = next.code
         FROM rome_substitution AS s JOIN rome_job AS next ON next.code = s.replaced_by
         WHERE s.subject = 'job' AND s.code = job.code AND job.valid_to IS NOT NULL AND job.replaced_by IS NULL
           AND next.code <> job.code"
    )
    .execute(&mut *conn)
    .await?;
    let skills = sqlx::query!(
        "UPDATE rome_skill AS skill SET replaced_by = next.code
         FROM rome_substitution AS s JOIN rome_skill AS next ON next.code::text = s.replaced_by
         WHERE s.subject = 'skill' AND s.code = skill.code::text AND skill.valid_to IS NOT NULL
           AND skill.replaced_by IS NULL AND next.code <> skill.code"
    )
    .execute(conn)
    .await?;
    Ok(jobs.rows_affected() + skills.rows_affected())
}

fn columns(answers: &[Substitution]) -> (Vec<String>, Vec<String>, Vec<Option<String>>) {
    let row = |answer: &Substitution| match answer {
        Substitution::Job(code, next) => (Subject::Job, code.to_string(), next.map(|next| next.to_string())),
        Substitution::Skill(code, next) => {
            (Subject::Skill, code.to_string(), next.map(|next| next.to_string()))
        }
    };
    let mut columns = (Vec::new(), Vec::new(), Vec::new());
    for (subject, code, next) in answers.iter().map(row) {
        columns.0.push(subject.as_str().to_owned());
        columns.1.push(code);
        columns.2.push(next);
    }
    columns
}

fn column<'a, T: AsRef<str> + ?Sized + 'a>(
    links: &[&'a CrossLink],
    field: impl Fn(&'a CrossLink) -> &'a T,
) -> Vec<String> {
    links.iter().map(|link| field(link).as_ref().to_owned()).collect()
}
