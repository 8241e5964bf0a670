use carnet::orgs::Role;
use chrono::Duration;
use serde_json::json;

use super::{audited, role_of};
use crate::support::app::TestApp;
use crate::support::organisations::Organisation;
use crate::support::users::User;

async fn invite(app: &TestApp, org: &Organisation, email: &str, role: &str) -> String {
    let admin = app.member(org, Role::Admin).await;
    let body = json!({ "email": email, "role": role });
    admin.client.post(&org.path("/invitations"), body).await.expect(201);
    app.mails_to(email).await.last().unwrap().after("/invitation?token=")
}

async fn accept(user: &User, token: &str) -> crate::support::client::Answer {
    user.client.post("/organisation-invitations/accept", json!({ "token": token })).await
}

#[tokio::test]
async fn the_invited_address_joins_with_the_role() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier du Bois").await;
    let person = app.person("Inès", "Lefèvre").await;
    let token = invite(&app, &org, &person.email.to_uppercase(), "trainer").await;
    accept(&person, &token).await.expect(204);
    assert_eq!(role_of(&app, &org, person.id).await.as_deref(), Some("trainer"));
    assert_eq!(person.client.get(&org.path("")).await.expect(200)["role"], "trainer");
    let trail = audited(&app, "organisation.member_joined").await;
    assert_eq!(trail, [(Some(person.id.0), Some(org.id.0), None, Some(json!({ "role": "trainer" })))]);
}

#[tokio::test]
async fn twice_changes_nothing_and_a_token_does_not_bring_back_who_left() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let person = app.person("Inès", "Lefèvre").await;
    let token = invite(&app, &org, &person.email, "trainee").await;
    accept(&person, &token).await.expect(204);
    accept(&person, &token).await.expect(204);
    assert_eq!(audited(&app, "organisation.member_joined").await.len(), 1);
    person.client.delete(&org.path(&format!("/members/{}", person.id))).await.expect(204);
    accept(&person, &token).await.expect_problem(422, "invalid_token");
    assert_eq!(role_of(&app, &org, person.id).await, None);
}

#[tokio::test]
async fn another_address_cannot_use_it() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (invited, other) = (app.person("Inès", "Lefèvre").await, app.person("Paul", "Martin").await);
    let token = invite(&app, &org, &invited.email, "admin").await;
    accept(&other, &token).await.expect_problem(403, "invitation_for_another");
    assert_eq!(role_of(&app, &org, other.id).await, None);
    accept(&invited, &token).await.expect(204);
}

#[tokio::test]
async fn unknown_replaced_and_late_tokens_are_refused() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let person = app.person("Inès", "Lefèvre").await;
    accept(&person, "unknown").await.expect_problem(422, "invalid_token");
    let first = invite(&app, &org, &person.email, "trainee").await;
    let second = invite(&app, &org, &person.email, "manager").await;
    accept(&person, &first).await.expect_problem(422, "invalid_token");
    app.advance(Duration::days(14));
    accept(&app.renewed(&person), &second).await.expect_problem(422, "invalid_token");
    assert_eq!(role_of(&app, &org, person.id).await, None);
}

#[tokio::test]
async fn who_joined_meanwhile_keeps_their_role() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let person = app.person("Inès", "Lefèvre").await;
    let token = invite(&app, &org, &person.email, "admin").await;
    app.join(&org, &person, Role::Trainee).await;
    accept(&person, &token).await.expect_problem(409, "already_member");
    assert_eq!(role_of(&app, &org, person.id).await.as_deref(), Some("trainee"));
}

#[tokio::test]
async fn nobody_joins_a_suspended_organisation() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let person = app.person("Inès", "Lefèvre").await;
    let token = invite(&app, &org, &person.email, "trainee").await;
    app.suspend(&org).await;
    accept(&person, &token).await.expect_problem(409, "organisation_suspended");
    assert_eq!(role_of(&app, &org, person.id).await, None);
}

#[tokio::test]
async fn the_body_holds_a_token_and_nothing_else() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    let post = |body| person.client.post("/organisation-invitations/accept", body);
    post(json!({})).await.expect_field("/token", "required");
    post(json!({ "token": "x", "role": "admin" })).await.expect_field("/role", "unknown_field");
}
