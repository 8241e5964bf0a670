use reqwest::Method;
use serde_json::json;

use super::{ask, noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::{session_path, slot_draft};

#[tokio::test]
async fn a_cancelled_slot_stays_with_its_reason_and_makes_way_for_another() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/cancel", slot["id"].as_str().unwrap()));
    let body = json!({ "reason": "Formateur malade" });
    ask(&school.manager, &Method::POST, &path, &json!({ "reason": " " }))
        .await
        .expect_field("/reason", "required");
    let cancelled = ask(&school.manager, &Method::POST, &path, &body).await.expect(200);
    assert_eq!((&cancelled["cancel_reason"], &cancelled["version"]), (&json!("Formateur malade"), &json!(2)));
    assert!(cancelled["cancelled_at"].is_string());
    let refused = ask(&school.manager, &Method::POST, &path, &body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "cancelled");
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    assert_eq!(school.reread(&session).await["slots"], 1);
    assert_eq!(noted(&app, "slot.cancelled").await.len(), 1);
    let other = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/cancel", other["id"].as_str().unwrap()));
    let write = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let draft = slot_draft(&session, "2026-03-12", "09:00", "12:00");
    let refused = school.manager.client.put_at(&write, &json!(2), draft).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "cancelled");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}

#[tokio::test]
async fn a_slot_whose_sheet_is_sealed_took_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/cancel", slot["id"].as_str().unwrap()));
    let body = json!({ "reason": "Formateur malade" });
    for state in ["closed", "contested"] {
        app.set_sheets(&session, state).await;
        ask(&school.manager, &Method::POST, &path, &body).await.expect_problem(409, "sheet_sealed");
    }
    assert_eq!(noted(&app, "slot.cancelled").await, []);
    app.set_sheets(&session, "open").await;
    ask(&school.manager, &Method::POST, &path, &body).await.expect(200);
}
