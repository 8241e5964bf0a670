use carnet::quizzes::{erase_person, personal_data};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::own;
use crate::support::files::{id_of, pdf};
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE};
use crate::support::users::User;

async fn data(app: &TestApp, person: &User) -> Value {
    let mut db = app.state.pool.acquire().await.unwrap();
    personal_data(&mut db, person.id).await.unwrap()
}

async fn erase(app: &TestApp, person: &User) {
    let mut tx = app.state.pool.begin().await.unwrap();
    erase_person(&mut tx, &app.state.ids, person.id, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_person_gets_what_they_answered_and_not_what_was_right() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&WHOLE, json!({ "integrity_signals": true })).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    person.client.put(&own(invitation, "/adjustment"), json!({ "extra_time": "third" })).await.expect(200);
    exam.start(&app, &person, invitation).await;
    exam.submit(&app, &person, invitation, &exam.all_right(1)).await;
    for copy in exam.copies(&app).await {
        exam.grade(&app, &copy).await;
    }
    let told = data(&app, &person).await;
    let attempt = &told["attempts"][0];
    assert_eq!(
        (&attempt["quiz"], attempt["answers"].as_array().unwrap().len()),
        (&json!("Test de soudage"), 7)
    );
    assert_eq!((&attempt["tab_switches"], attempt["grades"].as_array().unwrap().len()), (&json!(0), 1));
    let asked = &told["asked"]["invitations"][0];
    assert_eq!((&asked["extra_time"], &asked["state"]), (&json!("third"), &json!("graded")));
    let text = told.to_string();
    assert!(text.contains("Il faut nettoyer la pièce."));
    for secret in ["SECRET-EXPLICATION", "secret-mot", "98765.25", "is_right"] {
        assert!(!text.contains(secret), "{secret}");
    }
    // The recruiter gets what they wrote and sent, and nothing of whom they sent it to.
    let recruiter = data(&app, &exam.recruiter.user).await;
    assert_eq!(recruiter["written"]["invitations_sent"].as_array().unwrap().len(), 1);
    assert!(
        !recruiter.to_string().contains(&person.id.to_string())
            && !recruiter.to_string().contains("nettoyer")
    );
}

#[tokio::test]
async fn whoever_is_erased_is_in_no_company_s_hands_any_more() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::File], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let done = exam.invite(&app, &person).await;
    exam.start(&app, &person, done).await;
    let card = person.client.upload("/me/files", "travail.pdf", pdf("<< >>")).await.expect(201);
    let file = json!({ "kind": "file", "file_ids": [card["id"]] });
    exam.submit(&app, &person, done, &[exam.answer(Q::File, 1, &file)]).await;
    let other = app.company_exam(&AUTOMATIC, json!({})).await;
    let running = other.invite(&app, &person).await;
    other.start(&app, &person, running).await;
    erase(&app, &person).await;
    assert_eq!(
        (exam.state_of(&app, done).await, other.state_of(&app, running).await),
        ("to_grade".to_owned(), "withdrawn".to_owned())
    );
    let left: (i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM quiz_attempt), (SELECT count(*) FROM quiz_answer),
                (SELECT count(*) FROM quiz_invitation WHERE person_id IS NOT NULL OR purpose IS NOT NULL)",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(left, (0, 0, 0));
    let released: bool = sqlx::query_scalar("SELECT released_at IS NOT NULL FROM file WHERE id = $1")
        .bind(id_of(&card))
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(released);
    assert_eq!((exam.copies(&app).await.len(), &exam.results(&app).await["candidates"]), (0, &json!([])));
    assert_eq!(data(&app, &person).await["attempts"], json!([]));
    // Erased again, after a restored dump: nothing fails.
    erase(&app, &person).await;
}

#[tokio::test]
async fn in_sessions_answers_go_and_the_points_stay_with_the_papers() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &AUTOMATIC, &Rules::default()).await;
    let first = exam.hand_in(&app, 0, exam.all_right(1)).await;
    exam.hand_in(&app, 1, exam.all_right(1)).await;
    exam.publish(&app).await;
    let people: Vec<(uuid::Uuid, uuid::Uuid)> =
        sqlx::query_as("SELECT t.enrolment_id, e.person_id FROM quiz_attempt t JOIN enrolment e ON e.id = t.enrolment_id ORDER BY t.started_at, t.id")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    let named = sqlx::query_scalar::<_, uuid::Uuid>("SELECT enrolment_id FROM quiz_attempt WHERE id = $1")
        .bind(first["id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap())
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    app.execute(&format!("UPDATE enrolment SET has_attendance = (id = '{named}')")).await;
    for (_, person) in &people {
        let mut tx = app.state.pool.begin().await.unwrap();
        erase_person(&mut tx, &app.state.ids, (*person).into(), app.state.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
    }
    let left: Vec<(uuid::Uuid, Option<i16>)> =
        sqlx::query_as("SELECT enrolment_id, percent FROM quiz_attempt")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(left, [(named, Some(100))], "of the one whose papers name them");
    let answers: (i64, i64) = sqlx::query_as("SELECT count(*), count(answer) FROM quiz_answer")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(answers, (5, 0), "points without answers");
    // Those who train still read the points.
    let statistics = exam.class.teacher(&app).get(&exam.path("/statistics")).await.expect(200);
    assert_eq!(statistics["attempts"], 1);
}
