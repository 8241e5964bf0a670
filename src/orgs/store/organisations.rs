//! Organisations: created, found, listed, suspended.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{OrganisationId, PersonId};
use crate::orgs::model::{Role, Status};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// An organisation as it is written.
pub struct Draft {
    /// Its name.
    pub name: String,
    /// Its establishment number.
    pub siret: Option<String>,
    /// Its declaration of activity number.
    pub nda: Option<String>,
}

/// Writes a new organisation.
pub async fn create(tx: &mut Tx<'_>, id: OrganisationId, draft: &Draft, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO organisation (id, name, siret, nda, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)",
        id.0,
        draft.name,
        draft.siret,
        draft.nda,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("organisation_siret_key", Code::SiretTaken)?;
    Ok(())
}

/// An organisation.
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its establishment number.
    pub siret: Option<String>,
    /// Its declaration of activity number.
    pub nda: Option<String>,
    /// Whether it works.
    pub status: Status,
    /// Why it is suspended.
    pub status_reason: Option<String>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// The organisation of this id.
pub async fn find(db: impl PgExecutor<'_>, id: OrganisationId) -> sqlx::Result<Organisation> {
    sqlx::query_as!(
        Organisation,
        r#"SELECT id AS "id: OrganisationId", name, siret, nda, status AS "status: Status", status_reason, created_at
           FROM organisation WHERE id = $1"#,
        id.0,
    )
    .fetch_one(db)
    .await
}

/// Where a page of [`list`] starts: after this name and id.
#[derive(Deserialize, Serialize)]
pub struct NameKey(pub String, pub Uuid);

/// An organisation and how many people it has.
pub struct Listed {
    /// The organisation.
    pub organisation: Organisation,
    /// Its members.
    pub members: i64,
}

/// Every organisation, by name; one row more than `limit`.
pub async fn list(db: impl PgExecutor<'_>, after: Option<NameKey>, limit: u32) -> sqlx::Result<Vec<Listed>> {
    let (name, id) = after.map_or((None, None), |NameKey(name, id)| (Some(name), Some(id)));
    let rows = sqlx::query!(
        r#"SELECT id AS "id: OrganisationId", name, siret, nda, status AS "status: Status", status_reason, created_at,
                  (SELECT count(*) FROM organisation_member m WHERE m.organisation_id = o.id) AS "members!"
           FROM organisation o
           WHERE $1::text IS NULL OR (lower(name), id) > (lower($1), $2)
           ORDER BY lower(name), id LIMIT $3"#,
        name,
        id,
        i64::from(limit) + 1,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Listed {
            organisation: Organisation {
                id: row.id,
                name: row.name,
                siret: row.siret,
                nda: row.nda,
                status: row.status,
                status_reason: row.status_reason,
                created_at: row.created_at,
            },
            members: row.members,
        })
        .collect())
}

/// One of a person's organisations, and their role in it.
pub struct Mine {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// The person's role.
    pub role: Role,
    /// Whether it works.
    pub status: Status,
}

/// The organisations of a person, by name.
pub async fn list_of(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<Mine>> {
    sqlx::query_as!(
        Mine,
        r#"SELECT o.id AS "id: OrganisationId", o.name, m.role AS "role: Role", o.status AS "status: Status"
           FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id
           WHERE m.person_id = $1 ORDER BY lower(o.name), o.id"#,
        person.0,
    )
    .fetch_all(db)
    .await
}

/// Locks an organisation for a write and gives its state; none when there is no such organisation.
pub async fn lock(tx: &mut Tx<'_>, id: OrganisationId) -> sqlx::Result<Option<Status>> {
    // NO KEY: rows that point at the organisation (validations) may be written meanwhile.
    sqlx::query_scalar!(
        r#"SELECT status AS "status: Status" FROM organisation WHERE id = $1 FOR NO KEY UPDATE"#,
        id.0
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Moves an organisation to another state.
pub async fn set_status(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    status: Status,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE organisation SET status = $2, status_reason = $3, updated_at = $4 WHERE id = $1",
        id.0,
        status.as_str(),
        reason,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
