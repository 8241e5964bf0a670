//! Offers: written, sent one by one, answered, followed, forgotten.

mod accept_offer;
mod add_offer_recipients;
mod anonymise_offers;
mod answer_duty;
mod close_my_offer;
mod close_offer_recipient;
mod create_offer;
mod delete_offer;
mod erase_person;
mod expire_offers;
mod export_offer_recipients;
mod follow_offers;
mod get_my_offer;
mod get_my_offer_file;
mod get_my_offer_file_link;
mod get_offer;
mod get_offer_file;
mod get_offer_recipient;
mod limits;
mod list_my_offers;
mod list_offer_recipients;
mod list_offers;
mod list_talent_pool;
mod open_my_offer;
mod preview_offer;
mod quizzes;
mod races;
mod refuse_offer;
mod refuse_pending_offers;
mod remind_offer_recipient;
mod remind_offers;
mod remove_offer_recipient;
mod send_offer;
mod set_talent_pool;
mod shared_reading;
mod suspended_company;
mod two_nodes;
mod undo_offer_answer;
mod update_my_offer_shares;
mod update_offer;
mod update_offer_settings;
mod withdraw_offer;
mod withdraw_offer_recipient;

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::{Client, send};
use crate::support::companies::drawn_siret;
use crate::support::users::User;

async fn ask(client: &Client, method: &Method, path: &str, body: &Value) -> crate::support::client::Answer {
    let request = client.starting_from(method.clone(), path, &json!(1));
    send(if body.is_null() { request } else { request.json(body) }).await
}

/// Checks that this is asked by verified recruiters alone, and that to another company the offer does not exist.
async fn only_for_its_company(app: &TestApp, method: &Method, path: &str, body: &Value) {
    ask(&app.anonymous(), method, path, body).await.expect_problem(401, "unauthenticated");
    let person = app.person("Zoé", "Martin").await.client;
    ask(&person, method, path, body).await.expect_problem(403, "recruiter_required");
    let other = drawn_siret(7);
    let unverified = app.recruiter(&other, "active", "suspended").await.user.client;
    ask(&unverified, method, path, body).await.expect_problem(403, "recruiter_not_verified");
    let elsewhere = app.recruiter_granted(&other).await.user.client;
    let hidden = ask(&elsewhere, method, path, body).await.expect_problem(404, "not_found");
    let id = path.split('/').nth(2).unwrap();
    for unknown in [Uuid::nil().to_string(), "x".to_owned()] {
        let unknown = path.replacen(id, &unknown, 1);
        let answer = ask(&elsewhere, method, &unknown, body).await.expect_problem(404, "not_found");
        assert_eq!(answer, hidden, "an unknown offer is told apart from a hidden one");
    }
}

/// Checks that only who received it asks this; to everybody else it does not exist.
async fn only_for_its_person(app: &TestApp, method: &Method, path: &str, body: &Value) {
    ask(&app.anonymous(), method, path, body).await.expect_problem(401, "unauthenticated");
    let stranger = app.person("Zoé", "Martin").await.client;
    let hidden = ask(&stranger, method, path, body).await.expect_problem(404, "not_found");
    let id = path.split('/').nth(3).unwrap();
    for unknown in [Uuid::nil().to_string(), "x".to_owned()] {
        let unknown = path.replacen(id, &unknown, 1);
        let answer = ask(&stranger, method, &unknown, body).await.expect_problem(404, "not_found");
        assert_eq!(answer, hidden, "unknown and hidden are told apart");
    }
    let hirer = app.hirer().await.user.client;
    ask(&hirer, method, path, body).await.expect_problem(404, "not_found");
}

/// A colleague of the recruiters of [`TestApp::hirer`] who does not run the company.
async fn colleague(app: &TestApp) -> User {
    let colleague = app.hirer().await;
    sqlx::query("UPDATE recruiter SET role = 'member' WHERE id = $1")
        .bind(colleague.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    colleague.user
}
