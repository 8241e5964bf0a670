use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn slots_are_listed_by_time_and_found_by_days_in_paris() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-10", "00:30", "03:00").await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, "/slots");
    let starts = async |query: &str| {
        let page = school.manager.client.get(&format!("{path}{query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|slot| slot["starts_at"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(starts("").await, ["2026-03-09T08:00:00Z", "2026-03-09T23:30:00Z"]);
    assert_eq!(starts("?from=2026-03-10").await, ["2026-03-09T23:30:00Z"]);
    assert_eq!(starts("?to=2026-03-09").await, ["2026-03-09T08:00:00Z"]);
    assert_eq!(starts("?cancelled=true").await, Vec::<serde_json::Value>::new());
    assert_eq!(starts("?cancelled=false").await.len(), 2);
    school.manager.client.get(&format!("{path}?from=hier")).await.expect_field("/from", "invalid_type");
    read_by_those_concerned(&app, &school, &path).await;
}
