use carnet::orgs::Role;
use serde_json::json;

use super::{audited, grid_body};
use crate::support::app::TestApp;

#[tokio::test]
async fn admins_and_managers_write_grids() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    for role in [Role::Admin, Role::Manager] {
        let writer = app.member(&org, role).await;
        let grid = writer.client.post(&org.path("/grids"), grid_body()).await.expect(201);
        assert_eq!((grid["version"].as_i64(), grid["name"].as_str()), (Some(1), Some("Grille de l’atelier")));
        assert_eq!(
            grid["steps"][2],
            json!({ "position": 2, "name": "Seul", "common_level": 3, "passing": true })
        );
    }
    let listed = app.trainee(&org).await.client.get(&org.path("/grids")).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 2, "the same grid twice is two grids");
    assert_eq!(audited(&app, "organisation.grid_written").await.len(), 2);
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    app.trainer(&org)
        .await
        .client
        .post(&org.path("/grids"), grid_body())
        .await
        .expect_problem(403, "forbidden");
    app.trainee(&org)
        .await
        .client
        .post(&org.path("/grids"), grid_body())
        .await
        .expect_problem(403, "forbidden");
    let foreign = app.member(&other, Role::Admin).await;
    foreign.client.post(&org.path("/grids"), grid_body()).await.expect_problem(404, "not_found");
    let unknown = format!("/organisations/{}/grids", uuid::Uuid::nil());
    foreign.client.post(&unknown, grid_body()).await.expect_problem(404, "not_found");
    foreign.client.post("/organisations/x/grids", grid_body()).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn bad_grids_are_refused_by_pointer() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let path = org.path("/grids");
    let post = |body| admin.client.post(&path, body);
    post(json!({ "name": "G", "steps": [] })).await.expect_field("/steps", "out_of_range");
    post(json!({ "name": "", "steps": [{ "name": "A", "common_level": 9, "passing": true }] }))
        .await
        .expect_field("/steps/0/common_level", "out_of_range");
    post(json!({ "name": "G", "steps": [{ "name": "A", "passing": true, "points": 3 }] }))
        .await
        .expect_field("/steps/0/points", "unknown_field");
    post(json!({ "name": "G", "steps": [{ "name": "A", "common_level": "3", "passing": true }] }))
        .await
        .expect_field("/steps/0/common_level", "invalid_type");
    post(json!({ "name": "G", "steps": [{ "name": "A", "common_level": 3, "passing": false }] }))
        .await
        .expect_field("/steps", "no_passing_step");
    assert_eq!(admin.client.get(&path).await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_suspended_organisation_writes_none() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    app.suspend(&org).await;
    admin.client.post(&org.path("/grids"), grid_body()).await.expect_problem(409, "organisation_suspended");
    assert_eq!(admin.client.get(&org.path("/grids")).await.expect(200)["items"], json!([]));
}
