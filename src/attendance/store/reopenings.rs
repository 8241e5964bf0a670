//! Each time signing was opened again after its window: never changed.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::attendance::model::sealed::{SealedReopening, instant};
use crate::ids::{PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;

/// Signing that was opened again.
#[derive(Clone, Debug)]
pub struct Reopening {
    /// The slot.
    pub slot: SlotId,
    /// Until when.
    pub until: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by_name: String,
}

impl Reopening {
    /// As it is sealed.
    pub fn sealed(&self) -> SealedReopening {
        SealedReopening {
            reopened_at: instant(self.at),
            until: instant(self.until),
            reason: self.reason.clone(),
            by: self.by_name.clone(),
        }
    }
}

/// Those of a session, or of one slot of it, oldest first.
pub async fn of_session(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    slot: Option<SlotId>,
) -> sqlx::Result<Vec<Reopening>> {
    sqlx::query_as!(
        Reopening,
        r#"SELECT r.slot_id AS "slot: SlotId", r.until, r.reason, r.reopened_at AS at, r.reopened_by_name AS by_name
           FROM attendance_reopening r JOIN session_slot s ON s.id = r.slot_id
           WHERE s.session_id = $1 AND ($2::uuid IS NULL OR r.slot_id = $2)
           ORDER BY r.reopened_at, r.id"#,
        session.0,
        slot.map(|slot| slot.0),
    )
    .fetch_all(db)
    .await
}

/// Writes one.
pub async fn insert(tx: &mut Tx<'_>, id: Uuid, new: &Reopening, by: PersonId) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_reopening (id, slot_id, until, reason, reopened_at, reopened_by, reopened_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        new.slot.0,
        new.until,
        new.reason,
        new.at,
        by.0,
        new.by_name,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
