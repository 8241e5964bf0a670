//! Rooms of a session: that they exist, and who belongs to them; what is written in them is the chat's.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::ids::{EnrolmentId, RoomId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};
use crate::platform::state::AppState;
use crate::sessions::model::attachments::RoomKind;

/// A room.
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// Who belongs to it.
    pub kind: RoomKind,
    /// Its name.
    pub name: String,
    /// The trainees of a group.
    pub members: Vec<EnrolmentId>,
    /// Raised by every write.
    pub version: i32,
}

/// The rooms of a session, those of everybody first; or one of them.
pub async fn list(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    only: Option<RoomId>,
) -> sqlx::Result<Vec<Room>> {
    sqlx::query_as!(
        Room,
        r#"SELECT r.id AS "id: RoomId", r.kind AS "kind: RoomKind", r.name, r.version,
                  ARRAY(SELECT m.enrolment_id FROM session_room_member m WHERE m.room_id = r.id ORDER BY m.enrolment_id)
                      AS "members!: Vec<EnrolmentId>"
           FROM session_room r WHERE r.session_id = $1 AND ($2::uuid IS NULL OR r.id = $2)
           ORDER BY array_position(ARRAY['general', 'moderated', 'staff', 'group'], r.kind), lower(r.name), r.id"#,
        session.0,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// Opens the rooms every session has: one for everybody, one for those who train and run it.
pub async fn open_usual(tx: &mut Tx<'_>, state: &AppState, session: TrainingSessionId) -> Result<()> {
    for (kind, name) in [(RoomKind::General, "Salon général"), (RoomKind::Staff, "Salon de l’équipe")] {
        insert(tx, session, state.ids.ordered(), (kind, name), state.clock.now()).await?;
    }
    Ok(())
}

/// Writes a new room.
pub async fn insert(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    id: RoomId,
    (kind, name): (RoomKind, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO session_room (id, session_id, kind, name, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, 1, $5, $5)",
        id.0,
        session.0,
        kind.as_str(),
        name,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("session_room_name_key", Code::RoomNameTaken)?;
    Ok(())
}

/// Gives a room another name, and raises its version.
pub async fn rename(tx: &mut Tx<'_>, id: RoomId, name: &str, now: DateTime<Utc>) -> Result<()> {
    sqlx::query!(
        "UPDATE session_room SET name = $2, version = version + 1, updated_at = $3 WHERE id = $1",
        id.0,
        name,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("session_room_name_key", Code::RoomNameTaken)?;
    Ok(())
}

/// Makes these the trainees of a group.
pub async fn set_members(tx: &mut Tx<'_>, id: RoomId, members: &[EnrolmentId]) -> sqlx::Result<()> {
    let members: Vec<Uuid> = members.iter().map(|id| id.0).collect();
    sqlx::query!(
        "DELETE FROM session_room_member WHERE room_id = $1 AND NOT enrolment_id = ANY($2)",
        id.0,
        &members
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO session_room_member (room_id, enrolment_id) SELECT $1, * FROM unnest($2::uuid[]) ON CONFLICT DO NOTHING",
        id.0,
        &members,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Those among these enrolments that the session has, called off ones left out.
pub async fn known_members(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    members: &[EnrolmentId],
) -> sqlx::Result<Vec<EnrolmentId>> {
    let members: Vec<Uuid> = members.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"SELECT id AS "id: EnrolmentId" FROM enrolment
           WHERE session_id = $1 AND id = ANY($2) AND status <> 'cancelled'"#,
        session.0,
        &members,
    )
    .fetch_all(db)
    .await
}

/// Deletes a room.
pub async fn delete(db: &mut PgConnection, id: RoomId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM session_room WHERE id = $1", id.0).execute(db).await?;
    Ok(())
}
