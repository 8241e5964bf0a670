use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach};
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

#[tokio::test]
async fn an_archived_question_stays_where_it_is_asked_and_is_published_nowhere() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let quiz = school.publish_quiz(&school.quiz(&quiz_draft("Quiz", &[item(&question)])).await).await;
    let path = school.question_path(&question, "/archive");
    let client = &school.trainer.client;
    let archived = client.post_at(&path, &json!(1)).await.expect(200);
    assert_eq!(
        (&archived["archived"], &archived["version"], &archived["number"]),
        (&json!(true), &json!(2), &json!(1))
    );
    client.get(&school.quiz_path(&quiz, "/revisions/1")).await.expect(200);
    let other = school.quiz(&quiz_draft("Autre", &[item(&question)])).await;
    let refused = client.post_at(&school.quiz_path(&other, "/publish"), &json!(1)).await;
    refused.expect_field("/sections/0/items/0/question_id", "archived_question");
    let again = client.post_at(&path, &json!(2)).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "archived");
    assert_eq!(noted(&app, "question.written").await[1], Some(json!({ "what": "archived", "number": 1 })));
}

#[tokio::test]
async fn who_archives_starts_from_what_is_there() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    school.rewrite_question(&question, &choice_draft("Autre")).await;
    let path = school.question_path(&question, "/archive");
    let stale = school.trainer.client.post_at(&path, &json!(1)).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["title"], "Autre");
    only_for_those_who_teach(&app, &school, Method::POST, &path, &Value::Null).await;
}
