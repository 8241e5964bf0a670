//! Personal links: whoever was mailed one signs one slot with it.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::ids::{EnrolmentId, OrganisationId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;

/// What a link is for.
pub struct Linked {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The session.
    pub session: TrainingSessionId,
    /// The slot.
    pub slot: SlotId,
    /// Who signs with it.
    pub enrolment: EnrolmentId,
}

/// Keeps the link of somebody for a slot, in the place of an earlier one.
pub async fn keep(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    (slot, enrolment): (SlotId, EnrolmentId),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_personal_link (token_hash, slot_id, enrolment_id, sent_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT attendance_personal_link_once
         DO UPDATE SET token_hash = excluded.token_hash, sent_at = excluded.sent_at",
        token_hash,
        slot.0,
        enrolment.0,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What the link with this token is for.
pub async fn find(db: impl PgExecutor<'_>, token_hash: &[u8]) -> sqlx::Result<Option<Linked>> {
    sqlx::query_as!(
        Linked,
        r#"SELECT t.organisation_id AS "organisation: OrganisationId", t.id AS "session: TrainingSessionId",
                  s.id AS "slot: SlotId", l.enrolment_id AS "enrolment: EnrolmentId"
           FROM attendance_personal_link l
           JOIN session_slot s ON s.id = l.slot_id
           JOIN training_session t ON t.id = s.session_id
           WHERE l.token_hash = $1"#,
        token_hash,
    )
    .fetch_optional(db)
    .await
}
