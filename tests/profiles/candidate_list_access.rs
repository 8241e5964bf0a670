use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::{Client, send};
use crate::support::companies::{Recruiter, SIRET};
use crate::support::lists::{lines, list, put_on};
use crate::support::search::{Added, SearchApp, someone};

struct World {
    app: SearchApp,
    owner: Recruiter,
    colleague: Recruiter,
    people: Vec<Added>,
    path: String,
}

async fn world() -> World {
    let app = SearchApp::start().await;
    let (owner, colleague) = (app.searcher().await, app.recruiting_member(SIRET).await);
    let mut people = Vec::new();
    for number in 0..2 {
        people.push(app.add(&someone("Inès", &format!("Lefèvre{number}"))).await);
    }
    app.settled().await;
    let path = list(&owner.user.client, "Soudeurs").await;
    put_on(&owner.user.client, &path, &people[..1]).await;
    World { app, owner, colleague, people, path }
}

async fn give(owner: &Client, path: &str, to: &Recruiter, access: &str) {
    let answer = owner.put(&format!("{path}/access/{}", to.id), json!({"access": access})).await;
    answer.expect(204);
}

/// What each access allows: the status of everything one may do with a list.
async fn statuses(world: &World, client: &Client) -> Vec<u16> {
    let World { path, people, .. } = world;
    let line = lines(&world.owner.user.client, path).await[0]["id"].as_str().unwrap().to_owned();
    let target = list(&world.owner.user.client, "Autre").await;
    let to = target.rsplit('/').next().unwrap();
    give(&world.owner.user.client, &target, &world.colleague, "pipeline").await;
    let version = world.owner.user.client.get(path).await.expect(200)["version"].clone();
    let write = client.starting_from(Method::PUT, path, &version).json(&json!({"name": "Soudeuses"}));
    let reader = world.app.recruiting_member(SIRET).await.id;
    let answers = [
        client.get(path).await,
        client.get(&format!("{path}/candidates")).await,
        client.post(&format!("{path}/candidates"), json!({"profiles": [people[1].profile]})).await,
        client.patch(&format!("{path}/candidates/{line}"), json!({"stage": "contacted"})).await,
        client.post(&format!("{path}/candidates/move"), json!({"to": to, "candidates": [line]})).await,
        send(write).await,
        client.get(&format!("{path}/access")).await,
        client.put(&format!("{path}/access/{reader}"), json!({"access": "view"})).await,
        client.delete(path).await,
    ];
    answers.iter().map(|answer| answer.status.as_u16()).collect()
}

#[tokio::test]
async fn view_sees_pipeline_works_full_runs_and_only_the_owner_deletes() {
    for (access, expected) in [
        ("view", [200, 200, 403, 403, 403, 403, 403, 403, 403]),
        ("pipeline", [200, 200, 200, 204, 204, 403, 403, 403, 403]),
        ("full", [200, 200, 200, 204, 204, 200, 200, 204, 403]),
    ] {
        let world = world().await;
        give(&world.owner.user.client, &world.path, &world.colleague, access).await;
        let client = world.colleague.user.client.clone();
        assert_eq!(client.get(&world.path).await.expect(200)["access"], access);
        assert_eq!(statuses(&world, &client).await, expected, "{access}");
    }
    let world = world().await;
    let client = world.owner.user.client.clone();
    assert_eq!(statuses(&world, &client).await, [200, 200, 200, 204, 204, 200, 200, 204, 204], "owner");
}

#[tokio::test]
async fn whoever_is_given_access_is_told_once_and_sees_the_list() {
    let World { app, owner, colleague, path, .. } = world().await;
    for access in ["view", "view", "full"] {
        give(&owner.user.client, &path, &colleague, access).await;
    }
    let told: Vec<(String, Value)> =
        sqlx::query_as("SELECT kind, facts FROM notification WHERE person_id = $1")
            .bind(colleague.user.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(told, [("list.shared".to_owned(), json!({"what": "list", "name": "Soudeurs"}))]);
    let seen = colleague.user.client.get("/candidate-lists").await.expect(200);
    assert_eq!(seen["items"][0]["owner"]["id"], json!(owner.id));
    let given = owner.user.client.get(&format!("{path}/access")).await.expect(200);
    assert_eq!(
        (&given["items"][0]["recruiter_id"], &given["items"][0]["access"]),
        (&json!(colleague.id), &json!("full"))
    );
}

#[tokio::test]
async fn access_is_taken_away_or_given_up_at_once() {
    let World { app, owner, colleague, path, .. } = world().await;
    let access = format!("{path}/access/{}", colleague.id);
    give(&owner.user.client, &path, &colleague, "view").await;
    owner.user.client.delete(&access).await.expect(204);
    colleague.user.client.get(&path).await.expect_problem(404, "not_found");
    owner.user.client.delete(&access).await.expect_problem(404, "not_found");
    give(&owner.user.client, &path, &colleague, "view").await;
    let third = app.recruiting_member(SIRET).await;
    give(&owner.user.client, &path, &third, "view").await;
    let others = format!("{path}/access/{}", third.id);
    colleague.user.client.delete(&others).await.expect_problem(403, "forbidden");
    colleague.user.client.delete(&access).await.expect(204);
    colleague.user.client.get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn only_colleagues_of_the_company_are_given_anything() {
    let World { app, owner, colleague, path, .. } = world().await;
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let suspended = app.recruiter(SIRET, "active", "suspended").await;
    for stranger in [elsewhere.id.0, suspended.id.0, uuid::Uuid::nil()] {
        let answer =
            owner.user.client.put(&format!("{path}/access/{stranger}"), json!({"access": "view"})).await;
        answer.expect_problem(404, "not_found");
    }
    give(&owner.user.client, &path, &colleague, "full").await;
    let own = format!("{path}/access/{}", owner.id);
    colleague.user.client.put(&own, json!({"access": "view"})).await.expect_problem(403, "forbidden");
    let odd =
        owner.user.client.put(&format!("{path}/access/{}", colleague.id), json!({"access": "owner"})).await;
    odd.expect_problem(422, "invalid_request");
}

#[tokio::test]
async fn what_somebody_leaves_behind_is_run_by_the_admins() {
    let World { app, owner, colleague, path, .. } = world().await;
    let admin = app.recruiter_granted(SIRET).await;
    admin.user.client.get(&path).await.expect_problem(404, "not_found");
    give(&owner.user.client, &path, &colleague, "view").await;
    owner.user.client.delete("/me/company").await.expect(204);
    assert_eq!(admin.user.client.get(&path).await.expect(200)["access"], "owner");
    assert_eq!(colleague.user.client.get(&path).await.expect(200)["access"], "view");
    colleague.user.client.delete(&path).await.expect_problem(403, "forbidden");
    admin.user.client.delete(&path).await.expect(204);
}

#[tokio::test]
async fn whoever_leaves_the_company_loses_what_was_shared() {
    let World { app, owner, colleague, path, .. } = world().await;
    give(&owner.user.client, &path, &colleague, "full").await;
    colleague.user.client.delete("/me/company").await.expect(204);
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM candidate_list_access")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
}
