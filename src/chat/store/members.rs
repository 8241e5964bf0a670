//! Names of people in rooms, and what was decided on them.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::ids::{ChatRoomId, PersonId, ProfileId};
use crate::platform::db::Tx;

/// Somebody's name.
#[derive(Clone, Debug)]
pub struct Named {
    /// The account.
    pub person: PersonId,
    /// Its public id.
    pub profile: ProfileId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// The names of these people, by name.
pub async fn named(db: &mut PgConnection, people: &[PersonId]) -> sqlx::Result<Vec<Named>> {
    let people: Vec<Uuid> = people.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Named,
        r#"SELECT id AS "person: PersonId", profile_id AS "profile: ProfileId", first_name, last_name
           FROM person WHERE id = ANY($1) ORDER BY lower(last_name), lower(first_name), id"#,
        &people,
    )
    .fetch_all(db)
    .await
}

/// The accounts behind public ids, those that exist.
pub async fn behind(
    db: &mut PgConnection,
    profiles: &[ProfileId],
) -> sqlx::Result<Vec<(ProfileId, PersonId)>> {
    let profiles: Vec<Uuid> = profiles.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT profile_id AS "profile: ProfileId", id AS "person: PersonId" FROM person WHERE profile_id = ANY($1)"#,
        &profiles,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.profile, row.person)).collect())
}

/// Everybody who runs the platform.
pub async fn platform_admins(db: &mut PgConnection) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id: PersonId" FROM person WHERE is_platform_admin AND disabled_at IS NULL ORDER BY id"#
    )
    .fetch_all(db)
    .await
}

/// Silences somebody in a room until then.
pub async fn silence(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    person: PersonId,
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO room_member (room_id, person_id, silenced_until) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT room_member_pkey
         DO UPDATE SET silenced_until = greatest(room_member.silenced_until, excluded.silenced_until)",
        room.0,
        person.0,
        until,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Puts somebody out of a room.
pub async fn expel(
    tx: &mut Tx<'_>,
    room: ChatRoomId,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO room_member (room_id, person_id, expelled_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT room_member_pkey
         DO UPDATE SET expelled_at = coalesce(room_member.expelled_at, excluded.expelled_at)",
        room.0,
        person.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Lets somebody in again; false when they were not put out.
pub async fn readmit(tx: &mut Tx<'_>, room: ChatRoomId, person: PersonId) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE room_member SET expelled_at = NULL WHERE room_id = $1 AND person_id = $2 AND expelled_at IS NOT NULL",
        room.0,
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
