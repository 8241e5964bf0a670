use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::only_for_oneself;
use crate::support::app::TestApp;
use crate::support::files::{id_of, jpeg, long_pdf};
use crate::support::taking::{AUTOMATIC, Exam, Q, Rules, WHOLE, attempt_path, choice};

/// Saves these answers as the first trainee.
async fn save(app: &TestApp, exam: &Exam, attempt: &Value, answers: Value) -> crate::support::client::Answer {
    let path = attempt_path(attempt, "/answers");
    exam.learner(app, 0).put(&path, json!({ "answers": answers })).await
}

#[tokio::test]
async fn an_answer_is_kept_and_found_again_on_another_device() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let mut flagged = exam.answer(Q::Short, 1, &json!({ "kind": "short_text", "text": " Baguette " }));
    flagged["is_flagged"] = json!(true);
    let answers = json!([exam.answer(Q::Single, 1, &exam.right(Q::Single)), flagged]);
    app.advance(Duration::minutes(3));
    let kept = save(&app, &exam, &attempt, answers).await.expect(200);
    assert_eq!(kept["seconds_left"], 57 * 60);
    assert_eq!(kept["answers"][1]["is_saved"], true);
    let device = app.second_device(&exam.class.trainees[0].user).await;
    let elsewhere = device.client.get(&attempt_path(&attempt, "")).await.expect(200);
    let questions = &elsewhere["questions"];
    assert_eq!(questions[0]["answer"], json!({ "kind": "single", "choice_id": choice(Q::Single, 0) }));
    assert_eq!(questions[3]["answer"]["text"], "Baguette");
    assert_eq!((&questions[3]["is_flagged"], &questions[3]["sequence"]), (&json!(true), &json!(1)));
    assert_eq!(questions[3]["saved_at"], json!(app.state.clock.now()));
    assert_eq!(questions[1]["answer"], Value::Null);
    let gone = json!([exam.answer(Q::Short, 2, &Value::Null)]);
    save(&app, &exam, &attempt, gone).await.expect(200);
    assert_eq!(exam.reread(&app, 0, &attempt).await["questions"][3]["answer"], Value::Null);
}

#[tokio::test]
async fn an_older_write_that_arrives_later_changes_nothing() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let text = |sequence: i64, text: &str| {
        json!([exam.answer(Q::Long, sequence, &json!({ "kind": "long_text", "text": text }))])
    };
    save(&app, &exam, &attempt, text(7, "la dernière")).await.expect(200);
    for (sequence, said) in [(3, "une ancienne"), (7, "la même, autrement")] {
        let kept = save(&app, &exam, &attempt, text(sequence, said)).await.expect(200);
        assert_eq!(
            kept["answers"][0],
            json!({
                "question_id": exam.question(Q::Long), "sequence": 7, "is_saved": false,
            })
        );
    }
    assert_eq!(exam.reread(&app, 0, &attempt).await["questions"][0]["answer"]["text"], "la dernière");
}

#[tokio::test]
async fn writes_of_many_tabs_at_once_leave_the_one_that_counts_highest() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let client = exam.learner(&app, 0);
    let path = attempt_path(&attempt, "/answers");
    let writes = (1..=12_i64).map(|sequence| {
        let text = json!({ "kind": "long_text", "text": format!("écriture {sequence}") });
        client.put(&path, json!({ "answers": [exam.answer(Q::Long, sequence, &text)] }))
    });
    for answer in futures::future::join_all(writes).await {
        answer.expect(200);
    }
    let kept = exam.reread(&app, 0, &attempt).await;
    assert_eq!(kept["questions"][0]["answer"]["text"], "écriture 12");
}

#[tokio::test]
async fn every_fault_of_what_is_sent_has_its_pointer_and_nothing_of_it_is_kept() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let foreign = json!({ "question_id": Uuid::from_u128(9), "sequence": 1, "answer": null });
    let good = exam.answer(Q::TrueFalse, 1, &exam.right(Q::TrueFalse));
    let cases = [
        (foreign, "/answers/1/question_id", "unknown_question"),
        (good.clone(), "/answers/1/question_id", "duplicate"),
        (
            exam.answer(Q::Single, 1, &json!({ "kind": "single", "choice_id": choice(Q::Multiple, 0) })),
            "/answers/1/answer/choice_id",
            "unknown_choice",
        ),
        (
            exam.answer(Q::Single, 1, &json!({ "kind": "number", "value": 1 })),
            "/answers/1/answer/kind",
            "wrong_kind",
        ),
        (
            exam.answer(
                Q::Multiple,
                1,
                &json!({
                    "kind": "multiple", "choice_ids": [choice(Q::Multiple, 0), choice(Q::Multiple, 0)],
                }),
            ),
            "/answers/1/answer/choice_ids/1",
            "duplicate",
        ),
        (
            exam.answer(Q::Long, 1, &json!({ "kind": "long_text", "text": "x".repeat(201) })),
            "/answers/1/answer/text",
            "too_long",
        ),
        (
            exam.answer(Q::Short, 1, &json!({ "kind": "short_text", "text": "x".repeat(501) })),
            "/answers/1/answer/text",
            "too_long",
        ),
        (exam.answer(Q::Single, 0, &exam.right(Q::Single)), "/answers/1/sequence", "out_of_range"),
        (
            exam.answer(
                Q::File,
                1,
                &json!({ "kind": "file", "file_ids": [Uuid::from_u128(1), Uuid::from_u128(2)] }),
            ),
            "/answers/1/answer/file_ids",
            "too_many",
        ),
        (
            exam.answer(Q::File, 1, &json!({ "kind": "file", "file_ids": [Uuid::from_u128(1)] })),
            "/answers/1/answer/file_ids/0",
            "unknown_file",
        ),
    ];
    for (bad, pointer, code) in cases {
        save(&app, &exam, &attempt, json!([good, bad])).await.expect_field(pointer, code);
    }
    let odd =
        json!({ "question_id": exam.question(Q::Single), "sequence": 1, "answer": null, "points": 100 });
    save(&app, &exam, &attempt, json!([odd])).await.expect_field("/answers/0/points", "unknown_field");
    let many = vec![good.clone(); 101];
    save(&app, &exam, &attempt, json!(many)).await.expect_field("/answers", "too_many");
    let kept = exam.reread(&app, 0, &attempt).await;
    assert_eq!(
        kept["questions"][2]["answer"],
        Value::Null,
        "the sound one of a request with a fault is not kept"
    );
}

#[tokio::test]
async fn answers_are_taken_until_thirty_seconds_after_the_deadline() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let answer = |sequence| json!([exam.answer(Q::TrueFalse, sequence, &exam.right(Q::TrueFalse))]);
    app.advance(Duration::minutes(60) + Duration::seconds(30));
    let kept = save(&app, &exam, &attempt, answer(1)).await.expect(200);
    assert_eq!(kept["seconds_left"], 0);
    app.advance(Duration::seconds(1));
    save(&app, &exam, &attempt, answer(2)).await.expect_problem(409, "attempt_over");
    // What was saved is handed in, at the deadline, and only once.
    let over = exam.reread(&app, 0, &attempt).await;
    assert_eq!((&over["state"], &over["by_clock"]), (&json!("graded"), &json!(true)));
    assert_eq!(over["submitted_at"], attempt["deadline"]);
    let refused = save(&app, &exam, &attempt, answer(3)).await.expect_problem(409, "illegal_transition");
    assert_eq!(refused["current_state"], "graded");
    exam.publish(&app).await;
    assert_eq!(exam.reread(&app, 0, &attempt).await["result"]["points"], 1.0);
}

#[tokio::test]
async fn a_file_is_taken_into_use_replaced_and_refused_when_the_question_does_not_take_it() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::File], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let client = exam.learner(&app, 0);
    let file = |sequence: i64, id: &Value| {
        json!([exam.answer(Q::File, sequence, &json!({ "kind": "file", "file_ids": [id] }))])
    };
    let first = client.upload_pdf().await;
    save(&app, &exam, &attempt, file(1, &first["id"])).await.expect(200);
    let shown = exam.reread(&app, 0, &attempt).await;
    assert_eq!(shown["questions"][0]["answer_files"][0]["name"], "document.pdf");
    // The same write sent again claims nothing twice.
    let again = save(&app, &exam, &attempt, file(1, &first["id"])).await.expect(200);
    assert_eq!(again["answers"][0]["is_saved"], false);
    let picture = client.upload("/me/files", "photo.jpg", jpeg("x")).await.expect(201);
    let at = "/answers/0/answer/file_ids/0";
    save(&app, &exam, &attempt, file(2, &picture["id"])).await.expect_field(at, "file_type_refused");
    let large = client.upload("/me/files", "long.pdf", long_pdf(6000)).await.expect(201);
    save(&app, &exam, &attempt, file(2, &large["id"])).await.expect_field(at, "file_too_large");
    // Somebody else's file is none.
    let others = exam.learner(&app, 1).upload_pdf().await;
    save(&app, &exam, &attempt, file(2, &others["id"])).await.expect_field(at, "unknown_file");
    let second = client.upload_pdf().await;
    save(&app, &exam, &attempt, file(2, &second["id"])).await.expect(200);
    let released: Option<chrono::DateTime<chrono::Utc>> =
        sqlx::query_scalar("SELECT released_at FROM file WHERE id = $1")
            .bind(id_of(&first))
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert!(released.is_some(), "the file that was replaced is given up");
    let shown = exam.reread(&app, 0, &attempt).await;
    assert_eq!(shown["questions"][0]["answer"]["file_ids"], json!([second["id"]]));
    app.run_jobs().await;
}

#[tokio::test]
async fn nobody_writes_in_somebody_else_s_attempt() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    let body = json!({ "answers": [] });
    only_for_oneself(&app, &exam.class, Method::PUT, &attempt_path(&attempt, "/answers"), &body).await;
}
