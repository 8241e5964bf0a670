//! Answers a request: conditions, filters, order, page and counts, exact over every segment.

mod coverage;
mod evaluate;
mod explain;
mod facets;
mod filters;
mod fingerprint;
mod names;
mod plan;
mod selection;
mod sets;
mod single;

use tantivy::DocAddress;

use self::evaluate::{Lists, Tiers};
use self::facets::Counts;
use self::filters::Filters;
use self::plan::Plan;
use self::selection::Selection;
use super::cursor::OrderKey;
use super::document::limits;
use super::page::SearchPage;
use super::request::SearchRequest;
use super::searcher::Snapshot;
use crate::error::IndexError;

/// Bytes that hold nearly every card.
const CARD: usize = 1_024;

/// Answers a request over a fixed view of the index.
pub(crate) fn search(snapshot: &Snapshot, request: &SearchRequest) -> Result<SearchPage, IndexError> {
    let plan = Plan::of(request);
    if plan.conditions.len() > plan::MAX_CONDITIONS {
        return Err(IndexError::TooManyConditions);
    }
    let fingerprint = fingerprint::of(request);
    let cursor = request.cursor.as_ref();
    if cursor.is_some_and(|cursor| cursor.fingerprint != fingerprint) {
        return Err(IndexError::InvalidCursor);
    }
    let read_id = |segment, doc| snapshot.profile_id(DocAddress::new(segment, doc));
    let limit = request.limit.clamp(1, limits::PAGE) as usize;
    let mut selection = Selection::new(limit, cursor, &read_id);
    let mut counts = Counts::new(request, &snapshot.numbers);
    let skills = snapshot.numbers.skills.known(plan.conditions.iter().map(|condition| condition.skill));
    let asked = Asked { request, plan, skills };
    for segment in 0..snapshot.segments.len() {
        search_segment(snapshot, segment, &asked, &mut selection, &mut counts)?;
    }
    let selected = selection.finish()?;
    let explainer = explain::Explainer::new(request);
    let (mut hits, mut buffer) = (Vec::with_capacity(selected.hits.len()), Vec::with_capacity(CARD));
    for candidate in &selected.hits {
        snapshot.segments[candidate.segment as usize].cards().fetch(candidate.doc);
    }
    for candidate in &selected.hits {
        let address = DocAddress::new(candidate.segment, candidate.doc);
        hits.push(snapshot.with_card(address, &mut buffer, |card| explainer.hit(card))?);
    }
    let place = |at: usize| OrderKey {
        tier: selected.hits[at].tier,
        key: selected.hits[at].key,
        id: hits[at].card.id(),
    };
    let ends = hits.len().checked_sub(1).map(|last| (place(0), place(last)));
    let (next, previous) = selection::cursors(&selected, ends, cursor, fingerprint);
    Ok(SearchPage { total: selected.total, hits, facets: counts.finish(request), next, previous })
}

/// What is asked of every segment.
struct Asked<'a> {
    request: &'a SearchRequest,
    plan: Plan,
    /// The numbers of the skills of the conditions, absent for those nobody ever held.
    skills: Vec<Option<u32>>,
}

fn search_segment(
    snapshot: &Snapshot,
    at: usize,
    Asked { request, plan, skills }: &Asked<'_>,
    selection: &mut Selection<'_>,
    counts: &mut Counts<'_>,
) -> Result<(), IndexError> {
    let segment = &snapshot.segments[at];
    let filters = Filters::of(request, segment, &snapshot.numbers, snapshot.alive(at))?;
    let lists = Lists::of(plan, skills, segment)?;
    let asked = request.facets;
    let dead = &snapshot.dead[at];
    // Without cursor and counts, most hits only need to be counted.
    let counted = request.cursor.is_none() && !asked.rome && !asked.skills;
    if counted && single::suits(plan, &filters) {
        let mut gone = dead.having(skills[0]);
        for (all, further) in gone.iter_mut().zip(filters.count_left_out(&lists.0[0])) {
            *all += further;
        }
        single::rank(segment, at as u32, plan, &lists, gone, selection, |doc| filters.is_gone(doc))?;
    } else if counted && coverage::suits(plan, &filters) {
        coverage::rank(segment, at as u32, plan, &lists, &filters, dead.docs(), selection)?;
    } else {
        evaluate::evaluate(segment, plan, &lists, &filters, Tiers::Order, |hits| {
            counts.add_places(segment, hits);
            filters.apply_rome(hits);
            counts.add_skills(segment, hits);
            selection.offer(at as u32, hits, |doc| segment.order_key(doc))
        })?;
    }
    if asked.levels || asked.statuses {
        for criterion in 0..request.criteria.len() {
            let opened = plan.opened(criterion);
            let entries = &mut counts.entries[criterion];
            evaluate::evaluate(segment, &opened, &lists, &filters, Tiers::Entry(criterion), |hits| {
                filters.apply_rome(hits);
                for &(_, tier) in hits.iter() {
                    entries[evaluate::entry_of(tier)] += 1;
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use crate::codes::{ProfileId, SkillCode};
    use crate::level::{Level, Status};
    use crate::profiles::cursor::{order_key, twin};
    use crate::profiles::{
        CommitPayload, Criterion, ProfileIndex, SCHEMA_VERSION, SearchRequest, VisibleProfile, VisibleSkill,
    };

    fn nameless(id: ProfileId, level: u8) -> VisibleProfile {
        let entry = |level| VisibleSkill { code: SkillCode(1), level: Some(level), status: Status::Declared };
        VisibleProfile {
            id,
            first_name: String::new(),
            last_name: String::new(),
            skills: Level::new(level).map(entry).into_iter().collect(),
            jobs: vec![],
            families: vec![],
        }
    }

    fn fill(people: &[VisibleProfile]) -> ProfileIndex {
        let index = ProfileIndex::in_memory().unwrap();
        let mut writer = index.writer().unwrap();
        for part in people.chunks(25) {
            for profile in part {
                writer.insert(profile).unwrap();
            }
            let payload = CommitPayload {
                system_identifier: 1,
                database_oid: 1,
                schema_version: SCHEMA_VERSION,
                epoch: 1,
                batch: 1,
            };
            writer.commit(&payload).unwrap();
        }
        index
    }

    /// Walks through all pages and back.
    fn pages_hold(index: &ProfileIndex, mut request: SearchRequest, ids: &[ProfileId]) {
        let searcher = index.searcher();
        let mut seen = Vec::new();
        let mut page = searcher.search(&request).unwrap();
        loop {
            assert_eq!(page.total, ids.len() as u64);
            seen.extend(page.hits.iter().map(|hit| hit.card.id()));
            let Some(next) = page.next else { break };
            request.cursor = Some(next);
            page = searcher.search(&request).unwrap();
        }
        assert_eq!(seen, ids);
        let mut left = seen.len() - page.hits.len();
        while let Some(previous) = page.previous {
            request.cursor = Some(previous);
            page = searcher.search(&request).unwrap();
            left -= page.hits.len();
            let found: Vec<ProfileId> = page.hits.iter().map(|hit| hit.card.id()).collect();
            assert_eq!(found, ids[left..left + page.hits.len()]);
        }
        assert_eq!(left, 0);
    }

    /// Ids whose keys collide are ordered by id, on every page and over every segment.
    #[test]
    fn colliding_keys_are_paged_by_id() {
        let first = ProfileId(12);
        let mut ids: Vec<ProfileId> = (0..60).map(|lower| twin(first, lower)).collect();
        assert!(ids.iter().all(|id| order_key(*id) == order_key(first)));
        let people: Vec<VisibleProfile> = ids.iter().map(|id| nameless(*id, 0)).collect();
        ids.sort_unstable();
        pages_hold(&fill(&people), SearchRequest { limit: 7, ..SearchRequest::default() }, &ids);
    }

    /// The same among the holders of one skill, whose pages end early.
    #[test]
    fn colliding_holders_of_a_skill_are_paged_by_level_and_id() {
        let ids = (0..60).map(|lower| twin(ProfileId(u128::from(lower / 20)), lower));
        let people: Vec<VisibleProfile> = ids.zip(0..).map(|(id, at)| nameless(id, 1 + at % 4)).collect();
        let mut ordered: Vec<&VisibleProfile> = people.iter().collect();
        ordered.sort_by_key(|person| (Reverse(person.skills[0].level), order_key(person.id), person.id));
        let ids: Vec<ProfileId> = ordered.into_iter().map(|person| person.id).collect();
        let criterion = Criterion {
            skill: SkillCode(1),
            min_level: None,
            max_level: None,
            validated_only: false,
            required: true,
        };
        let request = SearchRequest { criteria: vec![criterion], limit: 7, ..SearchRequest::default() };
        pages_hold(&fill(&people), request, &ids);
    }
}
