use carnet::quizzes::{PurgeQuizAttempts, erase_attempts};
use chrono::Duration;
use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::taking::{Exam, Q, Rules, WHOLE, attempt_path};

/// Rows of everything that hangs on attempts.
async fn rows(app: &TestApp) -> i64 {
    let tables = ["quiz_attempt", "quiz_answer", "quiz_answer_file", "quiz_grade"];
    let mut rows = 0;
    for table in tables {
        let sql = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap();
        rows += count;
    }
    rows
}

/// Answers everything, a file included, and hands in; everything is graded.
async fn complete(app: &TestApp, exam: &Exam, position: usize) {
    let attempt = exam.start(app, position).await;
    let client = exam.learner(app, position);
    let file = client.upload_pdf().await;
    let mut answers = exam.all_right(1);
    answers[6]["answer"] = json!({ "kind": "file", "file_ids": [file["id"]] });
    client.post(&attempt_path(&attempt, "/submission"), json!({ "answers": answers })).await.expect(200);
    exam.grade_all(app).await;
}

#[tokio::test]
async fn attempts_go_six_years_after_the_session_with_their_files() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    complete(&app, &exam, 0).await;
    let before = rows(&app).await;
    let ends = |on: &str| {
        let session = exam.class.session;
        format!("UPDATE training_session SET starts_on = '{on}', ends_on = '{on}' WHERE id = '{session}'")
    };
    // The last day of the six years, then the day after.
    app.execute(&ends("2020-03-03")).await;
    app.run_job(PurgeQuizAttempts {}).await;
    assert_eq!(rows(&app).await, before);
    app.execute(&ends("2020-03-02")).await;
    app.execute(&format!(
        "UPDATE training_session SET retention = 'cofunded' WHERE id = '{}'",
        exam.class.session
    ))
    .await;
    app.run_job(PurgeQuizAttempts {}).await;
    assert_eq!(rows(&app).await, before, "ten years where it is co-funded");
    app.execute(&format!(
        "UPDATE training_session SET retention = 'standard' WHERE id = '{}'",
        exam.class.session
    ))
    .await;
    let hold = "INSERT INTO session_attendance_setting (session_id, version, asks_entry_exit, legal_hold)";
    app.execute(&format!("{hold} VALUES ('{}', 1, false, 'Litige')", exam.class.session)).await;
    app.run_job(PurgeQuizAttempts {}).await;
    assert_eq!(rows(&app).await, before, "held back");
    app.execute("UPDATE session_attendance_setting SET legal_hold = NULL").await;
    app.run_job(PurgeQuizAttempts {}).await;
    assert_eq!(rows(&app).await, 0);
    app.run_jobs().await;
    assert_eq!(app.count_files().await, 0);
    assert_eq!(noted(&app, "quiz_attempt.purged").await, [Some(json!({ "attempts": 1 }))]);
}

#[tokio::test]
async fn what_an_enrolment_answered_is_erased_with_it_and_nothing_else() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &WHOLE, &Rules::default()).await;
    complete(&app, &exam, 0).await;
    let one = rows(&app).await;
    complete(&app, &exam, 1).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    let erased = erase_attempts(&mut tx, &app.state, exam.class.enrolment(0)).await.unwrap();
    sqlx::query("DELETE FROM enrolment WHERE id = $1")
        .bind(exam.class.enrolment(0))
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!((erased, rows(&app).await), (1, one));
    app.run_jobs().await;
    assert_eq!(app.count_files().await, 1);
}

#[tokio::test]
async fn an_enrolment_with_attempts_is_not_deleted_over_them() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    exam.start(&app, 0).await;
    let deleted = sqlx::query("DELETE FROM enrolment WHERE id = $1")
        .bind(exam.class.enrolment(0))
        .execute(&app.state.pool)
        .await;
    assert!(deleted.unwrap_err().to_string().contains("quiz_attempt_enrolment_fkey"));
    app.advance(Duration::days(1));
    assert!(rows(&app).await > 0);
}
