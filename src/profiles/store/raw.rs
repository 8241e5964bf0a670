//! What PostgreSQL holds about people, read for one of them or for thousands at once.

use chrono::NaiveDate;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{PersonId, ProfileId};
use crate::passport::{self, HeldSkills};

/// Whose rows may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Only people whom a recruiter may find.
    Searchable,
    /// Anyone: for the person's own preview.
    Anyone,
}

/// One person, before the jobs are derived.
#[derive(Clone, Debug)]
pub struct RawProfile {
    /// The account: never shown.
    pub person: PersonId,
    /// The public id.
    pub profile_id: ProfileId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The skills, by the passport's rule.
    pub held: HeldSkills,
}

struct Row {
    person: PersonId,
    profile: ProfileId,
    first_name: String,
    last_name: String,
}

/// Reads these profiles as they stand on this day; those that may not be read are left out.
///
/// Two queries: in a transaction of one snapshot where it matters that they agree.
pub async fn read_profiles(
    connection: &mut PgConnection,
    profiles: &[Uuid],
    whose: Whose,
    today: NaiveDate,
) -> sqlx::Result<Vec<RawProfile>> {
    let names = sqlx::query_as!(
        Row,
        r#"SELECT p.id AS "person: PersonId", p.profile_id AS "profile: ProfileId", p.first_name, p.last_name
           FROM person p
           WHERE p.profile_id = ANY($1)
             AND ($2 OR EXISTS (SELECT FROM searchable_person s WHERE s.person_id = p.id))"#,
        profiles,
        whose == Whose::Anyone,
    )
    .fetch_all(&mut *connection)
    .await?;
    with_skills(connection, names, today).await
}

/// Some of the people who may be found, in the order of their accounts.
pub struct SearchablePage {
    /// The account the next page comes after; absent when this page is empty.
    pub last: Option<PersonId>,
    /// The people.
    pub people: Vec<RawProfile>,
}

/// Reads the next people who may be found, as they stand on this day.
///
/// Two queries: what changes between them or afterwards leaves a mark.
pub async fn read_searchable(
    connection: &mut PgConnection,
    after: Option<PersonId>,
    limit: usize,
    today: NaiveDate,
) -> sqlx::Result<SearchablePage> {
    let names = sqlx::query_as!(
        Row,
        r#"SELECT s.person_id AS "person!: PersonId", s.profile_id AS "profile!: ProfileId",
                  s.first_name AS "first_name!", s.last_name AS "last_name!"
           FROM searchable_person s
           WHERE s.person_id > $1
           ORDER BY s.person_id
           LIMIT $2"#,
        after.map(|person| person.0).unwrap_or_default(),
        limit as i64,
    )
    .fetch_all(&mut *connection)
    .await?;
    let last = names.last().map(|name| name.person);
    Ok(SearchablePage { last, people: with_skills(connection, names, today).await? })
}

async fn with_skills(
    connection: &mut PgConnection,
    names: Vec<Row>,
    today: NaiveDate,
) -> sqlx::Result<Vec<RawProfile>> {
    let people: Vec<PersonId> = names.iter().map(|name| name.person).collect();
    let mut held = passport::visible_skills(connection, &people, today).await?;
    let raw = |name: Row| RawProfile {
        person: name.person,
        profile_id: name.profile,
        held: held.remove(&name.person).unwrap_or_default(),
        first_name: name.first_name,
        last_name: name.last_name,
    };
    Ok(names.into_iter().map(raw).collect())
}
