//! Files of messages.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::files;
use crate::ids::{FileId, Ids, MessageId};
use crate::platform::db::Tx;

/// Whether a file belongs to a message.
pub async fn belongs(db: &mut PgConnection, message: MessageId, file: FileId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM message_file WHERE message_id = $1 AND file_id = $2) AS "there!""#,
        message.0,
        file.0,
    )
    .fetch_one(db)
    .await
}

/// Gives up the files of a message: they are gone with it.
pub async fn release_of(
    tx: &mut Tx<'_>,
    ids: &Ids,
    message: MessageId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let files = sqlx::query_scalar!(
        r#"DELETE FROM message_file WHERE message_id = $1 RETURNING file_id AS "id: FileId""#,
        message.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    files::give_up(tx, ids, &files, now).await
}
