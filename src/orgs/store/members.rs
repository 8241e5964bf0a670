//! Members: who belongs, in which role.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::actor::Actor;
use crate::ids::{OrganisationId, PersonId};
use crate::orgs::model::{Membership, Role, Status};
use crate::orgs::policy::{Asker, MemberView};
use crate::orgs::store::organisations;
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Error, Result};

/// A person's place in an organisation; none for strangers and for organisations that do not exist.
pub async fn membership(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> sqlx::Result<Option<Membership>> {
    sqlx::query_as!(
        Membership,
        r#"SELECT m.role AS "role: Role", o.status AS "status: Status"
           FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id
           WHERE m.organisation_id = $1 AND m.person_id = $2"#,
        organisation.0,
        person.0,
    )
    .fetch_optional(db)
    .await
}

/// In which quality the actor asks; to strangers the organisation does not exist.
pub async fn asker(db: impl PgExecutor<'_>, organisation: OrganisationId, actor: Actor) -> Result<Asker> {
    let row = sqlx::query!(
        r#"SELECT m.role AS "role?: Role"
           FROM organisation o LEFT JOIN organisation_member m ON m.organisation_id = o.id AND m.person_id = $2
           WHERE o.id = $1"#,
        organisation.0,
        actor.person.0,
    )
    .fetch_optional(db)
    .await?;
    match row {
        Some(row) => {
            row.role.map(Asker::Member).or_else(|| actor.is_platform_admin.then_some(Asker::Platform))
        }
        None => None,
    }
    .ok_or_else(Error::not_found)
}

/// The same for a write: the organisation stays locked until the transaction ends.
pub async fn writing_asker(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    actor: Actor,
) -> Result<(Asker, Status)> {
    let status = organisations::lock(tx, organisation).await?.ok_or_else(Error::not_found)?;
    let asker = asker(&mut **tx, organisation, actor).await?;
    Ok((asker, status))
}

/// The role of a member, to be changed.
pub async fn role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> sqlx::Result<Option<Role>> {
    sqlx::query_scalar!(
        r#"SELECT role AS "role: Role" FROM organisation_member WHERE organisation_id = $1 AND person_id = $2"#,
        organisation.0,
        person.0,
    )
    .fetch_optional(&mut **tx)
    .await
}

/// How many admins an organisation has: those who stay, and this one. Whoever asked for the erasure of their account does not stay.
pub async fn count_admins(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    with: Option<PersonId>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = $1 AND m.role = 'admin' AND (p.erase_at IS NULL OR p.id = $2)"#,
        organisation.0,
        with.map(|person| person.0),
    )
    .fetch_one(&mut **tx)
    .await
}

/// Writes a new member.
pub async fn add(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    role: Role,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO organisation_member (organisation_id, person_id, role, joined_at) VALUES ($1, $2, $3, $4)",
        organisation.0,
        person.0,
        role.as_str(),
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("organisation_member_pkey", Code::AlreadyMember)?;
    Ok(())
}

/// Gives a member another role.
pub async fn set_role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
    role: Role,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE organisation_member SET role = $3 WHERE organisation_id = $1 AND person_id = $2",
        organisation.0,
        person.0,
        role.as_str(),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes a member out.
pub async fn remove(tx: &mut Tx<'_>, organisation: OrganisationId, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!(
        "DELETE FROM organisation_member WHERE organisation_id = $1 AND person_id = $2",
        organisation.0,
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether somebody with this address is a member already.
pub async fn has_address(tx: &mut Tx<'_>, organisation: OrganisationId, email: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM organisation_member m JOIN person p ON p.id = m.person_id
                          WHERE m.organisation_id = $1 AND lower(p.email) = lower($2)) AS "exists!""#,
        organisation.0,
        email,
    )
    .fetch_one(&mut **tx)
    .await
}

/// Where a page of [`list`] starts: after this last name, first name and person.
#[derive(Deserialize, Serialize)]
pub struct MemberKey(pub String, pub String, pub Uuid);

/// A member of an organisation.
pub struct Member {
    /// The account.
    pub person_id: PersonId,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// The address they sign in with; not for every reader.
    pub email: Option<String>,
    /// Their role.
    pub role: Role,
    /// Since when.
    pub joined_at: DateTime<Utc>,
}

/// The members this reader sees, by name; one row more than `limit`.
pub async fn list(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    view: MemberView,
    after: Option<MemberKey>,
    limit: u32,
) -> sqlx::Result<Vec<Member>> {
    let (last_name, first_name, id) = match after {
        Some(MemberKey(last_name, first_name, id)) => (Some(last_name), Some(first_name), Some(id)),
        None => (None, None, None),
    };
    let is_full = view == MemberView::Full;
    sqlx::query_as!(
        Member,
        r#"SELECT p.id AS "person_id: PersonId", p.first_name, p.last_name,
                  CASE WHEN $2 THEN p.email END AS email, m.role AS "role: Role", m.joined_at
           FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = $1 AND ($2 OR m.role = 'trainee')
             AND ($3::text IS NULL OR (p.last_name, p.first_name, p.id) > ($3, $4, $5))
           ORDER BY p.last_name, p.first_name, p.id LIMIT $6"#,
        organisation.0,
        is_full,
        last_name,
        first_name,
        id,
        i64::from(limit) + 1,
    )
    .fetch_all(db)
    .await
}
