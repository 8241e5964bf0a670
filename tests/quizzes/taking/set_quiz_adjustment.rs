use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::taking::{Exam, Q, Rules};

fn path(exam: &Exam, position: usize) -> String {
    exam.path(&format!("/adjustments/{}", exam.class.enrolment(position)))
}

#[tokio::test]
async fn more_time_is_given_at_once_and_without_a_word() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::Single], &Rules::default()).await;
    let (before, other) = (exam.start(&app, 0).await, exam.start(&app, 1).await);
    let teacher = exam.class.teacher(&app);
    let mut version = json!(0);
    let started = app.state.clock.now();
    for (extra, seconds) in [("third", 4800), ("half", 5400), ("none", 3600)] {
        let set = teacher.put_at(&path(&exam, 0), &version, json!({ "extra_time": extra })).await.expect(200);
        version = set["version"].clone();
        let attempt = exam.reread(&app, 0, &before).await;
        assert_eq!(attempt["deadline"], json!(started + Duration::seconds(seconds)), "{extra}");
        assert!(attempt.get("extra_time").is_none());
    }
    let set =
        teacher.put_at(&path(&exam, 0), &version, json!({ "extra_time": "unlimited" })).await.expect(200);
    assert_eq!(set["extra_time"], "unlimited");
    assert_eq!(
        exam.reread(&app, 0, &before).await["deadline"],
        "2026-03-13T23:00:00Z",
        "but for the closing"
    );
    assert_eq!(exam.reread(&app, 1, &other).await["deadline"], other["deadline"], "nobody else has it");
    assert_eq!(noted(&app, "quiz_adjustment.written").await.len(), 4);
}

#[tokio::test]
async fn what_was_asked_for_is_decided_by_it_and_another_attempt_is_given() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let client = exam.learner(&app, 0);
    client.put(&exam.own_path("/adjustment-request"), json!({ "extra_time": "third" })).await.expect(200);
    exam.hand_in(&app, 0, vec![]).await;
    let body = json!({ "extra_time": "third", "extra_attempts": 1 });
    let set = exam.class.boss(&app).put_at(&path(&exam, 0), &json!(1), body).await.expect(200);
    assert_eq!((&set["asked_time"], &set["extra_attempts"]), (&Value::Null, &json!(1)));
    let second = exam.start(&app, 0).await;
    assert_eq!((&second["number"], &second["seconds_left"]), (&json!(2), &json!(4800)));
}

#[tokio::test]
async fn an_older_version_is_refused_with_what_is_there() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let teacher = exam.class.teacher(&app);
    let body = json!({ "extra_time": "half" });
    teacher.put_at(&path(&exam, 0), &json!(0), &body).await.expect(200);
    let stale = teacher.put_at(&path(&exam, 0), &json!(0), json!({ "extra_time": "none" })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"]["extra_time"], "half");
    teacher.put(&path(&exam, 0), &body).await.expect_problem(428, "precondition_required");
    // Of two at once, one is told of the other.
    let (path, version) = (path(&exam, 0), json!(1));
    let (one, two) = futures::join!(
        teacher.put_at(&path, &version, json!({ "extra_time": "third" })),
        teacher.put_at(&path, &version, json!({ "extra_time": "unlimited" })),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[tokio::test]
async fn figures_are_bounded_and_the_participant_is_the_session_s() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let foreign = app.class(1).await;
    let teacher = exam.class.teacher(&app);
    for extra_attempts in [-1, 101] {
        let body = json!({ "extra_time": "none", "extra_attempts": extra_attempts });
        let refused = teacher.put_at(&path(&exam, 0), &json!(0), body).await;
        refused.expect_field("/extra_attempts", "out_of_range");
    }
    let elsewhere = exam.path(&format!("/adjustments/{}", foreign.enrolment(0)));
    let body = json!({ "extra_time": "half" });
    teacher.put_at(&elsewhere, &json!(0), body).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn nobody_gives_themselves_more_time() {
    let app = TestApp::start().await;
    let mut exam = app.exam(0, &[Q::Single], &Rules::default()).await;
    let manager = exam.class.manager.clone();
    let enrolment = exam.class.enrol(&app, Some(&manager), "Membre").await;
    exam.class.trainees.push(crate::support::attendance::Trainee { user: manager, enrolment });
    let body = json!({ "extra_time": "half" });
    let refused = exam.class.boss(&app).put_at(&path(&exam, 0), &json!(0), &body).await;
    refused.expect_problem(403, "own_attempt");
    exam.class.teacher(&app).put_at(&path(&exam, 0), &json!(0), &body).await.expect(200);
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_give_it_while_the_organisation_works() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let body = json!({ "extra_time": "half" });
    hidden_from_others(&app, &exam.class, Method::PUT, &path(&exam, 0), &body).await;
    app.suspend(&exam.class.organisation).await;
    let refused = exam.class.boss(&app).put_at(&path(&exam, 0), &json!(0), &body).await;
    refused.expect_problem(409, "organisation_suspended");
}
