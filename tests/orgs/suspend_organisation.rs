use carnet::orgs::Role;
use serde_json::json;

use super::audited;
use crate::support::app::TestApp;

#[tokio::test]
async fn members_read_and_nothing_is_written() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let (admin, trainee) = (app.member(&org, Role::Admin).await, app.trainee(&org).await);
    let path = format!("/admin/organisations/{}/suspend", org.id);
    platform.client.post(&path, json!({ "reason": "Contrôle en cours" })).await.expect(204);
    let view = admin.client.get(&org.path("")).await.expect(200);
    assert_eq!(
        (view["status"].as_str(), view["status_reason"].as_str()),
        (Some("suspended"), Some("Contrôle en cours"))
    );
    admin.client.get(&org.path("/members")).await.expect(200);
    let member = org.path(&format!("/members/{}", trainee.id));
    admin
        .client
        .patch(&member, json!({ "role": "trainer" }))
        .await
        .expect_problem(409, "organisation_suspended");
    admin.client.delete(&member).await.expect_problem(409, "organisation_suspended");
    let trail = audited(&app, "organisation.suspended").await;
    let (before, after) = (json!({ "status": "active" }), json!({ "status": "suspended" }));
    assert_eq!(trail, [(Some(platform.id.0), Some(org.id.0), Some(before), Some(after))]);
}

#[tokio::test]
async fn twice_is_refused_with_the_current_state() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let path = format!("/admin/organisations/{}/suspend", org.id);
    platform.client.post(&path, json!({ "reason": "Un" })).await.expect(204);
    let problem = platform
        .client
        .post(&path, json!({ "reason": "Deux" }))
        .await
        .expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "suspended");
    assert_eq!(audited(&app, "organisation.suspended").await.len(), 1);
}

#[tokio::test]
async fn unknown_bad_and_forbidden() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let admin = app.member(&org, Role::Admin).await;
    let path = format!("/admin/organisations/{}/suspend", org.id);
    admin.client.post(&path, json!({ "reason": "x" })).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path, json!({ "reason": "x" })).await.expect_problem(401, "unauthenticated");
    platform.client.post(&path, json!({ "reason": " " })).await.expect_field("/reason", "required");
    platform.client.post(&path, json!({})).await.expect_field("/reason", "required");
    let unknown = format!("/admin/organisations/{}/suspend", uuid::Uuid::nil());
    platform.client.post(&unknown, json!({ "reason": "x" })).await.expect_problem(404, "not_found");
    assert_eq!(admin.client.get(&org.path("")).await.expect(200)["status"], "active");
}
