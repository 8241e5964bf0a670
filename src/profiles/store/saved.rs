//! Saved searches: the search, and one row for each code it names.

use std::collections::HashMap;

use anyhow::Context as _;
use carnet_index::{Level, RomeCode};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use super::alerts;
use crate::ids::{RecruiterId, SavedSearchId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Error, Result};
use crate::profiles::model::{
    AlertState, Demand, Entry, Frequency, Kept, Line, MOST_SAVED, Part, Reuse, Reuses, SavedAccess,
    SavedHold, Subject,
};

/// A saved search.
pub struct SavedSearch {
    /// Its id.
    pub id: SavedSearchId,
    /// What its owner calls it.
    pub name: String,
    /// What it asks.
    pub kept: Kept,
    /// Raised by every write.
    pub version: i32,
    /// When it was saved.
    pub created_at: DateTime<Utc>,
    /// When it was last written.
    pub updated_at: DateTime<Utc>,
    /// What the reader holds of it.
    pub hold: SavedHold,
    /// First and last name of whoever keeps it.
    pub owner: (String, String),
    /// What its owner is told of.
    pub alert: Alert,
}

/// What the owner of a saved search is told of.
#[derive(Clone, Copy, Debug)]
pub struct Alert {
    /// How often.
    pub frequency: Frequency,
    /// Where that stands.
    pub state: AlertState,
    /// When it is next looked for new matches.
    pub due_at: Option<DateTime<Utc>>,
    /// New matches the owner has not looked at.
    pub new: i64,
}

/// Where a page of [`list`] starts: after this name and id.
#[derive(Deserialize, Serialize)]
pub struct NameKey(pub String, pub Uuid);

/// Which saved searches.
#[derive(Default)]
pub struct Filter {
    /// This one only.
    pub id: Option<SavedSearchId>,
    /// Where the page starts.
    pub after: Option<NameKey>,
}

/// The saved searches of a recruiter and those shared with them, by name.
pub async fn list(
    connection: &mut PgConnection,
    recruiter: RecruiterId,
    filter: Filter,
    limit: i64,
) -> Result<Vec<SavedSearch>> {
    let (name, id) = filter.after.map_or((None, None), |NameKey(name, id)| (Some(name), Some(id)));
    let rows = sqlx::query!(
        r#"SELECT s.id AS "id: SavedSearchId", s.name, s.person_name, s.min_matching, s.hide_excluded, s.release,
                  s.revision, s.version, s.created_at, s.updated_at, s.recruiter_id = $1 AS "is_owner!",
                  a.access AS "given?: SavedAccess", p.first_name, p.last_name, s.alert AS "alert: Frequency",
                  s.alert_state AS "alert_state: AlertState", s.alert_due_at,
                  (SELECT count(*) FROM saved_search_match m JOIN searchable_person v ON v.person_id = m.person_id
                   WHERE m.saved_search_id = s.id AND m.is_new) AS "new!"
           FROM saved_search s
           JOIN recruiter r ON r.id = s.recruiter_id
           JOIN person p ON p.id = r.person_id
           LEFT JOIN saved_search_access a ON a.saved_search_id = s.id AND a.recruiter_id = $1
           WHERE (s.recruiter_id = $1 OR s.id IN (SELECT saved_search_id FROM saved_search_access WHERE recruiter_id = $1))
             AND ($2::uuid IS NULL OR s.id = $2)
             AND ($3::text IS NULL OR (lower(s.name), s.id) > (lower($3), $4))
           ORDER BY lower(s.name), s.id LIMIT $5"#,
        recruiter.0,
        filter.id.map(|id| id.0),
        name,
        id,
        limit,
    )
    .fetch_all(&mut *connection)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
    let mut lines = lines(connection, &ids).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let kept = Kept {
            release: row.release,
            revision: row.revision,
            min_matching: row.min_matching.and_then(|least| u32::try_from(least).ok()),
            person_name: row.person_name,
            hide_excluded: row.hide_excluded,
            lines: lines.remove(&row.id).unwrap_or_default(),
        };
        found.push(SavedSearch {
            id: row.id,
            name: row.name,
            kept,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
            hold: SavedHold::of(row.is_owner, row.given).ok_or_else(Error::not_found)?,
            owner: (row.first_name, row.last_name),
            alert: Alert {
                frequency: row.alert,
                state: row.alert_state,
                due_at: row.alert_due_at,
                new: row.new,
            },
        });
    }
    Ok(found)
}

async fn lines(connection: &mut PgConnection, ids: &[Uuid]) -> Result<HashMap<SavedSearchId, Vec<Line>>> {
    let rows = sqlx::query!(
        r#"SELECT saved_search_id AS "id: SavedSearchId", part, subject AS "subject: Subject", code, label,
                  min_level, max_level, validated, required
           FROM saved_search_line WHERE saved_search_id = ANY($1)
           ORDER BY saved_search_id, array_position(ARRAY['criterion', 'excluded', 'place', 'job'], part), position"#,
        ids,
    )
    .fetch_all(connection)
    .await?;
    let mut lines: HashMap<SavedSearchId, Vec<Line>> = HashMap::new();
    for row in rows {
        let part = match (row.part.as_str(), row.validated, row.required) {
            ("criterion", Some(validated), Some(required)) => Part::Criterion(Demand {
                min_level: level(row.min_level),
                max_level: level(row.max_level),
                validated,
                required,
            }),
            ("excluded", ..) => Part::Excluded,
            ("place", ..) => Part::Place,
            _ => Part::Job,
        };
        let entry = Entry::stored(row.subject, &row.code)
            .with_context(|| format!("stored code {:?} {:?}", row.subject, row.code))?;
        lines.entry(row.id).or_default().push(Line { part, entry, label: row.label });
    }
    Ok(lines)
}

fn level(stored: Option<i16>) -> Option<Level> {
    u8::try_from(stored?).ok().and_then(Level::new)
}

/// Locks the recruiter's account, so that saved searches are counted and named one at a time; refuses one too many.
pub async fn ensure_room(tx: &mut Tx<'_>, recruiter: RecruiterId) -> Result<()> {
    let account =
        sqlx::query_scalar!("SELECT id FROM recruiter WHERE id = $1 FOR NO KEY UPDATE", recruiter.0)
            .fetch_optional(&mut **tx)
            .await?;
    account.ok_or(Code::RecruiterRequired)?;
    let held = sqlx::query_scalar!(
        r#"SELECT count(*) AS "held!" FROM saved_search WHERE recruiter_id = $1"#,
        recruiter.0
    )
    .fetch_one(&mut **tx)
    .await?;
    if held < MOST_SAVED { Ok(()) } else { Err(Code::TooManySavedSearches.into()) }
}

/// The version of a saved search, which stays locked until the transaction ends, and what the recruiter holds of it; nothing
/// when to them there is no such one.
pub async fn lock(
    tx: &mut Tx<'_>,
    recruiter: RecruiterId,
    id: SavedSearchId,
) -> sqlx::Result<Option<(i32, SavedHold)>> {
    let row = sqlx::query!(
        r#"SELECT s.version, s.recruiter_id = $2 AS "is_owner!",
                  (SELECT a.access FROM saved_search_access a WHERE a.saved_search_id = s.id AND a.recruiter_id = $2)
                      AS "given: SavedAccess"
           FROM saved_search s WHERE s.id = $1 FOR UPDATE OF s"#,
        id.0,
        recruiter.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.and_then(|row| Some((row.version, SavedHold::of(row.is_owner, row.given)?))))
}

/// Writes a new saved search.
pub async fn insert(
    tx: &mut Tx<'_>,
    recruiter: RecruiterId,
    (id, name): (SavedSearchId, &str),
    kept: &Kept,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO saved_search (id, recruiter_id, name, person_name, min_matching, release, revision, version,
                                   created_at, updated_at, hide_excluded)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8, $9)",
        id.0,
        recruiter.0,
        name,
        kept.person_name,
        least(kept),
        kept.release,
        kept.revision,
        now,
        kept.hide_excluded,
    )
    .execute(&mut **tx)
    .await
    .map_err(named)?;
    insert_lines(tx, id, &kept.lines).await?;
    Ok(())
}

/// Gives a saved search another name, another content, or both; what is not given stays.
pub async fn update(
    tx: &mut Tx<'_>,
    id: SavedSearchId,
    name: Option<&str>,
    kept: Option<&Kept>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE saved_search SET name = coalesce($2, name), updated_at = $3, version = version + 1 WHERE id = $1",
        id.0,
        name,
        now,
    )
    .execute(&mut **tx)
    .await
    .map_err(named)?;
    let Some(kept) = kept else { return Ok(()) };
    sqlx::query!(
        "UPDATE saved_search SET person_name = $2, min_matching = $3, release = $4, revision = $5, hide_excluded = $6
         WHERE id = $1",
        id.0,
        kept.person_name,
        least(kept),
        kept.release,
        kept.revision,
        kept.hide_excluded,
    )
    .execute(&mut **tx)
    .await?;
    // Another question: whoever answers it already is noted before anybody is told of who comes later.
    alerts::restart(tx, id, now).await?;
    sqlx::query!("DELETE FROM saved_search_line WHERE saved_search_id = $1", id.0).execute(&mut **tx).await?;
    insert_lines(tx, id, &kept.lines).await?;
    Ok(())
}

fn least(kept: &Kept) -> Option<i32> {
    kept.min_matching.and_then(|least| i32::try_from(least).ok())
}

/// Two saved searches of one name could not be told apart.
fn named(error: sqlx::Error) -> Error {
    let error = Error::from(error);
    match error.violated_constraint() {
        Some("saved_search_name_key") => {
            Error::field("/name", "name_taken", "Une recherche est déjà enregistrée sous ce nom.")
        }
        _ => error,
    }
}

async fn insert_lines(tx: &mut Tx<'_>, id: SavedSearchId, lines: &[Line]) -> sqlx::Result<()> {
    let demand = |line: &Line| match line.part {
        Part::Criterion(demand) => Some(demand),
        _ => None,
    };
    let bound = |level: Option<Level>| level.map(|level| i16::from(level.get()));
    let column = |field: &dyn Fn(&Line) -> String| lines.iter().map(field).collect::<Vec<String>>();
    let lowest: Vec<Option<i16>> = lines.iter().map(|line| bound(demand(line)?.min_level)).collect();
    let highest: Vec<Option<i16>> = lines.iter().map(|line| bound(demand(line)?.max_level)).collect();
    let validated: Vec<Option<bool>> = lines.iter().map(|line| Some(demand(line)?.validated)).collect();
    let required: Vec<Option<bool>> = lines.iter().map(|line| Some(demand(line)?.required)).collect();
    let positions: Vec<i16> = (0..).take(lines.len()).collect();
    sqlx::query!(
        "INSERT INTO saved_search_line (saved_search_id, part, position, subject, code, label, min_level, max_level,
                                        validated, required)
         SELECT $1, part, position, subject, code, label, min_level, max_level, validated, required
         FROM UNNEST($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::smallint[],
                     $9::boolean[], $10::boolean[])
              AS new (part, position, subject, code, label, min_level, max_level, validated, required)",
        id.0,
        &column(&|line| part_name(line.part).to_owned()),
        &positions,
        &column(&|line| line.entry.subject().as_str().to_owned()),
        &column(&|line| line.entry.stored_code()),
        &column(&|line| line.label.clone()),
        &lowest as &[Option<i16>],
        &highest as &[Option<i16>],
        &validated as &[Option<bool>],
        &required as &[Option<bool>],
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Criterion(_) => "criterion",
        Part::Excluded => "excluded",
        Part::Place => "place",
        Part::Job => "job",
    }
}

/// Deletes a saved search and its lines.
pub async fn delete(tx: &mut Tx<'_>, id: SavedSearchId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM saved_search WHERE id = $1", id.0).execute(&mut **tx).await?;
    Ok(())
}

/// Every time the code of a job was given to another job: as the publisher moved the titles, or by putting a code back
/// under another title.
pub async fn reuses(db: impl PgExecutor<'_>) -> sqlx::Result<Reuses> {
    let rows = sqlx::query!(
        r#"SELECT c.code, i.number, c.replacement
           FROM rome_change c JOIN rome_import i ON i.id = c.import_id
           WHERE c.subject = 'job' AND (c.kind = 'reused' OR (c.kind = 'relabelled' AND EXISTS (
               SELECT FROM rome_change back WHERE back.import_id = c.import_id AND back.subject = 'job'
                 AND back.code = c.code AND back.kind = 'reactivated')))"#
    )
    .fetch_all(db)
    .await?;
    let job = |code: &str| RomeCode::parse(code).ok();
    let reuses = rows.iter().filter_map(|row| {
        let replacement = row.replacement.as_deref().and_then(job);
        Some((job(&row.code)?, Reuse { number: row.number, replacement }))
    });
    Ok(Reuses::new(reuses))
}
