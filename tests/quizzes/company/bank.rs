use reqwest::Method;
use serde_json::{Value, json};

use super::super::noted;
use super::only_for_the_company;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

fn path(question: &Value, rest: &str) -> String {
    format!("/company/questions/{}{rest}", question["id"].as_str().unwrap())
}

fn asks(app: &TestApp, text: &str) -> Value {
    let mut draft = choice_draft(text);
    draft["tags"] = json!(["soudage"]);
    draft["skills"] = json!([app.skills_of("M1805")[0]]);
    draft
}

#[tokio::test]
async fn every_recruiter_of_the_company_writes_the_same_bank() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let colleague = app.fellow_recruiter(&recruiter).await;
    let made = recruiter
        .user
        .client
        .post("/company/questions", asks(&app, "Quelle est l’intensité ?"))
        .await
        .expect(201);
    assert_eq!(
        (&made["warnings"], &made["number"], &made["content"]["tags"]),
        (&json!([]), &json!(1), &json!(["soudage"]))
    );
    let again = colleague
        .user
        .client
        .put_at(&path(&made, ""), &made["version"], asks(&app, "Quelle tension ?"))
        .await
        .expect(200);
    assert_eq!(again["number"], 2);
    recruiter
        .user
        .client
        .put_at(&path(&made, ""), &made["version"], asks(&app, "Autre"))
        .await
        .expect_problem(412, "stale");
    let found =
        format!("/company/questions?q=TENSION&tag=soudage&skill={}", app.skills_of("M1805")[0].as_str());
    let page = recruiter.user.client.get(&found).await.expect(200);
    assert_eq!(
        (page["items"].as_array().unwrap().len(), &page["items"][0]["title"]),
        (1, &json!("Quelle tension ?"))
    );
    let tags = colleague.user.client.get("/company/question-tags").await.expect(200);
    assert_eq!(tags["items"], json!([{ "tag": "soudage", "questions": 1 }]));
    let versions = colleague.user.client.get(&path(&made, "/versions")).await.expect(200);
    assert_eq!(versions["items"].as_array().unwrap().len(), 2);
    let first = colleague.user.client.get(&path(&made, "/versions/1")).await.expect(200);
    assert_eq!(first["content"]["statement"][0]["text"], "Quelle est l’intensité ?");
    let away = recruiter.user.client.post_at(&path(&made, "/archive"), &again["version"]).await.expect(200);
    assert_eq!(away["archived"], true);
    recruiter
        .user
        .client
        .post_at(&path(&made, "/archive"), &away["version"])
        .await
        .expect_problem(409, "illegal_transition");
    let back = recruiter.user.client.post_at(&path(&made, "/restore"), &away["version"]).await.expect(200);
    assert_eq!(back["archived"], false);
}

#[tokio::test]
async fn a_bank_is_its_company_s_alone() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let made = recruiter.user.client.post("/company/questions", asks(&app, "Une question")).await.expect(201);
    let draft = asks(&app, "Une question");
    for (method, rest, body) in [
        (Method::GET, "", &Value::Null),
        (Method::PUT, "", &draft),
        (Method::POST, "/archive", &Value::Null),
        (Method::POST, "/restore", &Value::Null),
        (Method::GET, "/versions", &Value::Null),
        (Method::GET, "/versions/1", &Value::Null),
    ] {
        only_for_the_company(&app, method, &path(&made, rest), body).await;
    }
    // An organisation's bank is another one, for those who belong to both.
    let school = app.school("Atelier").await;
    let theirs = school.question(&choice_draft("Une question")).await;
    recruiter.user.client.get(&path(&theirs, "")).await.expect_problem(404, "not_found");
    school.trainer.client.get(&school.question_path(&made, "")).await.expect_problem(404, "not_found");
    let quiz =
        json!({ "kind": "quiz", "title": "Q", "sections": [{ "items": [{ "question_id": theirs["id"] }] }] });
    let refused = recruiter.user.client.post("/company/quizzes", quiz).await;
    refused.expect_field("/sections/0/items/0/question_id", "unknown_question");
}

#[tokio::test]
async fn what_nobody_may_ask_is_warned_of_and_noted_without_the_words() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let made = recruiter
        .user
        .client
        .post("/company/questions", asks(&app, "Avez-vous des enfants ?"))
        .await
        .expect(201);
    let warnings = made["warnings"].as_array().unwrap();
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        (&warnings[0]["pointer"], &warnings[0]["topic"]),
        (&json!("/statement/0/text"), &json!("family"))
    );
    assert!(warnings[0]["message"].as_str().unwrap().contains("famille"));
    // It is written all the same, and says so whoever opens it.
    let shown = recruiter.user.client.get(&path(&made, "")).await.expect(200);
    assert_eq!(shown["warnings"], made["warnings"]);
    let told = noted(&app, "question.forbidden_topics").await;
    assert_eq!(told, [Some(json!({ "topics": ["family"] }))]);
    // Better now; nothing more is noted.
    let body = asks(&app, "Avez-vous déjà soudé ?");
    let better = recruiter.user.client.put_at(&path(&made, ""), &made["version"], body).await.expect(200);
    assert_eq!((&better["warnings"], noted(&app, "question.forbidden_topics").await.len()), (&json!([]), 1));
    // Whoever teaches teaches about these things too.
    let school = app.school("Atelier").await;
    let taught = school.question(&choice_draft("Avez-vous des enfants ?")).await;
    assert_eq!((taught.get("warnings"), noted(&app, "question.forbidden_topics").await.len()), (None, 1));
}

#[tokio::test]
async fn faults_are_told_at_their_place() {
    let app = TestApp::with_catalogue().await;
    let recruiter = app.recruiter_somewhere().await;
    let mut draft = asks(&app, "Quoi ?");
    draft["skills"] = json!(["999999"]);
    recruiter.user.client.post("/company/questions", &draft).await.expect_field("/skills/0", "unknown_skill");
    draft["company_id"] = json!(recruiter.id);
    recruiter.user.client.post("/company/questions", &draft).await.expect_problem(422, "invalid_request");
}
