use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_sees_a_slot_of_theirs_before_signing_it() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.mark(&app, vec![class.row(1, "am", "absent")]).await;
    let path = format!("/me/attendance/slots/{}", class.slot);
    let slot = class.learner(&app, 0).get(&path).await.expect(200);
    assert_eq!((&slot["slot_id"], &slot["state"]), (&json!(class.slot), &json!("open")));
    let [morning, afternoon] = [0, 1].map(|place| slot["half_days"][place].clone());
    assert_eq!((&morning["mark"], &morning["signature"]), (&Value::Null, &Value::Null), "nobody else’s");
    assert_eq!(
        (&morning["half_day"]["is_signing_open"], &morning["half_day"]["late_from"]),
        (&json!(true), &json!("2026-03-03T08:11:00Z"))
    );
    assert_eq!(morning["half_day"]["late_until"], "2026-03-03T11:30:00Z");
    assert_eq!(
        (&afternoon["half_day"]["is_signing_open"], &afternoon["half_day"]["late_from"]),
        (&json!(false), &json!("2026-03-03T12:11:00Z"))
    );
    let own = class.learner(&app, 1).get(&path).await.expect(200);
    assert_eq!(own["half_days"][0]["mark"]["status"], "absent");
}

#[tokio::test]
async fn in_a_very_short_half_day_no_hour_is_late() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let short = class.add_slot(&app, app.state.clock.now(), 1).await;
    let late = async || {
        let path = format!("/me/attendance/slots/{short}");
        let slot = class.learner(&app, 0).get(&path).await.expect(200);
        let half_day = &slot["half_days"][0]["half_day"];
        [half_day["late_from"].clone(), half_day["late_until"].clone()]
    };
    assert_eq!(late().await, [json!("2026-03-03T08:11:00Z"), json!("2026-03-03T08:30:00Z")]);
    app.execute(&format!(
        "UPDATE session_slot SET ends_at = starts_at + interval '22 minutes' WHERE id = '{short}'"
    ))
    .await;
    assert_eq!(late().await, [Value::Null, Value::Null]);
}

#[tokio::test]
async fn the_slots_of_others_and_of_what_is_not_announced_do_not_exist() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = format!("/me/attendance/slots/{}", class.slot);
    class.teacher(&app).get(&path).await.expect_problem(404, "not_found");
    class.boss(&app).get(&path).await.expect_problem(404, "not_found");
    app.trainee(&class.organisation).await.client.get(&path).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    let late = format!("UPDATE enrolment SET starts_on = '2026-03-04' WHERE id = '{}'", class.enrolment(0));
    app.execute(&late).await;
    class.learner(&app, 0).get(&path).await.expect_problem(404, "not_found");
    app.execute("UPDATE enrolment SET starts_on = '2026-03-02'").await;
    class.learner(&app, 0).get(&path).await.expect(200);
    app.execute("UPDATE training_session SET status = 'draft'").await;
    class.learner(&app, 0).get(&path).await.expect_problem(404, "not_found");
}
