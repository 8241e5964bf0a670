//! Files as they are sent: how much there is already, what comes, what is taken back.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::events::Event;
use crate::files::jobs::RemoveFile;
use crate::files::model::{FileCard, Owner, Scan, hexadecimal};
use crate::files::store::claims;
use crate::ids::{FileId, PersonId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Code, Error, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::platform::storage::ObjectKey;

/// What an owner has, and a sender has waiting.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// Bytes of the owner's files.
    pub bytes: i64,
    /// Files of the sender that nothing uses yet.
    pub staged: i64,
}

/// What is there before something comes.
pub async fn usage(db: impl PgExecutor<'_>, owner: Owner, sender: PersonId) -> sqlx::Result<Usage> {
    sqlx::query_as!(
        Usage,
        r#"SELECT (SELECT coalesce(sum(bytes), 0)::bigint FROM file
                   WHERE (organisation_id = $1 OR person_id = $2) AND scan <> 'infected'
                     AND (purpose IS NULL OR purpose NOT IN ('passport_export', 'data_export'))) AS "bytes!",
                  (SELECT count(*) FROM file
                   WHERE created_by = $3 AND claimed_at IS NULL AND released_at IS NULL) AS "staged!""#,
        owner.organisation().map(|id| id.0),
        owner.person().map(|id| id.0),
        sender.0,
    )
    .fetch_one(db)
    .await
}

/// Makes those who send in the same name, or as the same person, come one after the other until the transaction ends.
pub async fn queue_up(tx: &mut Tx<'_>, owner: Owner, sender: PersonId) -> sqlx::Result<()> {
    let mut names = [
        format!("files of {:?} {:?}", owner.organisation(), owner.person()),
        format!("files sent by {sender}"),
    ];
    // Always in the same order, so that no two wait for each other.
    names.sort();
    for name in names {
        sqlx::query!("SELECT pg_advisory_xact_lock(hashtextextended($1, 7)) AS locked", name)
            .fetch_one(&mut **tx)
            .await?;
    }
    Ok(())
}

/// A file to write down.
#[derive(Debug)]
pub struct NewFile {
    /// Its id.
    pub id: FileId,
    /// In whose name it was sent.
    pub owner: Owner,
    /// Who sent it.
    pub sender: PersonId,
    /// Its name.
    pub name: String,
    /// What its bytes are.
    pub media_type: &'static str,
    /// Its length.
    pub bytes: i64,
    /// Of its bytes.
    pub sha256: Vec<u8>,
    /// What to know before it is opened.
    pub warnings: Vec<String>,
    /// Where it is.
    pub key: ObjectKey,
    /// What the antivirus says so far.
    pub scan: Scan,
}

/// Writes down a file whose object is in the store.
pub async fn insert(tx: &mut Tx<'_>, state: &AppState, file: NewFile) -> Result<FileCard> {
    let now: DateTime<Utc> = state.clock.now();
    sqlx::query!(
        "INSERT INTO file (id, organisation_id, person_id, name, media_type, bytes, sha256, warnings, object_key, scan,
                           created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        file.id.0,
        file.owner.organisation().map(|id| id.0),
        file.owner.person().map(|id| id.0),
        file.name,
        file.media_type,
        file.bytes,
        file.sha256,
        &file.warnings,
        file.key.as_str(),
        file.scan.as_str(),
        file.sender.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let entry = Entry::new(Event::FileUploaded, now, "file", file.id.0).by(file.sender);
    record(tx, state, file.owner, entry).await?;
    Ok(FileCard {
        id: file.id,
        name: file.name,
        media_type: file.media_type.to_owned(),
        bytes: file.bytes,
        sha256: hexadecimal(&file.sha256),
        scan: file.scan,
        warnings: file.warnings,
        purpose: None,
        created_at: now,
    })
}

/// A file this person sent, staged or in use.
pub async fn find_mine(
    db: impl PgExecutor<'_>,
    sender: PersonId,
    file: FileId,
) -> sqlx::Result<Option<FileCard>> {
    let mut found = list(db, sender, Some(file), false, None, 1).await?;
    Ok(found.pop())
}

/// Where a page of [`list_staged`] starts: after this time and file, going back.
pub type StagedKey = (DateTime<Utc>, uuid::Uuid);

/// The files this person sent that nothing uses yet, newest first.
pub async fn list_staged(
    db: impl PgExecutor<'_>,
    sender: PersonId,
    after: Option<StagedKey>,
    limit: i64,
) -> sqlx::Result<Vec<FileCard>> {
    list(db, sender, None, true, after, limit).await
}

async fn list(
    db: impl PgExecutor<'_>,
    sender: PersonId,
    file: Option<FileId>,
    is_staged: bool,
    after: Option<StagedKey>,
    limit: i64,
) -> sqlx::Result<Vec<FileCard>> {
    let (at, id) = after.unzip();
    let rows = sqlx::query_as!(
        claims::Row,
        r#"SELECT id AS "id: FileId", name, media_type, bytes, sha256, scan AS "scan: Scan", warnings,
                  purpose AS "purpose: crate::files::model::Purpose", created_at
           FROM file
           WHERE created_by = $1 AND released_at IS NULL AND ($2::uuid IS NULL OR id = $2)
             AND (NOT $3 OR claimed_at IS NULL)
             AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5))
           ORDER BY created_at DESC, id DESC
           LIMIT $6"#,
        sender.0,
        file.map(|file| file.0),
        is_staged,
        at,
        id,
        limit,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(FileCard::from).collect())
}

/// Takes back a file that nothing uses.
pub async fn discard(tx: &mut Tx<'_>, state: &AppState, sender: PersonId, file: FileId) -> Result<()> {
    let found = sqlx::query!(
        r#"SELECT claimed_at IS NOT NULL AS "is_claimed!",
                  organisation_id AS "organisation: crate::ids::OrganisationId", person_id AS "person: PersonId"
           FROM file
           WHERE id = $1 AND created_by = $2 AND released_at IS NULL
           FOR UPDATE"#,
        file.0,
        sender.0,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or_else(Error::not_found)?;
    if found.is_claimed {
        return Err(Code::FileInUse.into());
    }
    let now = state.clock.now();
    sqlx::query!("UPDATE file SET released_at = $2 WHERE id = $1", file.0, now).execute(&mut **tx).await?;
    let owner = found.organisation.map(Owner::Organisation).or(found.person.map(Owner::Person));
    let entry = Entry::new(Event::FileDiscarded, now, "file", file.0).by(sender);
    record(tx, state, owner.unwrap_or(Owner::Person(sender)), entry).await?;
    jobs::enqueue(tx, state, &RemoveFile { file }).await?;
    Ok(())
}

/// Writes the audit entry, in the organisation's name where there is one.
pub async fn record(tx: &mut Tx<'_>, state: &AppState, owner: Owner, entry: Entry) -> sqlx::Result<()> {
    let entry = match owner {
        Owner::Organisation(organisation) => entry.within(organisation),
        Owner::Person(_) => entry,
    };
    audit::record(tx, &state.ids, entry).await
}
