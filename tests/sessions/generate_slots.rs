use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

fn rule(session: &Value) -> Value {
    json!({
        "dry_run": true, "session_course_id": session["courses"][0]["id"], "from": "2026-05-04",
        "weekdays": [1, 5], "until": "2026-05-29",
        "hours": [{ "start_time": "09:00", "end_time": "12:00" }, { "start_time": "14:00", "end_time": "17:00" }],
        "closures": [{ "from": "2026-05-15", "to": "2026-05-15" }],
    })
}

#[tokio::test]
async fn slots_are_shown_first_and_then_created_together() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/slot-generations");
    let client = &school.manager.client;
    let mut rule = rule(&session);
    let shown = client.post(&path, &rule).await.expect(200);
    // Mondays and Fridays from the 4th to the 29th, without the 8th, the 15th and Whit Monday.
    assert_eq!(shown["slots"].as_array().unwrap().len(), 10);
    assert_eq!(
        shown["left_out"],
        json!([
            { "date": "2026-05-08", "holiday": "Victoire de 1945" },
            { "date": "2026-05-15", "holiday": null },
            { "date": "2026-05-25", "holiday": "Lundi de Pentecôte" },
        ])
    );
    assert_eq!(
        (&shown["slots"][0]["id"], &shown["slots"][0]["starts_at"]),
        (&Value::Null, &json!("2026-05-04T07:00:00Z"))
    );
    assert_eq!(school.reread(&session).await["slots"], 0, "nothing was written");
    rule["dry_run"] = json!(false);
    let created = client.post(&path, &rule).await.expect(200);
    assert!(created["slots"][9]["id"].is_string());
    assert_eq!(school.reread(&session).await["slots"], 10);
    assert_eq!(noted(&app, "slot.generated").await, [Some(json!({ "slots": 10 }))]);
    client.post(&path, &rule).await.expect_problem(409, "slot_twice");
    rule["dry_run"] = json!(true);
    let again = client.post(&path, &rule).await.expect(200);
    assert!(again["slots"].as_array().unwrap().iter().all(|slot| slot["exists"] == true));
    assert_eq!(school.reread(&session).await["slots"], 10);
}

#[tokio::test]
async fn what_is_taken_is_shown_and_needs_a_reason() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let other = school.session(&app, "Autre").await;
    school.slot(&other, "2026-05-11", "10:00", "11:00").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/slot-generations");
    let client = &school.manager.client;
    let mut rule = rule(&session);
    let shown = client.post(&path, &rule).await.expect(200);
    let conflicts: Vec<_> = shown["slots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| slot["conflicts"].as_array().unwrap().len())
        .collect();
    assert_eq!(conflicts.iter().sum::<usize>(), 2, "the trainer and the room of one slot");
    rule["dry_run"] = json!(false);
    client.post(&path, &rule).await.expect_field("/trainers", "trainer_busy");
    assert_eq!(school.reread(&session).await["slots"], 0);
    rule["override_reason"] = json!("La salle est partagée");
    client.post(&path, &rule).await.expect(200);
}

#[tokio::test]
async fn rules_that_go_too_far_or_make_no_sense_are_refused() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/slot-generations");
    let client = &school.manager.client;
    let refused = async |change: fn(&mut Value), pointer: &str, code: &str| {
        let mut rule = rule(&session);
        change(&mut rule);
        client.post(&path, &rule).await.expect_field(pointer, code);
    };
    refused(|rule| rule["until"] = json!("2027-05-05"), "/until", "too_far").await;
    refused(|rule| (rule["until"], rule["count"]) = (Value::Null, json!(200)), "/count", "too_far").await;
    refused(
        |rule| (rule["until"], rule["weekdays"]) = (json!("2027-05-04"), json!([1, 2, 3, 4, 5])),
        "",
        "too_many",
    )
    .await;
    refused(|rule| rule["until"] = Value::Null, "/until", "required").await;
    refused(|rule| rule["until"] = json!("2026-05-03"), "/until", "before_start").await;
    refused(|rule| rule["weekdays"] = json!([]), "/weekdays", "required").await;
    refused(|rule| rule["weekdays"] = json!([1, 1]), "/weekdays/1", "duplicate").await;
    refused(|rule| rule["weekdays"] = json!([8]), "/weekdays/0", "out_of_range").await;
    refused(|rule| rule["every_weeks"] = json!(0), "/every_weeks", "out_of_range").await;
    refused(|rule| rule["hours"] = json!([]), "/hours", "out_of_range").await;
    refused(|rule| rule["hours"][1]["end_time"] = json!("13:00"), "/hours/1/end_time", "before_start").await;
    refused(
        |rule| (rule["from"], rule["until"]) = (json!("2026-05-09"), json!("2026-05-10")),
        "/weekdays",
        "no_day",
    )
    .await;
    refused(|rule| rule["closures"][0]["to"] = json!("2026-05-14"), "/closures/0/to", "before_start").await;
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &rule(&session)).await;
}
