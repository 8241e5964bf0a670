use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules};

#[tokio::test]
async fn those_that_close_first_come_first_each_with_its_state() {
    let app = TestApp::start().await;
    let first = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let soon = app.state.clock.now() + Duration::hours(2);
    let class = app.class_in(first.class.organisation, 0).await;
    let me = first.class.trainees[0].user.clone();
    class.enrol(&app, Some(&me), "Lui-même").await;
    let rules = Rules { closes_at: Some(soon), ..Rules::default() };
    let second = app.exam_in(class, &[Q::Single], &rules).await;
    first.hand_in(&app, 0, vec![]).await;
    let client = app.renewed(&me).client;
    let page = client.get("/me/quizzes").await.expect(200);
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!((&items[0]["id"], &items[0]["state"]), (&json!(second.place), &json!("invited")));
    assert_eq!((&items[0]["may_begin"], &items[0]["closes_at"]), (&json!(true), &json!(soon)));
    assert_eq!((&items[1]["id"], &items[1]["state"]), (&json!(first.place), &json!("graded")));
    assert_eq!((&items[1]["attempts_left"], &items[1]["may_begin"]), (&json!(0), &json!(false)));
    assert_eq!(items[1]["percent"], json!(null), "nothing is published");
}

#[tokio::test]
async fn nobody_finds_quizzes_of_sessions_where_they_take_no_part() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let stranger = app.trainee(&exam.class.organisation).await;
    for client in [stranger.client, exam.class.teacher(&app), exam.class.boss(&app)] {
        assert_eq!(client.get("/me/quizzes").await.expect(200)["items"], json!([]));
    }
    app.anonymous().get("/me/quizzes").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn which_of_several_attempts_counts_is_the_quiz_s_rule() {
    let app = TestApp::start().await;
    for (grading, percent) in [("highest", 100), ("last", 0), ("first", 12), ("average", 37)] {
        let exam = app.exam(1, &AUTOMATIC, &Rules { attempts: 3, grading, ..Rules::default() }).await;
        exam.hand_in(&app, 0, vec![exam.answer(Q::TrueFalse, 1, &exam.right(Q::TrueFalse))]).await;
        exam.hand_in(&app, 0, exam.all_right(1)).await;
        exam.hand_in(&app, 0, vec![]).await;
        exam.publish(&app).await;
        let page = exam.learner(&app, 0).get("/me/quizzes").await.expect(200);
        assert_eq!(page["items"][0]["percent"], percent, "{grading}");
    }
}
