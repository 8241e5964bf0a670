use carnet::ids::{CompanyQuizId, QuizInvitationId};
use carnet::quizzes::{
    NewQuizInvitation, find_sendable_quiz, invite_to_quiz, quiz_invitation_states, withdraw_quiz_invitations,
};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::company_quizzes::{CompanyExam, own};
use crate::support::taking::AUTOMATIC;
use crate::support::users::User;

fn quiz_of(exam: &CompanyExam) -> CompanyQuizId {
    CompanyQuizId(exam.quiz["id"].as_str().unwrap().parse().unwrap())
}

async fn invite(app: &TestApp, exam: &CompanyExam, person: &User) -> QuizInvitationId {
    let new = NewQuizInvitation {
        company: exam.company,
        quiz: quiz_of(exam),
        person: person.id,
        purpose: Some("Soudeur TIG".to_owned()),
        closes_at: None,
        sent_by: exam.recruiter.id,
    };
    let mut tx = app.state.pool.begin().await.unwrap();
    let id = invite_to_quiz(&mut tx, &app.state.ids, &new, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn withdraw(app: &TestApp, invitations: &[QuizInvitationId]) {
    let mut tx = app.state.pool.begin().await.unwrap();
    let now = app.state.clock.now();
    withdraw_quiz_invitations(&mut tx, &app.state.ids, invitations, now).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_quiz_is_sendable_while_it_is_published_and_the_company_s() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let other = app.company_exam(&AUTOMATIC, json!({})).await;
    let mut db = app.state.pool.acquire().await.unwrap();
    let found = find_sendable_quiz(&mut db, exam.company, quiz_of(&exam)).await.unwrap().unwrap();
    assert_eq!((found.title.as_str(), found.minutes, found.questions), ("Test de soudage", Some(60), 5));
    assert_eq!(find_sendable_quiz(&mut db, other.company, quiz_of(&exam)).await.unwrap(), None);
    exam.client(&app).post_at(&exam.path("/archive"), &exam.quiz["version"]).await.expect(200);
    assert_eq!(find_sendable_quiz(&mut db, exam.company, quiz_of(&exam)).await.unwrap(), None);
}

#[tokio::test]
async fn an_invitation_of_an_offer_is_like_any_other_and_goes_with_it() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let people =
        [app.candidate("Inès", "A").await, app.candidate("Léa", "B").await, app.candidate("Tom", "C").await];
    let mut sent = Vec::new();
    for person in &people {
        sent.push(invite(&app, &exam, person).await);
    }
    let notice = exam.notice(&app, &people[0], sent[0]).await;
    assert_eq!(notice["purpose"], "Soudeur TIG");
    exam.start(&app, &people[1], sent[1]).await;
    exam.start(&app, &people[2], sent[2]).await;
    exam.submit(&app, &people[2], sent[2], &exam.all_right(1)).await;
    withdraw(&app, &sent).await;
    withdraw(&app, &sent).await;
    let mut db = app.state.pool.acquire().await.unwrap();
    let mut states = quiz_invitation_states(&mut db, &sent).await.unwrap();
    states.sort_by_key(|(id, _)| sent.iter().position(|one| one == id));
    let states: Vec<_> = states.iter().map(|(_, state)| state.as_str()).collect();
    assert_eq!(states, ["withdrawn", "withdrawn", "graded"], "what was handed in stays");
    let answers: i64 =
        sqlx::query_scalar("SELECT count(*) FROM quiz_answer").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(answers, 5);
    let read = people[1].client.get(&own(sent[1], "/attempt")).await.expect(200);
    assert_eq!(read["questions"], json!([]));
}
