use carnet::ids::QuizInvitationId;
use carnet::quizzes::{PurgeQuizAttempts, keep_quiz_answers};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::company_quizzes::{CompanyExam, own};
use crate::support::files::{id_of, pdf};
use crate::support::taking::{AUTOMATIC, Q};

/// Goes to this moment, and purges.
async fn purge_at(app: &TestApp, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    app.advance(moment - app.state.clock.now());
    app.run_job(PurgeQuizAttempts {}).await;
}

async fn kept(app: &TestApp, invitation: QuizInvitationId) -> (bool, i64) {
    let person: bool = sqlx::query_scalar("SELECT person_id IS NOT NULL FROM quiz_invitation WHERE id = $1")
        .bind(invitation)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    let answers = sqlx::query_scalar(
        "SELECT count(*) FROM quiz_answer a JOIN quiz_attempt t ON t.id = a.attempt_id WHERE t.invitation_id = $1",
    )
    .bind(invitation)
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    (person, answers)
}

/// Who reads that something was there: nobody.
async fn is_gone(app: &TestApp, exam: &CompanyExam, invitation: QuizInvitationId) {
    let texts = [
        exam.client(app).get(&exam.path("/results")).await.text,
        exam.client(app).get(&exam.path("/invitations")).await.text,
        exam.client(app).get(&exam.path("/results-export")).await.text,
        exam.client(app).get(&exam.path("/copies?graded=true")).await.text,
    ];
    for text in texts {
        assert!(!text.contains("Inès") && !text.contains(&invitation.to_string()), "{text}");
    }
}

#[tokio::test]
async fn answers_go_three_months_after_the_day_of_the_closing_never_earlier() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::File], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    exam.start(&app, &person, invitation).await;
    let card = person.client.upload("/me/files", "travail.pdf", pdf("<< >>")).await.expect(201);
    let file = json!({ "kind": "file", "file_ids": [card["id"]] });
    let answers = [exam.answer(Q::Single, 1, &exam.right(Q::Single)), exam.answer(Q::File, 1, &file)];
    exam.submit(&app, &person, invitation, &answers).await;
    for copy in exam.copies(&app).await {
        exam.grade(&app, &copy).await;
    }
    exam.publish(&app).await;
    let object = app.object_of(id_of(&card)).await;
    // It closes with 2 April in Paris: 2 July is the last day.
    purge_at(&app, "2026-07-02T21:59:59Z").await;
    app.run_jobs().await;
    assert_eq!((kept(&app, invitation).await, object.exists()), ((true, 2), true));
    purge_at(&app, "2026-07-02T22:00:00Z").await;
    assert_eq!(kept(&app, invitation).await, (false, 0));
    is_gone(&app, &exam, invitation).await;
    let released: bool = sqlx::query_scalar("SELECT released_at IS NOT NULL FROM file WHERE id = $1")
        .bind(id_of(&card))
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(released);
    // Whatever is released is removed by a job of its own: the object, and then the row.
    app.run_jobs().await;
    assert_eq!((object.exists(), app.count_files().await), (false, 0));
    app.renewed(&person).client.get(&own(invitation, "")).await.expect_problem(404, "not_found");
    assert_eq!(exam.state_of(&app, invitation).await, "published", "how far it came stays");
    // Again, nothing more is done.
    let noted = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'quiz_attempt.purged'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    app.run_job(PurgeQuizAttempts {}).await;
    assert_eq!(noted().await, 1);
}

#[tokio::test]
async fn what_the_person_agreed_to_is_kept_until_then() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let (one, other) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let agreed = exam.take(&app, &one, &exam.all_right(1)).await;
    let usual = exam.take(&app, &other, &exam.all_right(1)).await;
    let until: DateTime<Utc> = "2028-03-03T08:00:00Z".parse().unwrap();
    let mut tx = app.state.pool.begin().await.unwrap();
    keep_quiz_answers(&mut tx, &[agreed], until).await.unwrap();
    keep_quiz_answers(&mut tx, &[agreed], until - Duration::days(300)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(exam.notice(&app, &one, agreed).await["kept_until"], "2028-03-03");
    purge_at(&app, "2026-09-01T08:00:00Z").await;
    assert_eq!((kept(&app, agreed).await, kept(&app, usual).await), ((true, 5), (false, 0)));
    // The whole last day, in Paris.
    purge_at(&app, "2028-03-03T22:59:59Z").await;
    assert_eq!(kept(&app, agreed).await, (true, 5));
    purge_at(&app, "2028-03-03T23:00:00Z").await;
    assert_eq!(kept(&app, agreed).await, (false, 0));
}

#[tokio::test]
async fn an_invitation_nobody_answered_goes_too() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    purge_at(&app, "2026-07-10T08:00:00Z").await;
    assert_eq!(kept(&app, invitation).await, (false, 0));
    app.close_quizzes().await;
    let page = app.renewed(&person).client.get("/me/quiz-invitations").await.expect(200);
    assert_eq!((&page["items"], exam.state_of(&app, invitation).await), (&json!([]), "expired".to_owned()));
}
