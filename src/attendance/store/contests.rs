//! What trainees say against sealed marks, and what was decided.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;

use crate::attendance::model::Part;
use crate::ids::{ContestId, EnrolmentId, OrganisationId, PersonId, SlotId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::constraint::OnConstraint;
use crate::platform::http::{Code, Result};

/// A contest.
#[derive(Clone, Debug)]
pub struct Contest {
    /// Its id.
    pub id: ContestId,
    /// Where.
    pub slot: SlotId,
    /// Morning or afternoon.
    pub part: Part,
    /// Who contests.
    pub enrolment: EnrolmentId,
    /// What they say.
    pub text: String,
    /// When.
    pub contested_at: DateTime<Utc>,
    /// `accepted` or `rejected`, once decided.
    pub decision: Option<String>,
    /// Why.
    pub decision_reason: Option<String>,
    /// By whom.
    pub decided_by_name: Option<String>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

/// The contests of a session, oldest first.
pub async fn of_session(
    db: impl PgExecutor<'_>,
    session: TrainingSessionId,
    slot: Option<SlotId>,
) -> sqlx::Result<Vec<Contest>> {
    sqlx::query_as!(
        Contest,
        r#"SELECT c.id AS "id: ContestId", c.slot_id AS "slot: SlotId", c.part AS "part: Part",
                  c.enrolment_id AS "enrolment: EnrolmentId", c.text, c.contested_at, c.decision, c.decision_reason,
                  c.decided_by_name, c.decided_at
           FROM attendance_contest c JOIN session_slot s ON s.id = c.slot_id
           WHERE s.session_id = $1 AND ($2::uuid IS NULL OR c.slot_id = $2)
           ORDER BY c.contested_at, c.id"#,
        session.0,
        slot.map(|slot| slot.0),
    )
    .fetch_all(db)
    .await
}

/// Writes a contest; refused where that person already contests that half-day.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: ContestId,
    (slot, part, enrolment): (SlotId, Part, EnrolmentId),
    text: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO attendance_contest (id, slot_id, part, enrolment_id, text, contested_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id.0,
        slot.0,
        part.as_str(),
        enrolment.0,
        text,
        now,
    )
    .execute(&mut **tx)
    .await
    .on_constraint("attendance_contest_one_open", Code::AlreadyContested)?;
    Ok(())
}

/// A decision.
pub struct Decision<'a> {
    /// `accepted` or `rejected`.
    pub verdict: &'static str,
    /// Why.
    pub reason: &'a str,
    /// The account.
    pub by: PersonId,
    /// The name.
    pub by_name: &'a str,
}

/// Writes a decision.
pub async fn decide(
    tx: &mut Tx<'_>,
    id: ContestId,
    decision: &Decision<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE attendance_contest
         SET decision = $2, decision_reason = $3, decided_by = $4, decided_by_name = $5, decided_at = $6
         WHERE id = $1",
        id.0,
        decision.verdict,
        decision.reason,
        decision.by.0,
        decision.by_name,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Somebody who is told of a contest.
pub struct Told {
    /// Their address.
    pub email: String,
    /// Whether they decide of it; who trains at the slot only learns of it.
    pub decides: bool,
}

/// Who is told of a contest about a slot: those who run the organisation, and those who train there.
pub async fn told(
    db: impl PgExecutor<'_>,
    organisation: OrganisationId,
    slot: SlotId,
) -> sqlx::Result<Vec<Told>> {
    sqlx::query_as!(
        Told,
        r#"SELECT p.email, m.role IN ('admin', 'manager') AS "decides!"
           FROM organisation_member m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = $1 AND p.disabled_at IS NULL
             AND (m.role IN ('admin', 'manager')
                  OR (m.role = 'trainer'
                      AND EXISTS (SELECT FROM slot_trainer t
                                  WHERE t.slot_id = $2 AND t.person_id = p.id AND t.removed_at IS NULL)))
           ORDER BY p.id"#,
        organisation.0,
        slot.0,
    )
    .fetch_all(db)
    .await
}
