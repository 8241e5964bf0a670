//! How often people were in results: added up from memory, read by the person, deleted after twelve months.

use chrono::NaiveDate;
use serde_json::{Value, json};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::ids::{CompanyId, PersonId, ProfileId};
use crate::platform::db::Tx;
use crate::sharing::model::ShownField;

/// So many times in the results of one company on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearances {
    /// Who.
    pub profile: ProfileId,
    /// In the results of which company.
    pub company: CompanyId,
    /// On which day, in Paris.
    pub day: NaiveDate,
    /// How often.
    pub times: u32,
}

/// Adds counts up; those of people who are gone are let go.
pub async fn add_appearances(pool: &PgPool, counts: &[Appearances]) -> sqlx::Result<()> {
    let profiles: Vec<Uuid> = counts.iter().map(|count| count.profile.0).collect();
    let companies: Vec<Uuid> = counts.iter().map(|count| count.company.0).collect();
    let days: Vec<NaiveDate> = counts.iter().map(|count| count.day).collect();
    let times: Vec<i32> = counts.iter().map(|count| i32::try_from(count.times).unwrap_or(i32::MAX)).collect();
    // In one order on every node, so that two of them never wait for each other.
    sqlx::query!(
        "INSERT INTO profile_appearance (person_id, day, company_id, times)
         SELECT p.id, n.day, n.company, sum(n.times)
         FROM unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[]) AS n (profile, day, company, times)
         JOIN person p ON p.profile_id = n.profile
         GROUP BY p.id, n.day, n.company ORDER BY p.id, n.day, n.company
         ON CONFLICT ON CONSTRAINT profile_appearance_pkey
         DO UPDATE SET times = profile_appearance.times + excluded.times",
        &profiles,
        &days,
        &companies,
        &times,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// A line of the counts, as the person is shown it.
#[derive(Clone, Debug)]
pub struct AppearanceRow {
    /// The day.
    pub day: NaiveDate,
    /// What the line is told from others of the day by; never shown.
    pub company: CompanyId,
    /// The establishment.
    pub siret: String,
    /// Its name, or its number when the register masks it.
    pub company_name: String,
    /// How often.
    pub times: i32,
}

/// The counts of a person, latest day first, one row more than the limit when there is more.
pub async fn list_appearances(
    pool: &PgPool,
    person: PersonId,
    after: Option<(NaiveDate, Uuid)>,
    limit: u32,
) -> sqlx::Result<Vec<AppearanceRow>> {
    let (after_day, after_company) = after.unzip();
    sqlx::query_as!(
        AppearanceRow,
        r#"SELECT a.day, c.id AS "company: CompanyId", c.siret, coalesce(c.name, c.siret) AS "company_name!", a.times
           FROM profile_appearance a JOIN company c ON c.id = a.company_id
           WHERE a.person_id = $1 AND ($2::date IS NULL OR (a.day, a.company_id) < ($2, $3))
           ORDER BY a.day DESC, a.company_id DESC LIMIT $4"#,
        person.0,
        after_day,
        after_company,
        i64::from(limit) + 1,
    )
    .fetch_all(pool)
    .await
}

/// Deletes at most so many counts of days up to this one; tells how many went.
pub async fn purge_appearances(tx: &mut Tx<'_>, through: NaiveDate, most: i64) -> sqlx::Result<u64> {
    let gone = sqlx::query!(
        "DELETE FROM profile_appearance a
         USING (SELECT person_id, day, company_id FROM profile_appearance WHERE day <= $1 LIMIT $2) old
         WHERE (a.person_id, a.day, a.company_id) = (old.person_id, old.day, old.company_id)",
        through,
        most,
    )
    .execute(&mut **tx)
    .await?;
    Ok(gone.rows_affected())
}

/// Everything held about who saw a person: for their download.
pub async fn accesses_data(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let opened = sqlx::query!(
        "SELECT number, siret, company_name, role, purpose, fields, at, sha256 FROM profile_access
         WHERE person_id = $1 ORDER BY number",
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let listed = sqlx::query!(
        r#"SELECT a.day, c.siret, coalesce(c.name, c.siret) AS "company_name!", a.times
           FROM profile_appearance a JOIN company c ON c.id = a.company_id
           WHERE a.person_id = $1 ORDER BY a.day, c.siret"#,
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let chosen = sqlx::query!(
        "SELECT siren, chosen_at FROM chosen_company WHERE person_id = $1 ORDER BY chosen_at, siren",
        person.0,
    )
    .fetch_all(&mut *connection)
    .await?;
    let fields = |written: &[String]| written.iter().map(|field| ShownField::read(field)).collect::<Vec<_>>();
    Ok(json!({
        "profile_accesses": opened.iter().map(|row| json!({
            "number": row.number, "siret": row.siret, "company": row.company_name, "role": row.role,
            "purpose": row.purpose, "fields": fields(&row.fields), "at": row.at, "sha256": row.sha256,
        })).collect::<Vec<_>>(),
        "profile_appearances": listed.iter().map(|row| json!({
            "day": row.day, "siret": row.siret, "company": row.company_name, "times": row.times,
        })).collect::<Vec<_>>(),
        "chosen_companies": chosen.iter().map(|row| json!({
            "siren": row.siren, "chosen_at": row.chosen_at,
        })).collect::<Vec<_>>(),
    }))
}

/// Deletes everything held about who saw a person, and whom they chose: the chain first, or its openings would have to stay.
/// What this person opened as a recruiter stays with those who were opened: it names a company.
pub async fn erase_accesses(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM profile_access_chain WHERE person_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM profile_access WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM profile_appearance WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM chosen_company WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM audience_change WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}
