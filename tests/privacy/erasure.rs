//! Whoever withdraws leaves the files of the index within a quarter of an hour: terms, columns, stored cards, old
//! segments and the searchers that hold them.

use std::fs;
use std::path::Path;

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

/// What of the person is in the index: by the dump in its own format, and by a search through the raw files.
fn traces(app: &SearchApp, user: &User, number: usize) -> Vec<String> {
    let index = app.state.part::<Search>().serving().unwrap().index.clone();
    let needles = [format!("zenobie{number}"), format!("canari{number}"), user.profile.to_string()];
    let order = carnet_index::order_key(user.profile.into()).to_string();
    let mut found = Vec::new();
    index
        .dump(&mut |value| {
            let text = value.text().to_lowercase().replace('é', "e");
            if needles.iter().any(|needle| text.contains(needle)) || (value.field == "order" && text == order)
            {
                found.push(format!("{:?} of {}: {text}", value.part, value.field));
            }
        })
        .unwrap();
    let raw = [format!("Canari{number}").into_bytes(), user.profile.0.as_bytes().to_vec()];
    for file in fs::read_dir(app.index_folder().join(format!("gen-{}", index.generation()))).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap_or_default();
        for needle in &raw {
            if bytes.windows(needle.len()).any(|window| window == needle) {
                found.push(format!("raw bytes of {}", path.display()));
            }
        }
    }
    found
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
        // Columns are packed, so a search for raw bytes may see nothing there: the dump sees it.
        for part in ["Term", "Stored", "Column"] {
            let is_left = before.iter().any(|trace| trace.starts_with(part));
            assert!(is_left, "no {part} is left, so that nothing could be erased: {before:?}");
        }
        app.advance(PROMISE);
        let erased = async || traces(&app, &user, number).is_empty() && held(&app.index_folder()).is_empty();
        let began = std::time::Instant::now();
        while !erased().await && began.elapsed() < std::time::Duration::from_secs(20) {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        leaks.extend(traces(&app, &user, number));
        leaks.extend(held(&app.index_folder()));
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
    assert!(!traces(&app, &user, 0).is_empty());
    app.start_keeper();
    app.until("it is erased", async || traces(&app, &user, 0).is_empty()).await;
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
    app.until("it is erased", async || traces(&app, &user, 0).is_empty()).await;
    app.settled().await;
    SearchApp::assert_exact(&app.verify().await, 85);
}
