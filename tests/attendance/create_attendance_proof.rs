use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::{TestApp, start_time};

#[tokio::test]
async fn an_element_of_proof_is_typed_dated_and_may_have_a_file() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path("/attendance-proofs");
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let body = json!({
        "enrolment_id": class.enrolment(0), "slot_id": class.slot, "kind": "connection",
        "happened_at": start_time() - Duration::hours(1), "minutes": 55,
        "description": "Classe virtuelle, connecté de 9 h à 9 h 55", "file_id": file,
    });
    let proof = class.teacher(&app).post(&path, &body).await.expect(201);
    assert_eq!((&proof["kind"], &proof["file"]["id"]), (&json!("connection"), &json!(file)));
    assert_eq!(noted(&app, "attendance.proof_written").await, [Some(json!({ "kind": "connection" }))]);
    hidden_from_others(&app, &class, Method::POST, &path, &body).await;
}

#[tokio::test]
async fn unsound_elements_are_refused() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path("/attendance-proofs");
    let sound = json!({
        "enrolment_id": class.enrolment(0), "kind": "quiz", "happened_at": start_time(), "description": "Quiz 3 : 8/10",
    });
    let post = async |field: &str, value: Value| {
        let mut body = sound.clone();
        body[field] = value;
        class.teacher(&app).post(&path, body).await
    };
    post("enrolment_id", json!(uuid::Uuid::nil())).await.expect_field("/enrolment_id", "not_expected");
    post("slot_id", json!(uuid::Uuid::nil())).await.expect_field("/slot_id", "unknown_slot");
    post("happened_at", json!(start_time() + Duration::hours(1)))
        .await
        .expect_field("/happened_at", "in_future");
    post("minutes", json!(0)).await.expect_field("/minutes", "out_of_range");
    post("description", json!("x")).await.expect_field("/description", "too_short");
    post("file_id", json!(uuid::Uuid::nil())).await.expect_field("/file_id", "unknown_file");
    post("kind", json!("rumeur")).await.expect_field("/kind", "invalid_type");
}
