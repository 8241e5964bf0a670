use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_oneself;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, attempt_path, choice};

#[tokio::test]
async fn the_remaining_time_is_the_server_s() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    app.advance(Duration::minutes(45));
    let now = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&now["seconds_left"], &now["now"]), (&json!(15 * 60), &json!(app.state.clock.now())));
}

#[tokio::test]
async fn result_answers_and_key_come_at_the_moment_the_quiz_sets() {
    let app = TestApp::start().await;
    let closes_at = app.state.clock.now() + Duration::hours(3);
    // Feedback; whether the key is seen once published, before the closing and after it.
    for (feedback, before, after) in [
        ("after_attempt", true, true),
        ("after_close", false, true),
        ("after_publication", true, true),
        ("never", false, false),
    ] {
        let closes_at = Some(closes_at.max(app.state.clock.now() + Duration::hours(3)));
        let exam = app.exam(1, &AUTOMATIC, &Rules { feedback, closes_at, ..Rules::default() }).await;
        let done = exam.hand_in(&app, 0, exam.all_right(1)).await;
        if feedback != "after_attempt" {
            assert_eq!((&done["result"], &done["marked"]), (&Value::Null, &json!([])), "{feedback}");
        }
        exam.publish(&app).await;
        let shown = exam.reread(&app, 0, &done).await;
        assert_eq!(shown["result"]["percent"], 100, "{feedback}");
        let sees_key = |shown: &Value| !shown["marked"].as_array().unwrap().is_empty();
        assert_eq!(sees_key(&shown), before, "{feedback}");
        assert_eq!(shown["questions"], json!([]), "nothing is asked any more");
        app.advance(Duration::hours(4));
        assert_eq!(sees_key(&exam.reread(&app, 0, &done).await), after, "{feedback}");
    }
}

#[tokio::test]
async fn what_was_right_stands_beside_what_was_answered() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules { feedback: "after_attempt", ..Rules::default() }).await;
    let wrong = exam.answer(Q::Single, 1, &json!({ "kind": "single", "choice_id": choice(Q::Single, 2) }));
    let done = exam.hand_in(&app, 0, vec![wrong]).await;
    let marked = &done["marked"][0];
    assert_eq!(marked["answer"]["choice_id"], json!(choice(Q::Single, 2)));
    assert_eq!(marked["key"]["right_choice_ids"], json!([choice(Q::Single, 0)]));
    assert_eq!(
        marked["key"]["feedback"],
        json!(["SECRET-RETOUR 2"]),
        "what is said to whoever chose so, and no other"
    );
    assert_eq!(done["marked"][4]["key"]["value"], 98765.25);
    assert_eq!(done["marked"][3]["key"]["accepted"], json!(["secret-mot"]));
}

#[tokio::test]
async fn it_is_nobody_else_s() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    only_for_oneself(&app, &exam.class, Method::GET, &attempt_path(&attempt, ""), &Value::Null).await;
}

#[tokio::test]
async fn whoever_was_called_off_keeps_their_own_attempt() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules { feedback: "after_attempt", ..Rules::default() }).await;
    let done = exam.hand_in(&app, 0, exam.all_right(1)).await;
    app.execute(&format!(
        "UPDATE enrolment SET status = 'cancelled' WHERE id = '{}'",
        exam.class.enrolment(0)
    ))
    .await;
    assert_eq!(exam.reread(&app, 0, &done).await["result"]["percent"], 100);
}
