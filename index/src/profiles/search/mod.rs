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
    for segment in 0..snapshot.segments.len() {
        search_segment(snapshot, segment, request, &plan, &mut selection, &mut counts)?;
    }
    let selected = selection.finish()?;
    let explainer = explain::Explainer::new(request);
    let mut hits = Vec::with_capacity(selected.hits.len());
    for candidate in &selected.hits {
        let profile = snapshot.profile(DocAddress::new(candidate.segment, candidate.doc))?;
        hits.push(explainer.hit(profile));
    }
    let place = |at: usize| OrderKey {
        tier: selected.hits[at].tier,
        key: selected.hits[at].key,
        id: hits[at].profile.id,
    };
    let ends = hits.len().checked_sub(1).map(|last| (place(0), place(last)));
    let (next, previous) = selection::cursors(&selected, ends, cursor, fingerprint);
    Ok(SearchPage { total: selected.total, hits, facets: counts.finish(request), next, previous })
}

fn search_segment(
    snapshot: &Snapshot,
    at: usize,
    request: &SearchRequest,
    plan: &Plan,
    selection: &mut Selection<'_>,
    counts: &mut Counts<'_>,
) -> Result<(), IndexError> {
    let segment = &snapshot.segments[at];
    let filters = Filters::of(request, segment, snapshot.alive(at))?;
    let lists = Lists::of(plan, segment)?;
    let asked = request.facets;
    // Without cursor and counts, most of those who meet enough optional conditions only need to be counted.
    if request.cursor.is_none() && !asked.rome && !asked.skills && coverage::suits(plan, &filters) {
        coverage::rank(segment, at as u32, plan, &lists, &filters, &snapshot.dead[at], selection)?;
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
    use crate::codes::ProfileId;
    use crate::profiles::cursor::{order_key, twin};
    use crate::profiles::{CommitPayload, ProfileIndex, SCHEMA_VERSION, SearchRequest, VisibleProfile};

    fn nameless(id: ProfileId) -> VisibleProfile {
        VisibleProfile {
            id,
            first_name: String::new(),
            last_name: String::new(),
            skills: vec![],
            jobs: vec![],
            families: vec![],
        }
    }

    /// Ids whose keys collide are ordered by id, on every page and over every segment.
    #[test]
    fn colliding_keys_are_paged_by_id() {
        let index = ProfileIndex::in_memory().unwrap();
        let mut writer = index.writer().unwrap();
        let first = ProfileId(12);
        let mut ids: Vec<ProfileId> = (0..60).map(|lower| twin(first, lower)).collect();
        assert!(ids.iter().all(|id| order_key(*id) == order_key(first)));
        for part in ids.chunks(25) {
            for id in part {
                writer.insert(&nameless(*id)).unwrap();
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
        ids.sort_unstable();
        let searcher = index.searcher();
        let mut request = SearchRequest { limit: 7, ..SearchRequest::default() };
        let mut seen = Vec::new();
        let mut page = searcher.search(&request).unwrap();
        loop {
            seen.extend(page.hits.iter().map(|hit| hit.profile.id));
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
            let found: Vec<ProfileId> = page.hits.iter().map(|hit| hit.profile.id).collect();
            assert_eq!(found, ids[left..left + page.hits.len()]);
        }
        assert_eq!(left, 0);
    }
}
