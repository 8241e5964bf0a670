use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::attendance::Class;

fn draft(class: &Class, seen: i32, status: &str) -> Value {
    json!({
        "enrolment_id": class.enrolment(0), "part": "am", "seen_number": seen, "mark": { "status": status },
        "reason": "Erreur de ligne à l’appel",
    })
}

#[tokio::test]
async fn a_sealed_mark_is_rectified_by_a_further_link_and_the_first_seal_still_verifies() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let closed = class.closed(&app).await;
    let first = closed["seals"][0].clone();
    let path = class.slot_path("/attendance/rectifications");
    let sheet = class.boss(&app).post(&path, draft(&class, 1, "absent")).await.expect(200);
    assert_eq!((&sheet["state"], &sheet["seals"][0]), (&json!("closed"), &first));
    let said = &sheet["seals"][1]["rectification"];
    assert_eq!(
        (&said["before"]["status"], &said["after"]["status"], &said["reason"], &said["by"]),
        (&json!("present"), &json!("absent"), &json!("Erreur de ligne à l’appel"), &json!("Marc Membre"))
    );
    let mark = &sheet["rows"][0]["half_days"][0]["mark"];
    assert_eq!(
        (&mark["status"], &mark["number"], &mark["is_rectified"]),
        (&json!("absent"), &json!(2), &json!(true))
    );
    let report = carnet::attendance::verify_chains(&app.state).await.unwrap();
    assert_eq!((report.links, report.faults), (2, Vec::<String>::new()));
    let expected = json!({ "link": 2, "before": "present", "after": "absent" });
    assert_eq!(noted(&app, "attendance.rectified").await, [Some(expected)]);
}

#[tokio::test]
async fn what_proves_a_reason_may_come_after_the_closing() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let path = class.slot_path("/attendance/rectifications");
    let mut body = draft(&class, 1, "absent");
    body["mark"] = json!({ "status": "absent", "justified": true, "reason": "health" });
    body["proof_file_id"] = json!(uuid::Uuid::nil());
    class.boss(&app).post(&path, &body).await.expect_field("/proof_file_id", "unknown_file");
    let file = app.staged_file(&class.organisation, class.manager.id).await;
    body["proof_file_id"] = json!(file);
    let sheet = class.boss(&app).post(&path, &body).await.expect(200);
    assert_eq!(sheet["rows"][0]["half_days"][0]["mark"]["proof_file_id"], json!(file));
    // The mark may stay as it is and only be proved.
    let other = app.staged_file(&class.organisation, class.manager.id).await;
    (body["proof_file_id"], body["seen_number"]) = (json!(other), json!(2));
    let sheet = class.boss(&app).post(&path, &body).await.expect(200);
    assert_eq!(sheet["rows"][0]["half_days"][0]["mark"]["proof_file_id"], json!(other));
    // Without another one, the file stays.
    body["mark"] = json!({ "status": "absent", "justified": false, "reason": "health" });
    (body["proof_file_id"], body["seen_number"]) = (Value::Null, json!(3));
    let sheet = class.boss(&app).post(&path, &body).await.expect(200);
    assert_eq!(sheet["rows"][0]["half_days"][0]["mark"]["proof_file_id"], json!(other));
    assert!(carnet::attendance::verify_chains(&app.state).await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn the_trainee_is_told() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let path = class.slot_path("/attendance/rectifications");
    class.boss(&app).post(&path, draft(&class, 1, "absent")).await.expect(200);
    let mails = app.mails_to(&class.trainees[0].user.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre présence du 03/03/2026 a été rectifiée");
    assert!(
        mails[0].body.contains(
            "Avant\u{a0}: présent\nMaintenant\u{a0}: absent\nMotif\u{a0}: Erreur de ligne à l’appel"
        )
    );
}

#[tokio::test]
async fn what_was_not_seen_is_not_changed_and_what_changes_nothing_is_none() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/rectifications");
    let open = class.boss(&app).post(&path, draft(&class, 1, "absent")).await;
    assert_eq!(open.expect_problem(409, "illegal_transition")["current_state"], "open");
    class.closed(&app).await;
    let boss = class.boss(&app);
    let stale = boss.post(&path, draft(&class, 0, "absent")).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["number"], 1);
    boss.post(&path, draft(&class, 1, "present")).await.expect_field("/mark", "nothing_changed");
    boss.post(&path, draft(&class, 1, "unmarked")).await.expect_field("/mark/status", "not_final");
    let mut silent = draft(&class, 1, "absent");
    silent["reason"] = json!("");
    boss.post(&path, silent).await.expect_field("/reason", "required");
    let mut other = draft(&class, 1, "absent");
    other["enrolment_id"] = json!(uuid::Uuid::nil());
    boss.post(&path, other).await.expect_field("/enrolment_id", "not_on_sheet");
    only_for_those_who_run_it(&app, &class, Method::POST, &path, &draft(&class, 1, "absent")).await;
}

#[tokio::test]
async fn after_the_time_of_retention_nothing_is_rectified() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    // The session ends ten days later; its papers are kept six years from then on.
    app.advance(Duration::days(366 * 6 + 14));
    let boss = app.second_device(&class.manager).await;
    let path = class.slot_path("/attendance/rectifications");
    boss.client.post(&path, draft(&class, 1, "absent")).await.expect_problem(409, "retention_over");
}
