use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::files::png;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn an_image_is_handed_out_by_the_question_that_shows_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let sent =
        school.trainer.client.upload(&school.path("/files"), "a.png", png(4, 4, "x")).await.expect(201);
    app.run_jobs().await;
    let mut draft = choice_draft("Que voit-on ?");
    draft["statement"] = json!([{ "type": "image", "file_id": sent["id"], "alt": "Un schéma" }]);
    let question = school.question(&draft).await;
    let rest = format!("/images/{}", sent["id"].as_str().unwrap());
    let path = school.question_path(&question, &rest);
    let answer = school.manager.client.get(&path).await;
    assert_eq!(
        (answer.status.as_u16(), answer.headers["content-type"].to_str().unwrap()),
        (200, "image/png")
    );
    // It stays with the versions that showed it.
    school.rewrite_question(&question, &choice_draft("Sans image")).await;
    assert_eq!(school.manager.client.get(&path).await.status, 200);
    let other = school.question(&choice_draft("Autre")).await;
    school.manager.client.get(&school.question_path(&other, &rest)).await.expect_problem(404, "not_found");
    read_by_those_who_teach(&app, &school, &path).await;
}
