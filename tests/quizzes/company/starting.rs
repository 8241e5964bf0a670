use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::{accepted, own};
use crate::support::taking::{AUTOMATIC, Q};

#[tokio::test]
async fn a_quiz_is_begun_answered_and_handed_in_once() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    person.client.get(&own(invitation, "/attempt")).await.expect_problem(404, "not_found");
    let attempt = exam.start(&app, &person, invitation).await;
    assert_eq!((&attempt["state"], &attempt["invitation_id"]), (&json!("started"), &json!(invitation)));
    // Another tab, another device: the same one.
    let notice = exam.notice(&app, &person, invitation).await;
    let again = person.client.post(&own(invitation, "/attempt"), accepted(&notice)).await.expect(200);
    assert_eq!(again["id"], attempt["id"]);
    // Of two writes the higher one stays, whichever arrives last; what is not asked is refused.
    let save = async |answers: Value| {
        person.client.put(&own(invitation, "/answers"), json!({ "answers": answers })).await
    };
    let right = exam.right(Q::TrueFalse);
    save(json!([exam.answer(Q::TrueFalse, 2, &right)])).await.expect(200);
    let old =
        save(json!([exam.answer(Q::TrueFalse, 1, &json!({ "kind": "true_false", "is_true": true }))])).await;
    assert_eq!(old.expect(200)["answers"][0]["is_saved"], false);
    let foreign = json!([{ "question_id": invitation, "sequence": 1, "answer": null }]);
    save(foreign).await.expect_field("/answers/0/question_id", "unknown_question");
    let read = person.client.get(&own(invitation, "/attempt")).await.expect(200);
    let kept = read["questions"].as_array().unwrap().iter().find(|one| one["kind"] == "true_false").unwrap();
    assert_eq!(kept["answer"], right);
    let handed_in = exam.submit(&app, &person, invitation, &exam.all_right(3)).await;
    assert_eq!((&handed_in["state"], &handed_in["result"]), (&json!("graded"), &Value::Null));
    // Handing in again says the same; answering again is too late; beginning again is no more.
    exam.submit(&app, &person, invitation, &exam.all_right(3)).await;
    let body = json!({ "answers": exam.all_right(4) });
    let late = person.client.post(&own(invitation, "/submission"), &body).await;
    late.expect_problem(409, "attempt_over");
    person.client.put(&own(invitation, "/answers"), &body).await.expect_problem(409, "illegal_transition");
    let twice = person.client.post(&own(invitation, "/attempt"), accepted(&notice)).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "graded");
    assert_eq!(exam.results(&app).await["candidates"][0]["result"]["percent"], 100);
}

#[tokio::test]
async fn tabs_that_begin_at_once_share_one_attempt() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let body = accepted(&exam.notice(&app, &person, invitation).await);
    let path = own(invitation, "/attempt");
    let tabs = futures::future::join_all((0..8).map(|_| person.client.post(&path, &body))).await;
    let made = tabs.iter().filter(|answer| answer.status == 201).count();
    let ids: std::collections::BTreeSet<_> =
        tabs.iter().map(|answer| answer.body["id"].to_string()).collect();
    assert!(tabs.iter().all(|answer| [200, 201].contains(&answer.status.as_u16())));
    assert_eq!((made, ids.len()), (1, 1));
    // Handed in from all of them at once: counted once.
    let body = json!({ "answers": exam.all_right(1) });
    let path = own(invitation, "/submission");
    let tabs = futures::future::join_all((0..8).map(|_| person.client.post(&path, &body))).await;
    assert!(tabs.iter().all(|answer| answer.status == 200));
    let handed_in: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.submitted'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(handed_in, 1);
}

#[tokio::test]
async fn the_clock_hands_in_what_was_saved_and_ends_what_nobody_began() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({ "minutes": 30 })).await;
    let (one, other) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let (begun, left) = (exam.invite(&app, &one).await, exam.invite(&app, &other).await);
    exam.start(&app, &one, begun).await;
    let saved = json!({ "answers": [exam.answer(Q::Single, 1, &exam.right(Q::Single))] });
    one.client.put(&own(begun, "/answers"), saved).await.expect(200);
    app.advance(Duration::minutes(30) + Duration::seconds(29));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, begun).await, "started", "never early");
    app.advance(Duration::seconds(2));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, begun).await, "graded");
    let candidate = &exam.results(&app).await["candidates"][0];
    assert_eq!((&candidate["by_clock"], &candidate["seconds"]), (&json!(true), &json!(1800)));
    // Two of eight points.
    assert_eq!(candidate["result"]["percent"], 25);
    let closes: chrono::DateTime<chrono::Utc> =
        sqlx::query_scalar("SELECT closes_at FROM quiz_invitation WHERE id = $1")
            .bind(left)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    app.advance(closes - app.state.clock.now() - Duration::seconds(1));
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, left).await, "invited");
    app.advance(Duration::seconds(1));
    let body = accepted(&exam.notice(&app, &other, left).await);
    app.renewed(&other).client.post(&own(left, "/attempt"), body).await.expect_problem(409, "quiz_closed");
    // However long the clock was away, and however often it comes.
    app.advance(Duration::days(5));
    app.close_quizzes().await;
    app.close_quizzes().await;
    assert_eq!(exam.state_of(&app, left).await, "expired");
}

#[tokio::test]
async fn nobody_begins_for_a_company_that_may_not_recruit_and_what_runs_goes_on() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let (one, other) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let (begun, waiting) = (exam.invite(&app, &one).await, exam.invite(&app, &other).await);
    exam.start(&app, &one, begun).await;
    app.execute(&format!("UPDATE company SET register_state = 'closed' WHERE id = '{}'", exam.company)).await;
    let notice = exam.notice(&app, &other, waiting).await;
    assert_eq!(notice["may_begin"], false);
    let refused = other.client.post(&own(waiting, "/attempt"), accepted(&notice)).await;
    refused.expect_problem(409, "company_paused");
    exam.submit(&app, &one, begun, &exam.all_right(1)).await;
    exam.client(&app).get(&exam.path("/results")).await.expect_problem(403, "recruiter_not_verified");
    // Who is hidden by now still answers what they were asked.
    app.execute(&format!("UPDATE company SET register_state = 'active' WHERE id = '{}'", exam.company)).await;
    app.set_visible(&other, false).await;
    exam.start(&app, &other, waiting).await;
}

#[tokio::test]
async fn an_attempt_for_a_company_has_no_door_of_a_session() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let attempt = exam.start(&app, &person, invitation).await;
    let path = format!("/me/quiz-attempts/{}", attempt["id"].as_str().unwrap());
    person.client.get(&path).await.expect_problem(404, "not_found");
    let body = json!({ "answers": [] });
    person.client.put(&format!("{path}/answers"), &body).await.expect_problem(404, "not_found");
    person.client.post(&format!("{path}/submission"), &body).await.expect_problem(404, "not_found");
    let stranger = app.candidate("Léa", "Autre").await;
    for rest in ["/attempt", "/copy"] {
        stranger.client.get(&own(invitation, rest)).await.expect_problem(404, "not_found");
    }
    stranger.client.put(&own(invitation, "/answers"), &body).await.expect_problem(404, "not_found");
    stranger.client.post(&own(invitation, "/submission"), &body).await.expect_problem(404, "not_found");
    stranger.client.post(&own(invitation, "/withdrawal"), ()).await.expect_problem(404, "not_found");
}
