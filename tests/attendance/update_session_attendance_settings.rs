use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_session_asks_for_entry_and_exit_and_may_be_held() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.path("/attendance-settings");
    let body = json!({
        "thresholds": [{ "below_percent": 90, "after_half_days": 2 }], "asks_entry_exit": true,
        "legal_hold": "Contrôle DREETS en cours",
    });
    let written = class.boss(&app).put_at(&path, &json!(0), &body).await.expect(200);
    assert_eq!((&written["version"], &written["legal_hold"]), (&json!(1), &body["legal_hold"]));
    assert_eq!(class.sheet(&app).await["asks_entry_exit"], true);
    let expected = json!({ "held": true });
    assert_eq!(noted(&app, "attendance.legal_hold_changed").await, [Some(expected)]);
    class.boss(&app).put_at(&path, &json!(0), &body).await.expect_problem(412, "stale");
    let free = json!({ "thresholds": null, "asks_entry_exit": false, "legal_hold": null });
    let written = class.boss(&app).put_at(&path, &json!(1), &free).await.expect(200);
    assert_eq!((&written["thresholds"], &written["legal_hold"]), (&Value::Null, &Value::Null));
    let blank = json!({ "thresholds": [], "asks_entry_exit": false, "legal_hold": " " });
    class.boss(&app).put_at(&path, &json!(2), &blank).await.expect_field("/legal_hold", "required");
    only_for_those_who_run_it(&app, &class, Method::PUT, &path, &body).await;
}

#[tokio::test]
async fn how_long_papers_are_kept_is_said_also_once_the_session_is_over() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    app.execute("UPDATE training_session SET status = 'closed'").await;
    let path = class.path("/attendance-settings");
    let mut body = json!({ "thresholds": null, "asks_entry_exit": false, "legal_hold": null });
    body["retention"] = json!("cofunded");
    let written = class.boss(&app).put_at(&path, &json!(0), &body).await.expect(200);
    assert_eq!(
        (&written["retention"], &written["attendance_until"]),
        (&json!("cofunded"), &json!("2036-03-13"))
    );
    let session = class.boss(&app).get(&class.path("")).await.expect(200);
    assert_eq!((&session["retention"], &session["version"]), (&json!("cofunded"), &json!(2)));
    assert_eq!(
        noted(&app, "attendance.settings_changed").await[0].as_ref().unwrap()["retention"],
        "cofunded"
    );
    // Not said, it stays.
    body.as_object_mut().unwrap().remove("retention");
    let written = class.boss(&app).put_at(&path, &json!(1), &body).await.expect(200);
    assert_eq!(written["retention"], "cofunded");
}
