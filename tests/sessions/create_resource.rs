use reqwest::Method;
use serde_json::json;

use super::{ask, noted};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn those_who_run_and_train_the_session_add_resources_in_their_order() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let course = &session["courses"][0]["id"];
    let link = json!({ "kind": "link", "title": "Le cours", "url": "https://cours.example/", "session_course_id": course });
    let made = school.trainer.client.post(&path, &link).await.expect(201);
    assert_eq!(
        (&made["number"], &made["version"], &made["session_course_id"]),
        (&json!(1), &json!(1), course)
    );
    let video =
        json!({ "kind": "video", "title": "Le film", "url": "https://films.example/1", "position": 0 });
    school.manager.client.post(&path, &video).await.expect(201);
    let listed = school.manager.client.get(&path).await.expect(200);
    let titles: Vec<_> = listed["items"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect();
    assert_eq!(titles, ["Le film", "Le cours"]);
    assert_eq!(noted(&app, "session_resource.written").await.len(), 2);
    let client = &school.manager.client;
    client.post(&path, json!({ "kind": "link", "title": "" })).await.expect_field("/url", "required");
    let odd = json!({ "kind": "link", "title": "x", "url": "javascript:alert(1)" });
    client.post(&path, odd).await.expect_field("/url", "url_format");
    let mut odd = link.clone();
    odd["session_course_id"] = json!(uuid::Uuid::nil());
    client.post(&path, odd).await.expect_field("/session_course_id", "unknown_course");
    let (other, foreign) = (app.trainer(&school.organisation).await, app.school("Ailleurs").await);
    let trainee = app.trainee(&school.organisation).await;
    ask(&other, &Method::POST, &path, &link).await.expect_problem(404, "not_found");
    ask(&trainee, &Method::POST, &path, &link).await.expect_problem(403, "forbidden");
    ask(&foreign.manager, &Method::POST, &path, &link).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    ask(&school.trainer, &Method::POST, &path, &link).await.expect_problem(409, "organisation_suspended");
}
