use carnet::orgs::Role;
use serde_json::json;

use super::{audited, grid_body};
use crate::support::app::TestApp;

#[tokio::test]
async fn it_works_again() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let admin = app.member(&org, Role::Admin).await;
    app.suspend(&org).await;
    let path = format!("/admin/organisations/{}/reinstate", org.id);
    platform.client.post(&path, ()).await.expect(204);
    let view = admin.client.get(&org.path("")).await.expect(200);
    assert_eq!((view["status"].as_str(), view["status_reason"].as_str()), (Some("active"), None));
    admin.client.post(&org.path("/grids"), grid_body()).await.expect(201);
    assert_eq!(audited(&app, "organisation.reinstated").await.len(), 1);

    let problem = platform.client.post(&path, ()).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "active");
}

#[tokio::test]
async fn unknown_and_forbidden() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let admin = app.member(&org, Role::Admin).await;
    app.suspend(&org).await;
    let path = format!("/admin/organisations/{}/reinstate", org.id);
    admin.client.post(&path, ()).await.expect_problem(403, "forbidden");
    let unknown = format!("/admin/organisations/{}/reinstate", uuid::Uuid::nil());
    platform.client.post(&unknown, ()).await.expect_problem(404, "not_found");
    assert_eq!(admin.client.get(&org.path("")).await.expect(200)["status"], json!("suspended"));
}
