//! What sealed sheets say that was put right, as it is printed beside them.

use std::collections::{BTreeSet, HashMap};

use carnet_documents::sheet::{Rectification, Renamed};

use super::paper::Scope;
use crate::attendance::model::Part;
use crate::attendance::model::chain::{LinkKind, Row};
use crate::attendance::model::sealed::SealedWords;
use crate::attendance::store::anomalies::name_on;
use crate::attendance::store::facts::Facts;
use crate::ids::{EnrolmentId, SlotId};
use crate::platform::http::Result;
use crate::sessions::{SlotCard, WordChange};

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

/// Who is called otherwise today than on the sealed sheets among these, by today's name.
pub fn renamed(facts: &Facts, scope: Scope, slots: &[&SlotCard]) -> Result<Vec<Renamed>> {
    let is_printed = |slot: Option<SlotId>| slots.iter().any(|one| Some(one.id) == slot);
    let mut sealed = BTreeSet::new();
    for stored in facts.chain.iter().filter(|stored| stored.link.kind == LinkKind::Closing) {
        if is_printed(stored.slot) {
            sealed.extend(stored.content()?.rows.iter().filter_map(Row::shown).filter_map(name_on));
        }
    }
    sealed.retain(|(enrolment, _)| scope.shows(*enrolment));
    let people = facts.participants.iter();
    let today = people.map(|one| (one.enrolment, format!("{} {}", one.first_name, one.last_name)));
    Ok(called_otherwise(sealed, &today.collect()))
}

fn called_otherwise(
    sealed: BTreeSet<(EnrolmentId, String)>,
    today: &HashMap<EnrolmentId, String>,
) -> Vec<Renamed> {
    let other = |(enrolment, sealed): (EnrolmentId, String)| {
        let name = today.get(&enrolment).filter(|name| **name != sealed)?;
        Some(Renamed { sealed, name: name.clone() })
    };
    let mut renamed: Vec<Renamed> = sealed.into_iter().filter_map(other).collect();
    renamed.sort_by(|one, other| (&one.name, &one.sealed).cmp(&(&other.name, &other.sealed)));
    renamed
}

fn told(change: &WordChange, text: &str) -> String {
    let text = if text.is_empty() { "—" } else { text };
    format!("{}\u{a0}: {text}", change.what.in_french())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn both_names_of_whoever_is_called_otherwise_are_told_once() {
        let id = |number| EnrolmentId(Uuid::from_u128(number));
        let sealed = [
            (1, "Zoé Lefèvre"),
            (1, "Zoé Martin"),
            (2, "Ali Benali"),
            (3, "Inès Petit"),
            // Gone since.
            (4, "Luc Parti"),
        ];
        let sealed = sealed.map(|(number, name)| (id(number), name.to_owned()));
        let today = [(1, "Zoé Martin"), (2, "Ali Benali"), (3, "Inès Grand")];
        let today = today.map(|(number, name)| (id(number), name.to_owned()));
        let told = called_otherwise(sealed.into(), &today.into());
        let told: Vec<_> = told.iter().map(|one| (one.sealed.as_str(), one.name.as_str())).collect();
        assert_eq!(told, [("Inès Petit", "Inès Grand"), ("Zoé Lefèvre", "Zoé Martin")]);
    }
}
