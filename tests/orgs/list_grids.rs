use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn every_member_reads_them_also_when_suspended() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let grid = app.grid(&org).await;
    app.grid(&app.organisation("Autre").await).await;
    app.suspend(&org).await;
    for role in [Role::Admin, Role::Manager, Role::Trainer, Role::Trainee] {
        let listed = app.member(&org, role).await.client.get(&org.path("/grids")).await.expect(200);
        assert_eq!(listed["next_cursor"], json!(null));
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);
        assert_eq!(listed["items"][0]["id"], grid.to_string());
        assert_eq!(listed["items"][0]["steps"].as_array().unwrap().len(), 4);
    }
}

#[tokio::test]
async fn strangers_see_nothing_and_the_platform_no_content() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    app.grid(&org).await;
    let stranger = app.person("Paul", "Martin").await;
    let unknown = format!("/organisations/{}/grids", uuid::Uuid::nil());
    let foreign = stranger.client.get(&org.path("/grids")).await.expect_problem(404, "not_found");
    assert_eq!(foreign, stranger.client.get(&unknown).await.expect_problem(404, "not_found"));
    app.platform_admin().await.client.get(&org.path("/grids")).await.expect_problem(403, "forbidden");
    app.anonymous().get(&org.path("/grids")).await.expect_problem(401, "unauthenticated");
}
