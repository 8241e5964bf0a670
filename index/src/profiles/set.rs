//! Sets of profiles that many searches share.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::codes::ProfileId;

/// Every set has a number of its own, for as long as the process lives.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// Profiles that many searches leave out, or show all the same. Each segment finds their documents once and keeps them,
/// so that a search pays for none of them; cheap to clone.
#[derive(Debug, Clone)]
pub struct ProfileSet(Arc<Members>);

#[derive(Debug)]
struct Members {
    number: u64,
    /// Ascending, each once.
    ids: Vec<ProfileId>,
}

impl ProfileSet {
    /// Puts a set together. Two sets made apart are two sets, whoever they hold.
    pub fn new(mut ids: Vec<ProfileId>) -> Self {
        ids.sort_unstable();
        ids.dedup();
        Self(Arc::new(Members { number: NEXT.fetch_add(1, Ordering::Relaxed), ids }))
    }

    /// The profiles, ascending.
    pub fn ids(&self) -> &[ProfileId] {
        &self.0.ids
    }

    /// Tells whether it holds nobody.
    pub fn is_empty(&self) -> bool {
        self.0.ids.is_empty()
    }

    /// Tells whether it holds a profile.
    pub fn contains(&self, id: ProfileId) -> bool {
        self.0.ids.binary_search(&id).is_ok()
    }

    /// What its documents are kept under.
    pub(crate) fn number(&self) -> u64 {
        self.0.number
    }
}

impl Default for ProfileSet {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl PartialEq for ProfileSet {
    fn eq(&self, other: &Self) -> bool {
        self.number() == other.number()
    }
}

impl Eq for ProfileSet {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_itself_and_holds_each_profile_once() {
        let set = ProfileSet::new([3, 1, 3, 2].map(ProfileId).to_vec());
        assert_eq!(set.ids(), [1, 2, 3].map(ProfileId));
        assert!(set.contains(ProfileId(2)) && !set.contains(ProfileId(4)));
        assert_eq!(set, set.clone());
        assert_ne!(set, ProfileSet::new([1, 2, 3].map(ProfileId).to_vec()));
        assert!(ProfileSet::default().is_empty());
    }
}
