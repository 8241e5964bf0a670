use serde_json::{Value, json};

use super::get_resource_file::staged;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;
use crate::support::trainings::School;

/// A file that trainees see from the 4th of March on, and where they find it.
pub async fn later_file(school: &School, session: &Value) -> String {
    let file = staged(school, &school.manager, "<< /Un 1 >>").await;
    let body = json!({
        "kind": "file", "title": "Le cours", "file_id": file, "visible_from": "2026-03-04T08:00:00Z",
    });
    let made =
        school.manager.client.post(&session_path(school, session, "/resources"), body).await.expect(201);
    format!(
        "/me/sessions/{}/resources/{}/file",
        session["id"].as_str().unwrap(),
        made["id"].as_str().unwrap()
    )
}

#[tokio::test]
async fn trainees_download_what_is_visible_and_was_not_found_infected() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let (member, other) = (app.trainee(&school.organisation).await, app.trainee(&school.organisation).await);
    school.enrol_member(&session, &member).await;
    let path = later_file(&school, &session).await;
    member.client.get(&path).await.expect_problem(404, "not_found");
    app.go_to("2026-03-04T08:00:00Z");
    let (member, other) = (app.renewed(&member), app.renewed(&other));
    let got = member.client.get(&path).await;
    assert_eq!(got.status, 200);
    assert!(got.text.contains("/Un 1"));
    other.client.get(&path).await.expect_problem(404, "not_found");
    app.renewed(&school.trainer).client.get(&path).await.expect_problem(404, "not_found");
    sqlx::query("UPDATE file SET scan = 'pending'").execute(&app.state.pool).await.unwrap();
    member.client.get(&path).await.expect_problem(404, "not_found");
    let shown = member.client.get(path.split("/resources").next().unwrap()).await.expect(200);
    assert_eq!(shown["resources"], json!([]), "what was not looked through is not listed");
}
