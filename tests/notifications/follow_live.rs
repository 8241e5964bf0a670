use std::time::Duration;

use carnet::notices::NoticeKind;
use carnet::platform::live::{self, Hub, Topic};
use reqwest::{Method, header};
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::live::Live;

#[tokio::test]
async fn a_stream_begins_with_how_everything_stands_and_tells_what_changes() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (mut live, hello) = Live::open(&ines.client).await;
    assert_eq!(hello, json!({ "unread": 0, "newest": null, "rooms": [] }));
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    live.expect_changed("notices").await;
    let told = ines.client.get("/me/notifications").await.expect(200);
    let newest = &told["items"][0]["id"];
    // Whoever comes back after whatever was lost learns how everything stands.
    drop(live);
    let request = ines.client.request(Method::GET, "/me/live").header("Last-Event-ID", "1");
    let again = send(request).await;
    assert_eq!(again.status, 200);
    assert!(again.text.starts_with("event: hello\n"), "{}", again.text);
    let (_live, hello) = Live::open(&ines.client).await;
    assert_eq!((&hello["unread"], &hello["newest"]), (&json!(1), newest));
}

#[tokio::test]
async fn nothing_of_others_is_told() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    let (mut of_ines, _) = Live::open(&ines.client).await;
    let (mut of_noe, _) = Live::open(&noe.client).await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    of_ines.expect_changed("notices").await;
    of_noe.expect_nothing().await;
}

#[tokio::test]
async fn every_tab_is_told_and_the_ninth_takes_the_place_of_the_first() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let mut tabs = Vec::new();
    for _ in 0..9 {
        tabs.push(Live::open(&ines.client).await.0);
    }
    let mut first = tabs.remove(0);
    first.expect_closed("too_many_tabs", Duration::from_secs(2)).await;
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    for tab in &mut tabs {
        tab.expect_changed("notices").await;
    }
}

#[tokio::test]
async fn what_is_rolled_back_is_told_to_nobody() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (mut page, _) = Live::open(&ines.client).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    live::changed(&mut tx, &[ines.id], Topic::Offers).await.unwrap();
    tx.rollback().await.unwrap();
    page.expect_nothing().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    live::changed(&mut tx, &[ines.id], Topic::Shares).await.unwrap();
    tx.commit().await.unwrap();
    page.expect_changed("shares").await;
}

#[tokio::test]
async fn nobody_follows_without_a_token_in_the_header_or_from_another_site() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let token = ines.access_token();
    app.anonymous().get("/me/live").await.expect_problem(401, "unauthenticated");
    app.anonymous()
        .get(&format!("/me/live?access_token={token}"))
        .await
        .expect_problem(401, "unauthenticated");
    ines.client.get(&format!("/me/live?token={token}")).await.expect_field("/token", "unknown_field");
    let from = |origin: &str| {
        send(ines.client.request(Method::GET, "/me/live").header(header::ORIGIN, origin.to_owned()))
    };
    from("https://evil.example").await.expect_problem(403, "cross_origin");
    from("null").await.expect_problem(403, "cross_origin");
    assert_eq!(from(&app.base).await.status, 200);
    let cross = ines.client.request(Method::GET, "/me/live").header("Sec-Fetch-Site", "cross-site");
    send(cross).await.expect_problem(403, "cross_origin");
    app.advance(chrono::Duration::minutes(6));
    ines.client.get("/me/live").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn proxies_are_told_to_let_it_through_as_it_is() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let request = ines.client.request(Method::GET, "/me/live").header(header::ACCEPT_ENCODING, "gzip, br");
    let answer = send(request).await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/event-stream");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(answer.headers["x-accel-buffering"], "no");
    assert!(!answer.headers.contains_key(header::CONTENT_ENCODING));
    assert!(answer.text.contains("\nretry: "), "{}", answer.text);
}

#[tokio::test]
async fn a_broken_ear_is_mended_and_every_page_asks_again() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (mut live, _) = Live::open(&ines.client).await;
    for _ in 0..3 {
        // Every connection of the database but the one that cuts them.
        sqlx::query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'",
        )
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
        live.expect("resync").await;
        app.tell(&ines, NoticeKind::OfferReceived, app.state.ids.ordered()).await;
        live.expect_changed("notices").await;
    }
}

#[tokio::test]
async fn a_stream_ends_after_an_hour_and_not_with_its_token() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (mut live, _) = Live::open(&ines.client).await;
    app.advance(chrono::Duration::minutes(59));
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    live.expect_changed("notices").await;
    app.advance(chrono::Duration::minutes(1));
    live.expect_closed("renew", Duration::from_secs(2)).await;
}

#[tokio::test]
async fn a_server_that_follows_as_many_pages_as_it_can_says_when_to_come_back() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (hub, ids) = (app.state.part::<Hub>(), &app.state.ids);
    let mut others = Vec::new();
    while let Some(other) = hub.follow(ids.ordered(), ids.ordered(), app.state.clock.now()) {
        others.push(other);
    }
    let refused = ines.client.get("/me/live").await;
    assert_eq!(refused.headers[header::RETRY_AFTER], "10");
    refused.expect_problem(503, "overloaded");
    ines.client.get("/me/notifications/count").await.expect(200);
    others.pop();
    let (_live, hello) = Live::open(&ines.client).await;
    assert_eq!(hello["unread"], 0);
}

#[tokio::test]
async fn a_stream_with_nothing_to_say_says_that_it_lives_and_still_hears() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (mut live, _) = Live::open(&ines.client).await;
    let silence = tokio::time::timeout(Duration::from_secs(17), live.next()).await;
    assert!(silence.is_err(), "{silence:?}");
    assert_eq!(live.heartbeats, 1);
    app.tell(&ines, NoticeKind::OfferReceived, Uuid::nil()).await;
    live.expect_changed("notices").await;
}

#[tokio::test]
async fn a_page_that_goes_away_is_followed_no_more() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (live, _) = Live::open(&ines.client).await;
    let hub = app.state.part::<Hub>();
    assert_eq!(hub.count(), 1);
    drop(live);
    for _ in 0..50 {
        if hub.count() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it is still followed");
}
