//! People who come into a session that runs: what took place without them is not held against them.

use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::{Answer, send};

async fn enrol(app: &TestApp, class: &Class, starts_on: Option<&str>) -> Answer {
    let body = json!({ "first_name": "Zoé", "last_name": "Durand", "starts_on": starts_on });
    class.boss(app).post(&class.path("/enrolments"), body).await
}

async fn planned(app: &TestApp, class: &Class, last_name: &str) -> Value {
    let totals = class.boss(app).get(&class.path("/attendance-totals")).await.expect(200);
    let trainees = totals["trainees"].as_array().unwrap();
    let one = trainees.iter().find(|one| one["last_name"] == last_name).unwrap();
    one["totals"]["planned"].clone()
}

async fn step(app: &TestApp, class: &Class, position: usize, body: Value) -> Value {
    let path = class.path(&format!("/enrolments/{}", class.enrolment(position)));
    let version = class.boss(app).get(&path).await.expect(200)["version"].clone();
    let request = class.boss(app).starting_from(Method::POST, &format!("{path}/move"), &version);
    send(request.json(&body)).await.expect(200)
}

#[tokio::test]
async fn somebody_who_joins_is_expected_from_today_on_and_on_no_sealed_sheet() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    app.advance(Duration::hours(24));
    let open = class.add_slot(&app, app.state.clock.now(), 2).await;
    app.advance(Duration::hours(24));
    let joined = enrol(&app, &class, None).await.expect(201);
    assert_eq!(joined["starts_on"], "2026-03-05");
    assert_eq!(planned(&app, &class, "Durand").await, 0);
    assert_eq!(class.sheet_of(&app, open).await["rows"].as_array().unwrap().len(), 1);
    enrol(&app, &class, Some("2026-03-03")).await.expect_field("/starts_on", "sealed_day");
    // The sheet of the day before is open: whoever was there is marked there.
    let path = class.path(&format!("/enrolments/{}", joined["id"].as_str().unwrap()));
    let mut draft = json!({ "first_name": "Zoé", "last_name": "Durand", "starts_on": "2026-03-04" });
    let written = class.boss(&app).put_at(&path, &joined["version"], &draft).await.expect(200);
    assert_eq!(planned(&app, &class, "Durand").await, 120);
    draft["starts_on"] = json!("2026-03-02");
    let refused = class.boss(&app).put_at(&path, &written["version"], &draft).await;
    refused.expect_field("/starts_on", "sealed_day");
}

#[tokio::test]
async fn somebody_who_waited_is_expected_from_the_day_a_seat_came_free() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.execute("UPDATE training_session SET seats = 1").await;
    let waiting = enrol(&app, &class, None).await.expect(201);
    assert_eq!((&waiting["status"], &waiting["starts_on"]), (&json!("waiting"), &json!("2026-03-03")));
    class.closed(&app).await;
    app.advance(Duration::hours(48));
    step(&app, &class, 0, json!({ "step": "abandon", "reason": "Emploi", "on": "2026-03-04" })).await;
    let path = class.path(&format!("/enrolments/{}", waiting["id"].as_str().unwrap()));
    let promoted = class.boss(&app).get(&path).await.expect(200);
    assert_eq!((&promoted["status"], &promoted["starts_on"]), (&json!("enrolled"), &json!("2026-03-05")));
    assert_eq!(planned(&app, &class, "Durand").await, 0);
}

#[tokio::test]
async fn somebody_who_comes_back_is_not_expected_on_what_was_sealed_without_them() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    app.advance(Duration::hours(24));
    step(&app, &class, 0, json!({ "step": "abandon", "reason": "Emploi", "on": "2026-03-03" })).await;
    let missed = class.add_slot(&app, app.state.clock.now(), 2).await;
    let sheet = class.close(&app, missed).await;
    assert_eq!(sheet["rows"].as_array().unwrap().len(), 1);
    step(&app, &class, 0, json!({ "step": "resume" })).await;
    let sheet = class.sheet_of(&app, missed).await;
    assert_eq!(sheet["rows"].as_array().unwrap().len(), 1, "nobody comes onto a sealed sheet");
    assert_eq!(planned(&app, &class, "Stagiaire0").await, 480);
    assert_eq!(planned(&app, &class, "Stagiaire1").await, 600);
    let listed = class.boss(&app).get(&class.path("/attendance")).await.expect(200);
    assert_eq!(listed["items"][1]["expected"], 1);
    let mine = class.learner(&app, 0).get("/me/attendance").await.expect(200);
    assert_eq!(mine["items"][0]["slots"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_first_day_that_was_written_at_the_invitation_stands_when_the_manager_enrols_them() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let invite = async |last_name: &str, starts_on: Option<&str>| {
        let email = format!("{}@example.org", last_name.to_lowercase());
        let body =
            json!({ "first_name": "Zoé", "last_name": last_name, "email": email, "starts_on": starts_on });
        class.boss(&app).post(&class.path("/enrolments"), body).await.expect(201)
    };
    let (written, silent) = (invite("Durand", Some("2026-03-02")).await, invite("Martin", None).await);
    assert_eq!((&written["status"], &silent["status"]), (&json!("invited"), &json!("invited")));
    assert_eq!(silent["starts_on"], "2026-03-03", "that of the invitation");
    app.advance(Duration::hours(48));
    for (invited, day, minutes) in [(&written, "2026-03-02", 480), (&silent, "2026-03-05", 0)] {
        let path = class.path(&format!("/enrolments/{}/move", invited["id"].as_str().unwrap()));
        let request = class.boss(&app).starting_from(Method::POST, &path, &invited["version"]);
        let enrolled = send(request.json(&json!({ "step": "enrol" }))).await.expect(200);
        assert_eq!((&enrolled["status"], &enrolled["starts_on"]), (&json!("enrolled"), &json!(day)));
        assert_eq!(planned(&app, &class, invited["last_name"].as_str().unwrap()).await, minutes);
    }
}

#[tokio::test]
async fn a_file_brings_nobody_onto_a_sealed_sheet() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    app.advance(Duration::hours(24));
    let file = "Nom;Prénom;Début\nDurand;Zoé;03/03/2026\nMartin;Léa;\n";
    let request = class.boss(&app).request(Method::POST, &class.path("/enrolment-imports"));
    let shown = send(request.header("content-type", "application/octet-stream").body(file)).await.expect(201);
    assert_eq!(shown["rows"][0]["errors"][0]["code"], "sealed_day");
    assert_eq!(shown["rows"][1]["action"], "create");
    let path = class.path(&format!("/enrolment-imports/{}/confirm", shown["id"].as_str().unwrap()));
    class.boss(&app).post(&path, json!({ "skip_errors": true })).await.expect(200);
    assert_eq!(planned(&app, &class, "Martin").await, 0);
}
