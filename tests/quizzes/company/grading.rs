use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::own;
use crate::support::files::pdf;
use crate::support::taking::{Q, WHOLE};

#[tokio::test]
async fn names_are_hidden_until_everything_of_a_copy_is_graded() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::Long, Q::File], json!({ "hides_names": true })).await;
    let person = app.candidate("Inès", "Cachée").await;
    let invitation = exam.invite(&app, &person).await;
    exam.start(&app, &person, invitation).await;
    let card = person.client.upload("/me/files", "Ines-Cachee.pdf", pdf("<< >>")).await.expect(201);
    let mut answers = exam.all_right(1);
    answers[2] = exam.answer(Q::File, 1, &json!({ "kind": "file", "file_ids": [card["id"]] }));
    exam.submit(&app, &person, invitation, &answers).await;
    assert_eq!(exam.state_of(&app, invitation).await, "to_grade");
    let copies = exam.copies(&app).await;
    assert_eq!(copies.len(), 2);
    // Neither the queue, nor the results, nor the table, nor the one answer leads to whoever wrote it.
    let table = exam.client(&app).get(&exam.path("/results-export")).await.text;
    let results = exam.results(&app).await;
    for text in [json!(copies).to_string(), results.to_string(), table] {
        for sign in [
            "Cachée",
            "Inès",
            "Ines",
            &invitation.to_string(),
            &person.id.to_string(),
            &person.profile.to_string(),
        ] {
            assert!(!text.contains(sign), "{sign}: {text}");
        }
    }
    let candidate = &results["candidates"][0];
    assert_eq!(
        (&candidate["state"], &candidate["result"], &candidate["seconds"]),
        (&json!("to_grade"), &Value::Null, &Value::Null)
    );
    assert!(candidate["label"].as_str().unwrap().starts_with("Copie "));
    let details = exam.path(&format!("/candidates/{invitation}"));
    exam.client(&app).get(&details).await.expect_problem(409, "names_hidden");
    let with_file = copies.iter().find(|copy| copy["question"]["kind"] == "file").unwrap();
    let path = exam.path(&format!(
        "/copies/{}/files/{}",
        with_file["copy_id"].as_str().unwrap(),
        with_file["question"]["answer_files"][0]["id"].as_str().unwrap()
    ));
    let file = exam.client(&app).get(&path).await;
    let named = file.headers["content-disposition"].to_str().unwrap();
    assert!(file.status == 200 && named.contains("copie-") && !named.contains("Cachee"), "{named}");
    let half = exam.grade(&app, &copies[0]).await;
    assert_eq!((&half["state"], &half["author"]), (&json!("to_grade"), &Value::Null));
    let whole = exam.grade(&app, &copies[1]).await;
    assert_eq!((&whole["state"], &whole["author"]), (&json!("graded"), &json!("Inès Cachée")));
    let results = exam.results(&app).await;
    assert_eq!(results["candidates"][0]["last_name"], "Cachée");
    assert_eq!(exam.client(&app).get(&details).await.expect(200)["questions"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn whoever_grades_second_gets_what_the_first_made_of_it() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Long], json!({})).await;
    let colleague = app.fellow_recruiter(&exam.recruiter).await;
    let person = app.candidate("Inès", "Vue").await;
    exam.take(&app, &person, &exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    let (id, question) =
        (copy["copy_id"].as_str().unwrap(), copy["question"]["question_id"].as_str().unwrap());
    let path = exam.path(&format!("/copies/{id}/grades/{question}"));
    let body = |points: f64| json!({ "criteria": [points, 3.0], "comment": "Bien." });
    let waits = json!(0);
    let (one, other) = tokio::join!(
        colleague.user.client.put_at(&path, &waits, body(1.0)),
        exam.recruiter.user.client.put_at(&path, &waits, body(0.5))
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    let faulty = exam.client(&app).put_at(&path, &json!(1), json!({ "criteria": [2.0, 3.0] })).await;
    faulty.expect_field("/criteria/0", "out_of_range");
    let foreign = app.company_exam(&[Q::Long], json!({})).await;
    let elsewhere = foreign.path(&format!("/copies/{id}/grades/{question}"));
    foreign.client(&app).put_at(&elsewhere, &json!(0), body(1.0)).await.expect_problem(404, "not_found");
    assert_eq!(foreign.copies(&app).await.len(), 0);
}

#[tokio::test]
async fn nobody_grades_what_they_answered_themselves() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Long], json!({})).await;
    let colleague = app.fellow_recruiter(&exam.recruiter).await;
    app.show(&colleague.user).await;
    exam.take(&app, &colleague.user, &exam.all_right(1)).await;
    let copy = exam.copies(&app).await.remove(0);
    let own_queue = colleague.user.client.get(&exam.path("/copies")).await.expect(200);
    assert_eq!(own_queue["items"], json!([]));
    let (id, question) =
        (copy["copy_id"].as_str().unwrap(), copy["question"]["question_id"].as_str().unwrap());
    let path = exam.path(&format!("/copies/{id}/grades/{question}"));
    let body = json!({ "criteria": [1.0, 3.0] });
    colleague.user.client.put_at(&path, &json!(0), body).await.expect_problem(403, "own_attempt");
}

#[tokio::test]
async fn results_are_published_and_told_once() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&WHOLE, json!({})).await;
    let (one, other) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let taken = exam.take(&app, &one, &exam.all_right(1)).await;
    let running = exam.invite(&app, &other).await;
    exam.start(&app, &other, running).await;
    let wanted = json!({ "invitation_ids": [taken] });
    let early = exam.client(&app).post(&exam.path("/publication"), &wanted).await;
    assert_eq!(early.expect_problem(409, "illegal_transition")["current_state"], "to_grade");
    for copy in exam.copies(&app).await {
        exam.grade(&app, &copy).await;
    }
    assert_eq!(one.client.get(&own(taken, "")).await.expect(200)["result"], Value::Null);
    let unknown = json!({ "invitation_ids": [uuid::Uuid::nil()] });
    let unknown = exam.client(&app).post(&exam.path("/publication"), unknown).await;
    unknown.expect_field("/invitation_ids/0", "unknown_invitation");
    let published = exam.client(&app).post(&exam.path("/publication"), &wanted).await.expect(200);
    assert_eq!(published["published"], json!([taken]));
    assert_eq!(exam.publish(&app).await["published"], json!([]));
    let told: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM notification WHERE person_id = $1 AND kind = 'quiz.published'",
    )
    .bind(one.id)
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(told, 1);
    let result = &one.client.get(&own(taken, "")).await.expect(200)["result"];
    // Twelve of fourteen: nothing was sent for the file.
    assert_eq!((&result["percent"], &result["is_passed"]), (&json!(85), &json!(true)));
    let told: (Value,) =
        sqlx::query_as("SELECT facts FROM notification WHERE person_id = $1 AND kind = 'quiz.handed_in'")
            .bind(exam.recruiter.user.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(told.0, json!({ "quiz": "Test de soudage" }), "without a name");
}
