use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_the_company;
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};
use crate::support::taking::Q;

fn path(quiz: &Value, rest: &str) -> String {
    format!("/company/quizzes/{}{rest}", quiz["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_quiz_lives_from_its_draft_to_the_archive() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let client = &recruiter.user.client;
    let question = client.post("/company/questions", choice_draft("Une question")).await.expect(201);
    let draft = quiz_draft("Test", &[item(&question)]);
    let quiz = client.post("/company/quizzes", &draft).await.expect(201);
    assert_eq!(
        (&quiz["status"], &quiz["invitations"], &quiz["sessions"]),
        (&json!("draft"), &json!(0), &json!(0))
    );
    let published = client.post_at(&path(&quiz, "/publish"), &quiz["version"]).await.expect(200);
    assert_eq!((&published["status"], &published["revision"]), (&json!("published"), &json!(1)));
    let twice = client.post_at(&path(&quiz, "/publish"), &published["version"]).await;
    twice.expect_problem(409, "nothing_to_publish");
    let other =
        client.put_at(&path(&quiz, ""), &published["version"], quiz_draft("Autre", &[item(&question)])).await;
    let other = other.expect(200);
    assert_eq!((&other["has_draft"], &other["title"]), (&json!(true), &json!("Autre")));
    let discarded = client.delete_at(&path(&quiz, "/draft"), &other["version"]).await.expect(200);
    assert_eq!((&discarded["has_draft"], &discarded["title"]), (&json!(false), &json!("Test")));
    client.delete_at(&path(&quiz, ""), &discarded["version"]).await.expect_problem(409, "illegal_transition");
    let revisions = client.get(&path(&quiz, "/revisions")).await.expect(200);
    assert_eq!(revisions["items"].as_array().unwrap().len(), 1);
    let revision = client.get(&path(&quiz, "/revisions/1")).await.expect(200);
    assert_eq!(revision["questions"], 1);
    let away = client.post_at(&path(&quiz, "/archive"), &discarded["version"]).await.expect(200);
    let back = client.post_at(&path(&quiz, "/restore"), &away["version"]).await.expect(200);
    assert_eq!((&away["status"], &back["status"]), (&json!("archived"), &json!("published")));
    let copy = client.post(&path(&quiz, "/duplicate"), ()).await.expect(201);
    let page = client.get("/company/quizzes?status=draft").await.expect(200);
    assert_eq!(page["items"][0]["id"], copy["id"]);
    assert_eq!(client.delete_at(&path(&copy, ""), &copy["version"]).await.status, 204);
}

#[tokio::test]
async fn a_quiz_is_its_company_s_alone() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let draft = quiz_draft("Autre", &[]);
    for (method, rest, body) in [
        (Method::GET, "", &Value::Null),
        (Method::PUT, "", &draft),
        (Method::DELETE, "", &Value::Null),
        (Method::POST, "/publish", &Value::Null),
        (Method::POST, "/archive", &Value::Null),
        (Method::POST, "/restore", &Value::Null),
        (Method::POST, "/duplicate", &Value::Null),
        (Method::DELETE, "/draft", &Value::Null),
        (Method::GET, "/revisions", &Value::Null),
        (Method::GET, "/revisions/1", &Value::Null),
        (Method::GET, "/invitations", &Value::Null),
        (Method::GET, "/results", &Value::Null),
        (Method::GET, "/statistics", &Value::Null),
        (Method::GET, "/copies", &Value::Null),
        (Method::GET, "/corrections", &Value::Null),
        (Method::GET, "/results-export", &Value::Null),
        (Method::POST, "/publication", &json!({})),
    ] {
        only_for_the_company(&app, method, &exam.path(rest), body).await;
    }
}

#[tokio::test]
async fn an_invitation_is_one_attempt_and_only_companies_count_signals() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let draft = |settings: Value| json!({ "kind": "quiz", "title": "Test", "settings": settings });
    let twice = recruiter.user.client.post("/company/quizzes", draft(json!({ "attempts": 2 }))).await;
    twice.expect_field("/settings/attempts", "one_per_invitation");
    let counted = draft(json!({ "integrity_signals": true }));
    let quiz = recruiter.user.client.post("/company/quizzes", &counted).await.expect(201);
    assert_eq!(quiz["content"]["settings"]["integrity_signals"], true);
    let school = app.school("Atelier").await;
    let refused = school.trainer.client.post(&school.path("/quizzes"), &counted).await;
    refused.expect_field("/settings/integrity_signals", "companies_only");
}

#[tokio::test]
async fn two_who_publish_at_once_make_one_revision() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let client = &recruiter.user.client;
    let question = client.post("/company/questions", choice_draft("Une question")).await.expect(201);
    let quiz = client.post("/company/quizzes", quiz_draft("Test", &[item(&question)])).await.expect(201);
    let at = path(&quiz, "/publish");
    let (one, other) =
        tokio::join!(client.post_at(&at, &quiz["version"]), client.post_at(&at, &quiz["version"]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}
