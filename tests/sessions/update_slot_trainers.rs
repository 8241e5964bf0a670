use reqwest::Method;
use serde_json::json;

use super::{ask, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_replacement_keeps_who_was_to_be_there_and_gives_the_right_to_read() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let replacement = app.trainer(&school.organisation).await;
    let read = session_path(&school, &session, "");
    replacement.client.get(&read).await.expect_problem(404, "not_found");
    let path = session_path(&school, &session, &format!("/slots/{}/trainers", slot["id"].as_str().unwrap()));
    let body = json!({ "trainers": [replacement.id], "reason": "Congé" });
    let mut wrong = body.clone();
    wrong["reason"] = json!("");
    ask(&school.manager, &Method::PUT, &path, &wrong).await.expect_field("/reason", "required");
    let replaced = ask(&school.manager, &Method::PUT, &path, &body).await.expect(200);
    assert_eq!(replaced["trainers"][0]["person_id"], json!(replacement.id));
    assert_eq!(
        (&replaced["replaced_trainers"][0]["reason"], &replaced["version"]),
        (&json!("Congé"), &json!(2))
    );
    replacement.client.get(&read).await.expect(200);
    // Back again: both assignments of the first trainer are told apart.
    let back = json!({ "trainers": [school.trainer.id], "reason": "Retour" });
    let path_now = &path;
    let again = school.manager.client.put_at(path_now, &json!(2), back).await.expect(200);
    assert_eq!(again["replaced_trainers"].as_array().unwrap().len(), 2);
    replacement.client.get(&read).await.expect_problem(404, "not_found");
    school.manager.client.put_at(path_now, &json!(2), &body).await.expect_problem(412, "stale");
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &body).await;
}

#[tokio::test]
async fn somebody_who_trains_elsewhere_at_that_time_needs_a_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let busy = app.trainer(&school.organisation).await;
    let other = school.session(&app, "Autre").await;
    let mut taken = crate::support::sessions::slot_draft(&other, "2026-03-10", "10:00", "11:00");
    (taken["trainers"], taken["place"]) = (json!([busy.id]), json!("Salle Z"));
    school.manager.client.post(&session_path(&school, &other, "/slots"), taken).await.expect(201);
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/trainers", slot["id"].as_str().unwrap()));
    let mut body = json!({ "trainers": [busy.id], "reason": "Congé" });
    ask(&school.manager, &Method::PUT, &path, &body).await.expect_field("/trainers", "trainer_busy");
    body["override_reason"] = json!("Les deux groupes ensemble");
    let stands = ask(&school.manager, &Method::PUT, &path, &body).await.expect(200);
    assert_eq!(
        (&stands["override_reason"], &stands["conflicts"][0]["kind"]),
        (&json!("Les deux groupes ensemble"), &json!("trainer"))
    );
    let trainee = app.trainee(&school.organisation).await;
    body["trainers"] = json!([trainee.id]);
    school.manager.client.put_at(&path, &json!(2), &body).await.expect_field("/trainers/0", "not_a_trainer");
}
