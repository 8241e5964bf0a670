use super::get_resource_file::file_resource;
use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_browser_fetches_the_file_by_an_address_of_half_an_hour() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let resource = file_resource(&school, &session, "<< /Un 1 >>").await;
    let path = session_path(
        &school,
        &session,
        &format!("/resources/{}/file-link", resource["id"].as_str().unwrap()),
    );
    let link = school.trainer.client.get(&path).await.expect(200);
    assert_eq!(link["expires_at"], "2026-03-03T08:30:00Z");
    let address = link["url"].as_str().unwrap().split("/api/v1").nth(1).unwrap();
    assert!(app.anonymous().get(address).await.text.contains("/Un 1"));
    read_by_those_concerned(&app, &school, &path).await;
}
