//! Cursors: whose they are, and what they see when profiles come and go between pages.

use carnet_index::{
    Criterion, Cursor, IndexError, ProfileId, ProfileIndex, SearchRequest, SkillCode, Status,
};

use crate::generate::{id, payload, profile};

const SKILL: u32 = 5;

fn request(limit: u32) -> SearchRequest {
    let criterion = Criterion {
        skill: SkillCode(SKILL),
        min_level: None,
        max_level: None,
        validated_only: false,
        required: true,
    };
    SearchRequest { criteria: vec![criterion], limit, ..SearchRequest::default() }
}

fn filled(people: u128) -> ProfileIndex {
    let index = ProfileIndex::in_memory().unwrap();
    let mut writer = index.writer().unwrap();
    for number in 0..people {
        let level = 1 + (number % 4) as u8;
        writer.upsert(&profile(number, &[(SKILL, level, Status::Declared)])).unwrap();
    }
    writer.commit(&payload(1)).unwrap();
    index
}

#[test]
fn a_cursor_of_another_request_is_refused() {
    let searcher = filled(10).searcher();
    let next = searcher.search(&request(3)).unwrap().next;
    let mut other = request(3);
    other.criteria[0].validated_only = true;
    other.cursor = next;
    assert!(matches!(searcher.search(&other), Err(IndexError::InvalidCursor)));
    let blocking = SearchRequest { cursor: next, limit: 5, blocked: vec![id(1)], ..request(3) };
    assert_eq!(searcher.search(&blocking).unwrap().total, 9, "limit and blocked people may change");
}

#[test]
fn a_page_that_emptied_still_leads_back() {
    let index = filled(6);
    let first = index.searcher().search(&request(4)).unwrap();
    let second = SearchRequest { cursor: first.next, ..request(4) };
    let last: Vec<ProfileId> =
        index.searcher().search(&second).unwrap().hits.iter().map(|hit| hit.card.id()).collect();
    let mut writer = index.writer().unwrap();
    for id in last {
        writer.delete(id).unwrap();
    }
    writer.commit(&payload(2)).unwrap();
    let searcher = index.searcher();
    let emptied = searcher.search(&second).unwrap();
    assert_eq!((emptied.total, emptied.hits.len(), emptied.next), (4, 0, None));
    let back = SearchRequest { cursor: emptied.previous, ..request(4) };
    assert_eq!(searcher.search(&back).unwrap().hits, first.hits);
}

#[test]
fn a_page_is_stable_when_others_are_deleted() {
    let index = filled(20);
    let all: Vec<ProfileId> =
        index.searcher().search(&request(20)).unwrap().hits.iter().map(|hit| hit.card.id()).collect();
    let next = index.searcher().search(&request(5)).unwrap().next.unwrap();
    let mut writer = index.writer().unwrap();
    for deleted in [all[0], all[4], all[7]] {
        writer.delete(deleted).unwrap();
    }
    writer.commit(&payload(2)).unwrap();
    let second = SearchRequest { cursor: Some(Cursor::decode(&next.encode()).unwrap()), ..request(5) };
    let page = index.searcher().search(&second).unwrap();
    let ids: Vec<ProfileId> = page.hits.iter().map(|hit| hit.card.id()).collect();
    assert_eq!(ids, [all[5], all[6], all[8], all[9], all[10]]);
}
