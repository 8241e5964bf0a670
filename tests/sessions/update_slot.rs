use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::{session_path, slot_draft};

#[tokio::test]
async fn a_slot_is_moved_from_the_version_that_was_read() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let client = &school.manager.client;
    let mut draft = slot_draft(&session, "2026-03-10", "10:00", "12:00");
    draft["place"] = json!("Salle C");
    let moved = client.put_at(&path, &json!(1), &draft).await.expect(200);
    assert_eq!((&moved["starts_at"], &moved["place"]), (&json!("2026-03-10T09:00:00Z"), &json!("Salle C")));
    assert_eq!(moved["version"], 2);
    assert_eq!(moved["trainers"], slot["trainers"], "who trains stays when it is not said");
    let stale = client.put_at(&path, &json!(1), &draft).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["place"], "Salle C");
    let other = school.slot(&session, "2026-03-11", "10:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}", other["id"].as_str().unwrap()));
    draft["override_reason"] = json!("Deux groupes");
    client.put_at(&path, &json!(1), &draft).await.expect_problem(409, "slot_twice");
    only_for_those_who_run_it(
        &app,
        &school,
        Method::PUT,
        &path,
        &slot_draft(&session, "2026-03-12", "10:00", "12:00"),
    )
    .await;
}

#[tokio::test]
async fn once_there_is_attendance_its_times_stay_and_the_rest_does_not() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    app.mark_attended(&slot, &[]).await;
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let client = &school.manager.client;
    let moved = slot_draft(&session, "2026-03-10", "09:00", "11:00");
    client.put_at(&path, &json!(1), &moved).await.expect_problem(409, "slot_has_attendance");
    let mut same = slot_draft(&session, "2026-03-10", "09:00", "12:00");
    same["title"] = json!("Révisions");
    let written = client.put_at(&path, &json!(1), &same).await.expect(200);
    assert_eq!((&written["title"], &written["has_attendance"]), (&json!("Révisions"), &json!(true)));
}

#[tokio::test]
async fn once_there_is_attendance_nobody_is_taken_off_without_a_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let other = app.trainer(&school.organisation).await;
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let client = &school.manager.client;
    app.mark_attended(&slot, &[]).await;
    let mut draft = slot_draft(&session, "2026-03-10", "09:00", "12:00");
    draft["trainers"] = json!([other.id]);
    client.put_at(&path, &json!(1), &draft).await.expect_field("/trainers", "replaced_without_reason");
    draft["trainers"] = json!([school.trainer.id, other.id]);
    let written = client.put_at(&path, &json!(1), &draft).await.expect(200);
    assert_eq!(written["trainers"].as_array().unwrap().len(), 2, "somebody more may come");
    assert_eq!(written["replaced_trainers"], json!([]));
}

#[tokio::test]
async fn the_times_of_a_sealed_sheet_stay_also_with_nobody_on_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    app.set_sheets(&session, "closed").await;
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let moved = slot_draft(&session, "2026-03-11", "09:00", "12:00");
    let client = &school.manager.client;
    client.put_at(&path, &json!(1), &moved).await.expect_problem(409, "slot_has_attendance");
}
