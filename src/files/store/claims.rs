//! What features do with files: take them into use, give them up, show them.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::files::jobs::RemoveFile;
use crate::files::model::{Claim, FileCard, Owner, Purpose, Scan, Staged, hexadecimal};
use crate::ids::{FileId, PersonId};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::platform::jobs;
use crate::platform::state::AppState;
use crate::platform::storage::ObjectKey;

/// A row, as cards are made of it.
pub(super) struct Row {
    pub(super) id: FileId,
    pub(super) name: String,
    pub(super) media_type: String,
    pub(super) bytes: i64,
    pub(super) sha256: Vec<u8>,
    pub(super) scan: Scan,
    pub(super) warnings: Vec<String>,
    pub(super) purpose: Option<Purpose>,
    pub(super) created_at: DateTime<Utc>,
}

impl From<Row> for FileCard {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            name: row.name,
            media_type: row.media_type,
            bytes: row.bytes,
            sha256: hexadecimal(&row.sha256),
            scan: row.scan,
            warnings: row.warnings,
            purpose: row.purpose,
            created_at: row.created_at,
        }
    }
}

/// Takes a staged file into use, in the transaction that writes what refers to it.
///
/// Refused with a fault at `claim.pointer`: `unknown_file` (none, somebody else's, or sent in another name), `file_in_use`,
/// `file_type_refused` (not of a kind the purpose takes), `file_infected`.
pub async fn claim(tx: &mut Tx<'_>, state: &AppState, claim: &Claim<'_>) -> Result<FileCard> {
    let found = sqlx::query!(
        r#"SELECT media_type, scan AS "scan: Scan", claimed_at IS NOT NULL AS "is_claimed!",
                  organisation_id AS "organisation: crate::ids::OrganisationId", person_id AS "person: PersonId"
           FROM file
           WHERE id = $1 AND created_by = $2 AND released_at IS NULL AND lost_at IS NULL
           FOR UPDATE"#,
        claim.file.0,
        claim.by.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let staged = found.map(|row| Staged {
        owner: row.organisation.map(Owner::Organisation).or(row.person.map(Owner::Person)),
        media_type: row.media_type,
        scan: row.scan,
        is_claimed: row.is_claimed,
    });
    claim.check(staged.as_ref()).map_err(|fault| Error::Invalid(vec![fault]))?;
    let row = sqlx::query_as!(
        Row,
        r#"UPDATE file SET purpose = $2, claimed_at = $3
           WHERE id = $1
           RETURNING id AS "id: FileId", name, media_type, bytes, sha256, scan AS "scan: Scan", warnings,
                     purpose AS "purpose: Purpose", created_at"#,
        claim.file.0,
        claim.purpose.as_str(),
        state.clock.now(),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(row.into())
}

/// Gives up a file, in the transaction that removes what referred to it. Its object goes once that is committed.
pub async fn release(tx: &mut Tx<'_>, state: &AppState, file: FileId) -> Result<()> {
    let done = sqlx::query!(
        "UPDATE file SET released_at = $2 WHERE id = $1 AND released_at IS NULL",
        file.0,
        state.clock.now(),
    )
    .execute(&mut **tx)
    .await?;
    if done.rows_affected() == 1 {
        jobs::enqueue(tx, state, &RemoveFile { file }).await?;
    }
    Ok(())
}

/// What is known of files in use or staged; what was given up is not there.
pub async fn cards(db: impl PgExecutor<'_>, files: &[FileId]) -> sqlx::Result<Vec<FileCard>> {
    let ids: Vec<_> = files.iter().map(|file| file.0).collect();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id AS "id: FileId", name, media_type, bytes, sha256, scan AS "scan: Scan", warnings,
                  purpose AS "purpose: Purpose", created_at
           FROM file
           WHERE id = ANY($1) AND released_at IS NULL
           ORDER BY created_at, id"#,
        &ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(FileCard::from).collect())
}

/// What is known of one file.
pub async fn card(db: impl PgExecutor<'_>, file: FileId) -> sqlx::Result<Option<FileCard>> {
    Ok(cards(db, &[file]).await?.pop())
}

/// A file that is in use, to be read.
pub struct InUse {
    /// Its name.
    pub name: String,
    /// What its bytes are.
    pub media_type: String,
    /// Its length.
    pub bytes: u64,
    /// Of its bytes.
    pub sha256: Vec<u8>,
    /// What the antivirus said.
    pub scan: Scan,
    /// What it is used for.
    pub purpose: Purpose,
    /// Where it is.
    pub key: ObjectKey,
}

/// A file in use.
pub async fn in_use(db: impl PgExecutor<'_>, file: FileId) -> Result<Option<InUse>> {
    let found = sqlx::query!(
        r#"SELECT name, media_type, bytes, sha256, scan AS "scan: Scan", purpose AS "purpose!: Purpose", object_key
           FROM file
           WHERE id = $1 AND released_at IS NULL AND claimed_at IS NOT NULL"#,
        file.0,
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = found else { return Ok(None) };
    let key = ObjectKey::parse(&row.object_key)
        .ok_or_else(|| anyhow::anyhow!("the object key of file {file} is none"))?;
    Ok(Some(InUse {
        name: row.name,
        media_type: row.media_type,
        bytes: row.bytes.unsigned_abs(),
        sha256: row.sha256,
        scan: row.scan,
        purpose: row.purpose,
        key,
    }))
}
