//! The days of a participant, once they were there.

use carnet::attendance::verify_chains;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::noted;
use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::{Answer, send};

async fn enrolment(app: &TestApp, class: &Class) -> Value {
    class.boss(app).get(&class.path(&format!("/enrolments/{}", class.enrolment(0)))).await.expect(200)
}

async fn write(app: &TestApp, class: &Class, starts_on: &str, ends_on: Option<&str>) -> Answer {
    let path = class.path(&format!("/enrolments/{}", class.enrolment(0)));
    let before = enrolment(app, class).await;
    let body = json!({
        "first_name": "Samir", "last_name": "Stagiaire0", "email": before["email"], "starts_on": starts_on,
        "ends_on": ends_on,
    });
    class.boss(app).put_at(&path, &before["version"], body).await
}

async fn leave(app: &TestApp, class: &Class, on: &str) -> Answer {
    let path = class.path(&format!("/enrolments/{}/move", class.enrolment(0)));
    let version = enrolment(app, class).await["version"].clone();
    let body = json!({ "step": "abandon", "reason": "Emploi", "on": on });
    send(class.boss(app).starting_from(Method::POST, &path, &version).json(&body)).await
}

async fn attended(app: &TestApp, class: &Class) -> Value {
    let totals = class.boss(app).get(&class.path("/attendance-totals")).await.expect(200);
    totals["trainees"][0]["totals"]["attended"].clone()
}

#[tokio::test]
async fn nobody_leaves_before_a_day_on_which_they_were_there() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    // There on the 3rd, on a sheet that is sealed, and on the 4th, on one that is open.
    class.closed(&app).await;
    app.advance(Duration::hours(20));
    let second = class.add_slot(&app, app.state.clock.now(), 2).await;
    let mut rows = json!({ "rows": [class.row(0, "am", "late")] });
    rows["rows"][0]["minutes_late"] = json!(15);
    class.teacher(&app).put(&class.path_of(second, "/attendance/marks"), rows).await.expect(200);
    for day in ["2026-03-02", "2026-03-03"] {
        leave(&app, &class, day).await.expect_field("/on", "attended_day");
        write(&app, &class, "2026-03-02", Some(day)).await.expect_field("/ends_on", "attended_day");
    }
    write(&app, &class, "2026-03-04", None).await.expect_field("/starts_on", "attended_day");
    assert_eq!(attended(&app, &class).await, 585);
    // What was marked by mistake, while the sheet is open, is put right first.
    let mut away = json!({ "rows": [class.row(0, "am", "absent")] });
    away["rows"][0]["seen_number"] = json!(1);
    class.teacher(&app).put(&class.path_of(second, "/attendance/marks"), away).await.expect(200);
    leave(&app, &class, "2026-03-03").await.expect(200);
    assert_eq!(attended(&app, &class).await, 480);
    assert_eq!(verify_chains(&app.state).await.unwrap().faults, Vec::<String>::new());
}

#[tokio::test]
async fn other_days_stay_readable_with_what_they_were() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let written = write(&app, &class, "2026-03-03", Some("2026-03-10")).await.expect(200);
    let last = written["history"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["event"], &last["reason"], &last["by"]),
        (
            &json!("write"),
            &json!("du 03/03/2026 au 10/03/2026 (auparavant à partir du 02/03/2026)"),
            &json!("Marc Membre")
        )
    );
    let noted = noted(&app, "enrolment.written").await;
    assert_eq!(noted, [Some(json!({ "starts_on": "2026-03-03", "ends_on": "2026-03-10" }))]);
    let renamed = write(&app, &class, "2026-03-03", Some("2026-03-10")).await.expect(200);
    assert_eq!(renamed["history"].as_array().unwrap().last().unwrap()["reason"], Value::Null);
}
