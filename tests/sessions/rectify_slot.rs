use reqwest::Method;
use serde_json::json;

use super::{ask, noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn times_with_attendance_are_put_right_with_a_reason_and_what_they_were_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.running(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let path = session_path(&school, &session, &format!("/slots/{}/rectify", slot["id"].as_str().unwrap()));
    let hours = json!({ "date": "2026-03-10", "start_time": "09:30", "end_time": "12:00" });
    let body = json!({ "hours": hours, "reason": "Grève des trains" });
    ask(&school.manager, &Method::POST, &path, &body).await.expect_problem(409, "slot_without_attendance");
    app.mark_attended(&slot, &[]).await;
    let mut wrong = body.clone();
    wrong["hours"]["end_time"] = json!("08:00");
    ask(&school.manager, &Method::POST, &path, &wrong).await.expect_field("/hours/end_time", "before_start");
    wrong = body.clone();
    wrong["reason"] = json!("");
    ask(&school.manager, &Method::POST, &path, &wrong).await.expect_field("/reason", "required");
    let right = ask(&school.manager, &Method::POST, &path, &body).await.expect(200);
    assert_eq!((&right["starts_at"], &right["version"]), (&json!("2026-03-10T08:30:00Z"), &json!(2)));
    let kept = &right["rectifications"][0];
    assert_eq!(
        (&kept["old_starts_at"], &kept["new_starts_at"]),
        (&json!("2026-03-10T08:00:00Z"), &json!("2026-03-10T08:30:00Z"))
    );
    assert_eq!((&kept["reason"], &kept["rectified_by"]), (&json!("Grève des trains"), &json!("Marc Membre")));
    ask(&school.manager, &Method::POST, &path, &body).await.expect_problem(412, "stale");
    assert_eq!(noted(&app, "slot.rectified").await.len(), 1);
    let changed = sqlx::query("UPDATE slot_rectification SET reason = 'x'").execute(&app.state.pool).await;
    assert!(changed.is_err(), "what was put right is never changed");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}
