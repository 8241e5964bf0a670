//! Who is told what of an offer.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::ids::{Ids, PersonId};
use crate::notices::NoticeKind;
use crate::offers::store::recipients::Recipient;
use crate::offers::store::speakers;
use crate::platform::db::Tx;
use crate::platform::live::{self, Notice, Topic};

/// What words a notice to the person needs, with more.
fn facts_for_person(recipient: &Recipient, more: Value) -> Value {
    merged(json!({ "title": recipient.title, "company": recipient.company_name }), more)
}

fn merged(mut facts: Value, more: Value) -> Value {
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        facts.extend(more);
    }
    facts
}

/// A notice to the person who received it; none once their account is gone.
pub fn to_person(recipient: &Recipient, kind: NoticeKind, more: Value) -> Option<Notice> {
    let person = recipient.person?;
    Some(Notice { person, kind, subject: recipient.id.0, facts: facts_for_person(recipient, more) })
}

/// Tells the person something of an offer they received.
pub async fn tell_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    recipient: &Recipient,
    (kind, more): (NoticeKind, Value),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let Some(notice) = to_person(recipient, kind, more) else { return Ok(()) };
    let person = notice.person;
    live::tell(tx, ids, &[notice], now).await?;
    live::changed(tx, &[person], Topic::Offers).await
}

/// Tells those who speak for the company how the person answered: `accepted`, `refused` or `undone`. Nothing of a block.
pub async fn tell_answer(
    tx: &mut Tx<'_>,
    ids: &Ids,
    recipient: &Recipient,
    answer: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let facts = json!({
        "title": recipient.title, "first_name": recipient.first_name, "last_name": recipient.last_name, "answer": answer,
        "offer_id": recipient.offer,
    });
    let notices: Vec<Notice> = speakers::of_offer(tx, recipient.offer)
        .await?
        .into_iter()
        .map(|speaker| Notice {
            person: speaker.person,
            kind: NoticeKind::OfferAnswered,
            subject: recipient.id.0,
            facts: facts.clone(),
        })
        .collect();
    live::tell(tx, ids, &notices, now).await?;
    changed_for_both(tx, recipient).await
}

/// Hints to both sides' open pages that an offer moved.
pub async fn changed_for_both(tx: &mut Tx<'_>, recipient: &Recipient) -> sqlx::Result<()> {
    let people: Vec<PersonId> = recipient.person.into_iter().collect();
    live::changed(tx, &people, Topic::Offers).await?;
    changed_for_company(tx, recipient).await
}

/// Hints to the open pages of the company that one of its offers moved.
pub async fn changed_for_company(tx: &mut Tx<'_>, recipient: &Recipient) -> sqlx::Result<()> {
    let colleagues = speakers::colleagues(tx, recipient.company).await?;
    live::changed(tx, &colleagues, Topic::SentOffers).await
}
