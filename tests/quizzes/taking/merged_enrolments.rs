//! Sessions merge two enrolments of one person: what was taken goes over to the one that stays.

use serde_json::json;

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Rules};

#[tokio::test]
async fn attempts_and_more_time_go_over() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules { attempts: 2, ..Rules::default() }).await;
    let done = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let adjustment = exam.path(&format!("/adjustments/{}", exam.class.enrolment(0)));
    let body = json!({ "extra_time": "third" });
    exam.class.teacher(&app).put_at(&adjustment, &json!(0), body).await.expect(200);
    let other = exam.class.enrol(&app, None, "Stagiaire0").await;
    let me = exam.class.trainees[0].user.id;
    for statement in [
        format!(
            "UPDATE enrolment SET status = 'cancelled', merged_into = '{other}' WHERE id = '{}'",
            exam.class.enrolment(0)
        ),
        format!("UPDATE enrolment SET person_id = '{me}' WHERE id = '{other}'"),
    ] {
        app.execute(&statement).await;
    }
    let notice = exam.learner(&app, 0).get(&exam.own_path("")).await.expect(200);
    assert_eq!((&notice["attempts_left"], &notice["attempts"][0]["id"]), (&json!(1), &done["id"]));
    let second = exam.start(&app, 0).await;
    assert_eq!((&second["number"], &second["seconds_left"]), (&json!(2), &json!(4800)));
    let results = exam.class.teacher(&app).get(&exam.path("/results")).await.expect(200);
    let people = results["people"].as_array().unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(
        (&people[0]["enrolment_id"], people[0]["attempts"].as_array().unwrap().len()),
        (&json!(other), 2)
    );
}
