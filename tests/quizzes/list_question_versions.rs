use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn versions_are_listed_newest_first_with_who_wrote_them() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une")).await;
    let path = school.question_path(&question, "");
    school.manager.client.put_at(&path, &json!(1), choice_draft("Deux")).await.expect(200);
    let path = school.question_path(&question, "/versions");
    let page = school.trainer.client.get(&path).await.expect(200);
    let listed: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["number"].clone(), row["created_by"].clone()))
        .collect();
    assert_eq!(listed, [(json!(2), json!("Marc Membre")), (json!(1), json!("Farida Membre"))]);
    let foreign = app.school("Plus loin").await;
    let theirs = foreign.path(&format!("/questions/{}/versions", question["id"].as_str().unwrap()));
    foreign.trainer.client.get(&theirs).await.expect_problem(404, "not_found");
    read_by_those_who_teach(&app, &school, &path).await;
}
