use reqwest::Method;
use serde_json::json;

use super::{mark_started, noted, only_for_its_staff};
use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_session_takes_a_published_quiz_and_another_one_while_nobody_started() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (one, two) = (school.published_quiz("Un").await, school.published_quiz("Deux").await);
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let taken = school.attach(&session, &place, &one).await;
    assert_eq!(
        taken["quiz"],
        json!({ "quiz_id": one["id"], "revision": 1, "title": "Un", "status": "published", "newest_revision": 1 })
    );
    assert_eq!((&taken["version"], &taken["has_attempts"]), (&json!(2), &json!(false)));
    let path = school.attachment_path(&session, &place, "/attachment");
    let client = &school.trainer.client;
    let stale = client.put_at(&path, &json!(1), json!({ "quiz_id": two["id"] })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"]["version"], 2);
    let taken = client.put_at(&path, &json!(2), json!({ "quiz_id": two["id"] })).await.expect(200);
    assert_eq!(taken["quiz"]["title"], "Deux");
    let listed = client.get(&session_path(&school, &session, "/quizzes")).await.expect(200);
    assert_eq!((&listed["items"][0]["quiz_id"], &listed["items"][0]["version"]), (&two["id"], &json!(3)));
    let attached = noted(&app, "session_quiz.attached").await;
    assert_eq!(attached[0], Some(json!({ "what": "attached", "quiz_id": one["id"], "revision": 1 })));
}

#[tokio::test]
async fn once_somebody_started_only_a_newer_revision_of_the_same_quiz_is_taken() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (quiz, other) = (school.published_quiz("Quiz").await, school.published_quiz("Autre").await);
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let client = &school.trainer.client;
    let mut draft = quiz_draft("Quiz, revu", &[]);
    draft["sections"][0]["items"] =
        json!([{ "question_id": quiz["content"]["sections"][0]["items"][0]["question_id"] }]);
    let written = client.put_at(&school.quiz_path(&quiz, ""), &quiz["version"], &draft).await.expect(200);
    let path = school.attachment_path(&session, &place, "/attachment");
    school.attach(&session, &place, &quiz).await;
    mark_started(&app, &place).await;
    school.publish_quiz(&written).await;
    let put = async |version: i32, body: serde_json::Value| client.put_at(&path, &json!(version), body).await;
    put(2, json!({ "quiz_id": other["id"] })).await.expect_problem(409, "quiz_has_attempts");
    let newer = put(2, json!({ "quiz_id": quiz["id"] })).await.expect(200);
    assert_eq!((&newer["quiz"]["revision"], &newer["quiz"]["title"]), (&json!(2), &json!("Quiz, revu")));
    put(3, json!({ "quiz_id": quiz["id"], "revision": 1 })).await.expect_problem(409, "quiz_has_attempts");
    client.delete_at(&path, &json!(3)).await.expect_problem(409, "quiz_has_attempts");
    let gone = school.attachment_path(&session, &place, "");
    school.manager.client.delete_at(&gone, &json!(3)).await.expect_problem(409, "quiz_has_attempts");
}

#[tokio::test]
async fn what_is_not_published_here_is_not_taken() {
    let app = TestApp::with_catalogue().await;
    let (school, foreign) = (app.school("Atelier").await, app.school("Plus loin").await);
    let (draft, theirs) =
        (school.quiz(&quiz_draft("Brouillon", &[])).await, foreign.published_quiz("Le leur").await);
    let quiz = school.published_quiz("Quiz").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let (path, client) = (school.attachment_path(&session, &place, "/attachment"), &school.trainer.client);
    let put = async |body: serde_json::Value| client.put_at(&path, &json!(1), body).await;
    let refused = put(json!({ "quiz_id": draft["id"] })).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "draft");
    put(json!({ "quiz_id": theirs["id"] })).await.expect_field("/quiz_id", "unknown_quiz");
    put(json!({ "quiz_id": quiz["id"], "revision": 2 })).await.expect_field("/revision", "unknown_revision");
    put(json!({ "quiz_id": quiz["id"], "points": 2 })).await.expect_field("/points", "unknown_field");
    school.step(&session, "cancel", &json!({ "reason": "Trop peu" })).await;
    let refused = put(json!({ "quiz_id": quiz["id"] })).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "cancelled");
}

#[tokio::test]
async fn a_copy_of_a_session_takes_the_newest_revision_with_the_same_rules() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    school.attach(&session, &place, &quiz).await;
    mark_started(&app, &place).await;
    let rules = json!({ "rules": [{ "skill": session["skills"][0]["skill"], "levels": [{ "level": 3, "min_percent": 70 }] }] });
    let path = school.attachment_path(&session, &place, "/rules");
    school.trainer.client.put_at(&path, &json!(2), &rules).await.expect(200);
    let path = session_path(&school, &session, "/duplicate");
    let copied = school.manager.client.post(&path, json!({ "starts_on": "2026-06-01" })).await.expect(201);
    let copy = &copied["session"];
    let listed = school.manager.client.get(&session_path(&school, copy, "/quizzes")).await.expect(200);
    let shown = school.attachment_path(copy, &listed["items"][0], "/attachment");
    let shown = school.manager.client.get(&shown).await.expect(200);
    assert_eq!((&shown["quiz"]["quiz_id"], &shown["has_attempts"]), (&quiz["id"], &json!(false)));
    assert_eq!(shown["rules"][0]["levels"][0]["min_percent"], 70);
}

#[tokio::test]
async fn only_the_staff_of_the_session_attaches() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let session = school.session(&app, "Développement").await;
    let place = school.session_quiz(&session, "Évaluation").await;
    let path = school.attachment_path(&session, &place, "/attachment");
    only_for_its_staff(&app, &school, Method::PUT, &path, &json!({ "quiz_id": quiz["id"] })).await;
}
