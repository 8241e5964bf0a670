//! A stream ends with its session, within a second (TRUST S5, S19).

use std::time::Duration;

use carnet::notices::NoticeKind;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::live::Live;
use crate::support::users::{PASSWORD, User};

/// A second, and what a busy machine adds.
const SOON: Duration = Duration::from_millis(1500);

/// A person with two devices and a stream on each.
async fn on_two_devices(app: &TestApp) -> (User, Live, User, Live) {
    let one = app.person("Inès", "Lefèvre").await;
    let other = app.second_device(&one).await;
    let (on_one, _) = Live::open(&one.client).await;
    let (on_other, _) = Live::open(&other.client).await;
    (one, on_one, other, on_other)
}

#[tokio::test]
async fn a_device_that_signs_out_is_told_nothing_more_and_the_other_one_is() {
    let app = TestApp::start().await;
    let (one, mut on_one, _, mut on_other) = on_two_devices(&app).await;
    one.client.post("/auth/logout", ()).await.expect(204);
    on_one.expect_closed("session_over", SOON).await;
    app.tell(&one, NoticeKind::OfferReceived, Uuid::nil()).await;
    on_other.expect_changed("notices").await;
}

#[tokio::test]
async fn every_device_that_is_signed_out_elsewhere_is_cut_off() {
    let app = TestApp::start().await;
    let (one, mut on_one, _, mut on_other) = on_two_devices(&app).await;
    one.client.post("/auth/logout-everywhere", ()).await.expect(204);
    on_one.expect_closed("session_over", SOON).await;
    on_other.expect_closed("session_over", SOON).await;
}

#[tokio::test]
async fn another_password_cuts_off_the_other_devices() {
    let app = TestApp::start().await;
    let (one, mut on_one, _, mut on_other) = on_two_devices(&app).await;
    let body = json!({ "current_password": PASSWORD, "password": "Cinq vélos rouges" });
    one.client.post("/auth/change-password", body).await.expect(204);
    on_other.expect_closed("session_over", SOON).await;
    app.tell(&one, NoticeKind::OfferReceived, Uuid::nil()).await;
    on_one.expect_changed("notices").await;
}

#[tokio::test]
async fn a_closed_account_and_a_session_revoked_behind_our_back_are_cut_off() {
    let app = TestApp::start().await;
    let (one, mut on_one, _, mut on_other) = on_two_devices(&app).await;
    sqlx::query("UPDATE refresh_family SET revoked_at = now(), revoked_reason = 'reuse' WHERE id = $1")
        .bind(one.session)
        .execute(&app.state.pool)
        .await
        .unwrap();
    on_one.expect_closed("session_over", SOON).await;
    on_other.expect_nothing().await;
    sqlx::query("UPDATE person SET disabled_at = now() WHERE id = $1")
        .bind(one.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    on_other.expect_closed("session_over", SOON).await;
    one.client.get("/me/live").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_erased_person_is_cut_off() {
    let app = TestApp::start().await;
    let (one, mut on_one, ..) = on_two_devices(&app).await;
    sqlx::query("DELETE FROM refresh_family WHERE person_id = $1")
        .bind(one.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    on_one.expect_closed("session_over", SOON).await;
}

#[tokio::test]
async fn streams_are_cut_off_while_requests_hold_every_connection() {
    let app = TestApp::start().await;
    let (one, mut on_one, ..) = on_two_devices(&app).await;
    let mut held = Vec::new();
    sqlx::query("UPDATE refresh_family SET revoked_at = now() WHERE id = $1")
        .bind(one.session)
        .execute(&app.state.pool)
        .await
        .unwrap();
    while let Ok(connection) = app.state.pool.acquire().await {
        held.push(connection);
    }
    on_one.expect_closed("session_over", SOON).await;
    assert!(held.len() >= 5, "the pool was not emptied");
}
