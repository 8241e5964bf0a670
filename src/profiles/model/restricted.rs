//! Who is seen by chosen companies alone, as a node keeps it for the search: one large set that stays, and what changed since.
//!
//! The index finds the documents of a set once and keeps them, so that searches do not pay for a hundred thousand people.
//! A change makes two small sets anew, never the large one; once there are many changes, a new large set is prepared aside.

use std::collections::HashMap;

use carnet_index::{ProfileId, ProfileSet};

/// Changes after which a new large set is worth preparing.
const MANY: usize = 256;

/// Who is seen by chosen companies alone, as of one number.
#[derive(Debug)]
pub struct Restricted {
    number: i64,
    base: ProfileSet,
    /// Whether those who are not as the base says are restricted.
    since: HashMap<ProfileId, bool>,
    layers: Layers,
    is_folding: bool,
}

/// The same as a search takes it: who is left out, and who is not in spite of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// Left out.
    pub hidden: Vec<ProfileSet>,
    /// Not left out all the same.
    pub shown: Vec<ProfileSet>,
}

impl Default for Restricted {
    fn default() -> Self {
        Self {
            number: i64::MIN,
            base: ProfileSet::default(),
            since: HashMap::new(),
            layers: Layers::default(),
            is_folding: false,
        }
    }
}

impl Restricted {
    /// The number it is valid for; below all numbers as long as nothing was read.
    pub const fn number(&self) -> i64 {
        self.number
    }

    /// As a search takes it.
    pub fn layers(&self) -> Layers {
        self.layers.clone()
    }

    /// Takes in what was read at this number: everybody for whom anything changed since a number that was known before. Gives
    /// what is valid for it; nothing when more is known already.
    pub fn learn(
        &mut self,
        number: i64,
        restricted: impl IntoIterator<Item = ProfileId>,
        lifted: impl IntoIterator<Item = ProfileId>,
    ) -> Option<Layers> {
        if number < self.number {
            return None;
        }
        let is_first = self.number == i64::MIN;
        self.number = number;
        if is_first {
            self.base = ProfileSet::new(restricted.into_iter().collect());
            self.draw();
            return Some(self.layers());
        }
        let restricted = restricted.into_iter().map(|id| (id, true));
        let changes: Vec<_> = restricted.chain(lifted.into_iter().map(|id| (id, false))).collect();
        if !changes.is_empty() {
            self.since.extend(changes);
            self.draw();
        }
        Some(self.layers())
    }

    /// The next large set, once there are many changes and none is being prepared.
    pub fn fold(&mut self) -> Option<ProfileSet> {
        if self.is_folding || self.since.len() < MANY {
            return None;
        }
        self.is_folding = true;
        let is_restricted = |id: &ProfileId| self.since.get(id).copied();
        let kept = self.base.ids().iter().copied().filter(|id| is_restricted(id) != Some(false));
        let added = self.since.iter().filter(|(_, restricted)| **restricted).map(|(id, _)| *id);
        Some(ProfileSet::new(kept.chain(added).collect()))
    }

    /// Uses the set that [`Self::fold`] gave; what changed while it was prepared stays a change.
    pub fn install(&mut self, base: ProfileSet) {
        (self.base, self.is_folding) = (base, false);
        self.draw();
    }

    fn draw(&mut self) {
        let base = &self.base;
        self.since.retain(|id, restricted| base.contains(*id) != *restricted);
        let part = |wanted: bool| {
            let ids = self.since.iter().filter(|(_, restricted)| **restricted == wanted).map(|(id, _)| *id);
            ProfileSet::new(ids.collect())
        };
        let filled = |sets: Vec<ProfileSet>| sets.into_iter().filter(|set| !set.is_empty()).collect();
        self.layers =
            Layers { hidden: filled(vec![self.base.clone(), part(true)]), shown: filled(vec![part(false)]) };
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rand::rngs::StdRng;
    use rand::{RngExt, SeedableRng};

    use super::*;

    fn left_out(layers: &Layers) -> BTreeSet<u128> {
        let of =
            |sets: &[ProfileSet]| sets.iter().flat_map(|set| set.ids().to_vec()).collect::<BTreeSet<_>>();
        let shown = of(&layers.shown);
        of(&layers.hidden).into_iter().filter(|id| !shown.contains(id)).map(|id| id.0).collect()
    }

    #[test]
    fn nobody_is_nothing_to_search_with() {
        let mut restricted = Restricted::default();
        assert_eq!(restricted.learn(3, [], []), Some(Layers::default()));
        assert_eq!(restricted.number(), 3);
        assert_eq!(restricted.learn(2, [ProfileId(1)], []), None, "more is known already");
        assert_eq!(restricted.layers(), Layers::default());
    }

    #[test]
    fn a_change_leaves_the_large_set_alone() {
        let mut restricted = Restricted::default();
        let first = restricted.learn(1, [ProfileId(1), ProfileId(2)], []).unwrap();
        let second = restricted.learn(2, [ProfileId(3)], [ProfileId(2)]).unwrap();
        assert_eq!(first.hidden[0], second.hidden[0], "the very same set");
        assert_eq!(left_out(&second), [1, 3].into());
        let third = restricted.learn(3, [ProfileId(2)], [ProfileId(3)]).unwrap();
        assert_eq!((third.hidden, third.shown), (vec![first.hidden[0].clone()], vec![]), "as it was");
    }

    #[test]
    fn whatever_happens_it_is_who_was_said() {
        let mut rng = StdRng::seed_from_u64(7);
        let (mut restricted, mut truth) = (Restricted::default(), BTreeSet::new());
        let (mut pending, mut folds) = (None, 0);
        restricted.learn(0, [], []);
        for number in 1..3_000 {
            let id = rng.random_range(0..900_u128);
            if rng.random_bool(0.7) {
                truth.insert(id);
                restricted.learn(number, [ProfileId(id)], []);
            } else {
                truth.remove(&id);
                restricted.learn(number, [], [ProfileId(id)]);
            }
            pending = pending.or_else(|| restricted.fold());
            assert!(restricted.fold().is_none(), "one is prepared at a time");
            if rng.random_bool(0.1)
                && let Some(base) = pending.take()
            {
                restricted.install(base);
                folds += 1;
            }
            assert_eq!(left_out(&restricted.layers()), truth, "after change {number}");
        }
        assert!(folds > 1, "no large set was ever replaced");
    }
}
