//! Keeps the hits of one page while all hits go by, and counts what lies on either side of it.

use super::super::cursor::{Cursor, Direction, OrderKey};
use crate::codes::ProfileId;
use crate::error::IndexError;

/// A hit: where its document lies and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The segment.
    pub(crate) segment: u32,
    /// The document.
    pub(crate) doc: u32,
    /// Conditions met, validated and levels, packed.
    pub(crate) tier: u32,
    /// The key that breaks ties.
    pub(crate) key: u64,
}

impl Candidate {
    /// The order without the id, smaller first: two hits share it only if their keys collide.
    fn order(&self) -> u128 {
        order(self.tier, self.key)
    }
}

fn order(tier: u32, key: u64) -> u128 {
    u128::from(!tier) << 64 | u128::from(key)
}

/// What reads the id of a document, asked only when two keys collide.
pub(crate) type ReadId<'a> = dyn Fn(u32, u32) -> Result<ProfileId, IndexError> + 'a;

/// The best hits on one side of a place.
pub(crate) struct Selection<'a> {
    limit: usize,
    backward: bool,
    /// The place to start from; hits at it or on its other side are only counted.
    from: Option<(u128, ProfileId)>,
    kept: Vec<Candidate>,
    /// Hits beyond this order cannot be on the page any more.
    threshold: u128,
    /// The lowest tier that can still be on the page, and the highest.
    worst_tier: u32,
    best_tier: u32,
    /// The segment at hand, and the lowest tier whose documents can still be on the page there: documents come
    /// in the order of their keys, so that after one that comes too late all others of its tier do.
    segment: u32,
    bar: u32,
    total: u64,
    eligible: u64,
    read_id: &'a ReadId<'a>,
}

impl<'a> Selection<'a> {
    /// Starts at a cursor, or at the beginning.
    pub(crate) fn new(limit: usize, cursor: Option<&Cursor>, read_id: &'a ReadId<'a>) -> Self {
        let backward = cursor.is_some_and(|cursor| cursor.direction == Direction::Previous);
        let place = cursor.map(|cursor| cursor.place);
        let (worst_tier, best_tier) = match place {
            Some(place) if backward => (place.tier, u32::MAX),
            Some(place) => (0, place.tier),
            None => (0, u32::MAX),
        };
        Self {
            limit,
            backward,
            from: place.map(|place| (order(place.tier, place.key), place.id)),
            kept: Vec::new(),
            threshold: u128::MAX,
            worst_tier,
            best_tier,
            segment: 0,
            bar: 0,
            total: 0,
            eligible: 0,
            read_id,
        }
    }

    /// Offers hits of one segment in the order of their documents, and the column of keys.
    pub(crate) fn offer(
        &mut self,
        segment: u32,
        hits: &[(u32, u32)],
        key: impl Fn(u32) -> u64,
    ) -> Result<(), IndexError> {
        self.total += hits.len() as u64;
        if self.segment != segment {
            self.segment = segment;
            self.bar = 0;
        }
        if !self.backward {
            self.bar = self.bar.max(self.worst_tier);
        }
        for &(doc, tier) in hits {
            if self.backward {
                if tier < self.worst_tier {
                    continue;
                }
            } else if tier < self.bar.min(self.best_tier) {
                // Most hits: they come after the page, whatever their keys.
                self.eligible += 1;
                continue;
            } else if tier > self.best_tier {
                continue;
            }
            let candidate = Candidate { segment, doc, tier, key: key(doc) };
            if self.is_eligible(&candidate)? {
                self.eligible += 1;
                self.keep(candidate);
            }
        }
        Ok(())
    }

    /// Counts hits known to come after the page.
    pub(crate) fn count_further(&mut self, hits: u64) {
        self.total += hits;
        self.eligible += hits;
    }

    /// How many hits a page shows.
    pub(crate) fn limit(&self) -> usize {
        self.limit
    }

    /// The lowest tier that can still be on the page.
    pub(crate) fn worst_tier(&self) -> u32 {
        self.worst_tier
    }

    fn is_eligible(&self, candidate: &Candidate) -> Result<bool, IndexError> {
        let Some((place, id)) = self.from else { return Ok(true) };
        let order = candidate.order();
        if order != place {
            return Ok((order < place) == self.backward);
        }
        let found = (self.read_id)(candidate.segment, candidate.doc)?;
        Ok(found != id && (found < id) == self.backward)
    }

    fn keep(&mut self, candidate: Candidate) {
        let rank = self.rank(&candidate);
        if rank > self.threshold {
            if !self.backward {
                self.bar = self.bar.max(candidate.tier + 1);
            }
            return;
        }
        self.kept.push(candidate);
        if self.kept.len() >= 4 * self.limit.max(8) {
            self.shrink();
        }
    }

    /// Keeps the best hits, and those that share the order of the last of them: their ids decide later.
    fn shrink(&mut self) {
        let backward = self.backward;
        let rank = |candidate: &Candidate| if backward { !candidate.order() } else { candidate.order() };
        self.kept.sort_unstable_by_key(rank);
        if let Some(last) = self.limit.checked_sub(1).and_then(|last| self.kept.get(last)) {
            self.threshold = rank(last);
            if !backward {
                self.worst_tier = last.tier;
                self.bar = self.bar.max(last.tier);
            }
            let beyond = self.kept.partition_point(|candidate| rank(candidate) <= self.threshold);
            self.kept.truncate(beyond);
        }
    }

    fn rank(&self, candidate: &Candidate) -> u128 {
        if self.backward { !candidate.order() } else { candidate.order() }
    }

    /// Ends the pass.
    pub(crate) fn finish(mut self) -> Result<Selected, IndexError> {
        let mut hits = Vec::with_capacity(self.kept.len());
        self.kept.sort_unstable_by_key(Candidate::order);
        for run in self.kept.chunk_by(|one, other| one.order() == other.order()) {
            let mut run = run.to_vec();
            if run.len() > 1 {
                let mut ids = Vec::with_capacity(run.len());
                for candidate in run {
                    ids.push(((self.read_id)(candidate.segment, candidate.doc)?, candidate));
                }
                ids.sort_unstable_by_key(|(id, _)| *id);
                run = ids.into_iter().map(|(_, candidate)| candidate).collect();
            }
            hits.extend(run);
        }
        let surplus = hits.len().saturating_sub(self.limit);
        if self.backward {
            hits.drain(..surplus);
        } else {
            hits.truncate(self.limit);
        }
        let further = self.eligible > hits.len() as u64;
        let behind = self.total > self.eligible;
        let (has_next, has_previous) = if self.backward { (behind, further) } else { (further, behind) };
        Ok(Selected { total: self.total, hits, has_next, has_previous })
    }
}

/// The outcome of a pass over all hits.
pub(crate) struct Selected {
    /// How many hits there were.
    pub(crate) total: u64,
    /// The hits of the page, in order.
    pub(crate) hits: Vec<Candidate>,
    /// Whether hits follow the page.
    pub(crate) has_next: bool,
    /// Whether hits come before the page.
    pub(crate) has_previous: bool,
}

/// The cursors at both ends of a page, given the order keys of its first and last hits.
pub(crate) fn cursors(
    selected: &Selected,
    ends: Option<(OrderKey, OrderKey)>,
    asked: Option<&Cursor>,
    fingerprint: u64,
) -> (Option<Cursor>, Option<Cursor>) {
    let (first, last) = match (ends, asked) {
        (Some(ends), _) => ends,
        // An empty page at a cursor: the way back includes the place of the cursor itself.
        (None, Some(cursor)) => around(cursor.place),
        (None, None) => return (None, None),
    };
    let cursor = |direction, place| Cursor { direction, place, fingerprint };
    (
        selected.has_next.then(|| cursor(Direction::Next, last)),
        selected.has_previous.then(|| cursor(Direction::Previous, first)),
    )
}

/// The places just after and just before a place.
fn around(place: OrderKey) -> (OrderKey, OrderKey) {
    let after = OrderKey { id: ProfileId(place.id.0.saturating_add(1)), ..place };
    let before = OrderKey { id: ProfileId(place.id.0.saturating_sub(1)), ..place };
    (after, before)
}
