use reqwest::Method;
use serde_json::{Value, json};

use super::{SAVED, keep, saved_path};
use crate::support::client::send;
use crate::support::companies::SIRET;
use crate::support::search::{SearchApp, someone};

#[tokio::test]
async fn view_runs_a_search_full_changes_it_and_only_its_owner_does_the_rest() {
    let app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let (owner, colleague) = (app.searcher().await, app.recruiting_member(SIRET).await);
    let saved = keep(&owner.user.client, "Tous", json!({})).await;
    let path = saved_path(&saved);
    let access = format!("{path}/access/{}", colleague.id);
    let client = &colleague.user.client;
    client.get(&path).await.expect_problem(404, "not_found");
    owner.user.client.put(&access, json!({"access": "view"})).await.expect(204);

    let seen = client.get(&path).await.expect(200);
    assert_eq!((&seen["access"], &seen["owner"]["last_name"]), (&json!("view"), &json!("Recrute")));
    assert_eq!(client.get(SAVED).await.expect(200)["items"][0]["id"], saved["id"]);
    assert_eq!(client.post(&format!("{path}/run"), json!({})).await.expect(200)["total"], 1);
    let write = |version: u32| {
        let body = json!({"name": "Toutes"});
        send(client.starting_from(Method::PATCH, &path, &json!(version)).json(&body))
    };
    write(1).await.expect_problem(403, "forbidden");
    owner.user.client.put(&access, json!({"access": "full"})).await.expect(204);
    assert_eq!(write(1).await.expect(200)["name"], "Toutes");
    client.delete(&path).await.expect_problem(403, "forbidden");
    client.get(&format!("{path}/access")).await.expect_problem(403, "forbidden");
    client.put(&access, json!({"access": "view"})).await.expect_problem(403, "forbidden");
    let given = owner.user.client.get(&format!("{path}/access")).await.expect(200);
    assert_eq!(
        (&given["items"][0]["recruiter_id"], &given["items"][0]["access"]),
        (&json!(colleague.id), &json!("full"))
    );
    let told: Vec<(String, Value)> =
        sqlx::query_as("SELECT kind, facts FROM notification WHERE person_id = $1")
            .bind(colleague.user.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(told, [("list.shared".to_owned(), json!({"what": "search", "name": "Tous"}))], "once");
    client.delete(&access).await.expect(204);
    client.get(&path).await.expect_problem(404, "not_found");
    client.delete(&access).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn only_colleagues_of_the_company_are_given_a_search() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await;
    let path = saved_path(&keep(&owner.user.client, "Tous", json!({})).await);
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let suspended = app.recruiter(SIRET, "active", "suspended").await;
    let give = |id: uuid::Uuid, access: &'static str| {
        let (client, path) = (owner.user.client.clone(), format!("{path}/access/{id}"));
        async move { client.put(&path, json!({"access": access})).await }
    };
    for stranger in [elsewhere.id.0, suspended.id.0, uuid::Uuid::nil()] {
        give(stranger, "view").await.expect_problem(404, "not_found");
    }
    give(owner.id.0, "view").await.expect_problem(403, "forbidden");
    let colleague = app.recruiting_member(SIRET).await;
    give(colleague.id.0, "pipeline").await.expect_problem(422, "invalid_request");
    elsewhere.user.client.get(&format!("{path}/access")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn one_name_may_be_ones_own_and_a_colleagues() {
    let app = SearchApp::start().await;
    let (owner, colleague) = (app.searcher().await, app.recruiting_member(SIRET).await);
    let path = saved_path(&keep(&owner.user.client, "Soudeurs", json!({})).await);
    keep(&colleague.user.client, "Soudeurs", json!({})).await;
    let access = format!("{path}/access/{}", colleague.id);
    owner.user.client.put(&access, json!({"access": "view"})).await.expect(204);
    let first = colleague.user.client.get(&format!("{SAVED}?limit=1")).await.expect(200);
    let next = format!("{SAVED}?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = colleague.user.client.get(&next).await.expect(200);
    assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
    assert_eq!(second["next_cursor"], json!(null));
    owner.user.client.delete("/me/company").await.expect_problem(409, "last_company_admin");
}
