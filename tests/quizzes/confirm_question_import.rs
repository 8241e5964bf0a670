use carnet::quizzes::PurgeQuestionImports;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach};
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;
use crate::support::trainings::School;

const FILE: &str = "Un ?{T}\n\nDeux ?{=a ~b}\n";

async fn shown(school: &School, file: &str) -> (String, Value) {
    let shown = school.send_questions(&school.trainer, "gift", file).await.expect(201);
    (school.path(&format!("/question-imports/{}/confirm", shown["id"].as_str().unwrap())), shown)
}

#[tokio::test]
async fn what_was_shown_is_written_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, _) = shown(&school, FILE).await;
    let (client, body) = (&school.trainer.client, json!({ "skip_errors": false }));
    let (one, two) = tokio::join!(client.post(&path, &body), client.post(&path, &body));
    let (one, two) = (one.expect(200), two.expect(200));
    assert_eq!(
        (&one["counts"], &one["confirmed_at"]),
        (&json!({ "create": 2, "error": 0 }), &two["confirmed_at"])
    );
    assert!(one["confirmed_at"].is_string());
    let mut titles = school.titles().await;
    titles.sort();
    assert_eq!(titles, ["Deux ?", "Un ?"]);
    assert_eq!(
        noted(&app, "question.imported").await,
        [Some(json!({ "counts": { "create": 2, "error": 0 } }))]
    );
}

#[tokio::test]
async fn errors_are_left_out_when_one_says_so() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, _) = shown(&school, "Un ?{T}\n\nDeux ?\n").await;
    let client = &school.trainer.client;
    client.post(&path, json!({ "skip_errors": false })).await.expect_problem(409, "import_has_errors");
    assert!(school.titles().await.is_empty());
    client.post(&path, json!({ "skip_errors": true })).await.expect(200);
    assert_eq!(school.titles().await, ["Un ?"]);
}

#[tokio::test]
async fn what_would_be_otherwise_now_is_shown_first() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, _) = shown(&school, FILE).await;
    school.question(&choice_draft("Un ?")).await;
    let (client, body) = (&school.trainer.client, json!({ "skip_errors": false }));
    let stale = client.post(&path, &body).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["rows"][0]["remarks"][0]["code"], "same_statement");
    client.post(&path, &body).await.expect(200);
    assert_eq!(school.titles().await.len(), 3);
}

#[tokio::test]
async fn a_file_waits_a_day_and_belongs_to_its_organisation() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (other, _) = shown(&school, "Trois ?{T}\n").await;
    let (path, shown) = shown(&school, FILE).await;
    let foreign = app.school("Plus loin").await;
    let theirs = foreign.path(&format!("/question-imports/{}/confirm", shown["id"].as_str().unwrap()));
    let body = json!({ "skip_errors": false });
    foreign.trainer.client.post(&theirs, &body).await.expect_problem(404, "not_found");
    let left = async || -> i64 {
        app.run_job(PurgeQuestionImports {}).await;
        sqlx::query_scalar("SELECT count(*) FROM question_import").fetch_one(&app.state.pool).await.unwrap()
    };
    app.advance(Duration::hours(24) - Duration::seconds(1));
    assert_eq!(left().await, 2, "a second before");
    let trainer = app.renewed(&school.trainer);
    trainer.client.post(&other, &body).await.expect(200);
    app.advance(Duration::seconds(1));
    trainer.client.post(&path, &body).await.expect_problem(404, "not_found");
    assert_eq!(left().await, 0);
}

#[tokio::test]
async fn only_those_who_teach_confirm() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (path, _) = shown(&school, FILE).await;
    only_for_those_who_teach(&app, &school, Method::POST, &path, &json!({ "skip_errors": false })).await;
}
