//! What the publisher's API said besides the archive, by code.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::model::OgrCode;
use crate::catalog::model::supplement::{CrossLink, Group, GroupCode, Scheme, Subject};

/// Cross-links and the tree of macro-skills; empty without an account.
pub struct SupplementCard {
    links: HashMap<(Subject, String), Vec<CrossLink>>,
    groups: BTreeMap<GroupCode, Group>,
    places: BTreeMap<OgrCode, GroupCode>,
}

impl SupplementCard {
    /// Sorts the links under what they are about.
    pub(super) fn new(
        links: Vec<CrossLink>,
        groups: BTreeMap<GroupCode, Group>,
        places: BTreeMap<OgrCode, GroupCode>,
    ) -> Self {
        let mut by_subject: HashMap<_, Vec<CrossLink>> = HashMap::new();
        for link in links {
            by_subject.entry((link.subject, link.code.clone())).or_default().push(link);
        }
        for links in by_subject.values_mut() {
            links.sort();
        }
        Self { links: by_subject, groups, places }
    }

    /// What this is in another classification, by its name there.
    pub fn links(&self, subject: Subject, code: String, scheme: Scheme) -> impl Iterator<Item = &CrossLink> {
        let links = self.links.get(&(subject, code));
        links.into_iter().flatten().filter(move |link| link.scheme == scheme)
    }

    /// The groups a macro-skill belongs to, the widest first.
    pub fn groups_of(&self, macro_skill: OgrCode) -> Vec<&Group> {
        let place = self.places.get(&macro_skill).copied();
        let mut groups: Vec<&Group> = std::iter::successors(place, |code| code.parent())
            .filter_map(|code| self.groups.get(&code))
            .collect();
        groups.reverse();
        groups
    }
}
