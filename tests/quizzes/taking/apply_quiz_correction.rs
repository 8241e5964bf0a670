use reqwest::Method;
use serde_json::{Value, json};

use super::preview_quiz_correction::{choosing, correct_key};
use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::taking::{AUTOMATIC, Exam, Rules};

/// Applies what the preview showed.
async fn apply(app: &TestApp, exam: &Exam, question: &Value, seen: &Value) -> Answer {
    let mut body = question.clone();
    body["reason"] = json!("Le corrigé inversait deux choix.");
    body["seen"] = seen.clone();
    exam.class.teacher(app).post(&exam.path("/corrections"), body).await
}

async fn preview(app: &TestApp, exam: &Exam, question: &Value) -> Value {
    exam.class.teacher(app).post(&exam.path("/correction-preview"), question).await.expect(200)
}

#[tokio::test]
async fn exactly_what_was_shown_happens_and_those_who_saw_another_result_are_told() {
    let app = TestApp::start().await;
    let exam = app.exam(4, &AUTOMATIC, &Rules::default()).await;
    let worse = exam.hand_in(&app, 0, choosing(&exam, 0)).await;
    let better = exam.hand_in(&app, 1, choosing(&exam, 1)).await;
    let same = exam.hand_in(&app, 2, choosing(&exam, 2)).await;
    exam.publish(&app).await;
    let unpublished = exam.hand_in(&app, 3, choosing(&exam, 1)).await;
    let question = correct_key(&app, &exam).await;
    let shown = preview(&app, &exam, &question).await;
    let applied = apply(&app, &exam, &question, &shown["seen"]).await.expect(201);
    assert_eq!(applied["lines"], shown["lines"]);
    for (position, attempt, percent) in [(0, &worse, 75), (1, &better, 100), (2, &same, 75)] {
        let now = exam.reread(&app, position, attempt).await;
        assert_eq!((&now["state"], &now["result"]["percent"]), (&json!("published"), &json!(percent)));
        assert_eq!(now["marked"][0]["key_number"], 2);
    }
    assert_eq!(exam.state_of(&app, &unpublished).await, "graded");
    let told = async |position: usize| {
        let mails = app.mails_to(&exam.class.trainees[position].user.email).await;
        mails.iter().filter(|mail| mail.subject.ends_with("a changé")).count()
    };
    assert_eq!([told(0).await, told(1).await, told(2).await, told(3).await], [1, 1, 0, 0]);
    let noted = noted(&app, "session_quiz.corrected").await;
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].as_ref().unwrap()["changed"], 3);
}

#[tokio::test]
async fn what_is_handed_in_later_is_scored_with_the_corrected_key() {
    let app = TestApp::start().await;
    let exam = app.exam(3, &AUTOMATIC, &Rules { feedback: "after_attempt", ..Rules::default() }).await;
    let running = exam.start(&app, 0).await;
    let question = correct_key(&app, &exam).await;
    let shown = preview(&app, &exam, &question).await;
    assert_eq!((&shown["attempts"], &shown["lines"]), (&json!(0), &json!([])));
    apply(&app, &exam, &question, &shown["seen"]).await.expect(201);
    let done = exam.submit(&app, 0, &running, choosing(&exam, 1)).await;
    assert_eq!(done["result"]["percent"], 100);
    // Whoever begins afterwards is still asked the version of the quiz's revision.
    let later = exam.hand_in(&app, 1, choosing(&exam, 0)).await;
    assert_eq!(later["result"]["percent"], 75);
}

#[tokio::test]
async fn when_something_else_would_happen_it_is_shown_instead() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &AUTOMATIC, &Rules::default()).await;
    exam.hand_in(&app, 0, choosing(&exam, 0)).await;
    let question = correct_key(&app, &exam).await;
    let shown = preview(&app, &exam, &question).await;
    exam.hand_in(&app, 1, choosing(&exam, 1)).await;
    let refused = apply(&app, &exam, &question, &shown["seen"]).await.expect_problem(412, "stale");
    assert_eq!(refused["current"]["lines"].as_array().unwrap().len(), 2);
    assert_eq!(noted(&app, "session_quiz.corrected").await.len(), 0);
    apply(&app, &exam, &question, &refused["current"]["seen"]).await.expect(201);
    // Applied, it changes nothing any more.
    let again = preview(&app, &exam, &question).await;
    assert_eq!(again["lines"], json!([]));
}

#[tokio::test]
async fn of_two_at_once_one_changes_points() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    exam.hand_in(&app, 0, choosing(&exam, 1)).await;
    let question = correct_key(&app, &exam).await;
    let seen = preview(&app, &exam, &question).await["seen"].clone();
    let (one, two) =
        futures::join!(apply(&app, &exam, &question, &seen), apply(&app, &exam, &question, &seen),);
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 412]);
    let lines: i64 = sqlx::query_scalar("SELECT count(*) FROM quiz_correction_line")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(lines, 1);
}

#[tokio::test]
async fn a_reason_is_given() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let mut body = correct_key(&app, &exam).await;
    body["reason"] = json!(" x ");
    body["seen"] = json!("");
    let path = exam.path("/corrections");
    exam.class.teacher(&app).post(&path, &body).await.expect_field("/reason", "too_short");
    body["reason"] = json!("Erreur");
    hidden_from_others(&app, &exam.class, Method::POST, &path, &body).await;
    app.suspend(&exam.class.organisation).await;
    exam.class.teacher(&app).post(&path, &body).await.expect_problem(409, "organisation_suspended");
}
