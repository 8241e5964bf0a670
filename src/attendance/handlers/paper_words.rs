//! What sealed sheets say that was put right, as it is printed beside them.

use std::collections::HashMap;

use carnet_documents::sheet::Rectification;

use crate::attendance::model::Part;
use crate::attendance::model::chain::LinkKind;
use crate::attendance::model::sealed::SealedWords;
use crate::attendance::store::facts::Facts;
use crate::ids::SlotId;
use crate::platform::http::Result;
use crate::sessions::WordChange;

/// The lines of the table of rectifications, each beside the first half-day it is about. `place`: where half-days are printed.
pub fn reworded(facts: &Facts, place: &HashMap<(SlotId, Part), usize>) -> Result<Vec<Rectification>> {
    let mut printed = Vec::new();
    for stored in facts.chain.iter().filter(|stored| stored.link.kind == LinkKind::Words) {
        let Ok(head) = serde_json::from_value::<SealedWords>(stored.content()?.head) else { continue };
        let was_sealed = |slot: SlotId| {
            let mut before = facts.chain.iter().filter(|other| other.link.number < stored.link.number);
            before.any(|other| other.link.kind == LinkKind::Closing && other.slot == Some(slot))
        };
        let is_about = |slot: SlotId| stored.slot.map_or_else(|| was_sealed(slot), |about| about == slot);
        let columns = place.iter().filter(|((slot, _), _)| is_about(*slot)).map(|(_, column)| *column);
        let Some(half_day) = columns.min() else { continue };
        printed.extend(head.changes.iter().map(|change| Rectification {
            trainee: None,
            half_day,
            before: told(change, &change.before),
            after: told(change, &change.after),
            by: head.by.clone(),
            at: stored.link.at.parse().unwrap_or_default(),
            reason: head.reason.clone(),
            sequence: Some(stored.link.number.unsigned_abs()),
        }));
    }
    Ok(printed)
}

fn told(change: &WordChange, text: &str) -> String {
    let text = if text.is_empty() { "—" } else { text };
    format!("{}\u{a0}: {text}", change.what.in_french())
}
