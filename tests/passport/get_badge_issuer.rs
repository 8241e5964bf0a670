use carnet::passport::{GivenKeys, Means, verify};
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_issuer_is_shown_once_a_badge_names_it() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let organisation =
        sqlx::query_scalar::<_, uuid::Uuid>("SELECT organisation_id FROM validation WHERE id = $1")
            .bind(holder.valid.parse::<uuid::Uuid>().unwrap())
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    let path = format!("/badge-issuers/{organisation}");
    app.anonymous().get(&path).await.expect_problem(404, "not_found");
    let made = &holder.workshop.trainee.client;
    let badge = made.post(&format!("/me/validations/{}/badge", holder.valid), json!({})).await.text;
    let profile = app.anonymous().get(&path).await.expect(200);
    assert_eq!(profile["type"], json!(["Profile"]));
    let keys = GivenKeys::of_platform(&app.seal_keys());
    let means = Means { keys: &keys, lists: &[], now: app.state.clock.now() };
    let verdict = verify(&mut std::io::Cursor::new(badge.as_bytes()), &means).unwrap().unwrap().unwrap();
    let (name, id) = (profile["name"].as_str().unwrap(), profile["id"].as_str().unwrap());
    assert!(id.ends_with(&format!("/api/v1{path}")), "{id}");
    let said = format!("Émis par {name} ({id})");
    assert!(verdict.facts.iter().any(|fact| fact.french.starts_with(&said)), "{verdict:?}");
}

#[tokio::test]
async fn an_organisation_of_which_there_is_no_badge_is_unknown() {
    let app = TestApp::with_catalogue().await;
    let unknown = uuid::Uuid::nil();
    app.anonymous().get(&format!("/badge-issuers/{unknown}")).await.expect_problem(404, "not_found");
    let holder = app.holder().await;
    holder
        .workshop
        .trainer
        .client
        .get(&format!("/badge-issuers/{unknown}"))
        .await
        .expect_problem(404, "not_found");
}
