use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::own;
use crate::support::taking::AUTOMATIC;

#[tokio::test]
async fn signs_are_counted_where_the_quiz_says_so_and_decide_nothing() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({ "integrity_signals": true })).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let count = async |body: Value| person.client.put(&own(invitation, "/signals"), body).await;
    count(json!({ "tab_switches": 1, "pastes": 0 })).await.expect_problem(404, "not_found");
    exam.start(&app, &person, invitation).await;
    assert_eq!(count(json!({ "tab_switches": 3, "pastes": 1 })).await.status, 204);
    // Sent again, or late: the higher counts stay.
    assert_eq!(count(json!({ "tab_switches": 2, "pastes": 2 })).await.status, 204);
    count(json!({ "tab_switches": -1, "pastes": 0 })).await.expect_field("/tab_switches", "out_of_range");
    count(json!({ "tab_switches": 1, "pastes": 0, "photo": "x" }))
        .await
        .expect_problem(422, "invalid_request");
    exam.submit(&app, &person, invitation, &exam.all_right(1)).await;
    let candidate = &exam.results(&app).await["candidates"][0];
    assert_eq!(candidate["signals"], json!({ "tab_switches": 3, "pastes": 2 }));
    assert_eq!(candidate["result"]["percent"], 100);
    count(json!({ "tab_switches": 9, "pastes": 9 })).await.expect_problem(409, "illegal_transition");
}

#[tokio::test]
async fn nothing_is_counted_where_the_quiz_does_not_say_so() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    assert_eq!(exam.notice(&app, &person, invitation).await["signals"], Value::Null);
    exam.start(&app, &person, invitation).await;
    let body = json!({ "tab_switches": 1, "pastes": 0 });
    person.client.put(&own(invitation, "/signals"), body).await.expect_problem(409, "signals_not_counted");
    exam.submit(&app, &person, invitation, &exam.all_right(1)).await;
    assert_eq!(exam.results(&app).await["candidates"][0]["signals"], Value::Null);
}
