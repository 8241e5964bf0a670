//! The chain of a session.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::attendance::model::chain::{Content, Link, LinkKind, seal_link};
use crate::attendance::model::sealed::instant;
use crate::ids::{PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::seal::{Seal, SealKey, canonical_of, remember_key};

/// A link as it is stored: what it says is its text.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The link, its content left out.
    pub link: Link,
    /// The slot it is about; none where it is about the whole session.
    pub slot: Option<SlotId>,
    /// What it says, as canonical JSON.
    pub content: String,
}

impl Stored {
    /// What it says.
    pub fn content(&self) -> anyhow::Result<Content> {
        Ok(serde_json::from_str(&self.content)?)
    }
}

/// Adds a link to the chain of a session, which stays locked until the transaction ends.
pub async fn add(
    tx: &mut Tx<'_>,
    key: &SealKey,
    (session, slot): (TrainingSessionId, Option<SlotId>),
    kind: LinkKind,
    content: Content,
    (by, now): (PersonId, DateTime<Utc>),
) -> Result<Link> {
    remember_key(tx, key, now).await?;
    lock(tx, session).await?;
    let last = sqlx::query!(
        "SELECT number, sha256 FROM attendance_link WHERE session_id = $1 ORDER BY number DESC LIMIT 1",
        session.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let last = last.as_ref().map(|row| (row.number, row.sha256.as_str()));
    let text = canonical_of(&content)?;
    let link = seal_link(key, session.0, last, (kind, instant(now)), content).map_err(anyhow::Error::from)?;
    sqlx::query!(
        "INSERT INTO attendance_link (session_id, number, kind, slot_id, at, by, content, content_sha256, previous_sha256,
                                      sha256, key_id, signature)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        session.0,
        link.number,
        kind.as_str(),
        slot.map(|slot| slot.0),
        now,
        by.0,
        text,
        link.content_sha256,
        link.previous,
        link.seal.sha256,
        link.seal.key_id,
        link.seal.signature,
    )
    .execute(&mut **tx)
    .await?;
    Ok(link)
}

/// Locks the chain of a session until the transaction ends: two links never follow the same. Whoever locks a slot too locks
/// the chain first.
pub async fn lock(tx: &mut Tx<'_>, session: TrainingSessionId) -> sqlx::Result<()> {
    sqlx::query!("SELECT id FROM training_session WHERE id = $1 FOR NO KEY UPDATE", session.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// The chain of a session, in order; if only one slot is wanted, what is about it, and what is about every sheet.
pub async fn chain(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    slot: Option<SlotId>,
) -> sqlx::Result<Vec<Stored>> {
    let rows = sqlx::query!(
        r#"SELECT number, kind AS "kind: LinkKind", slot_id AS "slot: SlotId", at, content, content_sha256,
                  previous_sha256, sha256, key_id, signature
           FROM attendance_link WHERE session_id = $1
             AND ($2::uuid IS NULL OR slot_id = $2 OR (slot_id IS NULL AND kind = 'words'))
           ORDER BY number"#,
        session.0,
        slot.map(|slot| slot.0),
    )
    .fetch_all(db)
    .await?;
    let links = rows.into_iter().map(|row| Stored {
        slot: row.slot,
        content: row.content,
        link: Link {
            number: row.number,
            kind: row.kind,
            at: instant(row.at),
            previous: row.previous_sha256,
            content_sha256: row.content_sha256,
            seal: Seal { key_id: row.key_id, sha256: row.sha256, signature: row.signature },
            content: None,
        },
    });
    Ok(links.collect())
}

/// Every session that has a chain.
pub async fn chained_sessions(db: impl PgExecutor<'_>) -> sqlx::Result<Vec<TrainingSessionId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT session_id AS "id: TrainingSessionId" FROM attendance_link ORDER BY session_id"#
    )
    .fetch_all(db)
    .await
}
