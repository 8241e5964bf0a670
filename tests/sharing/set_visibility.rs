use serde_json::json;
use sha2::{Digest, Sha256};

use super::{show_to, switch};
use crate::support::app::TestApp;

/// Kind, version and fingerprint of every consent event, oldest first.
async fn events(app: &TestApp) -> Vec<(String, String, String)> {
    sqlx::query_as("SELECT kind, policy_version, policy_sha256 FROM consent_event ORDER BY at, id")
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn agreeing_keeps_the_proof_of_what_was_read() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let view = switch(&ines, true).await;
    assert_eq!(view["visible"], true);
    assert_eq!(view["changed_at"], "2026-03-03T08:00:00Z");
    let digest = Sha256::digest(view["policy_text"].as_str().unwrap());
    let hex = digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    assert_eq!(events(&app).await, [("visibility_given".to_owned(), "2026-11".to_owned(), hex)]);
    let trail: Vec<(String, uuid::Uuid)> =
        sqlx::query_as("SELECT kind, actor_id FROM audit_event").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(trail, [("sharing.visibility_given".to_owned(), ines.id.0)]);
}

#[tokio::test]
async fn twice_is_one_consent() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let first = switch(&ines, true).await;
    app.advance(chrono::Duration::minutes(1));
    assert_eq!(switch(&ines, true).await, first, "the date is that of the real change");
    switch(&ines, false).await;
    switch(&ines, false).await;
    let kinds: Vec<_> = events(&app).await.into_iter().map(|event| event.0).collect();
    assert_eq!(kinds, ["visibility_given", "visibility_withdrawn"]);
}

#[tokio::test]
async fn withdrawing_what_was_never_given_leaves_no_trace() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let view = switch(&ines, false).await;
    assert_eq!((view["visible"].as_bool(), view["changed_at"].is_null()), (Some(false), true));
    assert!(events(&app).await.is_empty());
}

#[tokio::test]
async fn a_text_no_longer_in_force_is_refused() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let stale = json!({ "visible": true, "policy_version": "2019-01" });
    ines.client.put("/me/visibility", &stale).await.expect_problem(409, "stale_policy");
    assert_eq!(ines.client.get("/me/visibility").await.expect(200)["visible"], false);
    assert!(events(&app).await.is_empty());
}

#[tokio::test]
async fn bad_bodies_are_refused_by_pointer() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let put = async |body| ines.client.put("/me/visibility", body).await;
    put(json!({ "visible": true })).await.expect_field("/policy_version", "required");
    put(json!({ "visible": "yes", "policy_version": "2026-11" }))
        .await
        .expect_field("/visible", "invalid_type");
    put(json!({ "visible": true, "policy_version": "2026-11", "to": "all" }))
        .await
        .expect_field("/to", "unknown_field");
}

#[tokio::test]
async fn simultaneous_changes_leave_one_event_each() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let body = json!({ "visible": true, "policy_version": "2026-11" });
    let calls = (0..4).map(|_| ines.client.put("/me/visibility", &body));
    for answer in futures::future::join_all(calls).await {
        answer.expect(200);
    }
    assert_eq!(events(&app).await.len(), 1);
}

#[tokio::test]
async fn each_change_of_audience_is_a_consent_and_no_word_leaves_it_as_it_was() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    assert_eq!(ines.client.get("/me/visibility").await.expect(200)["audience"], "everyone");
    assert_eq!(show_to(&ines, "chosen").await["audience"], "chosen");
    show_to(&ines, "chosen").await;
    assert_eq!(switch(&ines, false).await["audience"], "chosen");
    assert_eq!(switch(&ines, true).await["audience"], "chosen", "nobody comes back more visible");
    assert_eq!(show_to(&ines, "everyone").await["audience"], "everyone");
    let kinds: Vec<_> = events(&app).await.into_iter().map(|event| event.0).collect();
    let expected = [
        "visibility_given_to_chosen",
        "visibility_withdrawn",
        "visibility_given_to_chosen",
        "visibility_given",
    ];
    assert_eq!(kinds, expected);
    let trail: Vec<String> = sqlx::query_scalar("SELECT kind FROM audit_event ORDER BY id")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(trail, expected.map(|kind| format!("sharing.{kind}")));
    let proofs = carnet::sharing::verify_consents(&app.state).await.unwrap();
    assert!(proofs.faults.is_empty() && proofs.events == 4, "{proofs:?}");
}

#[tokio::test]
async fn an_audience_is_chosen_by_whoever_is_visible() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let put = async |body| ines.client.put("/me/visibility", body).await;
    put(json!({ "visible": false, "audience": "chosen", "policy_version": "2026-11" }))
        .await
        .expect_field("/audience", "only_when_visible");
    let unknown = json!({ "visible": true, "audience": "friends", "policy_version": "2026-11" });
    assert_eq!(put(unknown).await.status, 422);
    assert!(events(&app).await.is_empty());
}

#[tokio::test]
async fn an_audience_changed_behind_the_server_is_found() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    show_to(&ines, "chosen").await;
    sqlx::query("UPDATE visibility SET chosen_only = false").execute(&app.state.pool).await.unwrap();
    let faults = carnet::sharing::verify_consents(&app.state).await.unwrap().faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!((faults[0].person, faults[0].flaw), (ines.id, carnet::sharing::Flaw::Unproven));
}
