use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach, told};
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

#[tokio::test]
async fn a_quiz_is_written_with_settings_sections_questions_and_draws() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let settings = json!({
        "shuffles_questions": true, "shuffles_choices": false, "minutes": 45, "attempts": 3, "grading": "average",
        "pass_percent": 60, "negative_percent": 25, "feedback": "after_close", "hides_names": false,
    });
    let body = json!({
        "kind": "assignment", "title": "Évaluation", "description": "Module 1", "instructions": "Lisez bien.",
        "settings": settings,
        "sections": [
            { "title": "Bases", "items": [{ "question_id": question["id"], "points": 2.5 }] },
            { "instructions": "Au hasard.", "items": [{ "draw": { "count": 3, "tags": ["calcul"] }, "points": 1 }] },
        ],
    });
    let quiz = school.quiz(&body).await;
    assert_eq!(
        (
            &quiz["kind"],
            &quiz["status"],
            &quiz["version"],
            &quiz["revision"],
            &quiz["has_draft"],
            &quiz["questions"]
        ),
        (&json!("assignment"), &json!("draft"), &json!(1), &json!(0), &json!(true), &json!(4))
    );
    let content = &quiz["content"];
    assert_eq!((&content["settings"], &content["points"]), (&settings, &json!(5.5)));
    assert_eq!(content["is_graded_by_hand"], false);
    let fixed = &content["sections"][0]["items"][0];
    assert_eq!((&fixed["points"], &fixed["question"]["title"]), (&json!(2.5), &json!("Une question")));
    let draw = &content["sections"][1]["items"][0];
    assert_eq!(
        (&draw["draw"], &draw["question_id"]),
        (&json!({ "count": 3, "tags": ["calcul"] }), &Value::Null)
    );
    assert_eq!(noted(&app, "quiz.written").await, [Some(json!({ "revision": 1 }))]);
}

#[tokio::test]
async fn a_title_is_enough_and_settings_have_usual_values() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.quiz(&json!({ "kind": "quiz", "title": "Vide" })).await;
    assert_eq!(
        quiz["content"]["settings"],
        json!({
            "shuffles_questions": false, "shuffles_choices": true, "minutes": null, "attempts": 1, "grading": "highest",
            "pass_percent": null, "negative_percent": 0, "feedback": "after_publication", "hides_names": true,
        })
    );
    assert_eq!((&quiz["content"]["sections"], &quiz["questions"]), (&json!([]), &json!(0)));
    let text =
        json!({ "statement": [{ "type": "text", "text": "Racontez." }], "answer": { "kind": "long_text" } });
    let work = school.quiz(&quiz_draft("Devoir", &[item(&school.question(&text).await)])).await;
    assert_eq!(work["content"]["is_graded_by_hand"], true);
}

#[tokio::test]
async fn every_fault_is_told_and_questions_are_the_organisations_own() {
    let app = TestApp::with_catalogue().await;
    let (school, foreign) = (app.school("Atelier").await, app.school("Plus loin").await);
    let (ours, theirs) =
        (school.question(&choice_draft("La nôtre")).await, foreign.question(&choice_draft("La leur")).await);
    let (path, client) = (school.path("/quizzes"), &school.trainer.client);
    let items = [item(&ours), item(&theirs), item(&ours), json!({ "draw": { "count": 1, "tags": ["a"] } })];
    let mut body = quiz_draft("", &items);
    body["settings"] = json!({ "attempts": 0 });
    let problem = client.post(&path, &body).await.expect_problem(422, "invalid_request");
    assert_eq!(
        told(&problem),
        [
            ("/title", "required"),
            ("/settings/attempts", "out_of_range"),
            ("/sections/0/items/1/question_id", "unknown_question"),
            ("/sections/0/items/2/question_id", "duplicate"),
            ("/sections/0/items/3/points", "required"),
        ]
    );
    let many =
        quiz_draft("Long", &[json!({ "draw": { "count": 100, "tags": ["a"] }, "points": 1 }), item(&ours)]);
    client.post(&path, &many).await.expect_field("/sections", "too_many");
    let mut odd = quiz_draft("Quiz", &[item(&ours)]);
    odd["sections"][0]["items"][0]["weight"] = json!(2);
    client.post(&path, &odd).await.expect_field("/sections/0/items/0/weight", "unknown_field");
    odd["kind"] = json!("survey");
    client.post(&path, &odd).await.expect_field("/kind", "invalid_type");
    let listed = client.get(&path).await.expect(200);
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn only_those_who_teach_write_quizzes() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let path = school.path("/quizzes");
    only_for_those_who_teach(&app, &school, Method::POST, &path, &quiz_draft("Quiz", &[])).await;
}
