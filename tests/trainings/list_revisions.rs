use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn revisions_come_newest_first_with_the_one_being_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["title"] = json!("Développement web");
    school.rewrite(&training, &draft).await;
    let path = school.training_path(&training, "/revisions");
    let listed = school.trainer.client.get(&path).await.expect(200);
    let told: Vec<_> = listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (&r["number"], &r["title"], &r["release"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!(2), &json!("Développement web"), &json!(60)),
            (&json!(1), &json!("Développement"), &json!(60)),
        ]
    );
    assert_eq!(listed["items"][0]["published_at"], Value::Null);
    assert_ne!(listed["items"][1]["published_at"], Value::Null);
    let other = app.school("Autre").await;
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
    let foreign = other.training_path(&training, "/revisions");
    other.manager.client.get(&foreign).await.expect_problem(404, "not_found");
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
}
