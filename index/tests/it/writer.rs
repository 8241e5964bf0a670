//! Commits, deletes, erasure and profiles that cannot be indexed.

use carnet_index::{
    DumpedPart, IndexError, ProfileId, ProfileIndex, ProfileWriter, Purge, Refusal, SearchRequest, SkillCode,
    Status, VisibleProfile,
};

use crate::generate::{id, job, payload, profile};

fn person(number: u128, last_name: &str) -> VisibleProfile {
    VisibleProfile { last_name: last_name.into(), ..profile(number, &[(9, 2, Status::Validated)]) }
}

fn index() -> (ProfileIndex, ProfileWriter) {
    let index = ProfileIndex::in_memory().unwrap();
    let writer = index.writer().unwrap();
    (index, writer)
}

#[test]
fn deleting_by_id_really_deletes() {
    let (index, mut writer) = index();
    // Ids that share most of their bytes, and ids whose bytes are no text.
    let ids = [ProfileId(0), ProfileId(1), ProfileId(256), ProfileId(u128::MAX), ProfileId(u128::MAX - 1)];
    for id in ids {
        writer.upsert(&VisibleProfile { id, ..person(1, "Durand") }).unwrap();
    }
    writer.commit(&payload(1)).unwrap();
    for (deleted, id) in ids.into_iter().enumerate() {
        assert!(index.searcher().get(id).unwrap().is_some());
        writer.delete(id).unwrap();
        writer.commit(&payload(2)).unwrap();
        let searcher = index.searcher();
        assert_eq!(searcher.count(), (ids.len() - deleted - 1) as u64);
        assert!(searcher.get(id).unwrap().is_none());
        assert_eq!(searcher.search(&SearchRequest::default()).unwrap().total, searcher.count());
    }
}

#[test]
fn an_upsert_replaces_even_before_the_commit() {
    let (index, mut writer) = index();
    writer.upsert(&person(1, "Avant")).unwrap();
    writer.upsert(&person(1, "Pendant")).unwrap();
    writer.commit(&payload(1)).unwrap();
    writer.upsert(&person(1, "Après")).unwrap();
    assert_eq!(index.searcher().get(id(1)).unwrap().unwrap().last_name, "Pendant");
    writer.commit(&payload(2)).unwrap();
    assert_eq!(index.searcher().get(id(1)).unwrap().unwrap().last_name, "Après");
    assert_eq!(index.searcher().count(), 1);
}

#[test]
fn every_commit_keeps_its_payload_even_over_merges() {
    let (index, mut writer) = index();
    assert_eq!(index.payload().unwrap(), None);
    for batch in 0..20 {
        writer.upsert(&person(u128::from(batch), "Durand")).unwrap();
        writer.commit(&payload(batch)).unwrap();
        assert_eq!(index.payload().unwrap(), Some(payload(batch)));
        assert_eq!(index.searcher().payload(), Some(&payload(batch)));
    }
    writer.delete(id(3)).unwrap();
    writer.commit(&payload(20)).unwrap();
    writer.expunge_deleted().unwrap();
    assert_eq!(index.payload().unwrap(), Some(payload(20)));
    assert_eq!(index.searcher().payload(), Some(&payload(20)));
    assert_eq!(index.searcher().count(), 19);
}

#[test]
fn a_searcher_sees_one_commit_and_no_other() {
    let (index, mut writer) = index();
    writer.upsert(&person(1, "Durand")).unwrap();
    writer.commit(&payload(1)).unwrap();
    let before = index.searcher();
    writer.delete(id(1)).unwrap();
    assert_eq!(index.searcher().count(), 1, "nothing is published before the commit");
    writer.commit(&payload(2)).unwrap();
    assert_eq!((before.count(), index.searcher().count()), (1, 0));
    assert_eq!(before.payload(), Some(&payload(1)));
}

#[test]
fn a_profile_that_cannot_be_indexed_harms_nobody_else() {
    let (index, mut writer) = index();
    writer.upsert(&person(1, "Durand")).unwrap();
    let poison = [
        person(2, &"x".repeat(201)),
        VisibleProfile { first_name: "é".repeat(70_000), ..person(2, "Durand") },
        profile(2, &[(1, 1, Status::Declared), (1, 2, Status::Declared)]),
        profile(2, &[(1, 0, Status::Declared)]),
        profile(2, &(0..2_001).map(|code| (code, 1, Status::Declared)).collect::<Vec<_>>()),
    ];
    for profile in &poison {
        let refused = writer.upsert(profile).unwrap_err();
        assert!(refused.is_refusal(), "{refused}");
    }
    assert!(matches!(writer.upsert(&poison[0]), Err(IndexError::Refused(Refusal::NameTooLong))));
    assert!(matches!(
        writer.insert(&poison[2]),
        Err(IndexError::Refused(Refusal::DuplicateSkill(SkillCode(1))))
    ));
    writer.upsert(&person(3, "Martin")).unwrap();
    writer.commit(&payload(1)).unwrap();
    assert_eq!(index.searcher().count(), 2);
}

#[test]
fn odd_but_legal_profiles_are_indexed_as_they_are() {
    let (index, mut writer) = index();
    let odd = [
        VisibleProfile { first_name: String::new(), last_name: String::new(), ..person(1, "") },
        VisibleProfile { first_name: "a\0b\u{301}".into(), ..person(2, "^mar ^ma ' : 7:3") },
        VisibleProfile { first_name: "😀".repeat(200), ..person(3, &"é".repeat(200)) },
        profile(4, &(0..2_000).map(|code| (code * 7, 1, Status::Validated)).collect::<Vec<_>>()),
        VisibleProfile {
            jobs: vec![job("A0000"), job("Z9999")],
            families: vec![job("A0000")],
            ..person(5, "x")
        },
    ];
    for profile in &odd {
        writer.upsert(profile).unwrap();
    }
    writer.commit(&payload(1)).unwrap();
    let searcher = index.searcher();
    for profile in odd {
        assert_eq!(searcher.get(profile.id).unwrap(), Some(profile));
    }
}

#[test]
fn what_is_deleted_leaves_the_files_with_the_expunge_and_not_before() {
    let (index, mut writer) = index();
    writer.upsert(&person(1, "Canaribleu")).unwrap();
    writer.upsert(&person(2, "Durand")).unwrap();
    writer.commit(&payload(1)).unwrap();
    let canary = id(1).to_string();
    assert!(index.holds_text("canaribleu").unwrap() && index.holds_text(&canary).unwrap());
    writer.delete(id(1)).unwrap();
    writer.commit(&payload(2)).unwrap();
    assert_eq!(index.searcher().count(), 1);
    let mut places = Vec::new();
    index
        .dump(&mut |value| {
            if value.text().to_lowercase().contains("canaribleu") {
                places.push((value.field.to_owned(), value.part));
            }
        })
        .unwrap();
    assert!(places.contains(&("name".to_owned(), DumpedPart::Term)), "{places:?}");
    assert!(places.contains(&("card".to_owned(), DumpedPart::Stored)), "{places:?}");
    writer.expunge_deleted().unwrap();
    assert!(!index.holds_text("canaribleu").unwrap() && !index.holds_text(&canary).unwrap());
    assert!(index.holds_text("durand").unwrap());
}

#[test]
fn a_purge_goes_on_beside_commits_and_merges() {
    let (index, mut writer) = index();
    for batch in 0..8 {
        for number in 0..40 {
            let name = if number == 7 { format!("Canaribleu{batch}") } else { "Durand".to_owned() };
            writer.upsert(&person(batch * 100 + number, &name)).unwrap();
        }
        writer.commit(&payload(batch as u64)).unwrap();
    }
    for batch in 0..8 {
        writer.delete(id(batch * 100 + 7)).unwrap();
    }
    writer.commit(&payload(8)).unwrap();
    let (mut purge, mut is_done, mut commits) = (Purge::default(), false, 0);
    while !is_done {
        // Every commit replaces somebody, so that there is never a moment without deleted profiles.
        commits += 1;
        assert!(commits < 1_000, "the purge does not end");
        writer.upsert(&person(u128::from(commits % 7), "Martin")).unwrap();
        writer.commit(&payload(8 + commits)).unwrap();
        is_done = writer.purge_deleted(&mut purge).unwrap();
    }
    assert!(!index.holds_text("canaribleu").unwrap());
    assert!(index.holds_text("durand").unwrap());
    assert_eq!(index.searcher().count(), 8 * 39);
    assert_eq!(index.payload().unwrap(), Some(payload(8 + commits)));
}

#[test]
fn the_dump_knows_every_field() {
    let (index, mut writer) = index();
    writer
        .upsert(&VisibleProfile {
            jobs: vec![job("M1805")],
            families: vec![job("M1801")],
            ..person(1, "Le Goff")
        })
        .unwrap();
    writer.commit(&payload(1)).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    index
        .dump(&mut |value| {
            seen.insert((value.field.to_owned(), format!("{:?}", value.part)));
        })
        .unwrap();
    let expected = [
        ("card", "Stored"),
        ("id", "Term"),
        ("name", "Term"),
        ("order", "Column"),
        ("rome", "Column"),
        ("rome", "Term"),
        ("skill", "Column"),
        ("skill", "Term"),
    ];
    assert_eq!(seen, expected.map(|(field, part)| (field.to_owned(), part.to_owned())).into());
}

#[test]
fn a_second_writer_is_refused_and_the_first_goes_on() {
    let (index, mut writer) = index();
    assert!(matches!(index.writer(), Err(IndexError::Tantivy(_))));
    writer.upsert(&person(1, "Durand")).unwrap();
    writer.commit(&payload(1)).unwrap();
    drop(writer);
    assert!(index.writer().is_ok());
}

#[test]
fn reopening_forgets_what_was_not_committed() {
    let (index, mut writer) = index();
    writer.upsert(&person(1, "Durand")).unwrap();
    writer.commit(&payload(1)).unwrap();
    writer.delete(id(1)).unwrap();
    writer.upsert(&person(2, "Martin")).unwrap();
    writer.reopen();
    writer.upsert(&person(3, "Petit")).unwrap();
    writer.commit(&payload(2)).unwrap();
    let searcher = index.searcher();
    assert!(searcher.get(id(1)).unwrap().is_some() && searcher.get(id(3)).unwrap().is_some());
    assert!(searcher.get(id(2)).unwrap().is_none());
}
