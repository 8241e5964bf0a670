//! A closed session whose papers are taken up again.

use carnet::attendance::{verify_chains, verify_file};
use carnet::platform::seal::SealKey;
use reqwest::Method;
use serde_json::{Value, json};

use super::export_attendance::export;
use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::send;

async fn step(app: &TestApp, class: &Class, step: &str, body: Value) {
    let version = class.boss(app).get(&class.path("")).await.expect(200)["version"].clone();
    let request = class.boss(app).starting_from(Method::POST, &class.path(&format!("/{step}")), &version);
    send(if body.is_null() { request } else { request.json(&body) }).await.expect(200);
}

#[tokio::test]
async fn that_it_was_reopened_is_a_link_that_every_export_shows() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    app.execute("UPDATE training_session SET status = 'ended'").await;
    step(&app, &class, "close", Value::Null).await;
    step(&app, &class, "reopen", json!({ "reason": "Une feuille manquait" })).await;
    let keys = [app.state.part::<SealKey>().public().clone()];
    let trainee = format!("scope=trainee&enrolment_id={}", class.enrolment(0));
    for scope in ["scope=session", &trainee] {
        let (bytes, _) = export(&app, &class, &format!("{scope}&format=json")).await;
        verify_file(&bytes, &keys).unwrap();
        let said: Value = serde_json::from_slice(&bytes).unwrap();
        let link = &said["document"]["chain"]["links"][1];
        assert_eq!(link["kind"], "reopening");
        let head = &link["content"]["head"];
        assert_eq!(
            (&head["reason"], &head["by"], &head["session_id"]),
            (&json!("Une feuille manquait"), &json!("Marc Membre"), &json!(class.session))
        );
    }
    export(&app, &class, "scope=session&format=pdf").await;
    let report = verify_chains(&app.state).await.unwrap();
    assert_eq!((report.links, report.faults), (2, Vec::<String>::new()));
    // What is sealed afterwards follows it.
    let rectification = json!({
        "enrolment_id": class.enrolment(1), "part": "am", "seen_number": 1, "mark": { "status": "absent" },
        "reason": "Erreur de ligne",
    });
    let sheet = class.boss(&app).post(&class.slot_path("/attendance/rectifications"), rectification).await;
    assert_eq!(sheet.expect(200)["seals"][1]["number"], 3);
    assert_eq!(verify_chains(&app.state).await.unwrap().faults, Vec::<String>::new());
}
