use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use super::preview_quiz_correction::{choosing, correct_key};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules};

#[tokio::test]
async fn each_correction_says_who_when_why_and_how_many() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    exam.hand_in(&app, 0, choosing(&exam, 1)).await;
    let mut body = correct_key(&app, &exam).await;
    let client = exam.class.teacher(&app);
    let shown = client.post(&exam.path("/correction-preview"), &body).await.expect(200);
    body["seen"] = shown["seen"].clone();
    body["reason"] = json!("Le corrigé inversait deux choix.");
    client.post(&exam.path("/corrections"), &body).await.expect(201);
    let page = client.get(&exam.path("/corrections")).await.expect(200);
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!((&items[0]["from_number"], &items[0]["to_number"]), (&json!(1), &json!(2)));
    assert_eq!((&items[0]["applied_by"], &items[0]["changed"]), (&json!("Farida Membre"), &json!(1)));
    assert_eq!(items[0]["question_id"], json!(exam.question(Q::Single)));
    assert_eq!(
        (&items[0]["reason"], &items[0]["applied_at"]),
        (&body["reason"], &json!(app.state.clock.now()))
    );
    hidden_from_others(&app, &exam.class, Method::GET, &exam.path("/corrections"), &Value::Null).await;
}
