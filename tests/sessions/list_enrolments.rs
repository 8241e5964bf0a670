use serde_json::{Value, json};

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn participants_are_listed_by_name_and_trainers_see_no_addresses() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.register(&session, "Zoé", "durand").await;
    school
        .enrol(&session, &json!({ "first_name": "Ali", "last_name": "Durand", "email": "ali@example.org" }))
        .await;
    school.register(&session, "Bob", "Abel").await;
    let path = session_path(&school, &session, "/enrolments");
    let page = school.manager.client.get(&path).await.expect(200);
    let names: Vec<_> =
        page["items"].as_array().unwrap().iter().map(|one| one["first_name"].clone()).collect();
    assert_eq!(names, ["Bob", "Ali", "Zoé"]);
    assert_eq!(page["items"][1]["email"], "ali@example.org");
    let invited = school.manager.client.get(&format!("{path}?status=invited")).await.expect(200);
    assert_eq!(invited["items"].as_array().unwrap().len(), 1);
    let seen = school.trainer.client.get(&path).await.expect(200);
    assert!(seen["items"].as_array().unwrap().iter().all(|one| one["email"] == Value::Null), "{seen}");
    read_by_those_concerned(&app, &school, &path).await;
}
