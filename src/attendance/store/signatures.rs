//! Signatures: one per half-day and person, never changed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use utoipa::ToSchema;

use crate::attendance::model::Part;
use crate::attendance::model::strokes::Drawn;
use crate::ids::{EnrolmentId, PersonId, SignatureId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// How somebody signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum SignatureMethod {
    /// Drawn by hand.
    Drawn,
    /// With their own account, the password given once more.
    Password,
    /// With their own account, through the code shown in the room.
    Qr,
    /// Through a personal link.
    Link,
}

impl SignatureMethod {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Drawn => "drawn",
            Self::Password => "password",
            Self::Qr => "qr",
            Self::Link => "link",
        }
    }
}

/// A signature.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Where.
    pub slot: SlotId,
    /// Morning or afternoon.
    pub part: Part,
    /// Of which trainee; none for a trainer.
    pub enrolment: Option<EnrolmentId>,
    /// Whether a trainer signed.
    pub is_trainer: bool,
    /// The account.
    pub person: Option<PersonId>,
    /// The name, as it was then.
    pub name: String,
    /// How.
    pub method: SignatureMethod,
    /// The strokes, packed; left out where only the fact matters.
    pub drawing: Option<Vec<u8>>,
    /// What tells identical drawings.
    pub drawing_sha256: Option<String>,
    /// What tells one device.
    pub device_sha256: Option<String>,
    /// Whether the signer was signed in on it.
    pub is_own_device: bool,
    /// When.
    pub signed_at: DateTime<Utc>,
}

/// The signatures of a session, or of one slot of it; the drawings only if they are wanted.
pub async fn of_session(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    slot: Option<SlotId>,
    with_drawings: bool,
) -> sqlx::Result<Vec<Signature>> {
    list(db, session, (slot, None), with_drawings).await
}

/// The signatures of one trainee in a session, and those of trainers; of everybody where none is named.
pub async fn of_person(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    only: Option<EnrolmentId>,
    with_drawings: bool,
) -> sqlx::Result<Vec<Signature>> {
    list(db, session, (None, only), with_drawings).await
}

async fn list(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    (slot, only): (Option<SlotId>, Option<EnrolmentId>),
    with_drawings: bool,
) -> sqlx::Result<Vec<Signature>> {
    sqlx::query_as!(
        Signature,
        r#"SELECT g.slot_id AS "slot: SlotId", g.part AS "part: Part", g.enrolment_id AS "enrolment: EnrolmentId",
                  g.is_trainer, g.person_id AS "person: PersonId", g.name, g.method AS "method: SignatureMethod",
                  CASE WHEN $3 THEN g.drawing END AS drawing, g.drawing_sha256, g.device_sha256, g.is_own_device,
                  g.signed_at
           FROM attendance_signature g JOIN session_slot s ON s.id = g.slot_id
           WHERE s.session_id = $1 AND ($2::uuid IS NULL OR g.slot_id = $2)
             AND ($4::uuid IS NULL OR g.is_trainer OR g.enrolment_id = $4)
           ORDER BY g.signed_at, g.id"#,
        session.0,
        slot.map(|slot| slot.0),
        with_drawings,
        only.map(|id| id.0),
    )
    .fetch_all(db)
    .await
}

/// A signature to be written.
pub struct NewSignature<'a> {
    /// Morning or afternoon.
    pub part: Part,
    /// Of which trainee; none for a trainer.
    pub enrolment: Option<EnrolmentId>,
    /// The account; none for a trainee without one.
    pub person: Option<PersonId>,
    /// The name.
    pub name: &'a str,
    /// How.
    pub method: SignatureMethod,
    /// What was drawn.
    pub drawn: Option<&'a Drawn>,
    /// What tells one device.
    pub device_sha256: Option<&'a str>,
    /// Whether the signer is signed in on it.
    pub is_own_device: bool,
}

/// Writes a signature; refused where that person has signed that half-day.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: SignatureId,
    slot: SlotId,
    new: &NewSignature<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_signature (id, slot_id, part, enrolment_id, is_trainer, person_id, name, method, drawing,
                                           drawing_sha256, device_sha256, is_own_device, signed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id.0,
        slot.0,
        new.part.as_str(),
        new.enrolment.map(|id| id.0),
        new.enrolment.is_none(),
        new.person.map(|id| id.0),
        new.name,
        new.method.as_str(),
        new.drawn.map(|drawn| drawn.bytes.as_slice()),
        new.drawn.map(|drawn| drawn.sha256.as_str()),
        new.device_sha256,
        new.is_own_device,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("attendance_signature_trainee_once", Code::AlreadySigned)
    .on_constraint("attendance_signature_trainer_once", Code::AlreadySigned)?;
    Ok(())
}
