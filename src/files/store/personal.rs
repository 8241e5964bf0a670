//! A person's own files: listed and read for their download, given up when they are erased.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::files::jobs::RemoveFile;
use crate::ids::{FileId, Ids, PersonId};
use crate::platform::db::Tx;
use crate::platform::http::{Code, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::platform::storage::{ByteStream, Fault, ObjectKey, Storage};

/// What a file that was given up this way is called until its object is gone.
const NAMELESS: &str = "-";

/// What is held about the files a person sent for themselves, and about those they sent for an organisation.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'own', (SELECT COALESCE(jsonb_agg((to_jsonb(f) - 'object_key')
                                                 || jsonb_build_object('sha256', encode(f.sha256, 'hex'))
                                                 ORDER BY f.created_at, f.id), '[]')
                       FROM file f WHERE f.person_id = $1),
               'sent_for_organisations', (
                   SELECT COALESCE(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'created_at', f.created_at,
                                                                'sha256', encode(f.sha256, 'hex'),
                                                                'created_by', f.created_by, 'purpose', f.purpose)
                                             ORDER BY f.created_at, f.id), '[]')
                   FROM file f WHERE f.created_by = $1 AND f.person_id IS NULL)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// A file of a person that can be handed out.
#[derive(Clone, Debug)]
pub struct OwnFile {
    /// Its id.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: i64,
    key: String,
}

/// The files a person sent for themselves, but those that are infected, lost or given up, and exports, which repeat the rest.
pub async fn own_files(db: impl PgExecutor<'_>, person: PersonId) -> sqlx::Result<Vec<OwnFile>> {
    sqlx::query_as!(
        OwnFile,
        r#"SELECT id AS "id: FileId", name, bytes, object_key AS key FROM file
           WHERE person_id = $1 AND released_at IS NULL AND lost_at IS NULL AND scan <> 'infected'
             AND purpose IS DISTINCT FROM 'passport_export' AND purpose IS DISTINCT FROM 'data_export'
           ORDER BY created_at, id"#,
        person.0,
    )
    .fetch_all(db)
    .await
}

/// The bytes of such a file; nothing when the store has lost it.
pub async fn open(state: &AppState, file: &OwnFile) -> Result<Option<ByteStream>> {
    let key = ObjectKey::parse(&file.key).ok_or(Code::FileLost)?;
    match state.part::<Storage>().read(&key, None).await {
        Err(Fault::Missing) => Ok(None),
        other => Ok(Some(other?)),
    }
}

/// Gives up files, in the transaction that removes what referred to them. Their objects go once that is committed.
pub async fn give_up(tx: &mut Tx<'_>, ids: &Ids, files: &[FileId], now: DateTime<Utc>) -> sqlx::Result<()> {
    let files: Vec<Uuid> = files.iter().map(|file| file.0).collect();
    let given_up = sqlx::query_scalar!(
        r#"UPDATE file SET released_at = $2, name = $3 WHERE id = ANY($1) AND released_at IS NULL
           RETURNING id AS "id: FileId""#,
        &files,
        now,
        NAMELESS,
    )
    .fetch_all(&mut **tx)
    .await?;
    for file in given_up {
        jobs::enqueue_now(tx, ids, &RemoveFile { file }, now).await?;
    }
    Ok(())
}

/// Gives up what the person sent for themselves, and what they sent for an organisation and nothing uses yet. The rows lose
/// their owner at once, and go with their objects. What an organisation uses is the organisation's.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let files = sqlx::query_scalar!(
        r#"SELECT id AS "id: FileId" FROM file
           WHERE person_id = $1 OR (created_by = $1 AND claimed_at IS NULL) ORDER BY id FOR UPDATE"#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    give_up(tx, ids, &files, now).await?;
    sqlx::query!(
        "UPDATE file SET person_id = NULL, created_by = NULL, name = $2
         WHERE (person_id = $1 OR created_by = $1) AND released_at IS NOT NULL",
        person.0,
        NAMELESS,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE file SET created_by = NULL WHERE created_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
