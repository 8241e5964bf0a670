//! Shares that end: their receipts, the trail, and telling those who read them.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::receipts::write_receipt;
use super::shares::{self, Ending, OpenFilter};
use super::{contact, readers};
use crate::events::Event;
use crate::files;
use crate::ids::{Ids, OfferRecipientId, PersonId};
use crate::notices::NoticeKind;
use crate::platform::db::{Tx, audit};
use crate::platform::live::{self, Topic};
use crate::sharing::model::{NewReceipt, Notice, OpenShare, ReceiptItem, ReceiptKind, ShareEnd};

/// Ends every open share of a purpose. Those whose time was over before ended then.
pub async fn end_shares(
    tx: &mut Tx<'_>,
    ids: &Ids,
    purpose: OfferRecipientId,
    why: ShareEnd,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let Some(person) = shares::person_of(tx, purpose).await? else { return Ok(()) };
    let filter = OpenFilter { purpose: Some(purpose), ..OpenFilter::default() };
    end(tx, ids, person, (filter, why), now).await.map(drop)
}

/// Ends shares of a person; tells how many. They show nothing to anybody once this is committed.
pub async fn end(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    (filter, why): (OpenFilter, ShareEnd),
    now: DateTime<Utc>,
) -> sqlx::Result<usize> {
    contact::hold(tx, person).await?;
    let endings = shares::endings(tx, person, (filter, why), now).await?;
    for ending in &endings {
        write_down(tx, ids, ending, now).await?;
        tell(tx, ids, ending, now).await?;
    }
    Ok(endings.iter().map(|ending| ending.shares.len()).sum())
}

/// The receipt, the rows, the trail.
async fn write_down(tx: &mut Tx<'_>, ids: &Ids, ending: &Ending, now: DateTime<Utc>) -> sqlx::Result<()> {
    let agreed = ending.shares.last().and_then(|share| Notice::find(&share.policy_version));
    let line = |share: &OpenShare| ReceiptItem::of_share(share.id, share.item, None);
    let receipt = NewReceipt {
        items: ending.shares.iter().map(line).collect(),
        until: ending.until,
        // The text the last of them was agreed to under.
        notice: agreed.unwrap_or_else(Notice::sharing),
        ..NewReceipt::of_purpose(ReceiptKind::ShareEnded(ending.why), &ending.purpose)
    };
    let receipt = write_receipt(tx, ids, receipt, now).await?;
    shares::close(tx, ending, receipt, now).await?;
    for share in &ending.shares {
        let entry = audit::Entry::new(Event::ShareEnded, now, "share", share.id)
            .change(json!({ "state": "active" }), json!({ "state": "ended", "why": ending.why }));
        let is_theirs = matches!(ending.why, ShareEnd::Revoked | ShareEnd::AccountErased);
        let entry = if is_theirs { entry.by(ending.purpose.person) } else { entry };
        audit::record(tx, ids, entry).await?;
    }
    Ok(())
}

/// Those who read it, and both sides' open pages.
async fn tell(tx: &mut Tx<'_>, ids: &Ids, ending: &Ending, now: DateTime<Utc>) -> sqlx::Result<()> {
    let of = &ending.purpose;
    let mut people = readers::readers(tx, of.company, of.person).await?;
    let mut items: Vec<_> = ending.shares.iter().map(|share| share.item.kind()).collect();
    items.sort_unstable();
    items.dedup();
    let facts = json!({ "offer": of.title, "items": items, "why": ending.why });
    let notices: Vec<_> = people
        .iter()
        .map(|person| live::Notice {
            person: *person,
            kind: NoticeKind::ShareEnded,
            subject: of.purpose.0,
            facts: facts.clone(),
        })
        .collect();
    live::tell(tx, ids, &notices, now).await?;
    people.push(of.person);
    live::changed(tx, &people, Topic::Shares).await
}

/// Brings the end of a purpose's shares forward to then; never prolongs one. Both sides' pages show the new end.
pub async fn limit_shares(
    tx: &mut Tx<'_>,
    purpose: OfferRecipientId,
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    let Some((person, company)) = shares::limit(tx, purpose, until).await? else { return Ok(()) };
    let mut people = readers::readers(tx, company, person).await?;
    people.push(person);
    live::changed(tx, &people, Topic::Shares).await
}

/// Forgets what a person shared and how to reach them, after telling those who read it. The receipts stay for as long as the
/// person's row does, as consents do.
pub async fn erase_shares(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    end(tx, ids, person, (OpenFilter::default(), ShareEnd::AccountErased), now).await?;
    shares::delete_all(tx, person).await?;
    let cv = contact::delete(tx, person).await?;
    files::give_up(tx, ids, cv.as_slice(), now).await
}
