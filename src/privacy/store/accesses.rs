//! When somebody who runs the platform looked at a person's data.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;

/// One access.
#[derive(Clone, Debug)]
pub struct Access {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// Which fields were shown.
    pub shown: Vec<String>,
}

/// Writes one.
pub async fn insert(
    tx: &mut Tx<'_>,
    (id, person, admin): (Uuid, PersonId, PersonId),
    (reason, shown): (&str, &[String]),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO data_access (id, person_id, admin_id, reason, shown, at) VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        person.0,
        admin.0,
        reason,
        shown,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Those to a person's data, newest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    person: PersonId,
    before: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
) -> sqlx::Result<Vec<Access>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Access,
        "SELECT id, at, reason, shown FROM data_access
         WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3))
         ORDER BY at DESC, id DESC LIMIT $4",
        person.0,
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await
}

/// Deletes those of this instant and before; tells how many.
pub async fn purge(db: impl PgExecutor<'_>, upto: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("DELETE FROM data_access WHERE at <= $1", upto).execute(db).await?;
    Ok(done.rows_affected())
}

/// What somebody is to the platform, beside their name: roles, in organisations and as a recruiter.
#[derive(Clone, Debug)]
pub struct Belonging {
    /// `organisation` or `company`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The role, or the state of the recruiter account.
    pub role: String,
}

/// What a person belongs to.
pub async fn roles(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Belonging>> {
    sqlx::query_as!(
        Belonging,
        r#"SELECT 'organisation' AS "kind!", o.name AS "name!", m.role AS "role!"
           FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1
           UNION ALL
           SELECT 'company', COALESCE(c.name, c.siret), r.status FROM recruiter r JOIN company c ON c.id = r.company_id WHERE r.person_id = $1
           ORDER BY 1 DESC, 2, 3"#,
        person.0,
    )
    .fetch_all(db)
    .await
}
