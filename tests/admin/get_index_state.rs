use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::search::{SearchApp, someone};

#[tokio::test]
async fn staff_sees_how_the_index_is() {
    let app = SearchApp::start().await;
    let staff = app.platform_admin().await.client;
    let mut hidden = someone("Zoé", "Martin");
    hidden.is_visible = false;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.add(&hidden).await;
    app.settled().await;
    let state = staff.get("/admin/index").await.expect(200);
    assert_eq!(state["state"], "ready");
    assert_eq!((&state["documents"], &state["visible_profiles"]), (&1.into(), &1.into()));
    assert_eq!((&state["pending"], &state["oldest_pending_seconds"]), (&0.into(), &Value::Null));
    assert_eq!(state["generation"], 1);
    assert!(state["segments"].as_u64().unwrap() >= 1 && state["size_bytes"].as_u64().unwrap() > 100);
    assert_eq!(state["last_commit_at"], "2026-03-03T08:00:00Z");
    assert_eq!(state["last_rebuild"]["profiles"], 0, "the index was built before anyone was visible");
    assert_eq!(state["last_rebuild"]["finished_at"], "2026-03-03T08:00:00Z");
}

#[tokio::test]
async fn what_waits_is_counted_and_dated() {
    let mut app = SearchApp::start().await;
    app.stop_keeper().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.advance(chrono::Duration::seconds(90));
    let staff = app.platform_admin().await.client;
    let state = staff.get("/admin/index").await.expect(200);
    assert_eq!((&state["state"], &state["pending"]), (&"stopped".into(), &1.into()));
    assert!((state["oldest_pending_seconds"].as_f64().unwrap() - 90.0).abs() < 0.001);
}

#[tokio::test]
async fn a_node_without_index_says_so_and_others_are_refused() {
    let app = TestApp::start().await;
    let state = app.platform_admin().await.client.get("/admin/index").await.expect(200);
    assert_eq!((&state["state"], &state["generation"]), (&"stopped".into(), &Value::Null));
    app.anonymous().get("/admin/index").await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin").await.client.get("/admin/index").await.expect_problem(403, "forbidden");
}
