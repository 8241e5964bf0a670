use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_oneself};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE, attempt_path, choice};

#[tokio::test]
async fn what_is_right_has_its_points_and_what_waits_for_nobody_is_published_at_once() {
    let app = TestApp::start().await;
    let rules = Rules { feedback: "after_attempt", ..Rules::default() };
    let exam = app.exam(1, &AUTOMATIC, &rules).await;
    let done = exam.hand_in(&app, 0, exam.all_right(1)).await;
    assert_eq!((&done["state"], &done["by_clock"]), (&json!("published"), &json!(false)));
    let result = &done["result"];
    assert_eq!(
        (&result["points"], &result["worth"], &result["percent"]),
        (&json!(8.0), &json!(8.0), &json!(100))
    );
    assert_eq!(result["is_passed"], true);
    assert_eq!(done["marked"][0]["key"]["explanation"], "SECRET-EXPLICATION");
    assert_eq!(noted(&app, "quiz_attempt.scored").await, [Some(json!({ "state": "published" }))]);
}

#[tokio::test]
async fn partial_and_negative_points_are_the_server_s() {
    let app = TestApp::start().await;
    let rules = Rules { feedback: "after_attempt", negative_percent: 50, ..Rules::default() };
    let exam = app.exam(1, &AUTOMATIC, &rules).await;
    let answers = vec![
        // Costs one point of two.
        exam.answer(Q::Single, 1, &json!({ "kind": "single", "choice_id": choice(Q::Single, 1) })),
        // Three choices of four are as they should be.
        exam.answer(Q::Multiple, 1, &json!({ "kind": "multiple", "choice_ids": [choice(Q::Multiple, 0)] })),
        exam.answer(Q::TrueFalse, 1, &json!({ "kind": "true_false", "is_true": false })),
        exam.answer(Q::Number, 1, &json!({ "kind": "number", "value": 98765.38 })),
    ];
    let done = exam.hand_in(&app, 0, answers).await;
    let told =
        |at: usize| (done["marked"][at]["given_points"].clone(), done["marked"][at]["verdict"].clone());
    assert_eq!(told(0), (json!(-1.0), json!("wrong")));
    assert_eq!(told(1), (json!(2.25), json!("partial")));
    assert_eq!(told(2), (json!(1.0), json!("right")));
    assert_eq!(told(3), (json!(0.0), json!("missing")));
    assert_eq!(told(4), (json!(0.0), json!("wrong")));
    // 2.25 of 8 points: 28.125 %, rounded down.
    assert_eq!((&done["result"]["points"], &done["result"]["percent"]), (&json!(2.25), &json!(28)));
    assert_eq!(done["result"]["is_passed"], false);
}

#[tokio::test]
async fn what_somebody_must_read_waits_for_them_and_an_empty_answer_does_not() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &WHOLE, &Rules { feedback: "after_attempt", ..Rules::default() }).await;
    let done = exam.hand_in(&app, 0, exam.all_right(1)).await;
    assert_eq!((&done["state"], &done["result"]), (&json!("to_grade"), &Value::Null));
    let empty = exam.hand_in(&app, 1, vec![]).await;
    assert_eq!((&empty["state"], &empty["result"]["percent"]), (&json!("published"), &json!(0)));
}

#[tokio::test]
async fn handed_in_twice_it_is_handed_in_once() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let client = exam.learner(&app, 0);
    let path = attempt_path(&attempt, "/submission");
    let body = json!({ "answers": exam.all_right(1) });
    let tabs = (0..6).map(|_| client.post(&path, &body));
    for answer in futures::future::join_all(tabs).await {
        assert_eq!(answer.expect(200)["state"], "graded");
    }
    assert_eq!(noted(&app, "quiz_attempt.submitted").await.len(), 1);
    assert_eq!(noted(&app, "quiz_attempt.scored").await.len(), 1);
    client.post(&path, json!({})).await.expect(200);
    // What was never kept is not swallowed.
    let late = json!({ "answers": [exam.answer(Q::Single, 9, &exam.right(Q::Single))] });
    client.post(&path, late).await.expect_problem(409, "attempt_over");
}

#[tokio::test]
async fn after_the_grace_the_clock_has_handed_it_in() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    app.advance(Duration::minutes(61));
    let path = attempt_path(&attempt, "/submission");
    let late = json!({ "answers": exam.all_right(1) });
    exam.learner(&app, 0).post(&path, late).await.expect_problem(409, "attempt_over");
    let over = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&over["state"], &over["by_clock"]), (&json!("graded"), &json!(true)));
    exam.learner(&app, 0).post(&path, json!({})).await.expect(200);
}

#[tokio::test]
async fn within_the_grace_it_counts_as_handed_in_at_the_deadline() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    app.advance(Duration::minutes(60) + Duration::seconds(20));
    let done = exam.submit(&app, 0, &attempt, exam.all_right(1)).await;
    assert_eq!((&done["submitted_at"], &done["by_clock"]), (&attempt["deadline"], &json!(false)));
}

#[tokio::test]
async fn a_fault_in_the_last_answers_hands_nothing_in() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let bad = exam.answer(Q::Single, 1, &json!({ "kind": "number", "value": 1 }));
    let path = attempt_path(&attempt, "/submission");
    let refused = exam.learner(&app, 0).post(&path, json!({ "answers": [bad] })).await;
    refused.expect_field("/answers/0/answer/kind", "wrong_kind");
    assert_eq!(exam.state_of(&app, &attempt).await, "started");
}

#[tokio::test]
async fn nobody_hands_in_for_somebody_else() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let path = attempt_path(&attempt, "/submission");
    only_for_oneself(&app, &exam.class, Method::POST, &path, &json!({})).await;
    assert_eq!(exam.state_of(&app, &attempt).await, "started");
}
