//! The completeness gate: a release that loses too much is not believed.
//!
//! The publisher has been seen serving incomplete files. What is refused here changes nothing,
//! and a person who has read the dry run may still accept the losses.

use std::fmt;

use super::catalogue::{Catalogue, Counts, List};
use super::diff::{CatalogueDiff, Tally};
use super::known::{Known, Origin};

/// Largest share of a list that one release may lose, in percent.
const MAX_LOSS_PERCENT: u64 = 5;

/// Why a release is not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The release is older than the one in place.
    Older {
        /// Version in place.
        current: i32,
        /// Version offered.
        offered: i32,
    },
    /// The starter catalogue never replaces the national one.
    StarterOverArchive,
    /// A list shrinks too much.
    Shrinks {
        /// Its French name.
        list: String,
        /// Entries in place.
        before: u32,
        /// Entries offered.
        after: u32,
    },
    /// Too many codes of a list vanish, even if others come.
    Vanishes {
        /// The list.
        list: List,
        /// Entries in place.
        before: u32,
        /// How many of them are not offered.
        vanished: usize,
    },
}

impl Refusal {
    /// Whether a person may decide to go on all the same.
    pub fn is_loss(&self) -> bool {
        matches!(self, Self::Shrinks { .. } | Self::Vanishes { .. })
    }
}

/// Everything that speaks against applying a release; empty = go on.
pub fn check(known: &Known, next: &Catalogue, origin: Origin, diff: &CatalogueDiff) -> Vec<Refusal> {
    let Some((release, current_origin)) = &known.release else { return Vec::new() };
    if (*current_origin, origin) == (Origin::Archive, Origin::Starter) {
        return vec![Refusal::StarterOverArchive];
    }
    let mut refusals = Vec::new();
    if next.release.version < release.version {
        refusals.push(Refusal::Older { current: release.version, offered: next.release.version });
    }
    let before = known.counts();
    refusals.extend(shrunken(&before, &next.counts()));
    refusals.extend(diff.tallies().into_iter().filter_map(|(list, tally)| vanished(list, &before, tally)));
    refusals
}

fn shrunken(before: &Counts, after: &Counts) -> Vec<Refusal> {
    let lists = [
        ("grands domaines", before.grand_domains, after.grand_domains),
        ("domaines", before.domains, after.domains),
        ("métiers", before.jobs, after.jobs),
        ("métiers parents", before.parents, after.parents),
        ("appellations", before.appellations, after.appellations),
        ("compétences", before.skills, after.skills),
        ("savoirs", before.knowledge, after.knowledge),
        ("contextes", before.contexts, after.contexts),
        ("liens", before.links, after.links),
        ("mobilités", before.mobilities, after.mobilities),
    ];
    let losing =
        lists.into_iter().filter(|(_, before, after)| too_much(before.saturating_sub(*after), *before));
    losing.map(|(list, before, after)| Refusal::Shrinks { list: list.to_owned(), before, after }).collect()
}

/// Links come and go with each revision of a sheet: only codes are held to this.
fn vanished(list: List, before: &Counts, tally: Tally) -> Option<Refusal> {
    let is_code = !matches!(list, List::JobSkills | List::JobContexts | List::Mobilities);
    let before = before.of(list);
    let loses = is_code && too_much(tally.retired as u32, before);
    loses.then_some(Refusal::Vanishes { list, before, vanished: tally.retired })
}

fn too_much(lost: u32, before: u32) -> bool {
    u64::from(lost) * 100 > u64::from(before) * MAX_LOSS_PERCENT
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Older { current, offered } => {
                write!(f, "la version {offered} est plus ancienne que la version {current} en place")
            }
            Self::StarterOverArchive => {
                f.write_str("le catalogue de démarrage ne remplace pas le catalogue national")
            }
            Self::Shrinks { list, before, after } => {
                write!(f, "{list} : {after} au lieu de {before}, une perte de plus de {MAX_LOSS_PERCENT} %")
            }
            Self::Vanishes { list, before, vanished } => write!(
                f,
                "{list} : {vanished} des {before} codes disparaissent, plus de {MAX_LOSS_PERCENT} %"
            ),
        }
    }
}
