use carnet::orgs::Role;
use serde_json::{Value, json};

use super::read_by_those_concerned;
use crate::support::app::TestApp;
use crate::support::sessions::{session_path, slot_draft};

#[tokio::test]
async fn everything_that_is_not_ready_is_told_with_where_to_look() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let mut draft = school.session_draft(&training);
    (draft["place"], draft["announced_minutes"], draft["ends_on"]) =
        (json!(""), json!(840), json!("2026-05-07"));
    let session = school.open(&draft).await;
    let path = session_path(&school, &session, "/readiness");
    let codes = async || {
        let told = school.manager.client.get(&path).await.expect(200);
        let items = told["items"].as_array().unwrap().clone();
        assert!(items.is_sorted_by_key(|item| item["is_blocking"] == false), "what blocks comes first");
        items
    };
    let has = |items: &[Value], code: &str| items.iter().find(|item| item["code"] == code).cloned();
    let bare = codes().await;
    for code in ["no_slot", "no_trainee", "hours_missing", "skill_not_assessed", "course_without_slot"] {
        assert!(has(&bare, code).is_some(), "{code}: {bare:?}");
    }
    let mut slot = slot_draft(&session, "2026-05-08", "09:00", "12:00");
    slot["trainers"] = json!([]);
    let slot = school.manager.client.post(&session_path(&school, &session, "/slots"), slot).await.expect(201);
    let items = codes().await;
    for code in ["slot_without_trainer", "slot_without_place", "slot_on_holiday", "slot_outside_dates"] {
        assert_eq!(has(&items, code).expect(code)["slot_id"], slot["id"]);
    }
    assert!(has(&items, "no_slot").is_none() && has(&items, "course_without_slot").is_none());
    let hours = has(&items, "hours_missing").unwrap()["message"].as_str().unwrap().replace('\u{a0}', " ");
    assert_eq!(hours, "3 h prévues pour 14 h annoncées.");
    let not_assessed: Vec<_> = items.iter().filter(|item| item["code"] == "skill_not_assessed").collect();
    assert_eq!((not_assessed.len(), &not_assessed[0]["skill"]), (2, &session["skills"][0]["skill"]));
    read_by_those_concerned(&app, &school, &path).await;
}

#[tokio::test]
async fn a_ready_session_has_nothing_that_blocks_and_conflicts_are_warnings() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.ready(&app, "Développement").await;
    let path = session_path(&school, &session, "/readiness");
    let told = school.manager.client.get(&path).await.expect(200);
    assert_eq!((&told["is_ready"], &told["items"]), (&json!(true), &json!([])));
    let other = school.session(&app, "Autre").await;
    let mut slot = slot_draft(&other, "2026-03-09", "10:00", "12:00");
    slot["override_reason"] = json!("Ensemble");
    school.manager.client.post(&session_path(&school, &other, "/slots"), slot).await.expect(201);
    let told = school.manager.client.get(&path).await.expect(200);
    let codes: Vec<_> = told["items"].as_array().unwrap().iter().map(|item| item["code"].clone()).collect();
    assert_eq!(
        (&told["is_ready"], codes),
        (&json!(true), vec![json!("slot_in_conflict"), json!("slot_in_conflict")])
    );
    let accepted = session_path(&school, &other, "/readiness");
    let told = school.manager.client.get(&accepted).await.expect(200);
    assert!(
        !told["items"].as_array().unwrap().iter().any(|item| item["code"] == "slot_in_conflict"),
        "{told}"
    );
}

#[tokio::test]
async fn a_trainer_who_left_the_organisation_trains_no_more() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.ready(&app, "Développement").await;
    let path = session_path(&school, &session, "/readiness");
    let leave = school.path(&format!("/members/{}", school.trainer.id));
    let admin = app.member(&school.organisation, Role::Admin).await;
    assert_eq!(admin.client.delete(&leave).await.status, 204);
    let told = school.manager.client.get(&path).await.expect(200);
    let codes: Vec<_> = told["items"].as_array().unwrap().iter().map(|item| item["code"].clone()).collect();
    assert_eq!(codes, [json!("slot_without_trainer"), json!("trainer_left")]);
    assert_eq!(told["is_ready"], false);
    let listed = school.manager.client.get(&session_path(&school, &session, "/slots")).await.expect(200);
    assert_eq!(told["items"][1]["slot_id"], listed["items"][0]["id"]);
}
