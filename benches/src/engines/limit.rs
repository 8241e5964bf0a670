//! The limit: everything decoded in memory, nothing explained, nothing fetched but ids.
//!
//! One roaring bitmap per cumulative token, flat arrays for keys, ids and jobs, and counters over blocks of documents.

use std::collections::{BinaryHeap, HashMap};

use anyhow::Result;
use carnet_index::{Level, ProfileId, RomeCode, SearchRequest, SkillCode, Status, order_key};
use roaring::RoaringBitmap;

use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{COVERED_AT_LEAST, Class, PAGE};

/// The documents of one block of counters.
const BLOCK: u32 = 1 << 16;

/// A skill, whether validated, and the level reached (0: any entry).
type Token = (SkillCode, bool, u8);

/// Everything in memory.
pub struct Limit {
    tokens: HashMap<Token, RoaringBitmap>,
    holders: HashMap<SkillCode, Vec<u32>>,
    keys: Vec<u64>,
    ids: Vec<ProfileId>,
    codes: Vec<RomeCode>,
    /// Where the jobs of each document start.
    starts: Vec<u32>,
    jobs: Vec<u16>,
}

impl Limit {
    /// Reads a corpus in its final state.
    pub fn build(corpus: &Corpus) -> Self {
        let people = corpus.people() as usize;
        let mut codes: Vec<RomeCode> = corpus.jobs().iter().map(|job| job.code).collect();
        codes.sort_unstable();
        let mut limit = Self {
            tokens: HashMap::new(),
            holders: HashMap::new(),
            keys: Vec::with_capacity(people),
            ids: Vec::with_capacity(people),
            codes,
            starts: Vec::with_capacity(people + 1),
            jobs: Vec::new(),
        };
        for doc in 0..people as u32 {
            let profile = corpus.current(u64::from(doc));
            for skill in &profile.skills {
                let families: &[bool] =
                    if skill.status == Status::Validated { &[false, true] } else { &[false] };
                for &family in families {
                    for level in 0..=skill.level.map_or(0, Level::get) {
                        // The next one is always the highest: it cannot be refused.
                        let holders = limit.tokens.entry((skill.code, family, level)).or_default();
                        drop(holders.try_push(doc));
                    }
                }
                limit.holders.entry(skill.code).or_default().push(doc);
            }
            limit.keys.push(order_key(profile.id));
            limit.ids.push(profile.id);
            limit.starts.push(limit.jobs.len() as u32);
            let numbers = profile.jobs.iter().filter_map(|job| limit.codes.binary_search(job).ok());
            limit.jobs.extend(numbers.map(|number| number as u16));
        }
        limit.starts.push(limit.jobs.len() as u32);
        limit
    }

    /// Keeps the first of those offered.
    fn first(&self, ranked: impl Iterator<Item = (u32, u32)>) -> Vec<ProfileId> {
        let mut first: BinaryHeap<(u32, u64, u32)> = BinaryHeap::with_capacity(PAGE as usize + 1);
        for (behind, doc) in ranked {
            let place = (behind, self.keys[doc as usize], doc);
            if first.len() < PAGE as usize {
                first.push(place);
            } else if first.peek().is_some_and(|last| place < *last) {
                first.pop();
                first.push(place);
            }
        }
        first.into_sorted_vec().into_iter().map(|(_, _, doc)| self.ids[doc as usize]).collect()
    }

    fn conjunction(&self, request: &SearchRequest) -> Answer {
        let empty = RoaringBitmap::new();
        let token = |criterion: &carnet_index::Criterion| {
            let level = criterion.min_level.map_or(0, Level::get);
            self.tokens.get(&(criterion.skill, criterion.validated_only, level)).unwrap_or(&empty)
        };
        let mut lists: Vec<&RoaringBitmap> = request.criteria.iter().map(token).collect();
        lists.sort_unstable_by_key(|list| list.len());
        let both;
        let hits = match lists[..] {
            [] => &empty,
            [only] => only,
            [first, second, ref others @ ..] => {
                let mut met = first & second;
                for other in others {
                    met &= *other;
                }
                both = met;
                &both
            }
        };
        let jobs = if request.facets.rome { self.count_jobs(hits) } else { Vec::new() };
        Answer { total: Some(hits.len()), ids: self.first(hits.iter().map(|doc| (0, doc))), jobs }
    }

    fn count_jobs(&self, hits: &RoaringBitmap) -> Vec<(RomeCode, u64)> {
        let mut counts = vec![0_u32; self.codes.len()];
        for doc in hits {
            let (start, end) = (self.starts[doc as usize], self.starts[doc as usize + 1]);
            for &job in &self.jobs[start as usize..end as usize] {
                counts[usize::from(job)] += 1;
            }
        }
        let counted = self.codes.iter().zip(counts).filter(|(_, count)| *count > 0);
        counted.map(|(&code, count)| (code, u64::from(count))).collect()
    }

    fn coverage(&self, core: &[SkillCode]) -> Answer {
        let mut lists: Vec<&[u32]> =
            core.iter().filter_map(|skill| self.holders.get(skill)).map(Vec::as_slice).collect();
        let mut counters = vec![0_u8; BLOCK as usize];
        let (mut total, mut least) = (0, COVERED_AT_LEAST as u8);
        let mut kept: Vec<(u32, u32)> = Vec::new();
        for start in (0..self.keys.len() as u32).step_by(BLOCK as usize) {
            counters.fill(0);
            for list in &mut lists {
                let (here, rest) =
                    list.split_at(list.partition_point(|&doc| doc < start.saturating_add(BLOCK)));
                *list = rest;
                for &doc in here {
                    counters[(doc - start) as usize] += 1;
                }
            }
            for (doc, &met) in (start..).zip(&counters) {
                if u32::from(met) >= COVERED_AT_LEAST {
                    total += 1;
                    if met >= least {
                        kept.push((u32::from(u8::MAX - met), doc));
                    }
                }
            }
            least = least.max(threshold(&kept));
        }
        Answer { total: Some(total), ids: self.first(kept.into_iter()), jobs: Vec::new() }
    }
}

/// How many must be met to come among the first: more are not needed once a page of them is kept.
fn threshold(kept: &[(u32, u32)]) -> u8 {
    let mut by_count = [0_u32; 256];
    for (behind, _) in kept {
        by_count[*behind as usize] += 1;
    }
    let mut better = 0;
    for (behind, count) in (0..=u8::MAX).zip(by_count) {
        better += count;
        if better >= PAGE {
            return u8::MAX - behind;
        }
    }
    0
}

impl Engine for Limit {
    type Asked = SearchRequest;
    type Received = Answer;

    fn name(&self) -> &'static str {
        "limit"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Drawn
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<SearchRequest>> {
        let apart = matches!(class, Class::N | Class::R | Class::D);
        Ok((!apart).then(|| question.clone()))
    }

    fn ask(&self, request: &SearchRequest) -> Result<Answer> {
        Ok(match &request.job {
            Some(fit) => self.coverage(&fit.core),
            None => self.conjunction(request),
        })
    }

    fn read(&self, received: Answer) -> Result<Answer> {
        Ok(received)
    }
}
