//! Whom somebody blocked, as the rooms see it. The list itself is kept by `sharing`.

use sqlx::PgConnection;

use crate::ids::{ChatRoomId, PersonId};

/// Whether somebody wrote in one of these rooms.
pub async fn wrote_in(db: &mut PgConnection, rooms: &[ChatRoomId], person: PersonId) -> sqlx::Result<bool> {
    let rooms: Vec<_> = rooms.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM message WHERE author_id = $2 AND room_id = ANY($1)) AS "wrote!""#,
        &rooms,
        person.0,
    )
    .fetch_one(db)
    .await
}
