//! A session that is called off while it runs: what took place of it counts.

use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::issue_certificates::request;
use crate::support::app::TestApp;
use crate::support::attendance::Class;
use crate::support::client::send;

async fn cancel(app: &TestApp, class: &Class) {
    let version = class.boss(app).get(&class.path("")).await.expect(200)["version"].clone();
    let request = class.boss(app).starting_from(Method::POST, &class.path("/cancel"), &version);
    send(request.json(&json!({ "reason": "Salle inondée" }))).await.expect(200);
}

#[tokio::test]
async fn what_took_place_is_marked_sealed_and_attested_and_the_rest_is_cancelled() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let coming = class.add_slot(&app, app.state.clock.now() + Duration::hours(48), 3).await;
    app.advance(Duration::hours(5));
    class.mark(&app, vec![class.row(0, "am", "present")]).await;
    cancel(&app, &class).await;
    let rest = class.boss(&app).get(&class.path_of(coming, "")).await.expect(200);
    assert_eq!((&rest["cancel_reason"], rest["cancelled_at"].is_string()), (&json!("Salle inondée"), true));
    let rows = json!({ "rows": [class.row(0, "am", "absent")] });
    let refused = class.teacher(&app).put(&class.path_of(coming, "/attendance/marks"), rows).await;
    refused.expect_problem(409, "slot_cancelled");
    let begun = class.boss(&app).get(&class.slot_path("")).await.expect(200);
    assert_eq!(begun["cancelled_at"], Value::Null);
    let sheet = class.close(&app, class.slot).await;
    assert_eq!(sheet["state"], "closed");
    let totals = class.boss(&app).get(&class.path("/attendance-totals")).await.expect(200);
    let totals = &totals["trainees"][0]["totals"];
    assert_eq!((&totals["planned"], &totals["attended"]), (&json!(480), &json!(480)));
    let issued = class.boss(&app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    assert_eq!(issued["issued"].as_array().unwrap().len(), 1, "{issued}");
    let content: String =
        sqlx::query_scalar("SELECT content FROM certificate").fetch_one(&app.state.pool).await.unwrap();
    let said: Value = serde_json::from_str(&content).unwrap();
    assert_eq!((&said["ends_on"], &said["totals"]["planned"]), (&json!("2026-03-03"), &json!(480)));
}

#[tokio::test]
async fn calendars_show_what_took_place_and_what_does_not() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.add_slot(&app, app.state.clock.now() + Duration::hours(48), 3).await;
    app.advance(Duration::hours(5));
    cancel(&app, &class).await;
    let shown = class.learner(&app, 0).get("/me/calendar?from=2026-03-01&to=2026-03-10").await.expect(200);
    let told: Vec<_> = shown["items"].as_array().unwrap().iter().map(|one| &one["is_cancelled"]).collect();
    assert_eq!(told, [&json!(false), &json!(true)]);
}
