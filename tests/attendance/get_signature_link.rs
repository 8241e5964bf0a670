use chrono::Duration;
use serde_json::{Value, json};

use super::send_signature_links::{token, without_account};
use crate::support::app::TestApp;

#[tokio::test]
async fn opening_a_link_shows_the_slot_and_signs_nothing() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    without_account(&app, &class, "zoe@example.org").await;
    let first = token(&app, &class, "zoe@example.org").await;
    let slot = app.anonymous().get(&format!("/attendance-links/{first}")).await;
    assert!(!slot.text.contains("Stagiaire0"), "nobody else is named");
    let slot = slot.expect(200);
    assert_eq!(
        (&slot["label"], &slot["half_days"][0]["signature"]),
        (&json!("Soudure à l'arc"), &Value::Null)
    );
    // A new link makes the old one unknown.
    let second = token(&app, &class, "zoe@example.org").await;
    app.anonymous().get(&format!("/attendance-links/{first}")).await.expect_problem(404, "not_found");
    app.anonymous().get(&format!("/attendance-links/{second}")).await.expect(200);
    app.execute("UPDATE enrolment SET status = 'cancelled' WHERE email IS NOT NULL").await;
    app.anonymous().get(&format!("/attendance-links/{second}")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_link_ends_with_the_time_to_sign_or_with_the_sheet() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    without_account(&app, &class, "zoe@example.org").await;
    let path = format!("/attendance-links/{}", token(&app, &class, "zoe@example.org").await);
    // The slot lasts eight hours, and is signed until half an hour later.
    app.advance(Duration::hours(8) + Duration::minutes(30));
    app.anonymous().get(&path).await.expect(200);
    app.advance(Duration::seconds(1));
    app.anonymous().get(&path).await.expect_problem(410, "link_over");
    let reopening = json!({ "minutes": 60, "reason": "Réseau coupé" });
    class.teacher(&app).post(&class.slot_path("/attendance/reopening"), reopening).await.expect(200);
    app.anonymous().get(&path).await.expect(200);
    class.close(&app, class.slot).await;
    app.anonymous().get(&path).await.expect_problem(410, "link_over");
}

#[tokio::test]
async fn why_somebody_was_away_is_not_told_to_whoever_has_the_address() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let enrolment = without_account(&app, &class, "zoe@example.org").await;
    let path = format!("/attendance-links/{}", token(&app, &class, "zoe@example.org").await);
    let row = json!({
        "enrolment_id": enrolment, "part": "am", "status": "absent", "justified": true, "reason": "health",
        "note": "Hospitalisée", "seen_number": 0,
    });
    class.mark(&app, vec![row]).await;
    let told = app.anonymous().get(&path).await;
    assert!(!told.text.contains("Hospitalisée") && !told.text.contains("health"), "{}", told.text);
    let slot = told.expect(200);
    assert_eq!((&slot["half_days"][0]["mark"]["status"], &slot["contests"]), (&json!("absent"), &json!([])));
}

#[tokio::test]
async fn looking_does_not_wait_for_whoever_writes_on_the_sheet() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    without_account(&app, &class, "zoe@example.org").await;
    let path = format!("/attendance-links/{}", token(&app, &class, "zoe@example.org").await);
    let mut writing = app.state.pool.begin().await.unwrap();
    sqlx::query("SELECT id FROM session_slot WHERE id = $1 FOR UPDATE")
        .bind(class.slot)
        .execute(&mut *writing)
        .await
        .unwrap();
    let seen = tokio::time::timeout(std::time::Duration::from_secs(10), app.anonymous().get(&path)).await;
    seen.expect("it waits for the lock").expect(200);
    writing.rollback().await.unwrap();
}
