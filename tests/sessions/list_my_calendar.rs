use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_calendar_holds_everything_of_a_person_in_every_organisation() {
    let app = TestApp::with_catalogue().await;
    let (school, other) = (app.school("Atelier").await, app.school("Ailleurs").await);
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol(&session, &json!({ "person_id": member.id, "ends_on": "2026-03-09" })).await;
    school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    // The same person trains elsewhere.
    app.join(&other.organisation, &member, carnet::orgs::Role::Trainer).await;
    let (training, _) = other.published(&app, "Soudure").await;
    let mut draft = other.session_draft(&training);
    draft["trainers"] = json!([member.id]);
    let theirs = other.open(&draft).await;
    other.slot(&theirs, "2026-03-11", "09:00", "12:00").await;
    let path = "/me/calendar?from=2026-03-09&to=2026-03-15";
    let mine = member.client.get(path).await.expect(200);
    assert_eq!(
        mine["items"].as_array().unwrap().len(),
        2,
        "two slots on their days, the draft is nobody's yet"
    );
    other.step(&theirs, "plan", &Value::Null).await;
    let mine = member.client.get(path).await.expect(200);
    let told: Vec<_> = mine["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["role"].clone(), one["starts_at"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!("trainee"), json!("2026-03-09T08:00:00Z")),
            (json!("trainee"), json!("2026-03-09T13:00:00Z")),
            (json!("trainer"), json!("2026-03-11T08:00:00Z")),
        ]
    );
    assert_eq!(
        (&mine["items"][0]["place"], &mine["items"][0]["trainers"]),
        (&json!("Salle B"), &json!(["Farida Membre"]))
    );
    let one_day = member.client.get("/me/calendar?from=2026-03-11&to=2026-03-11").await.expect(200);
    assert_eq!(one_day["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_cancelled_slot_stays_and_a_stretch_has_its_limits() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/cancel", slot["id"].as_str().unwrap()));
    super::ask(&school.manager, &reqwest::Method::POST, &path, &json!({ "reason": "Essai" }))
        .await
        .expect(200);
    let client = &school.trainer.client;
    let found = client.get("/me/calendar?from=2026-03-10&to=2026-03-10").await.expect(200);
    assert_eq!(found["items"][0]["is_cancelled"], true);
    client.get("/me/calendar?from=2026-03-10&to=2026-03-09").await.expect_field("/to", "before_start");
    client.get("/me/calendar?from=2026-03-10&to=2027-05-10").await.expect_field("/to", "too_far");
    client.get("/me/calendar?from=1026-03-10&to=1026-03-11").await.expect_field("/from", "out_of_range");
    client.get("/me/calendar?from=2026-03-10").await.expect_field("/to", "required");
}
