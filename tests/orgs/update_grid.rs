use carnet::orgs::{self, Role};
use serde_json::json;

use super::{audited, grid_body};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_change_is_the_next_version_and_the_old_one_stays() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let manager = app.member(&org, Role::Manager).await;
    let grid = app.grid(&org).await;
    let path = org.path(&format!("/grids/{grid}"));
    let changed = manager.client.put(&path, grid_body()).await.expect(200);
    assert_eq!(
        (changed["id"].as_str(), changed["version"].as_i64()),
        (Some(grid.to_string().as_str()), Some(2))
    );
    let listed = manager.client.get(&org.path("/grids")).await.expect(200);
    assert_eq!(listed["items"], json!([changed]));
    let versions: Vec<i32> = sqlx::query_scalar("SELECT version FROM grid WHERE id = $1 ORDER BY version")
        .bind(grid)
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(versions, [1, 2]);
    assert_eq!(audited(&app, "organisation.grid_written").await.len(), 1);
    let step = orgs::grid_step(&app.state.pool, org.id, grid, 2).await.unwrap().unwrap();
    assert_eq!(
        (step.version, step.name.as_str(), step.common_level, step.passing),
        (2, "Seul", Some(3), true)
    );
}

#[tokio::test]
async fn the_same_content_again_changes_nothing() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let path = org.path(&format!("/grids/{}", app.grid(&org).await));
    admin.client.put(&path, grid_body()).await.expect(200);
    let again = admin.client.put(&path, grid_body()).await.expect(200);
    assert_eq!(again["version"], 2);
    assert_eq!(audited(&app, "organisation.grid_written").await.len(), 1);
}

#[tokio::test]
async fn written_versions_cannot_be_altered_even_by_hand() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    app.grid(&org).await;
    for statement in ["UPDATE grid SET name = 'x'", "UPDATE grid_step SET passing = true"] {
        let error = sqlx::query(statement).execute(&app.state.pool).await.unwrap_err().to_string();
        assert!(error.contains("append-only"), "{error}");
    }
}

#[tokio::test]
async fn foreign_and_unknown_grids_do_not_exist() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let admin = app.member(&org, Role::Admin).await;
    let foreign = app.grid(&other).await;
    for grid in [foreign.to_string(), uuid::Uuid::nil().to_string(), "x".to_owned()] {
        let path = org.path(&format!("/grids/{grid}"));
        admin.client.put(&path, grid_body()).await.expect_problem(404, "not_found");
    }
    let own = org.path(&format!("/grids/{}", app.grid(&org).await));
    app.trainer(&org).await.client.put(&own, grid_body()).await.expect_problem(403, "forbidden");
    app.member(&other, Role::Admin)
        .await
        .client
        .put(&own, grid_body())
        .await
        .expect_problem(404, "not_found");
    admin.client.put(&own, json!({ "name": "G" })).await.expect_field("/steps", "required");
    app.suspend(&org).await;
    admin.client.put(&own, grid_body()).await.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn two_changes_at_once_are_two_versions() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let path = org.path(&format!("/grids/{}", app.grid(&org).await));
    let changes = (0..8).map(|n| {
        let mut body = grid_body();
        body["name"] = json!(format!("Grille {n}"));
        let (client, path) = (admin.client.clone(), path.clone());
        async move { client.put(&path, body).await.expect(200)["version"].as_i64().unwrap() }
    });
    let mut versions = futures::future::join_all(changes).await;
    versions.sort_unstable();
    assert_eq!(versions, (2..10).collect::<Vec<_>>());
}
