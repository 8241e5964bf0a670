//! The engine and the naive model say the same, whatever happened before.

use carnet_index::{
    Cursor, ProfileId, ProfileIndex, ProfileSearcher, ProfileWriter, SearchPage, SearchRequest,
};
use proptest::prelude::*;

use crate::generate::{Change, history, payload, request};
use crate::naive::{self, Expected, World};

fn apply(world: &mut World, writer: &mut ProfileWriter, batch: &[Change]) {
    for change in batch {
        match change {
            Change::Put(profile) => {
                writer.upsert(profile).unwrap();
                world.insert(profile.id, profile.clone());
            }
            Change::Remove(id) => {
                writer.delete(*id).unwrap();
                world.remove(id);
            }
        }
    }
}

fn ids(page: &SearchPage) -> Vec<ProfileId> {
    page.hits.iter().map(|hit| hit.card.id()).collect()
}

fn assert_hits(page: &SearchPage, expected: &Expected<'_>, from: usize, request: &SearchRequest) {
    let due: Vec<_> = expected.ordered.iter().skip(from).take(request.limit as usize).collect();
    assert_eq!(page.hits.len(), due.len(), "{request:?}");
    for (hit, profile) in page.hits.iter().zip(due) {
        assert_eq!(&hit.card.profile(), *profile);
        assert_eq!(hit.matches, naive::matches(profile, request));
        assert_eq!(hit.coverage, naive::coverage(profile, request));
    }
}

fn assert_facets(page: &SearchPage, expected: &Expected<'_>, request: &SearchRequest) {
    let (found, asked) = (&page.facets, request.facets);
    assert_eq!(found.rome.as_ref(), asked.rome.then_some(&expected.rome), "{request:?}");
    assert_eq!(found.skills.as_ref(), asked.skills.then_some(&expected.skills), "{request:?}");
    assert_eq!(found.levels.as_ref(), asked.levels.then_some(&expected.levels), "{request:?}");
    assert_eq!(found.statuses.as_ref(), asked.statuses.then_some(&expected.statuses), "{request:?}");
}

/// Goes through all pages to the end and back again.
fn assert_same(searcher: &ProfileSearcher, world: &World, request: &SearchRequest) {
    let expected = naive::search(world, request);
    let order: Vec<ProfileId> = expected.ordered.iter().map(|profile| profile.id).collect();
    let mut request = request.clone();
    let mut seen = Vec::new();
    let mut page = searcher.search(&request).unwrap();
    assert!(page.previous.is_none());
    loop {
        assert_eq!(page.total, order.len() as u64, "{request:?}");
        assert_hits(&page, &expected, seen.len(), &request);
        assert_facets(&page, &expected, &request);
        seen.extend(ids(&page));
        assert_eq!(page.next.is_some(), seen.len() < order.len(), "{request:?}");
        let Some(next) = page.next else { break };
        request.cursor = Some(Cursor::decode(&next.encode()).unwrap());
        page = searcher.search(&request).unwrap();
    }
    assert_eq!(seen, order, "{request:?}");
    let mut left = seen.len() - page.hits.len();
    while let Some(previous) = page.previous {
        request.cursor = Some(previous);
        page = searcher.search(&request).unwrap();
        left -= page.hits.len();
        assert_eq!(ids(&page), order[left..][..page.hits.len()], "{request:?}");
        assert_eq!(page.hits.len(), (request.limit as usize).min(left + page.hits.len()));
        assert_eq!(page.total, order.len() as u64);
        assert!(page.next.is_some());
    }
    assert_eq!(left, 0, "{request:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn engine_and_model_agree(history in history(), requests in prop::collection::vec(request(), 8)) {
        let index = ProfileIndex::in_memory().unwrap();
        let mut writer = index.writer().unwrap();
        let mut world = World::new();
        for (number, batch) in history.iter().enumerate() {
            apply(&mut world, &mut writer, batch);
            writer.commit(&payload(number as u64)).unwrap();
            let searcher = index.searcher();
            prop_assert_eq!(searcher.count(), world.len() as u64);
            for request in &requests {
                assert_same(&searcher, &world, request);
            }
            for profile in world.values() {
                let found = searcher.get(profile.id).unwrap();
                prop_assert_eq!(found.as_ref(), Some(profile));
            }
        }
        writer.expunge_deleted().unwrap();
        let searcher = index.searcher();
        for request in &requests {
            assert_same(&searcher, &world, request);
        }
        let mut live = World::new();
        searcher.for_each_live(&mut |profile| { live.insert(profile.id, profile); }).unwrap();
        prop_assert_eq!(live, world);
    }
}
