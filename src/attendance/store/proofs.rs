//! Elements that prove attendance beside signatures.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use utoipa::ToSchema;

use crate::ids::{EnrolmentId, FileId, PersonId, ProofId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ProofKind {
    /// A connection to a virtual class or a platform.
    Connection,
    /// A quiz that was answered.
    Quiz,
    /// Work that was handed in.
    Work,
    /// An exchange with the trainer.
    Message,
    /// Something else.
    Other,
}

impl ProofKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::Quiz => "quiz",
            Self::Work => "work",
            Self::Message => "message",
            Self::Other => "other",
        }
    }

    /// What people read.
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Connection => "connexion",
            Self::Quiz => "quiz",
            Self::Work => "travail rendu",
            Self::Message => "échange",
            Self::Other => "autre élément",
        }
    }
}

/// An element of proof.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Its id.
    pub id: ProofId,
    /// The slot it is about, if it is about one.
    pub slot: Option<SlotId>,
    /// Of whom.
    pub enrolment: EnrolmentId,
    /// What it is.
    pub kind: ProofKind,
    /// When it happened.
    pub happened_at: DateTime<Utc>,
    /// How long it took.
    pub minutes: Option<i32>,
    /// In words.
    pub description: String,
    /// A file that shows it.
    pub file: Option<FileId>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why.
    pub withdrawn_reason: Option<String>,
}

/// The elements of a session, those withdrawn included, by time.
pub async fn of_session(db: impl PgExecutor<'_>, session: TrainingSessionId) -> sqlx::Result<Vec<Proof>> {
    sqlx::query_as!(
        Proof,
        r#"SELECT id AS "id: ProofId", slot_id AS "slot: SlotId", enrolment_id AS "enrolment: EnrolmentId",
                  kind AS "kind: ProofKind", happened_at, minutes, description, file_id AS "file: FileId", created_at,
                  withdrawn_at, withdrawn_reason
           FROM attendance_proof WHERE session_id = $1 ORDER BY happened_at, id"#,
        session.0,
    )
    .fetch_all(db)
    .await
}

/// Writes an element.
pub async fn insert(
    tx: &mut Tx<'_>,
    session: TrainingSessionId,
    proof: &Proof,
    by: PersonId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_proof (id, session_id, slot_id, enrolment_id, kind, happened_at, minutes, description,
                                       file_id, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        proof.id.0,
        session.0,
        proof.slot.map(|id| id.0),
        proof.enrolment.0,
        proof.kind.as_str(),
        proof.happened_at,
        proof.minutes,
        proof.description,
        proof.file.map(|id| id.0),
        proof.created_at,
        by.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Withdraws an element; false when it was.
pub async fn withdraw(
    tx: &mut Tx<'_>,
    (session, id): (TrainingSessionId, ProofId),
    reason: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE attendance_proof SET withdrawn_at = $3, withdrawn_reason = $4
         WHERE id = $1 AND session_id = $2 AND withdrawn_at IS NULL",
        id.0,
        session.0,
        now,
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}
