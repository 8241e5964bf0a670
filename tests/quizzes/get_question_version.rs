use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn what_a_question_said_is_read_for_ever() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Avant")).await;
    school.rewrite_question(&question, &choice_draft("Après")).await;
    let client = &school.trainer.client;
    for (number, text) in [(1, "Avant"), (2, "Après")] {
        let path = school.question_path(&question, &format!("/versions/{number}"));
        let shown = client.get(&path).await.expect(200);
        assert_eq!(
            (&shown["number"], &shown["content"]["statement"][0]["text"]),
            (&json!(number), &json!(text))
        );
    }
    client.get(&school.question_path(&question, "/versions/3")).await.expect_problem(404, "not_found");
    let foreign = app.school("Plus loin").await;
    let theirs = foreign.path(&format!("/questions/{}/versions/1", question["id"].as_str().unwrap()));
    foreign.trainer.client.get(&theirs).await.expect_problem(404, "not_found");
    read_by_those_who_teach(&app, &school, &school.question_path(&question, "/versions/1")).await;
}
