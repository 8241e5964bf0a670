use serde_json::{Value, json};

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;

#[tokio::test]
async fn quizzes_are_found_by_kind_state_and_title() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let first = school.published_quiz("Électricité").await;
    let second = school.quiz(&json!({ "kind": "assignment", "title": "Rapport" })).await;
    app.school("Ailleurs").await.quiz(&quiz_draft("Le leur", &[])).await;
    let found = async |query: &str| -> Vec<Value> {
        let page = school.trainer.client.get(&school.path(&format!("/quizzes?{query}"))).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|quiz| quiz["id"].clone()).collect()
    };
    let (first, second) = (first["id"].clone(), second["id"].clone());
    assert_eq!(found("").await, [second.clone(), first.clone()]);
    assert_eq!(found("kind=assignment").await, std::slice::from_ref(&second));
    assert_eq!(found("status=published").await, std::slice::from_ref(&first));
    assert_eq!(found("q=ELECTRI").await, std::slice::from_ref(&first));
    assert_eq!(found("q=rien").await, Vec::<Value>::new());
    let page = school.trainer.client.get(&school.path("/quizzes?limit=1")).await.expect(200);
    let next = page["next_cursor"].as_str().unwrap();
    assert_eq!(found(&format!("limit=1&cursor={next}")).await, [first]);
    let client = &school.trainer.client;
    client.get(&school.path("/quizzes?status=open")).await.expect_field("/status", "invalid_type");
    read_by_those_who_teach(&app, &school, &school.path("/quizzes")).await;
}
