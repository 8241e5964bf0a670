//! Moves of offers: the state, the log and the audit trail, together or not at all.

use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::PgExecutor;

use super::recipients::Recipient;
use crate::events;
use crate::ids::{Ids, OfferRecipientId, PersonId};
use crate::offers::model::state::{Event, State};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::Result;

/// Who moves an offer.
#[derive(Clone, Debug)]
pub enum By {
    /// Who received it, and the network they answered from.
    Person {
        /// Who.
        person: PersonId,
        /// `192.0.2.0/24`, `2001:db8:1::/48`; of answers alone.
        network: Option<String>,
    },
    /// Somebody of the company.
    Company(PersonId),
    /// The clock, or the mail.
    Clock,
}

impl By {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Person { .. } => "person",
            Self::Company(_) => "company",
            Self::Clock => "clock",
        }
    }

    const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { person, .. } | Self::Company(person) => Some(*person),
            Self::Clock => None,
        }
    }

    fn network(&self) -> Option<&str> {
        match self {
            Self::Person { network, .. } => network.as_deref(),
            Self::Company(_) | Self::Clock => None,
        }
    }
}

/// A move.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// What happens.
    pub event: Event,
    /// Who makes it happen.
    pub by: &'a By,
    /// Why, where somebody says it.
    pub reason: Option<&'a str>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Makes a move of a recipient that is locked, or refuses it with the current state.
pub async fn apply(tx: &mut Tx<'_>, ids: &Ids, recipient: &mut Recipient, step: Step<'_>) -> Result<()> {
    let from = recipient.state;
    let to = from.after(step.event)?;
    let answers = matches!(step.event, Event::Accept | Event::Refuse);
    let undoes = matches!(step.event, Event::UndoSeen | Event::UndoUnseen);
    let row = sqlx::query!(
        "UPDATE offer_recipient
         SET state = $2, state_at = $3, version = version + $4,
             delivered_at = CASE WHEN $5 THEN $3 ELSE delivered_at END,
             seen_at = CASE WHEN $6 THEN $3 ELSE seen_at END,
             answered_at = CASE WHEN $7 THEN $3 WHEN $8 THEN NULL ELSE answered_at END,
             answered_from = CASE WHEN $7 THEN $9 WHEN $8 THEN NULL ELSE answered_from END,
             refusal_reason = CASE WHEN $8 THEN NULL ELSE refusal_reason END,
             hid_with_answer = hid_with_answer AND NOT $8,
             company_wrote_at = CASE WHEN $8 THEN NULL ELSE company_wrote_at END,
             reply_seconds = CASE WHEN $8 THEN NULL ELSE reply_seconds END,
             ended_at = CASE WHEN $10 THEN $3 END
         WHERE id = $1
         RETURNING version, answered_at, ended_at, seen_at",
        recipient.id.0,
        to.as_str(),
        step.at,
        i32::from(step.event.is_substantial()),
        step.event == Event::Deliver,
        step.event == Event::Open,
        answers,
        undoes,
        from.as_str(),
        to.is_over(),
    )
    .fetch_one(&mut **tx)
    .await?;
    recipient.state = to;
    recipient.state_at = step.at;
    (recipient.version, recipient.answered_at, recipient.ended_at) =
        (row.version, row.answered_at, row.ended_at);
    recipient.seen_at = row.seen_at;
    recipient.answered_from = match step.event {
        Event::Accept | Event::Refuse => Some(from),
        Event::UndoSeen | Event::UndoUnseen => None,
        _ => recipient.answered_from,
    };
    if undoes {
        recipient.refusal_reason = None;
        recipient.hid_with_answer = false;
    }
    note(tx, ids, recipient.id, (from, to), step).await?;
    Ok(())
}

/// Writes a move into the log and the audit trail.
pub async fn note(
    tx: &mut Tx<'_>,
    ids: &Ids,
    id: OfferRecipientId,
    (from, to): (State, State),
    step: Step<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO offer_transition (recipient_id, number, event, from_state, to_state, actor, actor_id, network, reason, at)
         SELECT $1, 1 + coalesce((SELECT max(number) FROM offer_transition WHERE recipient_id = $1), 0), $2, $3, $4, $5, $6, $7,
                $8, $9",
        id.0,
        step.event.as_str(),
        from.as_str(),
        to.as_str(),
        step.by.kind(),
        step.by.person().map(|person| person.0),
        step.by.network(),
        step.reason,
        step.at,
    )
    .execute(&mut **tx)
    .await?;
    let mut entry = Entry::new(events::Event::OfferMoved, step.at, "offer_recipient", id.0)
        .change(json!({ "state": from }), json!({ "state": to }));
    if let Some(person) = step.by.person() {
        entry = entry.by(person);
    }
    audit::record(tx, ids, entry).await
}

/// A move that was made, as both sides may read it.
#[derive(Clone, Debug)]
pub struct Past {
    /// Where it led.
    pub to: State,
    /// Who made it: `person`, `company` or `clock`.
    pub actor: String,
    /// Why, where the company said it.
    pub reason: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The moves of an offer, oldest first.
pub async fn history(db: impl PgExecutor<'_>, id: OfferRecipientId) -> sqlx::Result<Vec<Past>> {
    sqlx::query_as!(
        Past,
        r#"SELECT to_state AS "to: State", actor, reason, at FROM offer_transition
           WHERE recipient_id = $1 ORDER BY number"#,
        id.0
    )
    .fetch_all(db)
    .await
}
