use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_course_is_written_anew_and_what_was_published_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, draft) = school.published(&app, "Développement").await;
    let id = draft["courses"][0]["course_id"].as_str().unwrap();
    let path = school.path(&format!("/courses/{id}"));
    let body = json!({ "title": "Autre titre", "minutes": 30, "modality": "remote_live" });
    let changed = school.manager.client.put_at(&path, &json!(1), &body).await;
    assert_eq!(changed.headers["etag"], "\"2\"");
    assert_eq!(changed.expect(200)["trainings"], 1);
    let path = school.training_path(&training, "/revisions/1");
    let revision = school.manager.client.get(&path).await.expect(200);
    assert_eq!(
        (&revision["content"]["courses"][0]["title"], &revision["content"]["minutes"]),
        (&json!("Module de Développement"), &json!(120))
    );
}

#[tokio::test]
async fn the_second_of_two_is_shown_what_the_first_made_of_it() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let course = school.course("Atelier bois").await;
    let path = school.path(&format!("/courses/{}", course["id"].as_str().unwrap()));
    let body = |title: &str| json!({ "title": title, "minutes": 60, "modality": "in_person" });
    school.manager.client.put_at(&path, &json!(1), body("Premier")).await.expect(200);
    let refused = school.manager.client.put_at(&path, &json!(1), body("Second")).await;
    let problem = refused.expect_problem(412, "stale");
    assert_eq!(
        (&problem["current"]["title"], &problem["current"]["version"]),
        (&json!("Premier"), &json!(2))
    );
    school.manager.client.put(&path, body("Aveugle")).await.expect_problem(428, "precondition_required");
    school.manager.client.put_at(&path, &problem["current"]["version"], body("Second")).await.expect(200);
}

#[tokio::test]
async fn foreign_unknown_and_archived_courses_are_not_written() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let foreign = app.school("Autre").await.course("Ailleurs").await;
    let body = json!({ "title": "Atelier", "minutes": 60, "modality": "in_person" });
    for id in [foreign["id"].as_str().unwrap(), &uuid::Uuid::nil().to_string(), "x"] {
        let path = school.path(&format!("/courses/{id}"));
        school.manager.client.put_at(&path, &json!(1), &body).await.expect_problem(404, "not_found");
    }
    let course = school.course("Atelier bois").await;
    let path = school.path(&format!("/courses/{}", course["id"].as_str().unwrap()));
    school.manager.client.post(&format!("{path}/archive"), ()).await.expect(200);
    let refused = school.manager.client.put_at(&path, &json!(2), &body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &body).await;
}
