use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::issue_certificates::request;
use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::attendance::{Class, drawing};

async fn codes(app: &TestApp, class: &Class) -> Vec<String> {
    let items = class.boss(app).get(&class.path("/attendance-anomalies")).await.expect(200)["items"].clone();
    items.as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_sound_session_has_none() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    for (seed, part) in [(1, "am"), (2, "pm")] {
        for position in 0..2 {
            let path = format!("/me/attendance/slots/{}/signature", class.slot);
            let body = json!({ "part": part, "drawing": drawing(seed * 10 + position), "device": format!("appareil-{position}") });
            class.learner(&app, position as usize).post(&path, body).await.expect(200);
        }
        let body = json!({ "part": part, "drawing": drawing(seed * 100) });
        class.teacher(&app).post(&class.slot_path("/attendance/signature"), body).await.expect(200);
        app.advance(Duration::hours(4));
    }
    class.close(&app, class.slot).await;
    app.advance(Duration::days(5));
    let boss = app.second_device(&class.manager).await;
    let items = boss.client.get(&class.path("/attendance-anomalies")).await.expect(200)["items"].clone();
    assert_eq!(items, json!([]));
}

#[tokio::test]
async fn what_an_inspector_would_find_is_found_before() {
    let app = TestApp::start().await;
    let class = app.class(4).await;
    app.execute("UPDATE organisation SET nda = NULL").await;
    app.execute("UPDATE training_session SET title = 'Soudure avancée', announced_minutes = 500").await;
    let other = class.add_slot(&app, app.state.clock.now() + Duration::hours(1), 1).await;
    // Three people on one device, and two with the same drawing.
    for position in 0..3_i32 {
        let path = format!("/me/attendance/slots/{}/signature", class.slot);
        let body = json!({ "part": "am", "drawing": drawing(position.max(1)), "device": "le-même-appareil" });
        class.learner(&app, position as usize).post(&path, body).await.expect(200);
    }
    let mut away = class.row(2, "am", "absent");
    away["seen_number"] = json!(1);
    class.mark(&app, vec![away, class.row(3, "am", "present")]).await;
    app.advance(Duration::days(5));
    let boss = app.second_device(&class.manager).await;
    let items = boss.client.get(&class.path("/attendance-anomalies")).await.expect(200)["items"].clone();
    let found: Vec<&str> =
        items.as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect();
    for code in [
        "nda_missing",
        "title_differs",
        "duration_differs",
        "trainer_in_two_places",
        "trainer_not_signed",
        "shared_device",
        "signed_but_not_there",
        "present_without_signature",
        "sheet_open",
        "identical_signatures",
    ] {
        assert!(found.contains(&code), "{code} is not among {found:?}");
    }
    let shared = items.as_array().unwrap().iter().find(|item| item["code"] == "shared_device").unwrap();
    assert_eq!(
        (&shared["slot_id"], shared["enrolment_ids"].as_array().unwrap().len()),
        (&json!(class.slot), 3)
    );
    assert!(shared["message"].as_str().unwrap().starts_with("3 personnes ont signé"));
    assert!(!shared["advice"].as_str().unwrap().is_empty());
    assert!(items.as_array().unwrap().iter().any(|item| item["slot_id"] == json!(other)));
}

#[tokio::test]
async fn a_course_followed_at_ones_own_time_counts_as_readiness_counts_it() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.execute("UPDATE training_session SET announced_minutes = 840").await;
    let differs = async || codes(&app, &class).await.contains(&"duration_differs".to_owned());
    assert!(differs().await, "eight hours of slots for fourteen announced");
    app.execute(&format!(
        "WITH base AS (
             INSERT INTO course (id, organisation_id, title, minutes, modality, version, created_at, updated_at)
             VALUES (gen_random_uuid(), '{}', 'À son rythme', 360, 'remote_self_paced', 1, now(), now()) RETURNING id)
         INSERT INTO session_course (id, session_id, position, course_id, title, minutes, modality)
         SELECT gen_random_uuid(), '{}', 1, id, 'À son rythme', 360, 'remote_self_paced' FROM base",
        class.organisation.id, class.session
    ))
    .await;
    assert!(!differs().await, "six hours at one’s own time make up for the rest");
}

#[tokio::test]
async fn late_grouped_and_holiday_signatures_are_found() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(Duration::hours(8));
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    class.learner(&app, 0).post(&path, json!({ "part": "am", "drawing": drawing(1) })).await.expect(200);
    assert!(codes(&app, &class).await.contains(&"signed_all_at_the_end".to_owned()));
    // Monday of Easter.
    class.add_slot(&app, "2026-04-06T08:00:00Z".parse().unwrap(), 1).await;
    assert!(codes(&app, &class).await.contains(&"on_day_off".to_owned()));
    app.advance(Duration::hours(3));
    let reopening = json!({ "minutes": 60, "reason": "Réseau coupé" });
    class.teacher(&app).post(&class.slot_path("/attendance/reopening"), reopening).await.expect(200);
    class.learner(&app, 0).post(&path, json!({ "part": "pm", "drawing": drawing(2) })).await.expect(200);
    let found = codes(&app, &class).await;
    assert!(found.contains(&"signed_late".to_owned()), "{found:?}");
    // Somebody moved the slot without telling anybody.
    app.execute(&format!("UPDATE session_slot SET starts_at = starts_at + interval '9 hours', ends_at = ends_at + interval '9 hours' WHERE id = '{}'", class.slot)).await;
    let found = codes(&app, &class).await;
    assert!(found.contains(&"signed_before_start".to_owned()), "{found:?}");
}

#[tokio::test]
async fn a_certificate_that_a_rectification_overtook_is_found_until_it_is_replaced() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    app.execute("UPDATE training_session SET status = 'closed'").await;
    let path = class.path("/certificates");
    let issued = class.boss(&app).post(&path, request("completion")).await.expect(201)["issued"].clone();
    let overtaken = async || {
        let path = class.path("/attendance-anomalies");
        let items = class.boss(&app).get(&path).await.expect(200)["items"].clone();
        let about = |item: &&Value| item["code"] == "certificate_overtaken";
        items.as_array().unwrap().iter().filter(about).cloned().collect::<Vec<_>>()
    };
    assert_eq!(overtaken().await, Vec::<Value>::new());
    let rectification = json!({
        "enrolment_id": class.enrolment(1), "part": "am", "seen_number": 1, "mark": { "status": "absent" },
        "reason": "Vérification",
    });
    let rectify = class.slot_path("/attendance/rectifications");
    class.boss(&app).post(&rectify, rectification).await.expect(200);
    let found = overtaken().await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["enrolment_ids"], json!([class.enrolment(1)]));
    let is_theirs = |one: &&Value| one["enrolment_id"] == json!(class.enrolment(1));
    let old = issued.as_array().unwrap().iter().find(is_theirs).unwrap();
    assert!(found[0]["message"].as_str().unwrap().contains(old["number"].as_str().unwrap()));
    let replace = format!("{path}/{}/replacement", old["id"].as_str().unwrap());
    let body = json!({ "reason": "Feuille rectifiée", "signatory": request("completion")["signatory"] });
    class.boss(&app).post(&replace, body).await.expect(201);
    assert_eq!(overtaken().await, Vec::<Value>::new());
}

#[tokio::test]
async fn what_changed_since_the_closing_is_found_and_trainers_do_not_see_the_report() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    app.execute("UPDATE training_session SET title = 'Autre titre'").await;
    app.execute("UPDATE session_slot SET ends_at = ends_at + interval '1 hour'").await;
    app.execute("UPDATE enrolment SET last_name = 'Autrenom'").await;
    let found = codes(&app, &class).await;
    for code in ["sealed_title_differs", "sealed_times_differ", "sealed_name_differs"] {
        assert!(found.contains(&code.to_owned()), "{code} is not among {found:?}");
    }
    let path = class.path("/attendance-anomalies");
    only_for_those_who_run_it(&app, &class, Method::GET, &path, &Value::Null).await;
}
