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
