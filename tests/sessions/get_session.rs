use serde_json::json;

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_session_shows_its_figures() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    school.register(&session, "Zoé", "Durand").await;
    let shown = school.reread(&session).await;
    assert_eq!((&shown["taken"], &shown["slots"]), (&json!(1), &json!(2)));
    assert_eq!(shown["next_slot_at"], "2026-03-09T08:00:00Z");
    assert_eq!(shown["organisation"]["name"], "Atelier");
    read_by_those_concerned(&app, &school, &session_path(&school, &session, "")).await;
}

#[tokio::test]
async fn a_trainer_who_is_taken_off_no_longer_sees_the_session() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let path = session_path(&school, &session, "");
    school.trainer.client.get(&path).await.expect(200);
    let mut draft = general(&session);
    draft["trainers"] = json!([]);
    school.manager.client.put_at(&path, &session["version"], draft).await.expect(200);
    school.trainer.client.get(&path).await.expect_problem(404, "not_found");
}

/// The general part of a session, to be sent back.
pub fn general(session: &serde_json::Value) -> serde_json::Value {
    let kept = [
        "title",
        "starts_on",
        "ends_on",
        "place",
        "remote_url",
        "information",
        "seats",
        "announced_minutes",
        "holidays",
        "retention",
    ];
    let mut draft: serde_json::Map<_, _> =
        kept.iter().map(|field| ((*field).to_owned(), session[field].clone())).collect();
    let trainers =
        session["trainers"].as_array().unwrap().iter().map(|one| one["person_id"].clone()).collect();
    draft.insert("trainers".to_owned(), serde_json::Value::Array(trainers));
    serde_json::Value::Object(draft)
}
