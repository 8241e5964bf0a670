//! The published order and the counts, said by hand on small worlds.

use carnet_index::{
    Criterion, Level, NameQuery, ProfileId, ProfileIndex, ProfileSearcher, SearchRequest, SkillCode,
    Status::{Declared, Validated},
    VisibleProfile, order_key,
};

use crate::generate::{id, payload, profile};
use crate::naive::typos;

fn published(profiles: &[VisibleProfile]) -> ProfileSearcher {
    let index = ProfileIndex::in_memory().unwrap();
    let mut writer = index.writer().unwrap();
    for profile in profiles {
        writer.upsert(profile).unwrap();
    }
    writer.commit(&payload(1)).unwrap();
    index.searcher()
}

fn wanted(skill: u32) -> Criterion {
    Criterion {
        skill: SkillCode(skill),
        min_level: None,
        max_level: None,
        validated_only: false,
        required: false,
    }
}

fn found(searcher: &ProfileSearcher, request: &SearchRequest) -> Vec<ProfileId> {
    searcher.search(request).unwrap().hits.iter().map(|hit| hit.card.id()).collect()
}

#[test]
fn conditions_met_then_validated_then_levels_decide() {
    let searcher = published(&[
        profile(1, &[(1, 4, Validated)]),
        profile(2, &[(1, 1, Declared), (2, 1, Declared)]),
        profile(3, &[(1, 4, Declared), (2, 4, Declared)]),
        profile(4, &[(1, 1, Validated), (2, 1, Declared)]),
        profile(5, &[(1, 0, Validated), (2, 4, Declared)]),
        profile(6, &[(3, 4, Validated)]),
    ]);
    let request = SearchRequest { criteria: vec![wanted(1), wanted(2)], ..SearchRequest::default() };
    assert_eq!(found(&searcher, &request), [5, 4, 3, 2, 1].map(id));
    let both = SearchRequest { min_matching: Some(2), ..request.clone() };
    assert_eq!(searcher.search(&both).unwrap().total, 4);
    let three = SearchRequest { min_matching: Some(3), ..request };
    assert_eq!(searcher.search(&three).unwrap().total, 0);
}

#[test]
fn a_level_is_never_guessed() {
    let searcher = published(&[profile(1, &[(1, 0, Validated)]), profile(2, &[(1, 1, Validated)])]);
    let at_least = |level| SearchRequest {
        criteria: vec![Criterion { min_level: Level::new(level), required: true, ..wanted(1) }],
        ..SearchRequest::default()
    };
    assert_eq!(found(&searcher, &at_least(1)), [id(2)]);
    assert_eq!(searcher.search(&at_least(0)).unwrap().total, 2);
}

#[test]
fn nothing_asked_finds_everybody_in_the_pseudo_random_order() {
    let everybody: Vec<VisibleProfile> = (0..30).map(|number| profile(number, &[])).collect();
    let searcher = published(&everybody);
    let mut expected: Vec<ProfileId> = everybody.iter().map(|profile| profile.id).collect();
    expected.sort_by_key(|id| (order_key(*id), *id));
    let request = SearchRequest { limit: 50, ..SearchRequest::default() };
    assert_eq!(found(&searcher, &request), expected);
}

#[test]
fn typos_are_counted_with_exchanges() {
    assert_eq!(typos("martin", "martin"), 0);
    assert_eq!(typos("martin", "maritn"), 1);
    assert_eq!(typos("martin", "marin"), 1);
    assert_eq!(typos("martin", "amrtni"), 2);
    let mut person = profile(1, &[]);
    person.last_name = "Lefèvre".into();
    let searcher = published(&[person]);
    let named =
        |typed: &str| SearchRequest { name: NameQuery::parse(typed).ok(), ..SearchRequest::default() };
    for typed in ["lefevre", "LEFÈVRE", "lefv", "lefe", "lefvere", "lefevr", "lefevres", "pefevre"] {
        let expected = u64::from(typed != "lefv");
        assert_eq!(searcher.search(&named(typed)).unwrap().total, expected, "{typed}");
    }
    assert_eq!(searcher.search(&named("lefe prenom")).unwrap().total, 1);
    assert_eq!(searcher.search(&named("lefe xavier")).unwrap().total, 0);
}
