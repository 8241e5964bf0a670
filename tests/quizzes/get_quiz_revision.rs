use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::quiz_draft;

#[tokio::test]
async fn a_published_revision_is_shown_with_its_questions_and_a_draft_is_none() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let (path, client) = (school.quiz_path(&quiz, "/revisions/1"), &school.trainer.client);
    let shown = client.get(&path).await.expect(200);
    assert_eq!(
        (&shown["number"], &shown["kind"], &shown["title"]),
        (&json!(1), &json!("quiz"), &json!("Quiz"))
    );
    assert_eq!((&shown["points"], &shown["questions"]), (&json!(1.0), &json!(1)));
    let asked = &shown["sections"][0]["items"][0];
    assert_eq!(
        (&asked["position"], &asked["questions"][0]["content"]["answer"]["kind"]),
        (&json!(0), &json!("single"))
    );
    client
        .put_at(&school.quiz_path(&quiz, ""), &quiz["version"], quiz_draft("Second", &[]))
        .await
        .expect(200);
    client.get(&school.quiz_path(&quiz, "/revisions/2")).await.expect_problem(404, "not_found");
    let foreign = app.school("Plus loin").await;
    let theirs = foreign.path(&format!("/quizzes/{}/revisions/1", quiz["id"].as_str().unwrap()));
    foreign.trainer.client.get(&theirs).await.expect_problem(404, "not_found");
    read_by_those_who_teach(&app, &school, &path).await;
}
