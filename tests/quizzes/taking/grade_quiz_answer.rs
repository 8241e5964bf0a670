use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE, attempt_path};

#[tokio::test]
async fn criteria_and_a_comment_make_the_points_and_the_last_one_ends_it() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    let body = json!({ "criteria": [0.5, 3], "comment": "Bien vu." });
    let graded = exam.class.teacher(&app).put_at(&exam.grade_path(&copy), &json!(0), body).await.expect(200);
    assert_eq!((&graded["version"], &graded["state"]), (&json!(1), &json!("graded")));
    assert_eq!(graded["grade"]["points"], 3.5);
    assert_eq!(
        (&graded["grade"]["comment"], &graded["grade"]["graded_by"]),
        (&json!("Bien vu."), &json!("Farida Membre"))
    );
    exam.publish(&app).await;
    let shown = exam.reread(&app, 0, &attempt).await;
    // 8 points of the others, 3.5 of 4, nothing of the file: 11.5 of 14.
    assert_eq!((&shown["result"]["points"], &shown["result"]["percent"]), (&json!(11.5), &json!(82)));
    assert_eq!(shown["marked"][5]["grade"]["criteria"], json!([0.5, 3.0]));
    let told = json!({ "question_id": exam.question(Q::Long), "number": 1, "state": "graded" });
    assert_eq!(noted(&app, "quiz_attempt.graded").await, [Some(told)]);
}

#[tokio::test]
async fn two_who_grade_at_once_do_not_overwrite_each_other() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    let path = exam.grade_path(&copy);
    let (one, two) = (exam.class.teacher(&app), exam.class.boss(&app));
    let ungraded = json!(0);
    let (first, second) = futures::join!(
        one.put_at(&path, &ungraded, json!({ "criteria": [1, 3], "comment": "Tout." })),
        two.put_at(&path, &ungraded, json!({ "criteria": [0, 0], "comment": "Rien." })),
    );
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    let (kept, refused) = if first.status == 200 { (first, second) } else { (second, first) };
    let current = refused.expect_problem(412, "stale")["current"].clone();
    assert_eq!(
        current["grade"]["comment"], kept.body["grade"]["comment"],
        "the second one reads the first one's"
    );
    assert_eq!(current["version"], 1);
    two.put_at(&path, &json!(1), json!({ "criteria": [0.5, 1.5] })).await.expect(200);
    let grades: i64 =
        sqlx::query_scalar("SELECT count(*) FROM quiz_grade").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(grades, 2, "the first one is kept");
    let body = json!({ "criteria": [1, 1] });
    one.put(&path, &body).await.expect_problem(428, "precondition_required");
}

#[tokio::test]
async fn every_fault_has_its_place() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    let client = exam.class.teacher(&app);
    for (body, pointer, code) in [
        (json!({ "criteria": [1] }), "/criteria", "required"),
        (json!({ "criteria": [1.5, 0] }), "/criteria/0", "out_of_range"),
        (json!({ "criteria": [0.001, 0] }), "/criteria/0", "out_of_range"),
        (json!({ "points": 4 }), "/points", "not_in_rubric"),
        (json!({ "criteria": [1, 1], "comment": "x".repeat(5001) }), "/comment", "too_long"),
        (json!({ "criteria": [1, 1], "graded_by": "Moi" }), "/graded_by", "unknown_field"),
    ] {
        client.put_at(&exam.grade_path(&copy), &json!(0), body).await.expect_field(pointer, code);
    }
}

#[tokio::test]
async fn what_is_scored_by_itself_is_not_graded_and_what_is_not_asked_is_not_there() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    let id = copy["copy_id"].as_str().unwrap();
    let client = exam.class.teacher(&app);
    let path = |copy: &str, question: &str| exam.path(&format!("/copies/{copy}/grades/{question}"));
    let (nothing, body) = (uuid::Uuid::from_u128(3).to_string(), json!({ "points": 1 }));
    for question in [Q::Single, Q::File] {
        let path = path(id, &exam.question(question).to_string());
        client.put_at(&path, &json!(0), &body).await.expect_problem(409, "not_graded_by_hand");
    }
    client.put_at(&path(id, &nothing), &json!(0), &body).await.expect_problem(404, "not_found");
    client.put_at(&path(&nothing, &nothing), &json!(0), &body).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_published_grade_that_changes_is_told_to_whoever_saw_the_first_one() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    exam.grade_all(&app).await;
    exam.publish(&app).await;
    let body = json!({ "criteria": [1, 1], "comment": "Relu." });
    exam.class.teacher(&app).put_at(&exam.grade_path(&copy), &json!(1), body).await.expect(200);
    let shown = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&shown["state"], &shown["result"]["percent"]), (&json!("published"), &json!(50)));
    let mails = app.mails_to(&exam.class.trainees[0].user.email).await;
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[1].subject, "Votre résultat à «\u{a0}Contrôle\u{a0}» a changé");
    assert!(
        mails[1].body.contains("Avant\u{a0}: 100\u{a0}%\nMaintenant\u{a0}: 50\u{a0}%"),
        "{}",
        mails[1].body
    );
}

#[tokio::test]
async fn what_is_not_handed_in_is_not_graded() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let saved = json!({ "answers": exam.all_right(1) });
    exam.learner(&app, 0).put(&attempt_path(&attempt, "/answers"), saved).await.expect(200);
    let copy: uuid::Uuid =
        sqlx::query_scalar("SELECT copy_id FROM quiz_attempt").fetch_one(&app.state.pool).await.unwrap();
    let path = exam.path(&format!("/copies/{copy}/grades/{}", exam.question(Q::Long)));
    let refused = exam.class.teacher(&app).put_at(&path, &json!(0), json!({ "criteria": [1, 1] })).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "started");
}

#[tokio::test]
async fn nobody_grades_their_own_answers() {
    let app = TestApp::start().await;
    let exam = app.exam(0, &[Q::Long], &Rules::default()).await;
    let manager = exam.class.manager.clone();
    exam.class.enrol(&app, Some(&manager), "Membre").await;
    let client = app.renewed(&manager).client;
    let attempt =
        client.post(&exam.own_path("/attempts"), json!({ "notice_accepted": true })).await.expect(201);
    let body = json!({ "answers": exam.all_right(1) });
    client.post(&attempt_path(&attempt, "/submission"), body).await.expect(200);
    let copy = exam.copies(&app).await.remove(0);
    let body = json!({ "criteria": [1, 3] });
    client.put_at(&exam.grade_path(&copy), &json!(0), &body).await.expect_problem(403, "own_attempt");
    exam.class.teacher(&app).put_at(&exam.grade_path(&copy), &json!(0), &body).await.expect(200);
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_grade_while_the_organisation_works() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    let path = exam.grade_path(&exam.copies(&app).await[0]);
    let body = json!({ "criteria": [1, 3] });
    hidden_from_others(&app, &exam.class, Method::PUT, &path, &body).await;
    app.suspend(&exam.class.organisation).await;
    let refused = exam.class.teacher(&app).put_at(&path, &json!(0), &body).await;
    refused.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn a_grade_is_never_changed_in_place() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[AUTOMATIC[0], Q::Long], &Rules::default()).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    exam.grade_all(&app).await;
    let changed = sqlx::query("UPDATE quiz_grade SET points = 0").execute(&app.state.pool).await;
    assert!(changed.unwrap_err().to_string().contains("append-only"));
    let forgotten = sqlx::query("UPDATE quiz_grade SET graded_by = NULL").execute(&app.state.pool).await;
    assert_eq!(forgotten.unwrap().rows_affected(), 1);
    let name: Value = json!(
        sqlx::query_scalar::<_, String>("SELECT graded_by_name FROM quiz_grade")
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    );
    assert_eq!(name, "Farida Membre");
}
