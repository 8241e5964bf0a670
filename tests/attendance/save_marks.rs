use carnet::ids::EnrolmentId;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::{TestApp, start_time};
use crate::support::attendance::Class;

fn cell(sheet: &Value, row: usize, half_day: usize) -> Value {
    sheet["rows"][row]["half_days"][half_day]["mark"].clone()
}

#[tokio::test]
async fn a_roll_call_is_saved_and_shown() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    let mut late = class.row(1, "am", "late");
    late["minutes_late"] = json!(25);
    let mut away = class.row(2, "am", "absent");
    (away["justified"], away["reason"], away["note"]) = (json!(true), json!("summons"), json!("Convocation"));
    let saved = class.mark(&app, vec![class.row(0, "am", "present"), late, away]).await;
    assert_eq!(saved["saved"].as_array().unwrap().len(), 3);
    assert_eq!((&saved["conflicts"], &saved["refused"]), (&json!([]), &json!([])));
    let sheet = class.sheet(&app).await;
    assert_eq!(sheet["version"], saved["version"]);
    assert_eq!(
        (&cell(&sheet, 0, 0)["status"], &cell(&sheet, 0, 0)["method"]),
        (&json!("present"), &json!("trainer"))
    );
    assert_eq!(cell(&sheet, 1, 0)["minutes_late"], 25);
    assert_eq!(
        (&cell(&sheet, 2, 0)["reason"], &cell(&sheet, 2, 0)["justified"]),
        (&json!("summons"), &json!(true))
    );
    assert_eq!(cell(&sheet, 0, 1), Value::Null, "the afternoon is still unmarked");
    let expected = json!({ "saved": 3, "conflicts": 0, "method": "trainer" });
    assert_eq!(noted(&app, "attendance.marked").await, [Some(expected)]);
    let has: (bool, bool) = sqlx::query_as(
        "SELECT s.has_attendance, e.has_attendance FROM session_slot s, enrolment e WHERE s.id = $1 AND e.id = $2",
    )
    .bind(class.slot)
    .bind(class.enrolment(0))
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(has, (true, true), "sessions know that the slot has attendance");
}

#[tokio::test]
async fn what_another_device_marked_meanwhile_is_a_conflict_and_the_rest_is_saved() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.mark(&app, vec![class.row(0, "am", "absent")]).await;
    // The second device saw the sheet as it was before.
    let body = json!({ "rows": [class.row(0, "am", "present"), class.row(1, "am", "present")] });
    let saved = class.boss(&app).put(&class.slot_path("/attendance/marks"), body).await.expect(200);
    assert_eq!(saved["saved"].as_array().unwrap().len(), 1);
    let conflict = &saved["conflicts"][0];
    assert_eq!((&conflict["row"], &conflict["enrolment_id"]), (&json!(0), &json!(class.enrolment(0))));
    let current = &conflict["current"];
    assert_eq!(
        (&current["status"], &current["by"], &current["number"]),
        (&json!("absent"), &json!("Farida Membre"), &json!(1))
    );
    assert_eq!(cell(&class.sheet(&app).await, 0, 0)["status"], "absent", "nothing was overwritten");
    // Having seen it, the second device may.
    let mut seen = class.row(0, "am", "present");
    seen["seen_number"] = json!(1);
    let saved = class.mark(&app, vec![seen]).await;
    assert_eq!(saved["saved"][0]["number"], 2);
}

#[tokio::test]
async fn a_row_sent_twice_is_written_once() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut row = class.row(0, "am", "absent");
    row["client_key"] = json!("device-1-row-1");
    class.mark(&app, vec![row.clone()]).await;
    let mut changed = class.row(0, "am", "present");
    changed["seen_number"] = json!(1);
    class.mark(&app, vec![changed]).await;
    // The answer to the first was lost: the device sends it again, late.
    let again = class.mark(&app, vec![row]).await;
    assert_eq!((&again["saved"][0]["number"], &again["conflicts"]), (&json!(1), &json!([])));
    assert_eq!(cell(&class.sheet(&app).await, 0, 0)["status"], "present");
    // The same said by another device is no conflict either.
    let same = class.mark(&app, vec![class.row(0, "am", "present")]).await;
    assert_eq!(same["saved"][0]["number"], 2);
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM attendance_mark").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn devices_that_mark_at_the_same_time_lose_nothing() {
    let app = TestApp::start().await;
    let class = app.class(6).await;
    let statuses = ["present", "absent", "excused", "late"];
    let calls = statuses.map(|status| {
        let rows: Vec<Value> = (0..6)
            .map(|position| {
                let mut row = class.row(position, "am", status);
                if status == "late" {
                    row["minutes_late"] = json!(5);
                }
                row
            })
            .collect();
        let (client, path) = (class.teacher(&app), class.slot_path("/attendance/marks"));
        tokio::spawn(async move { client.put(&path, json!({ "rows": rows })).await.expect(200) })
    });
    let (mut saved, mut conflicts) = (0, 0);
    for call in calls {
        let answer = call.await.unwrap();
        saved += answer["saved"].as_array().unwrap().len();
        conflicts += answer["conflicts"].as_array().unwrap().len();
        for conflict in answer["conflicts"].as_array().unwrap() {
            assert!(conflict["current"]["status"].is_string(), "every loser is shown the winner");
        }
    }
    assert_eq!((saved, conflicts), (6, 18), "each half-day has one winner, every other row is told");
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM attendance_mark").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 6);
}

#[tokio::test]
async fn rows_that_cannot_be_are_refused_and_the_others_saved() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let mut stranger = class.row(0, "am", "present");
    stranger["enrolment_id"] = json!(uuid::Uuid::nil());
    // Somebody of the same organisation, who takes part in another of its sessions.
    let other = app.class_in(class.organisation, 1).await;
    let mut elsewhere = class.row(0, "am", "present");
    elsewhere["enrolment_id"] = json!(other.enrolment(0));
    // At nine the afternoon has not begun: nobody is there, but somebody may be known to be away.
    let rows = vec![stranger, elsewhere, class.row(0, "pm", "present"), class.row(1, "pm", "excused")];
    let saved = class.mark(&app, rows).await;
    let codes: Vec<_> = saved["refused"].as_array().unwrap().iter().map(|row| &row["code"]).collect();
    assert_eq!(codes, ["not_expected", "not_expected", "not_begun"]);
    assert_eq!(saved["saved"].as_array().unwrap().len(), 1);
    let marked: Vec<EnrolmentId> = sqlx::query_scalar("SELECT enrolment_id FROM attendance_mark")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(marked, [class.enrolment(1)], "nothing was written of who is refused");
    let morning = class.add_slot(&app, start_time(), 2).await;
    let body = json!({ "rows": [class.row(0, "pm", "absent")] });
    let saved = class.teacher(&app).put(&class.path_of(morning, "/attendance/marks"), body).await.expect(200);
    assert_eq!(saved["refused"][0]["code"], "no_such_half_day");
}

async fn refused(app: &TestApp, class: &Class, rows: Value) -> crate::support::client::Answer {
    class.teacher(app).put(&class.slot_path("/attendance/marks"), json!({ "rows": rows })).await
}

#[tokio::test]
async fn unsound_rows_are_refused_by_pointer_and_nothing_is_written() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let late = class.row(0, "am", "late");
    let good = class.row(1, "am", "present");
    refused(&app, &class, json!([good, late])).await.expect_field("/rows/1/minutes_late", "required");
    refused(&app, &class, json!([good, good])).await.expect_field("/rows/1", "duplicate");
    refused(&app, &class, json!([])).await.expect_field("/rows", "out_of_range");
    let mut odd = good.clone();
    odd["status"] = json!("asleep");
    refused(&app, &class, json!([odd])).await.expect_field("/rows/0/status", "invalid_type");
    let mut file = class.row(0, "am", "absent");
    file["proof_file_id"] = json!(uuid::Uuid::nil());
    refused(&app, &class, json!([good, file])).await.expect_field("/rows/1/proof_file_id", "unknown_file");
    let sheet = class.sheet(&app).await;
    assert_eq!((&sheet["version"], cell(&sheet, 1, 0)), (&json!(0), Value::Null));
}

#[tokio::test]
async fn a_proof_of_absence_stays_with_the_mark() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let file = app.staged_file(&class.organisation, class.trainer.id).await;
    let mut row = class.row(0, "am", "absent");
    row["proof_file_id"] = json!(file);
    class.mark(&app, vec![row]).await;
    let mut justified = class.row(0, "am", "absent");
    (justified["seen_number"], justified["justified"]) = (json!(1), json!(true));
    class.mark(&app, vec![justified]).await;
    let mark = cell(&class.sheet(&app).await, 0, 0);
    assert_eq!((&mark["number"], &mark["proof_file_id"]), (&json!(2), &json!(file)));
}

#[tokio::test]
async fn a_roll_copied_from_paper_says_so() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let body = json!({ "rows": [class.row(0, "am", "present")], "method": "paper" });
    class.teacher(&app).put(&class.slot_path("/attendance/marks"), body).await.expect(200);
    assert_eq!(cell(&class.sheet(&app).await, 0, 0)["method"], "paper");
}

#[tokio::test]
async fn a_sealed_cancelled_or_unannounced_slot_takes_no_mark() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let row = json!({ "rows": [class.row(0, "am", "absent")] });
    let path = class.slot_path("/attendance/marks");
    hidden_from_others(&app, &class, Method::PUT, &path, &row).await;
    app.execute(&format!("UPDATE training_session SET status = 'draft' WHERE id = '{}'", class.session))
        .await;
    let problem = class.teacher(&app).put(&path, &row).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "draft");
    app.execute(&format!("UPDATE training_session SET status = 'running' WHERE id = '{}'", class.session))
        .await;
    app.execute("UPDATE session_slot SET cancelled_at = now(), cancel_reason = 'Panne'").await;
    class.teacher(&app).put(&path, &row).await.expect_problem(409, "slot_cancelled");
    app.execute("UPDATE session_slot SET cancelled_at = NULL, cancel_reason = NULL").await;
    class.closed(&app).await;
    let problem = class.teacher(&app).put(&path, &row).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "closed");
    app.suspend(&class.organisation).await;
    class.teacher(&app).put(&path, &row).await.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn entry_and_exit_are_kept() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let mut row = class.row(0, "am", "present");
    row["entered_at"] = json!(start_time());
    row["left_at"] = json!(start_time() + Duration::hours(3));
    class.mark(&app, vec![row]).await;
    let mark = cell(&class.sheet(&app).await, 0, 0);
    assert_eq!(mark["left_at"], "2026-03-03T11:00:00Z");
}
