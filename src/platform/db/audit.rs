//! The audit trail: one row per state change, in the transaction that makes it.

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::Tx;
use crate::events::Event;
use crate::ids::{Ids, OrganisationId, PersonId};

/// One entry of the trail, built with [`Entry::new`] and the setters that apply.
#[derive(Clone, Debug)]
pub struct Entry {
    event: Event,
    at: DateTime<Utc>,
    actor: Option<PersonId>,
    subject: (&'static str, Option<Uuid>),
    organisation: Option<OrganisationId>,
    reason: Option<String>,
    before: Option<Value>,
    after: Option<Value>,
}

impl Entry {
    /// An entry about one subject, e.g. `("recruiter", id)`.
    pub fn new(
        event: Event,
        at: DateTime<Utc>,
        subject_kind: &'static str,
        subject: impl Into<Option<Uuid>>,
    ) -> Self {
        Self {
            event,
            at,
            actor: None,
            subject: (subject_kind, subject.into()),
            organisation: None,
            reason: None,
            before: None,
            after: None,
        }
    }

    /// Names the person who acted; without it the system did.
    #[must_use]
    pub fn by(mut self, actor: PersonId) -> Self {
        self.actor = Some(actor);
        self
    }

    /// Names the organisation in whose name it was done.
    #[must_use]
    pub fn within(mut self, organisation: OrganisationId) -> Self {
        self.organisation = Some(organisation);
        self
    }

    /// Says why.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Records the state before and after. Never personal content: states, roles, codes.
    #[must_use]
    pub fn change(mut self, before: impl Into<Option<Value>>, after: impl Into<Option<Value>>) -> Self {
        self.before = before.into();
        self.after = after.into();
        self
    }
}

/// Writes the entry.
pub async fn record(tx: &mut Tx<'_>, ids: &Ids, entry: Entry) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO audit_event (id, at, actor_id, kind, subject_kind, subject_id, organisation_id, reason, before, after)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        ids.ordered::<Uuid>(),
        entry.at,
        entry.actor.map(|id| id.0),
        entry.event.kind(),
        entry.subject.0,
        entry.subject.1,
        entry.organisation.map(|id| id.0),
        entry.reason,
        entry.before,
        entry.after,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
