use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::company_quizzes::{accepted, own};
use crate::support::files::{id_of, pdf};
use crate::support::taking::{AUTOMATIC, Q, WHOLE};

async fn answers_left(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM quiz_answer").fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn an_invitation_is_refused_without_a_reason() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let notice = exam.notice(&app, &person, invitation).await;
    assert_eq!(person.client.post(&own(invitation, "/withdrawal"), ()).await.status, 204);
    let twice = person.client.post(&own(invitation, "/withdrawal"), ()).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "withdrawn");
    let begun = person.client.post(&own(invitation, "/attempt"), accepted(&notice)).await;
    begun.expect_problem(409, "illegal_transition");
    let page = exam.client(&app).get(&exam.path("/invitations")).await.expect(200);
    assert_eq!(page["items"][0]["state"], "withdrawn");
    // The company reads of nobody's results, and of no reason.
    assert_eq!(exam.results(&app).await["candidates"], json!([]));
    assert!(!page.to_string().contains("reason"));
}

#[tokio::test]
async fn whoever_steps_back_on_the_way_leaves_nothing_behind() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&WHOLE, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    exam.start(&app, &person, invitation).await;
    let card = person.client.upload("/me/files", "travail.pdf", pdf("<< >>")).await.expect(201);
    let file = json!({ "kind": "file", "file_ids": [card["id"]] });
    let saved =
        json!({ "answers": [exam.answer(Q::File, 1, &file), exam.answer(Q::Long, 1, &exam.right(Q::Long))] });
    person.client.put(&own(invitation, "/answers"), saved).await.expect(200);
    assert_eq!(person.client.post(&own(invitation, "/withdrawal"), ()).await.status, 204);
    assert_eq!((answers_left(&app).await, exam.state_of(&app, invitation).await.as_str()), (0, "withdrawn"));
    let released: bool = sqlx::query_scalar("SELECT released_at IS NOT NULL FROM file WHERE id = $1")
        .bind(id_of(&card))
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(released, "its file goes");
    let read = person.client.get(&own(invitation, "/attempt")).await.expect(200);
    assert_eq!(
        (&read["state"], &read["questions"], &read["marked"]),
        (&json!("withdrawn"), &json!([]), &json!([]))
    );
    assert_eq!(exam.results(&app).await["candidates"], json!([]));
    let path = exam.path(&format!("/candidates/{invitation}"));
    exam.client(&app).get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_was_handed_in_is_not_stepped_back_from() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.take(&app, &person, &exam.all_right(1)).await;
    let refused = person.client.post(&own(invitation, "/withdrawal"), ()).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "graded");
    assert_eq!(answers_left(&app).await, 5);
}

#[tokio::test]
async fn of_stepping_back_and_handing_in_at_once_one_happens() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let mut outcomes = Vec::new();
    for number in 0..6 {
        let person = app.candidate("Inès", &format!("Vue{number}")).await;
        let invitation = exam.invite(&app, &person).await;
        exam.start(&app, &person, invitation).await;
        let body = json!({ "answers": exam.all_right(1) });
        let (submit, leave) = (own(invitation, "/submission"), own(invitation, "/withdrawal"));
        let (handed_in, left) =
            tokio::join!(person.client.post(&submit, &body), person.client.post(&leave, ()));
        let state = exam.state_of(&app, invitation).await;
        let (handed_in, left) = (handed_in.status.as_u16(), left.status.as_u16());
        assert!([(200, 409), (409, 204)].contains(&(handed_in, left)), "{handed_in} {left}");
        assert_eq!(state == "withdrawn", left == 204, "{state}");
        outcomes.push(left == 204);
    }
    let left = outcomes.iter().filter(|left| **left).count() as i64;
    assert_eq!(answers_left(&app).await, (6 - left) * 5);
}

#[tokio::test]
async fn of_beginning_refusing_taking_back_and_the_closing_one_happens() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    for number in 0..4 {
        let person = app.candidate("Inès", &format!("Vue{number}")).await;
        let invitation = exam.invite(&app, &person).await;
        let body = accepted(&exam.notice(&app, &person, invitation).await);
        let (begin, leave) = (own(invitation, "/attempt"), own(invitation, "/withdrawal"));
        let back = exam.path(&format!("/invitations/{invitation}/withdrawal"));
        let recruiter = exam.client(&app);
        let (begun, refused, taken) = tokio::join!(
            person.client.post(&begin, &body),
            person.client.post(&leave, ()),
            recruiter.post(&back, ())
        );
        let ended = [refused.status.as_u16(), taken.status.as_u16()];
        assert_eq!(ended.iter().filter(|status| **status == 204).count(), 1, "{ended:?}");
        assert!([201, 409].contains(&begun.status.as_u16()));
        assert_eq!(exam.state_of(&app, invitation).await, "withdrawn");
    }
    assert_eq!(answers_left(&app).await, 0);
    // The clock and the person at the closing.
    let person = app.candidate("Léa", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    app.advance(Duration::days(31));
    let leaver = app.renewed(&person).client;
    let path = own(invitation, "/withdrawal");
    let (left, ()) = tokio::join!(leaver.post(&path, ()), app.close_quizzes());
    let state = exam.state_of(&app, invitation).await;
    assert_eq!(
        (left.status.as_u16() == 204, left.status.as_u16() == 409),
        (state == "withdrawn", state == "expired")
    );
}
