//! What a person agrees to share, item by item.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::ending::end;
use super::receipts::write_receipt;
use super::shares::{self, OpenFilter};
use super::{contact, readers};
use crate::events::Event;
use crate::ids::ExperienceProofId;
use crate::notices::NoticeKind;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Fields, Result};
use crate::platform::live::{self, Topic};
use crate::platform::seal::hex;
use crate::platform::state::AppState;
use crate::sharing::model::{
    Move, NewReceipt, Notice, OpenShare, ReceiptItem, ReceiptKind, ShareEnd, ShareItem, SharePurpose, Stage,
    distinct,
};

/// Shares these items with the establishment for this purpose, until it ends. What is shared already stays as it is.
///
/// The caller has decided that the conversation is open. 409 `stale_policy` when the text named is not the one in force; what is
/// not the person's, or not there, is refused at `/items/…`: `no_phone`, `no_cv`, `unknown_proof`, `too_many`.
pub async fn grant_shares(
    state: &AppState,
    tx: &mut Tx<'_>,
    purpose: &SharePurpose,
    items: &[ShareItem],
    policy_version: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    if Notice::sharing().version != policy_version {
        return Err(Error::conflict(Code::StalePolicy));
    }
    let items = distinct(items).map_err(|fault| Error::Invalid(vec![fault]))?;
    contact::hold(tx, purpose.person).await?;
    // What is over is written down as ended before it is agreed to anew.
    let over = OpenFilter { purpose: Some(purpose.purpose), is_over: true, ..OpenFilter::default() };
    end(tx, &state.ids, purpose.person, (over, ShareEnd::Expired), now).await?;
    let open = shares::open_items(tx, purpose.purpose).await?;
    let stage = |item| if open.contains(&item) { Stage::Active } else { Stage::Proposed };
    let asked: Vec<_> =
        items.into_iter().filter(|(_, item)| stage(*item).after(Move::Grant).is_ok()).collect();
    if asked.is_empty() {
        return Ok(());
    }
    let granted = check(state, tx, purpose, &asked).await?;
    write_down(state, tx, purpose, &granted, now).await?;
    tell(state, tx, purpose, &granted, now).await
}

/// A share to write, and the fingerprint of its proof.
type Granted = (OpenShare, Option<String>);

/// Refuses, all at once, what cannot be shared.
async fn check(
    state: &AppState,
    tx: &mut Tx<'_>,
    purpose: &SharePurpose,
    asked: &[(usize, ShareItem)],
) -> Result<Vec<Granted>> {
    let proofs: Vec<ExperienceProofId> = asked.iter().filter_map(|(_, item)| item.proof()).collect();
    let (shareable, digests) = shares::shareable(tx, purpose.person, &proofs).await?;
    let mut fields = Fields::default();
    let mut granted = Vec::with_capacity(asked.len());
    for (place, item) in asked {
        fields.check(shareable.check(*place, *item));
        let found = item.proof().and_then(|id| shareable.proofs.iter().position(|known| *known == id));
        let sha256 = found.and_then(|at| digests.get(at)).map(|digest| hex(digest));
        let policy_version = Notice::sharing().version.to_owned();
        // Companies see it.
        granted.push((OpenShare { id: state.ids.opaque(), item: *item, policy_version }, sha256));
    }
    fields.finish()?;
    Ok(granted)
}

/// The receipt, the rows, the trail.
async fn write_down(
    state: &AppState,
    tx: &mut Tx<'_>,
    purpose: &SharePurpose,
    granted: &[Granted],
    now: DateTime<Utc>,
) -> Result<()> {
    let line = |(share, sha256): &Granted| ReceiptItem::of_share(share.id, share.item, sha256.clone());
    let receipt = NewReceipt {
        items: granted.iter().map(line).collect(),
        ..NewReceipt::of_purpose(ReceiptKind::ShareGiven, purpose)
    };
    let receipt = write_receipt(tx, &state.ids, receipt, now).await?;
    let rows: Vec<OpenShare> = granted.iter().map(|(share, _)| share.clone()).collect();
    shares::insert(tx, purpose, &rows, receipt, now).await?;
    for share in &rows {
        let entry = audit::Entry::new(Event::ShareGranted, now, "share", share.id)
            .by(purpose.person)
            .change(None, json!({ "item": share.item.kind(), "purpose": purpose.purpose }));
        audit::record(tx, &state.ids, entry).await?;
    }
    Ok(())
}

/// Those who may read it, and both sides' open pages.
async fn tell(
    state: &AppState,
    tx: &mut Tx<'_>,
    purpose: &SharePurpose,
    granted: &[Granted],
    now: DateTime<Utc>,
) -> Result<()> {
    let mut people = readers::readers(tx, purpose.company, purpose.person).await?;
    let mut items: Vec<_> = granted.iter().map(|(share, _)| share.item.kind()).collect();
    items.sort_unstable();
    items.dedup();
    let facts = json!({ "offer": purpose.title, "items": items });
    let notices: Vec<_> = people
        .iter()
        .map(|person| live::Notice {
            person: *person,
            kind: NoticeKind::ShareGiven,
            subject: purpose.purpose.0,
            facts: facts.clone(),
        })
        .collect();
    live::tell(tx, &state.ids, &notices, now).await?;
    people.push(purpose.person);
    live::changed(tx, &people, Topic::Shares).await?;
    Ok(())
}
