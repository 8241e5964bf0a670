//! The seals of a sheet, as they are shown.

use serde::Serialize;
use serde_json::from_value;
use utoipa::ToSchema;

use crate::attendance::model::chain::{LinkKind, Row};
use crate::attendance::model::sealed::{SealedTimes, SealedWords};
use crate::attendance::store::links;
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::sessions::SlotCard;

/// A link of the chain that is about this sheet.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SheetSeal)]
pub struct SealView {
    /// Its place in the chain of the session.
    pub number: i32,
    /// Why it was added.
    pub kind: LinkKind,
    /// When.
    pub at: String,
    /// Its hash.
    pub sha256: String,
    /// The key that signed it.
    pub key_id: String,
    /// Of a rectification: before, after, why, by whom, of which person and half-day.
    #[schema(value_type = Option<Object>)]
    pub rectification: Option<serde_json::Value>,
    /// Of times that were put right: before, after, why, by whom.
    pub times: Option<SealedTimes>,
    /// Of what the sheet says that was put right: before, after, why, by whom.
    pub words: Option<SealedWords>,
}

/// What sealed the sheet of a slot, and what was added since.
pub async fn seals(tx: &mut Tx<'_>, slot: &SlotCard) -> Result<Vec<SealView>> {
    let mut seals = Vec::new();
    for stored in links::chain(&mut **tx, slot.session, Some(slot.id)).await? {
        // The title of the session that was put right before this sheet was sealed is none of its business.
        if seals.is_empty() && stored.slot.is_none() {
            continue;
        }
        let (mut rectification, mut times, mut words) = (None, None, None);
        match stored.link.kind {
            LinkKind::Rectification => {
                rectification = stored.content()?.rows.first().and_then(Row::shown).cloned();
            }
            LinkKind::Times => {
                times = Some(from_value(stored.content()?.head).map_err(anyhow::Error::from)?);
            }
            LinkKind::Words => {
                words = Some(from_value(stored.content()?.head).map_err(anyhow::Error::from)?);
            }
            _ => {}
        }
        seals.push(SealView {
            number: stored.link.number,
            kind: stored.link.kind,
            at: stored.link.at,
            sha256: stored.link.seal.sha256,
            key_id: stored.link.seal.key_id,
            rectification,
            times,
            words,
        });
    }
    Ok(seals)
}
