use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn courses_are_added_moved_and_removed_in_this_session_alone() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let (first, second) = (school.course("Un").await, school.course("Deux").await);
    let own = &session["courses"][0];
    let path = session_path(&school, &session, "/courses");
    let client = &school.manager.client;
    let skill = &session["skills"][1]["skill"];
    let body = json!({ "courses": [
        { "course_id": first["id"], "skills": [skill] },
        { "course_id": own["course_id"] },
        { "course_id": second["id"] },
    ] });
    let written = client.put_at(&path, &json!(1), &body).await.expect(200);
    let titles: Vec<_> =
        written["courses"].as_array().unwrap().iter().map(|course| course["title"].clone()).collect();
    assert_eq!(titles, ["Un", "Module de Développement", "Deux"]);
    assert_eq!(written["courses"][0]["skills"], json!([skill]));
    assert_eq!(&written["courses"][1], own, "what was there stays as it was");
    let body = json!({ "courses": [{ "course_id": second["id"] }, { "course_id": first["id"] }] });
    let shorter = client.put_at(&path, &written["version"], &body).await.expect(200);
    assert_eq!(shorter["courses"][1]["skills"], json!([skill]));
    client.put_at(&path, &json!(1), &body).await.expect_problem(412, "stale");
    // The revision and the next session know nothing of it.
    let training = json!({ "id": session["training_id"] });
    let next = school.open(&school.session_draft(&training)).await;
    assert_eq!(next["courses"].as_array().unwrap().len(), 1);
    assert_eq!(next["courses"][0]["title"], "Module de Développement");
}

#[tokio::test]
async fn a_course_with_slots_stays_and_faults_are_told_at_their_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let own = &session["courses"][0]["course_id"];
    let path = session_path(&school, &session, "/courses");
    let client = &school.manager.client;
    client.put_at(&path, &json!(1), json!({ "courses": [] })).await.expect_field("/courses", "has_slots");
    let foreign = app.school("Ailleurs").await.course("À eux").await;
    let archived = school.course("Archivé").await;
    let archive = school.path(&format!("/courses/{}/archive", archived["id"].as_str().unwrap()));
    client.post_at(&archive, &json!(1)).await.expect(200);
    let body = json!({ "courses": [
        { "course_id": own, "skills": ["999999"] },
        { "course_id": own },
        { "course_id": foreign["id"] },
        { "course_id": archived["id"] },
    ] });
    let problem = client.put_at(&path, &json!(1), body).await.expect_problem(422, "invalid_request");
    let told: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("/courses/0/skills/0", "not_in_training"),
            ("/courses/1/course_id", "duplicate"),
            ("/courses/2/course_id", "unknown_course"),
            ("/courses/3/course_id", "unknown_course"),
        ]
    );
    let body = json!({ "courses": [{ "course_id": own }] });
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &body).await;
}
