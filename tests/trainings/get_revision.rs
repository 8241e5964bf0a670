use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_revision_reads_as_it_was_published() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["skills"].as_array_mut().unwrap().truncate(1);
    draft["courses"][0]["skills"] = json!([draft["skills"][0]["skill"]]);
    let second = school.publish(&school.rewrite(&training, &draft).await).await;
    let client = &school.trainer.client;
    let first = client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!((&first["number"], &first["content"]), (&json!(1), &training["content"]));
    let newest = client.get(&school.training_path(&training, "/revisions/2")).await.expect(200);
    assert_eq!(newest["content"], second["content"]);
    for number in ["0", "3", "-1", "x", "99999999999"] {
        let path = school.training_path(&training, &format!("/revisions/{number}"));
        client.get(&path).await.expect_problem(404, "not_found");
    }
    let other = app.school("Autre").await;
    let foreign = other.training_path(&training, "/revisions/1");
    other.manager.client.get(&foreign).await.expect_problem(404, "not_found");
}
