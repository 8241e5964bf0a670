//! Generations on disk: built apart, swapped in at once, swept afterwards, checked before use.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

use carnet_index::{
    CommitPayload, IndexError, ProfileStore, SCHEMA_VERSION, SearchRequest, Status, SweepReport,
};

use crate::generate::{id, payload, profile};

fn publish(store: &ProfileStore, people: std::ops::Range<u128>, batch: u64) -> carnet_index::ProfileIndex {
    let mut rebuild = store.begin_rebuild().unwrap();
    for number in people {
        rebuild.writer().insert(&profile(number, &[(1, 1, Status::Declared)])).unwrap();
    }
    store.publish(rebuild, &payload(batch)).unwrap()
}

fn files(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_rebuild_replaces_the_current_generation_at_once() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path().join("index")).unwrap();
    assert!(store.open_current().unwrap().is_none());
    let first = publish(&store, 0..10, 1);
    let mut live = first.writer().unwrap();
    let old_view = first.searcher();
    let second = {
        let mut rebuild = store.begin_rebuild().unwrap();
        rebuild.writer().insert(&profile(99, &[])).unwrap();
        live.delete(id(3)).unwrap();
        live.commit(&payload(2)).unwrap();
        assert_eq!(
            store.open_current().unwrap().unwrap().searcher().count(),
            9,
            "the old one serves meanwhile"
        );
        store.publish(rebuild, &payload(3)).unwrap()
    };
    assert_eq!(second.generation(), first.generation() + 1);
    let current = store.open_current().unwrap().unwrap();
    assert_eq!((current.searcher().count(), current.payload().unwrap()), (1, Some(payload(3))));
    assert_eq!(
        old_view.search(&SearchRequest::default()).unwrap().hits.len(),
        10,
        "open views outlive the swap"
    );
    assert_eq!(files(&home.path().join("index")), ["current", "gen-2"]);
    assert!(second.size_bytes().unwrap() > 0);
}

#[test]
fn sweeping_leaves_the_current_generation_and_rebuilds_under_way() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    publish(&store, 0..3, 1);
    let under_way = store.begin_rebuild().unwrap();
    fs::create_dir(home.path().join("gen-77")).unwrap();
    fs::write(home.path().join("gen-1/.tmpAbC123"), b"left by a crash").unwrap();
    fs::write(home.path().join(".tmp-current"), b"gen-9").unwrap();
    fs::write(home.path().join("unrelated.txt"), b"kept").unwrap();
    assert_eq!(store.sweep().unwrap(), SweepReport { generations: 1, temporary_files: 2 });
    assert_eq!(files(home.path()), ["current", "gen-1", "gen-2", "unrelated.txt"]);
    drop(under_way);
    assert_eq!(store.sweep().unwrap(), SweepReport { generations: 1, temporary_files: 0 });
    assert_eq!(store.open_current().unwrap().unwrap().searcher().count(), 3);
}

#[test]
fn a_damaged_or_dangling_pointer_is_no_generation() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    for pointer in ["", "gen-", "gen-5", "gen-05", "../gen-1", "gen-99999999999999999999999"] {
        fs::write(home.path().join("current"), pointer).unwrap();
        assert!(store.open_current().unwrap().is_none(), "{pointer}");
    }
    fs::write(home.path().join("current"), [0xff, 0xfe]).unwrap();
    assert!(store.open_current().unwrap().is_none());
    let index = publish(&store, 0..2, 1);
    assert_eq!(store.current_generation().unwrap(), Some(index.generation()));
}

#[test]
fn flipped_bits_are_found_before_anything_is_read() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    let index = publish(&store, 0..200, 1);
    assert!(index.validate_checksums().unwrap().is_empty());
    let directory = store.generation_directory(index.generation());
    drop(index);
    let is_data =
        |name: &String| Path::new(name).extension().is_some_and(|kind| kind != "json" && kind != "lock");
    for name in files(&directory).iter().filter(|name| is_data(name)) {
        let path = directory.join(name);
        let intact = fs::read(&path).unwrap();
        for at in [0, intact.len() / 2, intact.len() - 1] {
            let mut flipped = intact.clone();
            flipped[at] ^= 4;
            fs::write(&path, flipped).unwrap();
            assert!(matches!(store.open_verified(), Err(IndexError::Damaged(damaged)) if damaged == *name));
        }
        fs::write(&path, &intact[..intact.len() / 2]).unwrap();
        assert!(matches!(store.open_verified(), Err(IndexError::Damaged(_))), "truncated {name}");
        fs::write(&path, intact).unwrap();
    }
    assert_eq!(store.open_verified().unwrap().unwrap().searcher().count(), 200);
    fs::remove_file(directory.join(".managed.json")).unwrap();
    let store_file = files(&directory)
        .into_iter()
        .find(|name| Path::new(name).extension().is_some_and(|kind| kind == "store"))
        .unwrap();
    let mut flipped = fs::read(directory.join(&store_file)).unwrap();
    flipped[0] ^= 1;
    fs::write(directory.join(&store_file), flipped).unwrap();
    assert!(matches!(store.open_verified(), Err(IndexError::Damaged(_))), "even without the list of files");
}

#[test]
fn a_generation_that_cannot_be_opened_is_an_error_and_a_rebuild_heals() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    let index = publish(&store, 0..5, 1);
    let meta = store.generation_directory(index.generation()).join("meta.json");
    drop(index);
    fs::write(&meta, b"{}").unwrap();
    assert!(matches!(store.open_current(), Err(IndexError::Tantivy(_))));
    assert_eq!(publish(&store, 0..5, 2).searcher().count(), 5);
    assert_eq!(store.open_current().unwrap().unwrap().searcher().count(), 5);
}

#[test]
fn a_generation_of_another_layout_is_not_opened() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    let mut rebuild = store.begin_rebuild().unwrap();
    rebuild.writer().insert(&profile(1, &[])).unwrap();
    let older = CommitPayload { schema_version: SCHEMA_VERSION - 1, ..payload(1) };
    store.publish(rebuild, &older).unwrap();
    assert!(matches!(store.open_current(), Err(IndexError::OtherLayout)));
    assert!(matches!(store.open_verified(), Err(IndexError::OtherLayout)));
}

#[test]
fn commits_are_found_again_after_reopening() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    let index = publish(&store, 0..5, 1);
    let mut writer = index.writer().unwrap();
    for batch in 2..12 {
        writer.upsert(&profile(u128::from(batch), &[(2, 3, Status::Validated)])).unwrap();
        writer.commit(&payload(batch)).unwrap();
    }
    drop(writer);
    drop(index);
    let reopened = store.open_current().unwrap().unwrap();
    assert_eq!((reopened.searcher().count(), reopened.payload().unwrap()), (12, Some(payload(11))));
    assert!(reopened.validate_checksums().unwrap().is_empty());
}

#[test]
fn a_writer_outlives_a_failed_commit_and_forgets_what_failed() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    let index = publish(&store, 0..5, 1);
    let mut writer = index.writer().unwrap();
    let directory = store.generation_directory(index.generation());
    let aside = home.path().join("aside");
    writer.upsert(&profile(50, &[])).unwrap();
    fs::rename(&directory, &aside).unwrap();
    assert!(writer.commit(&payload(2)).is_err());
    assert!(writer.upsert(&profile(51, &[])).is_err(), "there is still nowhere to write");
    assert_eq!(index.searcher().search(&SearchRequest::default()).unwrap().total, 5, "searches go on");
    fs::rename(&aside, &directory).unwrap();
    writer.upsert(&profile(52, &[])).unwrap();
    writer.commit(&payload(3)).unwrap();
    let searcher = index.searcher();
    let held = [50, 51, 52].map(|number| searcher.get(id(number)).unwrap().is_some());
    assert_eq!((held, searcher.payload()), ([false, false, true], Some(&payload(3))));
}

#[test]
fn a_generation_that_is_still_written_to_goes_all_the_same() {
    let home = tempfile::tempdir().unwrap();
    let store = ProfileStore::open(home.path()).unwrap();
    publish(&store, 0..10, 1);
    let replaced = home.path().join("gen-1");
    let writing = AtomicBool::new(true);
    thread::scope(|scope| {
        scope.spawn(|| {
            let until = Instant::now() + Duration::from_millis(300);
            for file in 0.. {
                if Instant::now() > until || !replaced.is_dir() {
                    break;
                }
                // The directory may go at any moment.
                let _gone = fs::write(replaced.join(format!("merged-{file}")), b"late");
            }
            writing.store(false, Ordering::Relaxed);
        });
        publish(&store, 0..5, 2);
    });
    assert!(!writing.load(Ordering::Relaxed));
    assert!(!replaced.exists());
}
