//! Whoever withdraws leaves the files of the index within a quarter of an hour: terms, columns, stored cards, old
//! segments and the searchers that hold them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use carnet::platform::db::dirty::Urgency;
use carnet::platform::search::Search;
use chrono::Duration;
use serde_json::json;

use super::{conclude, dice, trials};
use crate::support::search::{SearchApp, insert, someone};
use crate::support::users::User;

/// How long the files may hold somebody who withdrew.
const PROMISE: Duration = Duration::minutes(15);

/// A person with a name and a skill nobody else has.
async fn rare(app: &SearchApp, number: usize) -> User {
    let user = app.person(&format!("Zénobie{number}"), &format!("Canari{number}")).await;
    let user = app.renewed(&user);
    user.client.put("/me/skills/112", json!({ "level": 4 })).await.expect(200);
    user
}

async fn switch(app: &SearchApp, user: &User, visible: bool) {
    let body = json!({ "visible": visible, "policy_version": "2026-11" });
    app.renewed(user).client.put("/me/visibility", body).await.expect(200);
}

/// What is found of a person.
struct Traces {
    /// Each place, readable.
    places: Vec<String>,
    /// The segments that hold some of it.
    segments: BTreeSet<String>,
}

/// What of the person is in the index: by the dump in its own format, and by a search through the raw files.
fn traces(app: &SearchApp, user: &User, number: usize) -> Traces {
    let index = app.state.part::<Search>().serving().unwrap().index.clone();
    let needles = [format!("zenobie{number}"), format!("canari{number}"), user.profile.to_string()];
    let order = carnet_index::order_key(user.profile.into()).to_string();
    let (mut places, mut segments) = (Vec::new(), BTreeSet::new());
    index
        .dump(&mut |value| {
            let text = value.text().to_lowercase().replace('é', "e");
            if needles.iter().any(|needle| text.contains(needle)) || (value.field == "order" && text == order)
            {
                places.push(format!("{:?} of {}: {text}", value.part, value.field));
                segments.insert(value.segment.replace('-', ""));
            }
        })
        .unwrap();
    places.extend(raw_traces(&app.generation_folder(), user, number));
    Traces { places, segments }
}

/// Files of the folder with the person's name or id in raw bytes.
fn raw_traces(folder: &Path, user: &User, number: usize) -> Vec<String> {
    let raw = [format!("Canari{number}").into_bytes(), user.profile.0.as_bytes().to_vec()];
    let mut found = Vec::new();
    for path in files(folder) {
        let bytes = fs::read(&path).unwrap_or_default();
        if raw.iter().any(|needle| bytes.windows(needle.len()).any(|window| window == needle)) {
            found.push(format!("raw bytes of {}", path.display()));
        }
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

/// Files of segments that held somebody who must be gone, whatever can be read in them.
fn left_of(folder: &Path, segments: &BTreeSet<String>) -> Vec<String> {
    let is_of = |name: &str| segments.iter().any(|segment| name.starts_with(segment));
    files(folder)
        .iter()
        .map(|path| path.display().to_string())
        .filter(|path| is_of(path.rsplit('/').next().unwrap_or_default()))
        .collect()
}

/// The columns are packed, so no raw byte of the index need show a person: a planted file shows that the search
/// through the raw bytes sees what there is, name or id.
fn prove_the_raw_search(folder: &Path, user: &User, number: usize) {
    let planted = folder.join("planted");
    for leak in [format!("…Canari{number}…").into_bytes(), user.profile.0.as_bytes().to_vec()] {
        fs::write(&planted, leak).unwrap();
        assert_eq!(raw_traces(folder, user, number), [format!("raw bytes of {}", planted.display())]);
        fs::remove_file(&planted).unwrap();
    }
}

/// Files of the folder that were deleted and that this process still holds: an old searcher would.
fn held(folder: &Path) -> Vec<String> {
    let maps = fs::read_to_string("/proc/self/maps").unwrap_or_default();
    let folder = folder.to_str().unwrap();
    maps.lines()
        .filter(|line| line.contains(folder) && line.ends_with("(deleted)"))
        .map(str::to_owned)
        .collect()
}

/// A segment so large that one deletion is no reason to merge it.
async fn crowd(app: &SearchApp, with: &User) {
    let mut marked = vec![with.profile];
    for number in 0..60 {
        marked.push(insert(app, &someone(&format!("Anne{number}"), "Autre")).await.profile);
    }
    app.mark(&marked, Urgency::Soon).await;
    app.settled().await;
}

#[tokio::test]
async fn whoever_withdraws_leaves_the_files_within_a_quarter_of_an_hour() {
    let (seed, _) = dice();
    let app = SearchApp::start().await;
    let (rounds, mut leaks) = (trials(2), Vec::new());
    for number in 0..rounds {
        let user = rare(&app, number).await;
        switch(&app, &user, true).await;
        crowd(&app, &user).await;
        switch(&app, &user, false).await;
        app.settled().await;
        let before = traces(&app, &user, number);
        for part in ["Term", "Stored", "Column"] {
            let is_left = before.places.iter().any(|trace| trace.starts_with(part));
            assert!(is_left, "no {part} is left, so that nothing could be erased: {:?}", before.places);
        }
        let folder = app.generation_folder();
        assert!(!left_of(&folder, &before.segments).is_empty(), "no file of {:?}", before.segments);
        prove_the_raw_search(&folder, &user, number);
        app.advance(PROMISE);
        let what_is_left = || {
            let mut left = traces(&app, &user, number).places;
            left.extend(left_of(&folder, &before.segments));
            left.extend(held(&app.index_folder()));
            left
        };
        let began = std::time::Instant::now();
        while !what_is_left().is_empty() && began.elapsed() < std::time::Duration::from_secs(20) {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        leaks.extend(what_is_left());
        SearchApp::assert_exact(&app.verify().await, 60 * (number as u64 + 1));
    }
    conclude("erasure from the index", seed, format!("{rounds} withdrawals"), &leaks);
}

#[tokio::test]
async fn a_restart_forgets_no_erasure() {
    let mut app = SearchApp::start().await;
    let user = rare(&app, 0).await;
    switch(&app, &user, true).await;
    crowd(&app, &user).await;
    switch(&app, &user, false).await;
    app.settled().await;
    app.stop_keeper().await;
    assert!(!traces(&app, &user, 0).places.is_empty());
    app.start_keeper();
    app.until("it is erased", async || traces(&app, &user, 0).places.is_empty()).await;
}

#[tokio::test]
async fn erasing_waits_for_nobody_and_loses_nothing() {
    let app = SearchApp::start().await;
    let user = rare(&app, 0).await;
    switch(&app, &user, true).await;
    crowd(&app, &user).await;
    switch(&app, &user, false).await;
    app.settled().await;
    app.advance(PROMISE);
    // Changes go on while segments are rewritten.
    for number in 0..25 {
        app.add(&someone(&format!("Benoît{number}"), "Suivant")).await;
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    }
    app.until("it is erased", async || traces(&app, &user, 0).places.is_empty()).await;
    app.settled().await;
    SearchApp::assert_exact(&app.verify().await, 85);
}
