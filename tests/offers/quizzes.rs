//! A quiz of the company that goes with an offer.

use carnet::ids::QuizInvitationId;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::CompanyExam;
use crate::support::offers::{SentOffer, answer_at, offer_path, offer_with};
use crate::support::taking::Q;
use crate::support::users::User;

/// A company with a quiz, and an offer of it with that quiz to these people.
async fn sent(app: &TestApp, people: &[&User]) -> (CompanyExam, SentOffer) {
    let exam = app.company_exam(&[Q::Single], json!({})).await;
    let offer = offer_with(&json!({ "quiz_id": exam.quiz["id"] }));
    let sent = app.sent(&exam.recruiter.user, &offer, people).await;
    (exam, sent)
}

async fn invitation(app: &TestApp, sent: &SentOffer) -> Option<QuizInvitationId> {
    sqlx::query_scalar("SELECT quiz_invitation_id FROM offer_recipient WHERE id = $1")
        .bind(sent.received[0])
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

async fn quiz_state(app: &TestApp, invitation: QuizInvitationId) -> String {
    sqlx::query_scalar("SELECT state FROM quiz_invitation_whole WHERE id = $1")
        .bind(invitation)
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn whoever_receives_the_offer_is_invited_and_both_read_how_far_it_is() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (exam, sent) = sent(&app, &[&zoe]).await;
    let invited = invitation(&app, &sent).await.expect("an invitation");
    let read = zoe.client.get(&sent.mine(0, "")).await.expect(200);
    assert_eq!(
        read["quiz"],
        json!({ "id": exam.quiz["id"], "title": "Test de soudage", "minutes": 60, "questions": 1, "invitation_id": invited })
    );
    let (purpose, closes_at): (Option<String>, chrono::DateTime<chrono::Utc>) =
        sqlx::query_as("SELECT purpose, closes_at FROM quiz_invitation WHERE id = $1")
            .bind(invited)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(purpose.as_deref(), Some("Monteuse ou monteur"));
    assert_eq!(closes_at.to_rfc3339(), "2026-04-02T22:00:00+00:00", "it closes when the offer does");
    let list = app.renewed(&exam.recruiter.user).client.get(&sent.path("/recipients")).await.expect(200);
    assert_eq!(list["items"][0]["quiz"], "invited");
}

#[tokio::test]
async fn it_goes_with_a_no_comes_back_when_that_is_taken_back_and_goes_with_a_withdrawal() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (exam, sent) = sent(&app, &[&zoe]).await;
    let first = invitation(&app, &sent).await.unwrap();
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, json!({ "confirmed": true })).await.expect(200);
    assert_eq!(quiz_state(&app, first).await, "withdrawn");
    zoe.client.post_at(&sent.mine(0, "/undo"), &json!(2)).await.expect(200);
    let second = invitation(&app, &sent).await.unwrap();
    assert_ne!(first, second);
    assert_eq!(quiz_state(&app, second).await, "invited");
    let reason = json!({ "reason": "Pourvu" });
    app.renewed(&exam.recruiter.user).client.post(&sent.path("/withdrawal"), reason).await.expect(200);
    assert_eq!(quiz_state(&app, second).await, "withdrawn");
}

#[tokio::test]
async fn answers_are_kept_as_long_as_the_person_is_kept_in_mind() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = sent(&app, &[&zoe]).await;
    app.accept(&zoe, sent.received[0]).await;
    let kept = async || -> Option<chrono::DateTime<chrono::Utc>> {
        sqlx::query_scalar("SELECT keep_until FROM quiz_invitation").fetch_one(&app.state.pool).await.unwrap()
    };
    zoe.client.put(&sent.mine(0, "/talent-pool"), json!({ "agreed": true })).await.expect(200);
    assert_eq!(kept().await.map(|at| at.to_rfc3339()).as_deref(), Some("2028-03-03T08:00:00+00:00"));
    zoe.client.put(&sent.mine(0, "/talent-pool"), json!({ "agreed": false })).await.expect(200);
    assert_eq!(kept().await, None);
}

#[tokio::test]
async fn a_quiz_that_is_not_published_or_not_the_company_s_is_refused() {
    let app = TestApp::hiring().await;
    let (exam, other) =
        (app.company_exam(&[Q::Single], json!({})).await, app.company_exam(&[Q::Single], json!({})).await);
    let hirer = exam.client(&app);
    let foreign = json!({ "offer": offer_with(&json!({ "quiz_id": other.quiz["id"] })) });
    hirer.post("/offers", foreign).await.expect_field("/offer/quiz_id", "unknown_quiz");
    let zoe = app.seeker("Zoé").await;
    let offer = offer_with(&json!({ "quiz_id": exam.quiz["id"] }));
    let draft: Value = app.draft(&exam.recruiter.user, &offer, &[&zoe]).await;
    hirer.post_at(&exam.path("/archive"), &exam.quiz["version"]).await.expect(200);
    hirer.post_at(&offer_path(&draft, "/send"), &json!(1)).await.expect_field("/quiz_id", "unknown_quiz");
}
