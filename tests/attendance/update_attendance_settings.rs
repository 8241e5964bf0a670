use serde_json::json;

use super::noted;
use crate::support::app::TestApp;

#[tokio::test]
async fn thresholds_and_those_who_are_told_are_written() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.organisation.path("/attendance-settings");
    let body = json!({
        "thresholds": [{ "below_percent": 80, "after_half_days": 4 }], "recipients": [class.trainer.id],
    });
    let written = class.boss(&app).put_at(&path, &json!(0), &body).await.expect(200);
    assert_eq!(written["version"], 1);
    assert_eq!(class.boss(&app).get(&path).await.expect(200), written);
    let stale = class.boss(&app).put_at(&path, &json!(0), &body).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["version"], 1);
    assert_eq!(noted(&app, "attendance.settings_changed").await.len(), 1);
}

#[tokio::test]
async fn only_sound_thresholds_and_staff() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.organisation.path("/attendance-settings");
    let put = async |thresholds, recipients| {
        let body = json!({ "thresholds": thresholds, "recipients": recipients });
        class.boss(&app).put_at(&path, &json!(0), body).await
    };
    let threshold = json!({ "below_percent": 80, "after_half_days": 4 });
    put(json!([{ "below_percent": 101, "after_half_days": 4 }]), json!([]))
        .await
        .expect_field("/thresholds/0/below_percent", "out_of_range");
    put(json!([threshold, threshold]), json!([])).await.expect_field("/thresholds/1", "duplicate");
    put(json!([threshold]), json!([class.trainees[0].user.id]))
        .await
        .expect_field("/recipients/0", "not_staff");
    put(json!([]), json!([class.trainer.id, class.trainer.id]))
        .await
        .expect_field("/recipients/1", "duplicate");
    let body = json!({ "thresholds": [], "recipients": [] });
    class.boss(&app).put(&path, &body).await.expect_problem(428, "precondition_required");
    class.teacher(&app).put_at(&path, &json!(0), &body).await.expect_problem(403, "forbidden");
    app.person("Inès", "Ailleurs")
        .await
        .client
        .put_at(&path, &json!(0), &body)
        .await
        .expect_problem(404, "not_found");
}
