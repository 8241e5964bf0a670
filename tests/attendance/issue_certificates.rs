use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::attendance::Class;

/// A request for certificates of this kind.
pub fn request(kind: &str) -> Value {
    json!({ "kind": kind, "signatory": { "name": "Marc Membre", "capacity": "directeur", "place": "Lyon" } })
}

/// A session whose only sheet is closed, and that is closed itself.
pub async fn over(app: &TestApp, class: &Class) {
    class.closed(app).await;
    app.execute(&format!("UPDATE training_session SET status = 'closed' WHERE id = '{}'", class.session))
        .await;
}

#[tokio::test]
async fn certificates_are_numbered_without_a_gap_and_trainees_are_told() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    over(&app, &class).await;
    let path = class.path("/certificates");
    let issued = class.boss(&app).post(&path, request("completion")).await.expect(201);
    let numbers: Vec<_> = issued["issued"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
    assert_eq!(numbers, ["CR-2026-000001", "CR-2026-000002"]);
    let again = class.boss(&app).post(&path, request("completion")).await.expect(201);
    assert_eq!(again["issued"], json!([]));
    assert_eq!(again["skipped"][0]["code"], "already_issued");
    let other = class.boss(&app).post(&path, request("end_of_training")).await.expect(201);
    assert_eq!(other["issued"][0]["number"], "AF-2026-000003");
    let mails = app.mails_to(&class.trainees[0].user.email).await;
    assert_eq!(mails[0].subject, "Certificat de réalisation\u{a0}: Soudure");
    assert_eq!(noted(&app, "certificate.issued").await.len(), 4);
    // Another organisation has numbers of its own.
    let foreign = app.class_in(app.organisation("Ailleurs").await, 1).await;
    foreign.close(&app, foreign.slot).await;
    app.execute("UPDATE training_session SET status = 'closed'").await;
    let issued =
        foreign.boss(&app).post(&foreign.path("/certificates"), request("completion")).await.expect(201);
    assert_eq!(issued["issued"][0]["number"], "CR-2026-000001");
}

#[tokio::test]
async fn only_closed_sheets_are_attested() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.path("/certificates");
    let skipped = async |kind: &str| {
        let answer = class.boss(&app).post(&path, request(kind)).await.expect(201);
        assert_eq!(answer["issued"], json!([]));
        answer["skipped"][0]["code"].clone()
    };
    assert_eq!(skipped("completion").await, "not_over");
    assert_eq!(skipped("attendance").await, "sheet_incomplete");
    app.execute("UPDATE session_slot SET cancelled_at = now(), cancel_reason = 'x'").await;
    assert_eq!(skipped("attendance").await, "nothing_closed");
    app.execute("UPDATE session_slot SET cancelled_at = NULL, cancel_reason = NULL").await;
    class.closed(&app).await;
    for status in ["running", "ended"] {
        app.execute(&format!("UPDATE training_session SET status = '{status}'")).await;
        assert_eq!(skipped("completion").await, "not_over", "{status}");
        assert_eq!(skipped("end_of_training").await, "not_over", "{status}");
    }
    let issued = class.boss(&app).post(&path, request("attendance")).await.expect(201);
    assert_eq!(issued["issued"][0]["number"], "AA-2026-000001", "no number was lost before");
}

#[tokio::test]
async fn some_trainees_or_a_period_may_be_chosen() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    over(&app, &class).await;
    let path = class.path("/certificates");
    let mut body = request("attendance");
    body["enrolment_ids"] = json!([class.enrolment(1)]);
    (body["period_from"], body["period_to"]) = (json!("2026-03-01"), json!("2026-03-05"));
    let issued = class.boss(&app).post(&path, &body).await.expect(201)["issued"].clone();
    assert_eq!(issued.as_array().unwrap().len(), 1);
    assert_eq!(
        (&issued[0]["enrolment_id"], &issued[0]["period_from"], &issued[0]["period_to"]),
        (&json!(class.enrolment(1)), &json!("2026-03-02"), &json!("2026-03-05"))
    );
    body["period_to"] = json!("2026-02-01");
    class.boss(&app).post(&path, &body).await.expect_field("/period_to", "not_ascending");
    let mut nobody = request("attendance");
    nobody["enrolment_ids"] = json!([uuid::Uuid::nil()]);
    class.boss(&app).post(&path, nobody).await.expect_field("/enrolment_ids/0", "not_expected");
    let mut unsigned = request("attendance");
    unsigned["signatory"]["name"] = json!(" ");
    class.boss(&app).post(&path, unsigned).await.expect_field("/signatory/name", "required");
    only_for_those_who_run_it(&app, &class, Method::POST, &path, &request("completion")).await;
}

#[tokio::test]
async fn a_contested_sheet_is_attested_once_the_contest_is_decided() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    over(&app, &class).await;
    let contest = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "Ce n’est pas exact." });
    let contested = class.learner(&app, 0).post(&contest, body).await.expect(201);
    let path = class.path("/certificates");
    // The sheet is contested as a whole: of whom it is contested does not matter.
    for kind in ["completion", "attendance", "end_of_training"] {
        let answer = class.boss(&app).post(&path, request(kind)).await.expect(201);
        assert_eq!(answer["issued"], json!([]));
        for skipped in answer["skipped"].as_array().unwrap() {
            assert_eq!(skipped["code"], "sheet_contested");
        }
    }
    let id = contested["contests"][0]["id"].as_str().unwrap();
    let decision = json!({ "decision": "rejected", "reason": "La feuille est exacte" });
    let decide = class.slot_path(&format!("/attendance/contests/{id}/decision"));
    class.boss(&app).post(&decide, decision).await.expect(200);
    let answer = class.boss(&app).post(&path, request("completion")).await.expect(201);
    assert_eq!(answer["issued"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn who_left_does_not_wait_for_the_session_to_be_closed() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    let left = class.enrolment(0);
    let leave =
        format!("UPDATE enrolment SET status = 'abandoned', ends_on = '2026-03-03' WHERE id = '{left}'");
    app.execute(&leave).await;
    let answer = class.boss(&app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    assert_eq!(answer["issued"][0]["enrolment_id"], json!(left));
    assert_eq!(answer["skipped"][0]["code"], "not_over");
}
