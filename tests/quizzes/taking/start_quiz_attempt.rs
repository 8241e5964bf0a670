use std::collections::HashSet;

use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_oneself};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE};

fn accepted() -> Value {
    json!({ "notice_accepted": true })
}

#[tokio::test]
async fn an_attempt_starts_with_its_questions_and_the_server_s_clock() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    assert_eq!((&attempt["state"], &attempt["number"]), (&json!("started"), &json!(1)));
    assert_eq!(attempt["started_at"], json!(app.state.clock.now()));
    assert_eq!(attempt["deadline"], json!(app.state.clock.now() + Duration::minutes(60)));
    assert_eq!(attempt["seconds_left"], 3600);
    let questions = attempt["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 7);
    assert_eq!(questions[0]["choices"].as_array().unwrap().len(), 3);
    assert_eq!(questions[1]["partial_credit"], "per_choice");
    assert_eq!((&questions[4]["unit"], &questions[5]["max_characters"]), (&json!("mm"), &json!(200)));
    assert_eq!(questions[6]["files"], json!({ "kinds": ["pdf"], "max_bytes": 5000, "max_files": 1 }));
    assert_eq!(attempt["sections"][0]["instructions"], "Répondez.");
    assert_eq!(noted(&app, "quiz_attempt.started").await, [Some(json!({ "number": 1, "questions": 7 }))]);
}

#[tokio::test]
async fn the_notice_is_accepted_first() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let body = json!({ "notice_accepted": false });
    let path = exam.own_path("/attempts");
    exam.learner(&app, 0).post(&path, body).await.expect_field("/notice_accepted", "required");
    exam.learner(&app, 0).post(&path, json!({})).await.expect_field("/notice_accepted", "required");
    let odd = json!({ "notice_accepted": true, "started_at": "2026-03-01T00:00:00Z" });
    exam.learner(&app, 0).post(&path, odd).await.expect_field("/started_at", "unknown_field");
}

#[tokio::test]
async fn tabs_that_begin_at_once_make_one_attempt() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules { attempts: 3, ..Rules::default() }).await;
    let path = exam.own_path("/attempts");
    let client = exam.learner(&app, 0);
    let tabs = (0..8).map(|_| client.post(&path, accepted()));
    let answers = futures::future::join_all(tabs).await;
    let created = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(created, 1, "{:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
    assert!(answers.iter().all(|answer| [200, 201].contains(&answer.status.as_u16())));
    let ids: HashSet<_> = answers.iter().map(|answer| answer.body["id"].to_string()).collect();
    assert_eq!(ids.len(), 1, "every tab has the same attempt");
    assert_eq!(noted(&app, "quiz_attempt.started").await.len(), 1);
}

#[tokio::test]
async fn the_limit_of_attempts_holds_against_requests_sent_again() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules { attempts: 2, ..Rules::default() }).await;
    let path = exam.own_path("/attempts");
    for number in [1, 2] {
        let attempt = exam.start(&app, 0).await;
        assert_eq!(attempt["number"], number);
        exam.submit(&app, 0, &attempt, vec![]).await;
    }
    let client = exam.learner(&app, 0);
    let again = (0..5).map(|_| client.post(&path, accepted()));
    for answer in futures::future::join_all(again).await {
        answer.expect_problem(409, "no_attempt_left");
    }
    let notice = client.get(&exam.own_path("")).await.expect(200);
    assert_eq!((&notice["attempts_left"], &notice["may_begin"]), (&json!(0), &json!(false)));
}

#[tokio::test]
async fn an_attempt_keeps_its_order_on_another_device_and_others_have_another() {
    let app = TestApp::start().await;
    let exam = app.exam(6, &WHOLE, &Rules { shuffles: true, ..Rules::default() }).await;
    let order = |attempt: &Value| {
        let of = |question: &Value| (question["question_id"].clone(), question["choices"].clone());
        attempt["questions"].as_array().unwrap().iter().map(of).collect::<Vec<_>>()
    };
    let mut orders = HashSet::new();
    for position in 0..6 {
        let attempt = exam.start(&app, position).await;
        let device = app.second_device(&exam.class.trainees[position].user).await;
        let path = crate::support::taking::attempt_path(&attempt, "");
        let elsewhere = device.client.get(&path).await.expect(200);
        assert_eq!(order(&attempt), order(&elsewhere));
        orders.insert(format!("{:?}", order(&attempt)));
    }
    assert!(orders.len() > 1, "six attempts in one order");
}

#[tokio::test]
async fn a_quiz_begins_while_it_is_open() {
    let app = TestApp::start().await;
    let now = app.state.clock.now();
    let exam = app
        .exam(1, &[Q::Single], &Rules { closes_at: Some(now + Duration::hours(2)), ..Rules::default() })
        .await;
    let path = exam.own_path("/attempts");
    let opens = |at: &str| format!("UPDATE session_quiz SET opens_at = {at} WHERE id = '{}'", exam.place);
    app.execute(&opens(&format!("'{}'", now + Duration::hours(1)))).await;
    exam.learner(&app, 0).post(&path, accepted()).await.expect_problem(409, "quiz_not_open");
    app.execute(&opens("NULL")).await;
    app.advance(Duration::hours(2));
    exam.learner(&app, 0).post(&path, accepted()).await.expect_problem(409, "quiz_closed");
}

#[tokio::test]
async fn without_a_closing_of_its_own_it_closes_with_the_last_day_of_the_session_in_paris() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::Single], &Rules { minutes: None, ..Rules::default() }).await;
    let attempt = exam.start(&app, 0).await;
    // The 13th of March, a day of winter time, is over at eleven in the evening in UTC.
    assert_eq!(attempt["deadline"], "2026-03-13T23:00:00Z");
}

#[tokio::test]
async fn a_cancelled_session_and_a_suspended_organisation_begin_nothing() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let path = exam.own_path("/attempts");
    let set = |status: &str| {
        format!("UPDATE training_session SET status = '{status}' WHERE id = '{}'", exam.class.session)
    };
    app.execute(&set("cancelled")).await;
    let refused = exam.learner(&app, 0).post(&path, accepted()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "cancelled");
    app.execute(&set("running")).await;
    app.suspend(&exam.class.organisation).await;
    exam.learner(&app, 0).post(&path, accepted()).await.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn who_left_the_session_takes_nothing_any_more() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned' WHERE id = '{}'",
        exam.class.enrolment(0)
    ))
    .await;
    let refused = exam.learner(&app, 0).post(&exam.own_path("/attempts"), accepted()).await;
    refused.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn only_those_who_take_part_begin() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let foreign = app
        .exam_in(app.class_in(app.organisation("Ailleurs").await, 1).await, &[Q::Single], &Rules::default())
        .await;
    let path = exam.own_path("/attempts");
    foreign.learner(&app, 0).post(&path, accepted()).await.expect_problem(404, "not_found");
    for client in [exam.class.teacher(&app), exam.class.boss(&app)] {
        client.post(&path, accepted()).await.expect_problem(404, "not_found");
    }
    app.anonymous().post(&path, accepted()).await.expect_problem(401, "unauthenticated");
    let attempt = exam.start(&app, 0).await;
    let own = crate::support::taking::attempt_path(&attempt, "");
    only_for_oneself(&app, &exam.class, Method::GET, &own, &Value::Null).await;
}
