//! Everything offers hold about a person, and how it goes with their account.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::recipients::{self, Filter};
use super::retention;
use super::transitions::{self, By, Step};
use crate::files;
use crate::ids::{FileId, Ids, PersonId};
use crate::offers::model::state::{Event, State};
use crate::platform::db::Tx;
use crate::platform::http::Error;
use crate::platform::live;

/// Everything held about the person: offers they received or were chosen for, those they wrote, and what they chose.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'received', (
                   SELECT coalesce(jsonb_agg(
                       (to_jsonb(r) - 'sent_by' - 'position')
                       || jsonb_build_object(
                           'title', o.title, 'message', o.message, 'company', o.company_name, 'siret', o.company_siret,
                           'sender', o.sender_name,
                           'history', (SELECT coalesce(jsonb_agg(
                                           (to_jsonb(t) - 'recipient_id' - 'actor_id') ORDER BY t.number), '[]')
                                       FROM offer_transition t WHERE t.recipient_id = r.id))
                       ORDER BY r.sent_at, r.id), '[]')
                   FROM offer_recipient r JOIN offer o ON o.id = r.offer_id
                   WHERE r.person_id = $1 AND r.state <> 'draft'),
               'chosen_for_drafts', (
                   SELECT coalesce(jsonb_agg(jsonb_build_object('siren', r.siren, 'chosen_at', r.state_at)
                                             ORDER BY r.state_at, r.id), '[]')
                   FROM offer_recipient r WHERE r.person_id = $1 AND r.state = 'draft'),
               'written', (
                   SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.created_at, o.id), '[]')
                   FROM offer o WHERE o.author_id = $1),
               'sent', (
                   SELECT coalesce(jsonb_agg(jsonb_build_object('offer_id', r.offer_id, 'sent_at', r.sent_at)
                                             ORDER BY r.sent_at, r.id), '[]')
                   FROM offer_recipient r WHERE r.sent_by = $1),
               'done', (
                   SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.at, t.recipient_id, t.number), '[]')
                   FROM offer_transition t WHERE t.actor_id = $1),
               'settings', (
                   SELECT coalesce(jsonb_agg(to_jsonb(s) - 'person_id'), '[]') FROM offer_setting s WHERE s.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// Makes offers say nothing of the person: what they received becomes a state and months, what they wrote loses its author.
/// Shares and private rooms go with their own slices.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM offer_recipient WHERE person_id = $1 AND state = 'draft'", person.0)
        .execute(&mut **tx)
        .await?;
    erase_received(tx, ids, person, now).await?;
    erase_written(tx, ids, person, now).await?;
    sqlx::query!("DELETE FROM offer_setting WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

async fn erase_received(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let filter = Filter { person: Some(person), ..Filter::default() };
    let mut received = recipients::lock_all(tx, &filter).await?;
    let by = By::Person { person, network: None };
    let live = |state: State| state.is_pending() || state == State::Accepted;
    for recipient in received.iter_mut().filter(|recipient| live(recipient.state)) {
        let step = Step { event: Event::Erase, by: &by, reason: None, at: now };
        match transitions::apply(tx, ids, recipient, step).await {
            Ok(()) => {}
            Err(Error::Database(error)) => return Err(error),
            Err(other) => return Err(sqlx::Error::Protocol(other.to_string())),
        }
    }
    let subjects: Vec<Uuid> = received.iter().map(|recipient| recipient.id.0).collect();
    retention::blur(tx, &subjects, now).await?;
    live::forget(tx, &subjects).await
}

async fn erase_written(tx: &mut Tx<'_>, ids: &Ids, person: PersonId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let drafts = sqlx::query_scalar!(
        r#"DELETE FROM offer WHERE author_id = $1 AND status = 'draft' RETURNING file_id AS "file: FileId""#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let files: Vec<FileId> = drafts.into_iter().flatten().collect();
    files::give_up(tx, ids, &files, now).await?;
    // A document that is the person's own goes with them.
    sqlx::query!(
        "UPDATE offer SET file_id = NULL WHERE file_id IN (SELECT id FROM file WHERE person_id = $1)",
        person.0
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("UPDATE offer SET author_id = NULL, sender_name = NULL WHERE author_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE offer_recipient SET sent_by = NULL WHERE sent_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE offer_transition SET actor_id = NULL WHERE actor_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
