use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_slot_shows_its_history_and_an_unknown_one_does_not_exist() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let answer = school.manager.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    assert_eq!(answer.expect(200), slot);
    let other = school.session(&app, "Autre").await;
    let foreign = session_path(&school, &other, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    school.manager.client.get(&foreign).await.expect_problem(404, "not_found");
    read_by_those_concerned(&app, &school, &path).await;
}
