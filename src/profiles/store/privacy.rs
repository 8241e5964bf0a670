//! What this slice holds about one person, as somebody companies look at and as a recruiter, and how it goes.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::quotas;
use crate::ids::{Ids, PersonId};
use crate::platform::db::Tx;

/// Everything held about the person.
pub async fn personal_data(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    Ok(json!({
        "kept_by_companies": kept_by_companies(connection, person).await?,
        "as_a_recruiter": as_a_recruiter(connection, person).await?,
        "quotas": quotas::quotas_data(connection, person).await?,
    }))
}

/// What companies keep about the person: the words of their notes too, which are the person's to read.
async fn kept_by_companies(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let notes: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'text', n.text, 'created_at', n.created_at,
                      'updated_at', n.updated_at, 'kept_until', n.expires_at) AS "note!"
           FROM profile_note n JOIN company c ON c.id = n.company_id
           WHERE n.person_id = $1 ORDER BY n.created_at, n.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let lists: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'list', l.name, 'added_at', e.added_at,
                      'stage', CASE e.stage WHEN 0 THEN 'to_contact' WHEN 1 THEN 'contacted' ELSE 'answered' END,
                      'moved_at', e.moved_at) AS "line!"
           FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id JOIN company c ON c.id = l.company_id
           WHERE e.person_id = $1 ORDER BY e.added_at, e.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let contacts: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'at', k.at,
                      'stage', CASE k.stage WHEN 1 THEN 'contacted' ELSE 'answered' END) AS "contact!"
           FROM company_contact k JOIN company c ON c.id = k.company_id WHERE k.person_id = $1 ORDER BY k.at, c.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let exclusions: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'since', x.excluded_at) AS "line!"
           FROM excluded_profile x JOIN company c ON c.id = x.company_id
           WHERE x.person_id = $1 ORDER BY x.excluded_at, x.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let watched: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('company', c.name, 'siret', c.siret, 'found_at', m.found_at, 'is_new', m.is_new) AS "line!"
           FROM saved_search_match m JOIN saved_search s ON s.id = m.saved_search_id
           JOIN recruiter r ON r.id = s.recruiter_id JOIN company c ON c.id = r.company_id
           WHERE m.person_id = $1 ORDER BY m.found_at, s.id"#,
        person.0,
    )
    .fetch_all(connection)
    .await?;
    Ok(json!({
        "notes": notes, "lists": lists, "reached_by_offers": contacts, "left_out_of_searches": exclusions,
        "found_by_saved_searches": watched,
    }))
}

/// What the person keeps as a recruiter.
async fn as_a_recruiter(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let searches: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('name', s.name, 'person_name', s.person_name, 'hide_excluded', s.hide_excluded,
                      'alert', s.alert, 'alert_state', s.alert_state, 'alert_ran_at', s.alert_ran_at,
                      'created_at', s.created_at, 'updated_at', s.updated_at,
                      'codes', (SELECT coalesce(jsonb_agg(jsonb_build_object('part', l.part, 'code', l.code, 'label', l.label)
                                                          ORDER BY l.part, l.position), '[]'::jsonb)
                                FROM saved_search_line l WHERE l.saved_search_id = s.id)) AS "search!"
           FROM saved_search s JOIN recruiter r ON r.id = s.recruiter_id
           WHERE r.person_id = $1 ORDER BY s.created_at, s.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let history: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('search', h.search, 'results', h.results, 'at', h.at) AS "search!"
           FROM search_history h JOIN recruiter r ON r.id = h.recruiter_id
           WHERE r.person_id = $1 ORDER BY h.at, h.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let lists: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object('name', l.name, 'description', l.description, 'created_at', l.created_at,
                      'updated_at', l.updated_at,
                      'people', (SELECT count(*) FROM candidate_list_entry e WHERE e.list_id = l.id)) AS "list!"
           FROM candidate_list l JOIN recruiter r ON r.id = l.owner_id
           WHERE r.person_id = $1 ORDER BY l.created_at, l.id"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let shared: Vec<Value> = sqlx::query_scalar!(
        r#"SELECT one AS "line!" FROM (
               SELECT jsonb_build_object('list', l.name, 'access', a.access, 'given_at', a.given_at) AS one, a.given_at AS at
               FROM candidate_list_access a JOIN candidate_list l ON l.id = a.list_id
               JOIN recruiter r ON r.id = a.recruiter_id WHERE r.person_id = $1
               UNION ALL
               SELECT jsonb_build_object('search', s.name, 'access', a.access, 'given_at', a.given_at), a.given_at
               FROM saved_search_access a JOIN saved_search s ON s.id = a.saved_search_id
               JOIN recruiter r ON r.id = a.recruiter_id WHERE r.person_id = $1) given ORDER BY at"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let notes = sqlx::query_scalar!(
        r#"SELECT count(*) AS "notes!" FROM profile_note n JOIN recruiter r ON r.id = n.author_id WHERE r.person_id = $1"#,
        person.0,
    )
    .fetch_one(connection)
    .await?;
    Ok(json!({
        "saved_searches": searches, "search_history": history, "lists": lists, "shared_with_me": shared,
        // Their words are data about those they are about.
        "notes_written": notes,
    }))
}

/// Erases what companies keep about the person, and what the person keeps as a recruiter. Lists they made and notes they wrote
/// belong to the company, and lose their name.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    _now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM profile_note WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM candidate_list_entry WHERE person_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM company_contact WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM saved_search_match WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!(
        "WITH gone AS (DELETE FROM excluded_profile WHERE person_id = $1 RETURNING company_id)
         UPDATE company SET exclusions = exclusions + 1 WHERE id IN (SELECT company_id FROM gone)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    quotas::erase_quotas(tx, person).await?;
    erase_recruiter(tx, person).await
}

async fn erase_recruiter(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM saved_search WHERE recruiter_id IN (SELECT id FROM recruiter WHERE person_id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM saved_search_access WHERE recruiter_id IN (SELECT id FROM recruiter WHERE person_id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM search_history WHERE recruiter_id IN (SELECT id FROM recruiter WHERE person_id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "DELETE FROM candidate_list_access WHERE recruiter_id IN (SELECT id FROM recruiter WHERE person_id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE candidate_list SET owner_id = NULL WHERE owner_id IN (SELECT id FROM recruiter WHERE person_id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "UPDATE profile_note SET author_id = NULL WHERE author_id IN (SELECT id FROM recruiter WHERE person_id = $1)",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
