use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::attendance::drawing;

#[tokio::test]
async fn what_is_missing_is_listed_and_nothing_is_sealed() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/close");
    let problem = class.teacher(&app).post_at(&path, &json!(0)).await.expect_problem(409, "sheet_incomplete");
    assert_eq!(
        problem["current"],
        json!([
            { "code": "trainer_signature", "part": "am", "enrolment_id": null },
            { "code": "trainer_signature", "part": "pm", "enrolment_id": null },
            { "code": "unmarked", "part": "am", "enrolment_id": class.enrolment(0) },
            { "code": "unmarked", "part": "pm", "enrolment_id": class.enrolment(0) },
        ])
    );
    assert_eq!(class.sheet(&app).await["state"], "open");
}

#[tokio::test]
async fn a_complete_sheet_is_closed_and_sealed_once() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let sheet = class.closed(&app).await;
    assert_eq!((&sheet["state"], &sheet["missing"]), (&json!("closed"), &json!([])));
    let seal = &sheet["seals"][0];
    assert_eq!((&seal["number"], &seal["kind"]), (&json!(1), &json!("closing")));
    assert_eq!(seal["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(noted(&app, "attendance.closed").await.len(), 1);
    let state: String =
        sqlx::query_scalar("SELECT sheet_state FROM session_slot").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(state, "closed", "sessions know that the sheet is closed");
    let path = class.slot_path("/attendance/close");
    let again = class.teacher(&app).post_at(&path, &sheet["version"]).await;
    assert_eq!(again.expect_problem(409, "illegal_transition")["current_state"], "closed");
}

#[tokio::test]
async fn sheets_of_a_session_are_chained() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let second = class.add_slot(&app, app.state.clock.now(), 1).await;
    class.close(&app, second).await;
    let chain: Vec<(i32, Option<String>, String)> =
        sqlx::query_as("SELECT number, previous_sha256, sha256 FROM attendance_link ORDER BY number")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(chain.len(), 2);
    assert_eq!((chain[0].1.as_ref(), chain[1].1.as_ref()), (None, Some(&chain[0].2)));
    let report = carnet::attendance::verify_chains(&app.state).await.unwrap();
    assert_eq!((report.sessions, report.links, report.faults), (1, 2, Vec::<String>::new()));
}

#[tokio::test]
async fn a_mark_made_after_the_sheet_was_read_is_not_sealed_unseen() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/close");
    let read = class.sheet(&app).await;
    class.mark(&app, vec![class.row(0, "am", "absent")]).await;
    let stale = class.teacher(&app).post_at(&path, &read["version"]).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["rows"][0]["half_days"][0]["mark"]["status"], "absent");
    class.teacher(&app).post(&path, ()).await.expect_problem(428, "precondition_required");
    hidden_from_others(&app, &class, Method::POST, &path, &Value::Null).await;
}

#[tokio::test]
async fn a_slot_that_has_not_begun_is_not_closed() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let later = class.add_slot(&app, app.state.clock.now() + Duration::hours(1), 1).await;
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let client = class.teacher(&app);
    client.put(&class.path_of(later, "/attendance/paper"), json!({ "file_id": file })).await.expect(200);
    let path = class.path_of(later, "/attendance/close");
    client.post_at(&path, &json!(1)).await.expect_problem(409, "sheet_incomplete");
}

#[tokio::test]
async fn everything_the_sheet_shows_is_sealed_but_the_reasons_of_absence() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut away = class.row(0, "am", "absent");
    (away["reason"], away["note"], away["justified"]) =
        (json!("health"), json!("Secret médical"), json!(true));
    class.mark(&app, vec![away]).await;
    let body = json!({ "text": "Amorçage de l’arc" });
    class.teacher(&app).put(&class.slot_path("/attendance/taught"), body).await.expect(200);
    app.advance(Duration::hours(4));
    let sign = format!("/me/attendance/slots/{}/signature", class.slot);
    class.learner(&app, 0).post(&sign, json!({ "part": "pm", "drawing": drawing(9) })).await.expect(200);
    app.execute("UPDATE attendance_sheet SET reopened_until = '2026-03-04', reopened_reason = 'x'").await;
    class.close(&app, class.slot).await;
    let content: String =
        sqlx::query_scalar("SELECT content FROM attendance_link").fetch_one(&app.state.pool).await.unwrap();
    for shown in
        ["84691234567", "Soudure à l'arc", "Lyon", "Farida Membre", "Amorçage de l’arc", "Stagiaire0"]
    {
        assert!(content.contains(shown), "{shown} is not sealed");
    }
    assert!(content.contains("\"justified\":true") && content.contains("drawing_sha256"));
    assert!(!content.contains("Secret médical") && !content.contains("health"));
}

#[tokio::test]
async fn whoever_was_replaced_signed_and_the_one_who_replaces_them_signs_too() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(Duration::hours(5));
    class.mark(&app, vec![class.row(0, "am", "present"), class.row(0, "pm", "present")]).await;
    for part in ["am", "pm"] {
        let body = json!({ "part": part, "drawing": drawing(7) });
        class.teacher(&app).post(&class.slot_path("/attendance/signature"), body).await.expect(200);
    }
    let other = app.trainer(&class.organisation).await;
    let body = json!({ "trainers": [other.id], "reason": "Congé" });
    class.boss(&app).put_at(&class.slot_path("/trainers"), &json!(1), body).await.expect(200);
    let client = app.renewed(&other).client;
    let path = class.slot_path("/attendance/close");
    let sheet = client.get(&class.slot_path("/attendance")).await.expect(200);
    let told: Vec<_> = sheet["trainers"].as_array().unwrap().iter().map(|one| &one["is_assigned"]).collect();
    assert_eq!(told, [&json!(true), &json!(false)]);
    let refused = client.post_at(&path, &sheet["version"]).await.expect_problem(409, "sheet_incomplete");
    let missing: Vec<_> = refused["current"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(missing, ["trainer_signature", "trainer_signature"]);
    for part in ["am", "pm"] {
        let body = json!({ "part": part, "drawing": drawing(9) });
        client.post(&class.slot_path("/attendance/signature"), body).await.expect(200);
    }
    let version = client.get(&class.slot_path("/attendance")).await.expect(200)["version"].clone();
    client.post_at(&path, &version).await.expect(200);
}
