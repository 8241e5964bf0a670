use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{Q, Rules, WHOLE, attempt_path};

#[tokio::test]
async fn the_queue_holds_what_somebody_must_read_question_by_question() {
    let app = TestApp::start().await;
    let exam = app.exam(3, &WHOLE, &Rules::default()).await;
    for position in 0..2 {
        exam.hand_in(&app, position, exam.all_right(1)).await;
    }
    exam.hand_in(&app, 2, vec![]).await;
    let copies = exam.copies(&app).await;
    assert_eq!(copies.len(), 2, "whoever wrote nothing waits for nobody: {copies:?}");
    let copy = &copies[0];
    assert_eq!(copy["question"]["answer"]["text"], "Il faut nettoyer la pièce.");
    assert_eq!(copy["rubric"][1]["title"], "SECRET-CRITERE B");
    assert_eq!((&copy["version"], &copy["grade"]), (&json!(0), &Value::Null));
    let mut authors: Vec<_> = copies.iter().map(|copy| copy["author"].as_str().unwrap()).collect();
    authors.sort_unstable();
    assert_eq!(authors, ["Samir Stagiaire0", "Samir Stagiaire1"]);
    exam.grade_all(&app).await;
    assert_eq!(exam.copies(&app).await, Vec::<Value>::new());
    let client = exam.class.teacher(&app);
    let all = client.get(&exam.path("/copies?graded=true")).await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 2);
    let other = format!("/copies?graded=true&question_id={}", exam.question(Q::File));
    assert_eq!(client.get(&exam.path(&other)).await.expect(200)["items"], json!([]));
    client.get(&exam.path("/copies?name=x")).await.expect_field("/name", "unknown_field");
}

#[tokio::test]
async fn while_names_are_hidden_nothing_tells_who_wrote_a_copy() {
    let app = TestApp::start().await;
    let exam = app.exam(6, &WHOLE, &Rules { hides_names: true, ..Rules::default() }).await;
    let mut private = Vec::new();
    for position in 0..6 {
        let attempt = exam.start(&app, position).await;
        let client = exam.learner(&app, position);
        let name = format!("Stagiaire{position}-devoir.pdf");
        let file = client.upload("/me/files", &name, crate::support::files::pdf("<< >>")).await.expect(201);
        let mut answers = exam.all_right(7);
        answers[6]["answer"] = json!({ "kind": "file", "file_ids": [file["id"]] });
        answers[5]["is_flagged"] = json!(true);
        client.post(&attempt_path(&attempt, "/submission"), json!({ "answers": answers })).await.expect(200);
        private.push(attempt["id"].as_str().unwrap().to_owned());
        private.push(exam.class.enrolment(position).to_string());
        private.push(exam.class.trainees[position].user.id.to_string());
        app.advance(chrono::Duration::seconds(7));
    }
    private.extend(["Samir", "Stagiaire", "devoir"].map(str::to_owned));
    let answer = exam.class.teacher(&app).get(&exam.path("/copies")).await;
    for told in &private {
        assert!(!answer.text.contains(told), "{told}: {}", answer.text);
    }
    // The instants of the hand-ins, up to the second.
    assert!(!answer.text.contains("2026-03-03T08:00:"), "{}", answer.text);
    let copies = answer.body["items"].as_array().unwrap();
    assert_eq!(copies.len(), 12);
    for copy in copies {
        assert_eq!(copy["author"], Value::Null);
        let asked = &copy["question"];
        assert_eq!(
            (&asked["sequence"], &asked["is_flagged"], &asked["saved_at"]),
            (&json!(0), &json!(false), &Value::Null)
        );
        let digits = copy["copy_id"].as_str().unwrap().replace('-', "");
        assert_eq!(copy["label"], format!("Copie {}", digits[..6].to_uppercase()));
        if let Some(file) = asked["answer_files"].as_array().unwrap().first() {
            assert_eq!(file["name"], format!("copie-{}.pdf", &digits[..6]));
        }
    }
    // The order is that of random ids, question by question: it says nothing of when a copy came in.
    let order: Vec<&str> = copies[..6].iter().map(|copy| copy["copy_id"].as_str().unwrap()).collect();
    assert!(order.is_sorted());
    let by_time: Vec<String> =
        sqlx::query_scalar("SELECT copy_id::text FROM quiz_attempt ORDER BY submitted_at")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_ne!(order, by_time);
}

#[tokio::test]
async fn one_s_own_answers_are_not_in_one_s_queue() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    let manager = exam.class.manager.clone();
    exam.class.enrol(&app, Some(&manager), "Membre").await;
    let client = app.renewed(&manager).client;
    let attempt =
        client.post(&exam.own_path("/attempts"), json!({ "notice_accepted": true })).await.expect(201);
    let body = json!({ "answers": exam.all_right(1) });
    client.post(&attempt_path(&attempt, "/submission"), body).await.expect(200);
    assert_eq!(client.get(&exam.path("/copies")).await.expect(200)["items"], json!([]));
    assert_eq!(exam.copies(&app).await.len(), 1);
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_see_the_queue() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Long], &Rules::default()).await;
    hidden_from_others(&app, &exam.class, Method::GET, &exam.path("/copies"), &Value::Null).await;
}
