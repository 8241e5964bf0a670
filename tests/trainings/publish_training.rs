use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_training_is_published_as_its_next_revision() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    assert_eq!((&training["status"], &training["revision"]), (&json!("published"), &json!(1)));
    assert_eq!(training["has_draft"], json!(false));
    draft["texts"] = json!({ "price": "900 €" });
    let second = school.publish(&school.rewrite(&training, &draft).await).await;
    assert_eq!((&second["revision"], &second["content"]["texts"]["price"]), (&json!(2), &json!("900 €")));
    assert_eq!(
        noted(&app, "training.status_changed").await,
        [1, 2].map(|revision| Some(json!({ "status": "published", "revision": revision })))
    );
}

#[tokio::test]
async fn courses_and_own_skills_are_published_as_they_are_that_day() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let own = school.own_skill("Avant").await;
    let mut draft = school.draft(&app, "Développement").await;
    draft["skills"].as_array_mut().unwrap().push(json!({ "skill": own["id"], "target": 3, "pass": 3 }));
    let training = school.write(&draft).await;
    let path = school.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    school.manager.client.put_at(&path, &json!(1), json!({ "label": "Après" })).await.expect(200);
    let path = school.path(&format!("/courses/{}", draft["courses"][0]["course_id"].as_str().unwrap()));
    let body = json!({ "title": "Module neuf", "minutes": 45, "modality": "remote_live" });
    school.manager.client.put_at(&path, &json!(1), body).await.expect(200);
    let content = school.publish(&training).await["content"].clone();
    assert_eq!(content["skills"][2]["label"], "Après");
    assert_eq!((&content["courses"][0]["title"], &content["minutes"]), (&json!("Module neuf"), &json!(45)));
}

#[tokio::test]
async fn what_nobody_could_open_a_session_from_is_not_published() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let training = school.write(&json!({ "title": "Vide" })).await;
    let client = &school.manager.client;
    let refused = client.post_at(&school.training_path(&training, "/publish"), &json!(1)).await;
    let problem = refused.expect_field("/skills", "required");
    assert_eq!(problem["errors"][1]["pointer"], "/courses");
    let body = json!({ "title": "Sans durée", "minutes": 0, "modality": "in_person" });
    let course = client.post(&school.path("/courses"), body).await.expect(201);
    let mut draft = school.draft(&app, "Développement").await;
    draft["courses"].as_array_mut().unwrap().push(json!({ "course_id": course["id"] }));
    let training = school.write(&draft).await;
    let refused = client.post_at(&school.training_path(&training, "/publish"), &json!(1)).await;
    refused.expect_field("/courses/1", "no_duration");
    let shown = client.get(&school.training_path(&training, "")).await.expect(200);
    assert_eq!(shown["status"], "draft");
}

#[tokio::test]
async fn nothing_is_published_twice_blindly_or_by_others() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let path = school.training_path(&training, "/publish");
    let client = &school.manager.client;
    client.post_at(&path, &training["version"]).await.expect_problem(409, "nothing_to_publish");
    client.post_at(&path, &json!(1)).await.expect_problem(412, "stale");
    client.post(&path, ()).await.expect_problem(428, "precondition_required");
    let archive = school.training_path(&training, "/archive");
    let archived = client.post_at(&archive, &training["version"]).await.expect(200);
    let refused = client.post_at(&path, &archived["version"]).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
    let draft = school.draft(&app, "Autre").await;
    let path = school.training_path(&school.write(&draft).await, "/publish");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &Value::Null).await;
}

#[tokio::test]
async fn a_published_revision_cannot_be_altered_even_by_hand() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    school.published(&app, "Développement").await;
    for statement in [
        "UPDATE training_revision SET title = 'x'",
        "DELETE FROM training_revision",
        "UPDATE training_skill SET target = 4",
        "DELETE FROM training_job",
        "UPDATE training_course SET minutes = 1",
        "DELETE FROM training_course_skill",
        "INSERT INTO training_job SELECT training_id, revision, 1, job_code || '', label, NULL FROM training_job",
        "DELETE FROM training",
    ] {
        let error = sqlx::query(statement).execute(&app.state.pool).await.unwrap_err().to_string();
        assert!(error.contains("a published revision is never changed"), "{statement}: {error}");
    }
}
