use serde_json::{Value, json};

use super::only_for_the_company;
use crate::support::app::TestApp;
use crate::support::company_quizzes::{own, question_draft};
use crate::support::taking::Q;

#[tokio::test]
async fn a_corrected_key_is_shown_applied_and_told() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::TrueFalse], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let said = json!({ "kind": "true_false", "is_true": true });
    let invitation = exam.take(&app, &person, &[exam.answer(Q::TrueFalse, 1, &said)]).await;
    exam.publish(&app).await;
    // It was true after all.
    let question = exam.question(Q::TrueFalse);
    let mut draft = question_draft(Q::TrueFalse);
    draft["answer"]["is_true"] = json!(true);
    let path = format!("/company/questions/{}", question["id"].as_str().unwrap());
    exam.client(&app).put_at(&path, &question["version"], &draft).await.expect(200);
    let of = json!({ "question_id": question["id"], "number": 2 });
    let preview = exam.client(&app).post(&exam.path("/correction-preview"), &of).await.expect(200);
    let line = &preview["lines"][0];
    assert_eq!((&line["invitation_id"], &line["enrolment_id"]), (&json!(invitation), &Value::Null));
    assert_eq!((&line["before_percent"], &line["after_percent"]), (&json!(0), &json!(33)));
    let body = |seen: &Value| json!({ "question_id": question["id"], "number": 2, "reason": "Clé fausse", "seen": seen });
    let stale = exam.client(&app).post(&exam.path("/corrections"), body(&json!("autre"))).await;
    stale.expect_problem(412, "stale");
    exam.client(&app).post(&exam.path("/corrections"), body(&preview["seen"])).await.expect(201);
    let result = &person.client.get(&own(invitation, "")).await.expect(200)["result"];
    assert_eq!(result["percent"], 33);
    let told: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM notification WHERE person_id = $1 AND kind = 'quiz.result_changed'",
    )
    .bind(person.id)
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(told, 1);
    let list = exam.client(&app).get(&exam.path("/corrections")).await.expect(200);
    assert_eq!(
        (&list["items"][0]["changed"], &list["items"][0]["reason"]),
        (&json!(1), &json!("Clé fausse"))
    );
    // Whoever hands in later is scored by it too.
    let other = app.candidate("Léa", "Vue").await;
    let later = exam.take(&app, &other, &[exam.answer(Q::TrueFalse, 1, &said)]).await;
    exam.publish(&app).await;
    assert_eq!(other.client.get(&own(later, "")).await.expect(200)["result"]["percent"], 33);
    for (path, body) in [("/correction-preview", &of), ("/corrections", &body(&preview["seen"]))] {
        only_for_the_company(&app, reqwest::Method::POST, &exam.path(path), body).await;
    }
}

#[tokio::test]
async fn a_correction_of_one_company_s_quiz_is_no_other_s() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::TrueFalse], json!({})).await;
    let other = app.company_exam(&[Q::TrueFalse], json!({})).await;
    let of = json!({ "question_id": other.question(Q::TrueFalse)["id"], "number": 1 });
    let refused = exam.client(&app).post(&exam.path("/correction-preview"), &of).await;
    refused.expect_field("/question_id", "nothing_to_correct");
}
