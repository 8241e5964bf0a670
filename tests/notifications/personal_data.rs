//! What the slice gives of somebody, and what it leaves of them.

use carnet::notices::NoticeKind;
use carnet::notifications;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::client::send;

#[tokio::test]
async fn everything_held_is_given_and_then_gone_and_nobody_elses_is() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    for user in [&ines, &noe] {
        app.tell_facts(user, NoticeKind::OfferReceived, Uuid::nil(), json!({ "title": "Soudeuse" })).await;
        let settings = user.client.get("/me/notification-settings").await.expect(200);
        user.client.put("/me/notification-settings", settings).await.expect(200);
        let request = user.client.request(reqwest::Method::POST, "/me/experiences");
        let request = request.header("Idempotency-Key", "k").json(&json!({ "title": "Bénévolat" }));
        send(request).await.expect(201);
    }
    let mut conn = app.state.pool.acquire().await.unwrap();
    let held = notifications::personal_data(&mut conn, ines.id).await.unwrap();
    assert_eq!(held["notifications"][0]["facts"]["title"], "Soudeuse");
    assert_eq!(held["notification_settings"].as_array().unwrap().len(), 6);
    assert_eq!(held["repeatable_requests"][0]["path"], "/api/v1/me/experiences");
    let mut tx = app.state.pool.begin().await.unwrap();
    notifications::erase_person(&mut tx, &app.state.ids, ines.id, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let left = notifications::personal_data(&mut conn, ines.id).await.unwrap();
    assert_eq!(left, json!({ "notifications": [], "notification_settings": [], "repeatable_requests": [] }));
    let others = notifications::personal_data(&mut conn, noe.id).await.unwrap();
    assert_eq!(others["notifications"].as_array().unwrap().len(), 1);
    assert_eq!(others["repeatable_requests"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_others_were_told_and_answered_that_names_an_erased_person_goes_too() {
    let app = TestApp::start().await;
    let (ines, noe) = (app.person("Inès", "Lefèvre").await, app.person("Noé", "Tardif").await);
    let facts = [
        json!({ "first_name": "Inès", "last_name": "Lefèvre", "answer": "accepted" }),
        json!({ "author": "Inès Lefèvre" }),
        json!({ "profile_id": ines.profile }),
        json!({ "first_name": "Inès", "last_name": "Autre" }),
        json!({ "title": "Inès Lefèbvre" }),
    ];
    for (subject, facts) in (0..).zip(facts) {
        app.tell_facts(&noe, NoticeKind::OfferAnswered, Uuid::from_u128(subject), facts).await;
    }
    for (key, title) in [("one", "Avec Inès Lefèvre"), ("two", "Seul")] {
        let request = noe.client.request(reqwest::Method::POST, "/me/experiences");
        send(request.header("Idempotency-Key", key).json(&json!({ "title": title }))).await.expect(201);
    }
    let mut tx = app.state.pool.begin().await.unwrap();
    notifications::erase_person(&mut tx, &app.state.ids, ines.id, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let left: Vec<Uuid> = sqlx::query_scalar("SELECT subject_id FROM notification ORDER BY subject_id")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(left, [Uuid::from_u128(3), Uuid::from_u128(4)]);
    let kept: Vec<(String, bool)> =
        sqlx::query_as("SELECT key, body IS NOT NULL FROM idempotency_key ORDER BY key")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(kept, [("one".to_owned(), false), ("two".to_owned(), true)]);
    let request = noe.client.request(reqwest::Method::POST, "/me/experiences");
    let again =
        send(request.header("Idempotency-Key", "one").json(&json!({ "title": "Avec Inès Lefèvre" }))).await;
    again.expect_problem(409, "idempotency_answer_not_kept");
}
