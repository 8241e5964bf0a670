//! What each person received of an offer.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::ids::{CompanyId, Ids, OfferId, OfferRecipientId, PersonId, ProfileId, QuizInvitationId};
use crate::offers::model::RefusalReason;
use crate::offers::model::state::State;
use crate::platform::db::Tx;

/// One person and an offer.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The purpose of what they share for it.
    pub id: OfferRecipientId,
    /// The offer.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// The establishment.
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// Its legal unit.
    pub siren: String,
    /// Who; none once their account, or the time of retention, is over.
    pub person: Option<PersonId>,
    /// Their public profile.
    pub profile: Option<ProfileId>,
    /// Their first name.
    pub first_name: Option<String>,
    /// Their last name.
    pub last_name: Option<String>,
    /// Their place among those chosen.
    pub position: i16,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub state_at: DateTime<Utc>,
    /// Raised by what changes whether and how it can be answered.
    pub version: i32,
    /// Why they were chosen.
    pub why: Option<Value>,
    /// The quiz they were invited to with it.
    pub quiz_invitation: Option<QuizInvitationId>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// The first instant at which it is too late to answer.
    pub ends_at: Option<DateTime<Utc>>,
    /// When it was seen to be opened.
    pub seen_at: Option<DateTime<Utc>>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Where undoing the answer leads back to.
    pub answered_from: Option<State>,
    /// Why the person said no, where they said it.
    pub refusal_reason: Option<RefusalReason>,
    /// Whether the refusal also hid the person from the company.
    pub hid_with_answer: bool,
    /// When it was over.
    pub ended_at: Option<DateTime<Utc>>,
    /// When the person was reminded.
    pub reminded_at: Option<DateTime<Utc>>,
    /// Until when the company may keep them in mind.
    pub pool_until: Option<DateTime<Utc>>,
    /// Whether it says nothing of anybody any more.
    pub is_anonymous: bool,
    /// Whether it cannot be answered at the moment.
    pub is_paused: bool,
}

/// In which order, and from where on.
#[derive(Clone, Copy, Debug)]
pub enum Order {
    /// As they were chosen, after this place.
    Chosen(Option<i16>),
    /// As they were sent, newest first, before this one.
    Sent(Option<(DateTime<Utc>, Uuid)>),
}

/// Which recipients: every condition given must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// This one.
    pub id: Option<OfferRecipientId>,
    /// Of this offer.
    pub offer: Option<OfferId>,
    /// This person, once it was sent to them.
    pub person: Option<PersonId>,
    /// In one of these states; none: in any.
    pub states: Option<Vec<State>>,
}

/// Those that a filter lets through.
pub async fn list(
    db: impl PgExecutor<'_>,
    filter: &Filter,
    order: Order,
    rows: i64,
) -> sqlx::Result<Vec<Recipient>> {
    let (place, before) = match order {
        Order::Chosen(place) => (place, None),
        Order::Sent(before) => (None, before),
    };
    let (at, before) = before.unzip();
    let states: Option<Vec<String>> =
        filter.states.as_ref().map(|states| states.iter().map(|state| state.as_str().to_owned()).collect());
    sqlx::query_as!(
        Recipient,
        r#"SELECT r.id AS "id: OfferRecipientId", r.offer_id AS "offer: OfferId", o.title,
                  o.company_id AS "company: CompanyId", coalesce(o.company_name, c.name, c.siret) AS "company_name!", r.siren,
                  r.person_id AS "person: PersonId", p.profile_id AS "profile?: ProfileId", p.first_name AS "first_name?",
                  p.last_name AS "last_name?", r.position, r.state AS "state: State", r.state_at, r.version, r.why,
                  r.quiz_invitation_id AS "quiz_invitation: QuizInvitationId", r.sent_at, r.ends_at, r.seen_at, r.answered_at,
                  r.answered_from AS "answered_from: State", r.refusal_reason AS "refusal_reason: RefusalReason",
                  r.hid_with_answer, r.ended_at, r.reminded_at, r.pool_until, r.anonymised_at IS NOT NULL AS "is_anonymous!",
                  EXISTS (SELECT FROM offer_pause q WHERE q.offer_id = r.offer_id) AS "is_paused!"
           FROM offer_recipient r JOIN offer o ON o.id = r.offer_id JOIN company c ON c.id = o.company_id
                LEFT JOIN person p ON p.id = r.person_id
           WHERE ($1::uuid IS NULL OR r.id = $1) AND ($2::uuid IS NULL OR r.offer_id = $2)
             AND ($3::uuid IS NULL OR (r.person_id = $3 AND r.state <> 'draft'))
             AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL OR $3::uuid IS NOT NULL)
             AND ($4::text[] IS NULL OR r.state = ANY($4))
             AND ($5::smallint IS NULL OR r.position > $5)
             AND ($6::timestamptz IS NULL OR (r.sent_at, r.id) < ($6, $7))
           ORDER BY CASE WHEN $8 THEN r.sent_at END DESC, CASE WHEN $8 THEN r.id END DESC, r.position, r.id LIMIT $9"#,
        filter.id.map(|id| id.0),
        filter.offer.map(|offer| offer.0),
        filter.person.map(|person| person.0),
        states.as_deref(),
        place,
        at,
        before,
        matches!(order, Order::Sent(_)),
        rows,
    )
    .fetch_all(db)
    .await
}

/// One of them.
pub async fn find(db: impl PgExecutor<'_>, filter: &Filter) -> sqlx::Result<Option<Recipient>> {
    Ok(list(db, filter, Order::Chosen(None), 1).await?.pop())
}

/// Locks one until the transaction ends, and reads it.
pub async fn lock(tx: &mut Tx<'_>, id: OfferRecipientId) -> sqlx::Result<Option<Recipient>> {
    sqlx::query!("SELECT id FROM offer_recipient WHERE id = $1 FOR NO KEY UPDATE", id.0)
        .fetch_optional(&mut **tx)
        .await?;
    find(&mut **tx, &Filter { id: Some(id), ..Filter::default() }).await
}

/// Locks every one that a filter lets through, in the order of their ids: two who lock several never wait for each other.
pub async fn lock_all(tx: &mut Tx<'_>, filter: &Filter) -> sqlx::Result<Vec<Recipient>> {
    let states: Option<Vec<String>> =
        filter.states.as_ref().map(|states| states.iter().map(|state| state.as_str().to_owned()).collect());
    sqlx::query!(
        "SELECT id FROM offer_recipient
         WHERE ($1::uuid IS NULL OR offer_id = $1) AND ($2::uuid IS NULL OR (person_id = $2 AND state <> 'draft'))
           AND ($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL) AND ($3::text[] IS NULL OR state = ANY($3))
         ORDER BY id FOR NO KEY UPDATE",
        filter.offer.map(|offer| offer.0),
        filter.person.map(|person| person.0),
        states.as_deref(),
    )
    .fetch_all(&mut **tx)
    .await?;
    list(&mut **tx, filter, Order::Chosen(None), i64::MAX).await
}

/// Somebody who is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Chosen {
    /// Their public profile.
    pub profile: ProfileId,
    /// Who.
    pub person: PersonId,
}

/// Adds people to a draft after those it has; those it has already are left as they are. Gives how many were new.
pub async fn add(
    tx: &mut Tx<'_>,
    ids: &Ids,
    (offer, siren): (OfferId, &str),
    people: &[Chosen],
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let rows: Vec<Uuid> = people.iter().map(|_| ids.opaque()).collect();
    let persons: Vec<Uuid> = people.iter().map(|chosen| chosen.person.0).collect();
    let done = sqlx::query!(
        "INSERT INTO offer_recipient (id, offer_id, person_id, siren, position, state, state_at)
         SELECT n.id, $1, n.person, $2,
                n.place + (SELECT coalesce(max(position), 0) FROM offer_recipient WHERE offer_id = $1), 'draft', $5
         FROM unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS n (id, person, place)
         ON CONFLICT ON CONSTRAINT offer_recipient_once DO NOTHING",
        offer.0,
        siren,
        &rows,
        &persons,
        now,
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected())
}

/// How many people a draft has.
pub async fn count(tx: &mut Tx<'_>, offer: OfferId) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"SELECT count(*) AS "count!" FROM offer_recipient WHERE offer_id = $1"#, offer.0)
        .fetch_one(&mut **tx)
        .await
}

/// Takes people off a draft.
pub async fn remove(tx: &mut Tx<'_>, recipients: &[OfferRecipientId]) -> sqlx::Result<u64> {
    let ids: Vec<Uuid> = recipients.iter().map(|id| id.0).collect();
    let done = sqlx::query!("DELETE FROM offer_recipient WHERE id = ANY($1) AND state = 'draft'", &ids)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected())
}

/// Notes why the person said no, and whether that hid them from the company.
pub async fn note_refusal(
    tx: &mut Tx<'_>,
    id: OfferRecipientId,
    reason: Option<RefusalReason>,
    hid: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE offer_recipient SET refusal_reason = $2, hid_with_answer = $3 WHERE id = $1",
        id.0,
        reason.map(RefusalReason::as_str),
        hid,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that the person was reminded.
pub async fn note_reminder(tx: &mut Tx<'_>, id: OfferRecipientId, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("UPDATE offer_recipient SET reminded_at = $2 WHERE id = $1", id.0, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes the quiz the person is invited to; none: they are not any more.
pub async fn set_quiz(
    tx: &mut Tx<'_>,
    id: OfferRecipientId,
    invitation: Option<QuizInvitationId>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "UPDATE offer_recipient SET quiz_invitation_id = $2 WHERE id = $1",
        id.0,
        invitation.map(|invitation| invitation.0),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
