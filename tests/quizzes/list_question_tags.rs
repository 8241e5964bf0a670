use serde_json::json;

use super::read_by_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::choice_draft;

#[tokio::test]
async fn tags_are_counted_whatever_their_case_without_archived_questions() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let mut draft = choice_draft("Une");
    draft["tags"] = json!(["calcul", "niveau 1"]);
    school.question(&draft).await;
    draft["tags"] = json!(["Calcul"]);
    school.question(&draft).await;
    draft["tags"] = json!(["perdue"]);
    let lost = school.question(&draft).await;
    school.trainer.client.post_at(&school.question_path(&lost, "/archive"), &json!(1)).await.expect(200);
    let page = school.trainer.client.get(&school.path("/question-tags")).await.expect(200);
    let counts: Vec<_> =
        page["items"].as_array().unwrap().iter().map(|row| row["questions"].clone()).collect();
    assert_eq!(counts, [json!(2), json!(1)]);
    assert_eq!(page["items"][1]["tag"], "niveau 1");
    assert_eq!(page["items"][0]["tag"].as_str().unwrap().to_lowercase(), "calcul");
    read_by_those_who_teach(&app, &school, &school.path("/question-tags")).await;
}
