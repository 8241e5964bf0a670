//! What a sealed sheet says of its slot beside its times.

use carnet::attendance::{verify_chains, verify_file};
use carnet::platform::seal::SealKey;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::export_attendance::export;
use super::{ask, noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::{Answer, send};

/// The slot as it is, to be written anew.
fn slot_draft(class: &Class) -> Value {
    json!({
        "kind": "course", "session_course_id": class.course, "title": "", "date": "2026-03-03", "start_time": "09:00",
        "end_time": "17:00", "place": "", "trainers": [class.trainer.id],
    })
}

/// The session as it is, to be written anew.
fn session_draft(class: &Class) -> Value {
    json!({
        "title": "Soudure", "starts_on": "2026-03-02", "ends_on": "2026-03-13", "place": "Lyon",
        "announced_minutes": 480, "trainers": [class.trainer.id],
    })
}

async fn version(app: &TestApp, class: &Class, path: &str) -> Value {
    class.boss(app).get(path).await.expect(200)["version"].clone()
}

/// Writes something anew, from the version that is there.
async fn write(app: &TestApp, class: &Class, path: &str, body: &Value) -> Answer {
    let version = version(app, class, path).await;
    class.boss(app).put_at(path, &version, body).await
}

async fn rectify(app: &TestApp, class: &Class, body: &Value) -> Answer {
    let version = version(app, class, &class.slot_path("")).await;
    let request = class.boss(app).starting_from(Method::POST, &class.slot_path("/rectify"), &version);
    send(request.json(body)).await
}

async fn is_whole(app: &TestApp, links: usize) {
    let report = verify_chains(&app.state).await.unwrap();
    assert_eq!((report.links, report.faults), (links, Vec::<String>::new()));
}

#[tokio::test]
async fn nothing_of_it_changes_silently() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let path = class.slot_path("");
    let second = app.trainer(&class.organisation).await;
    for (field, value) in [
        ("title", json!("Soudage TIG")),
        ("place", json!("Salle B")),
        ("kind", json!("exam")),
        ("trainers", json!([class.trainer.id, second.id])),
        ("trainers", json!([class.manager.id])),
    ] {
        let mut draft = slot_draft(&class);
        draft[field] = value;
        write(&app, &class, &path, &draft).await.expect_problem(409, "slot_sealed");
    }
    let mut draft = slot_draft(&class);
    (draft["session_course_id"], draft["title"]) = (Value::Null, json!("Soudure à l'arc"));
    write(&app, &class, &path, &draft).await.expect_problem(409, "slot_sealed");
    // What no sheet says may still be written.
    draft = slot_draft(&class);
    draft["remote_url"] = json!("https://visio.example.org/soudure");
    write(&app, &class, &path, &draft).await.expect(200);
    is_whole(&app, 1).await;
}

#[tokio::test]
async fn a_wrong_title_is_put_right_with_a_reason_that_is_sealed_and_shown() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let first = class.closed(&app).await["seals"][0].clone();
    let body = json!({
        "subject": { "session_course_id": class.course, "title": "Soudage TIG", "place": "Salle B" },
        "reason": "Faute de frappe",
    });
    let right = rectify(&app, &class, &body).await.expect(200);
    assert_eq!((&right["title"], &right["place"]), (&json!("Soudage TIG"), &json!("Salle B")));
    let sheet = class.sheet(&app).await;
    assert_eq!((&sheet["state"], &sheet["seals"][0]), (&json!("closed"), &first));
    let seal = &sheet["seals"][1];
    assert_eq!((&seal["kind"], &seal["words"]["reason"]), (&json!("words"), &json!("Faute de frappe")));
    assert_eq!(seal["words"]["by"], "Marc Membre");
    assert_eq!(
        seal["words"]["changes"],
        json!([
            { "what": "title", "before": "Soudure à l'arc", "after": "Soudage TIG" },
            { "what": "place", "before": "Lyon", "after": "Salle B" },
        ])
    );
    is_whole(&app, 2).await;
    let (bytes, _) = export(&app, &class, "scope=session&format=json").await;
    let verified = verify_file(&bytes, &[app.state.part::<SealKey>().public().clone()]).unwrap();
    assert_eq!((verified.closings, verified.rectifications), (1, 1));
    let said: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(said["document"]["chain"]["links"][1]["content"]["head"]["changes"], seal["words"]["changes"]);
    export(&app, &class, "scope=session&format=pdf").await;
    assert_eq!(noted(&app, "slot.rectified").await, [Some(json!({ "words": ["title", "place"] }))]);
    // Times and words together are two links.
    let body = json!({
        "hours": { "date": "2026-03-03", "start_time": "10:00", "end_time": "17:00" },
        "subject": { "session_course_id": class.course, "title": "Soudage TIG et MAG", "place": "Salle B" },
        "reason": "Relecture",
    });
    rectify(&app, &class, &body).await.expect(200);
    is_whole(&app, 4).await;
}

#[tokio::test]
async fn what_is_put_right_is_said_soundly_and_otherwise() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let subject =
        |course: Value, title: &str| json!({ "session_course_id": course, "title": title, "place": "" });
    let right = json!({ "subject": subject(json!(class.course), "Soudage TIG"), "reason": "Relecture" });
    class.mark(&app, vec![class.row(0, "am", "present")]).await;
    let open = rectify(&app, &class, &right).await.expect_problem(409, "illegal_transition");
    assert_eq!(open["current_state"], "open", "what no seal holds is written anew");
    class.closed(&app).await;
    for (body, place, code) in [
        (json!({ "reason": "Relecture" }), "/hours", "required"),
        (json!({ "subject": right["subject"], "reason": " " }), "/reason", "required"),
        (
            json!({ "subject": subject(json!(class.course), ""), "reason": "Relecture" }),
            "/subject",
            "nothing_changed",
        ),
        (
            json!({ "subject": subject(json!(uuid::Uuid::nil()), "X"), "reason": "Relecture" }),
            "/subject/session_course_id",
            "unknown_course",
        ),
        (
            json!({ "subject": subject(Value::Null, ""), "reason": "Relecture" }),
            "/subject/session_course_id",
            "required",
        ),
    ] {
        rectify(&app, &class, &body).await.expect_field(place, code);
    }
    is_whole(&app, 1).await;
    only_for_those_who_run_it(&app, &class, Method::POST, &class.slot_path("/rectify"), &right).await;
    let done = ask(&class.boss(&app), &Method::POST, &class.slot_path("/rectify"), &right).await;
    done.expect(200);
    let again = ask(&class.boss(&app), &Method::POST, &class.slot_path("/rectify"), &right).await;
    again.expect_problem(412, "stale");
}

#[tokio::test]
async fn who_trained_is_put_right_with_a_reason_that_is_sealed() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let path = class.slot_path("/trainers");
    let body = json!({ "trainers": [class.manager.id], "reason": "Erreur d’affectation" });
    let version = version(&app, &class, &class.slot_path("")).await;
    class.boss(&app).put_at(&path, &version, &body).await.expect(200);
    let sheet = class.sheet(&app).await;
    assert_eq!(
        sheet["seals"][1]["words"]["changes"],
        json!([{ "what": "trainers", "before": "Farida Membre", "after": "Marc Membre" }])
    );
    is_whole(&app, 2).await;
}

#[tokio::test]
async fn the_title_of_the_session_changes_with_a_reason_once_sheets_are_sealed_under_it() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path("");
    let mut draft = session_draft(&class);
    draft["title"] = json!("Soudure, mars");
    write(&app, &class, &path, &draft).await.expect(200);
    class.closed(&app).await;
    draft["title"] = json!("Soudure, mars 2026");
    write(&app, &class, &path, &draft).await.expect_field("/title_reason", "required");
    draft["title_reason"] = json!("Titre de la convention");
    write(&app, &class, &path, &draft).await.expect(200);
    let seal = class.sheet(&app).await["seals"][1].clone();
    assert_eq!(
        (&seal["words"]["slot_id"], &seal["words"]["reason"]),
        (&Value::Null, &json!("Titre de la convention"))
    );
    assert_eq!(
        seal["words"]["changes"],
        json!([{ "what": "session_title", "before": "Soudure, mars", "after": "Soudure, mars 2026" }])
    );
    is_whole(&app, 2).await;
    let odd = class.boss(&app).get(&class.path("/attendance-anomalies")).await.expect(200);
    assert!(!odd.to_string().contains("sealed_title_differs"), "the chain says why");
    export(&app, &class, "scope=session&format=pdf").await;
    // A sheet that is sealed afterwards says the new title from the beginning.
    let later = class.add_slot(&app, app.state.clock.now() + Duration::minutes(1), 1).await;
    app.advance(Duration::minutes(1));
    let sheet = class.close(&app, later).await;
    assert_eq!(sheet["seals"].as_array().unwrap().len(), 1);
    is_whole(&app, 3).await;
}

#[tokio::test]
async fn a_session_that_moves_leaves_its_sealed_sheets_where_they_took_place() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let mut draft = session_draft(&class);
    draft["place"] = json!("Villeurbanne");
    write(&app, &class, &class.path(""), &draft).await.expect(200);
    let slot = class.boss(&app).get(&class.slot_path("")).await.expect(200);
    assert_eq!(slot["place"], "Lyon");
    is_whole(&app, 1).await;
}

#[tokio::test]
async fn an_ended_session_is_put_right_on_the_sheets_that_were_sealed_under_its_words() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    // A slot elsewhere keeps its own place.
    let elsewhere = class.add_slot(&app, app.state.clock.now() + Duration::hours(2), 2).await;
    app.execute(&format!("UPDATE session_slot SET place = 'Chez le client' WHERE id = '{elsewhere}'")).await;
    app.advance(Duration::hours(4));
    class.close(&app, elsewhere).await;
    app.advance(Duration::hours(1));
    class.close(&app, class.slot).await;
    app.execute(&format!("UPDATE training_session SET status = 'ended' WHERE id = '{}'", class.session))
        .await;
    let version = version(&app, &class, &class.path("")).await;
    let request = class.boss(&app).starting_from(Method::POST, &class.path("/rectify"), &version);
    let body = json!({ "title": "Soudure TIG", "place": "Villeurbanne", "reason": "Titre de la convention" });
    let right = send(request.json(&body)).await.expect(200);
    assert_eq!((&right["title"], &right["place"]), (&json!("Soudure TIG"), &json!("Villeurbanne")));
    let words = class.sheet(&app).await["seals"].as_array().unwrap()[1..].to_vec();
    let changes: Vec<_> = words.iter().map(|seal| seal["words"]["changes"][0].clone()).collect();
    assert_eq!(
        changes,
        [
            json!({ "what": "session_title", "before": "Soudure", "after": "Soudure TIG" }),
            json!({ "what": "place", "before": "Lyon", "after": "Villeurbanne" }),
        ]
    );
    assert!(words.iter().all(|seal| seal["words"]["reason"] == "Titre de la convention"));
    let place =
        async |slot| class.boss(&app).get(&class.path_of(slot, "")).await.expect(200)["place"].clone();
    assert_eq!(place(elsewhere).await, "Chez le client");
    is_whole(&app, 4).await;
    let odd = class.boss(&app).get(&class.path("/attendance-anomalies")).await.expect(200);
    assert!(!odd.to_string().contains("sealed_title_differs"), "the chain says why");
    export(&app, &class, "scope=session&format=pdf").await;
}

#[tokio::test]
async fn a_sheet_is_printed_and_verifies_when_somebody_is_called_otherwise_since() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    let (before, _) = export(&app, &class, "scope=session&format=pdf").await;
    app.execute(&format!("UPDATE enrolment SET last_name = 'Martin' WHERE id = '{}'", class.enrolment(0)))
        .await;
    let (after, _) = export(&app, &class, "scope=session&format=pdf").await;
    assert_ne!(before, after, "another name is printed");
    verify_file(&after, &[app.state.part::<SealKey>().public().clone()]).unwrap();
}
