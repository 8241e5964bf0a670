use super::get_my_resource_file::later_file;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_gets_an_address_for_their_browser_once_the_file_is_visible() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    let path = format!("{}-link", later_file(&school, &session).await);
    member.client.get(&path).await.expect_problem(404, "not_found");
    app.go_to("2026-03-04T08:00:00Z");
    let link = app.renewed(&member).client.get(&path).await.expect(200);
    let address = link["url"].as_str().unwrap().split("/api/v1").nth(1).unwrap();
    assert!(app.anonymous().get(address).await.text.contains("/Un 1"));
    let other = app.trainee(&school.organisation).await;
    other.client.get(&path).await.expect_problem(404, "not_found");
}
