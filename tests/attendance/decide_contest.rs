use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::attendance::Class;

async fn contest(app: &TestApp, class: &Class, position: usize) -> String {
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "Ce n’est pas exact." });
    let slot = class.learner(app, position).post(&path, body).await.expect(201);
    let id = slot["contests"][0]["id"].as_str().unwrap();
    class.slot_path(&format!("/attendance/contests/{id}/decision"))
}

#[tokio::test]
async fn an_accepted_contest_rectifies_the_mark() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(chrono::Duration::hours(5));
    class.close_with(&app, class.slot, "absent").await;
    let path = contest(&app, &class, 0).await;
    let body =
        json!({ "decision": "accepted", "reason": "Vu avec la formatrice", "mark": { "status": "present" } });
    let sheet = class.boss(&app).post(&path, &body).await.expect(200);
    assert_eq!((&sheet["state"], &sheet["contests"][0]["decision"]), (&json!("closed"), &json!("accepted")));
    assert_eq!(sheet["rows"][0]["half_days"][0]["mark"]["status"], "present");
    let kinds: Vec<_> =
        sheet["seals"].as_array().unwrap().iter().map(|seal| seal["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["closing", "contest", "rectification", "decision"]);
    let mails = app.mails_to(&class.trainees[0].user.email).await;
    assert_eq!(mails.last().unwrap().subject, "Votre contestation du 03/03/2026\u{a0}: décision");
    assert!(mails.last().unwrap().body.contains("est acceptée"));
    class.boss(&app).post(&path, &body).await.expect_problem(409, "already_decided");
    assert!(carnet::attendance::verify_chains(&app.state).await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn what_the_trainee_brought_is_kept_with_the_mark_that_is_right() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(chrono::Duration::hours(5));
    class.close_with(&app, class.slot, "absent").await;
    let path = contest(&app, &class, 0).await;
    let file = app.staged_file(&class.organisation, class.manager.id).await;
    let mut body = json!({ "decision": "rejected", "reason": "Vu le certificat", "proof_file_id": file });
    class.boss(&app).post(&path, &body).await.expect_field("/proof_file_id", "only_when_accepted");
    body["decision"] = json!("accepted");
    body["mark"] = json!({ "status": "absent", "justified": true, "reason": "health" });
    let sheet = class.boss(&app).post(&path, &body).await.expect(200);
    let mark = &sheet["rows"][0]["half_days"][0]["mark"];
    assert_eq!((&mark["justified"], &mark["proof_file_id"]), (&json!(true), &json!(file)));
    // The trainee may read it.
    let own = format!("/me/attendance/files/{file}");
    let told = class.learner(&app, 0).get(&own).await;
    assert_ne!(told.status, 404, "{}", told.text);
}

#[tokio::test]
async fn a_sheet_stays_contested_until_the_last_decision() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    let (first, second) = (contest(&app, &class, 0).await, contest(&app, &class, 1).await);
    let body = json!({ "decision": "rejected", "reason": "La feuille est exacte" });
    let sheet = class.boss(&app).post(&first, &body).await.expect(200);
    assert_eq!(sheet["state"], "contested");
    let sheet = class.boss(&app).post(&second, &body).await.expect(200);
    assert_eq!(
        (&sheet["state"], &sheet["rows"][0]["half_days"][0]["mark"]["number"]),
        (&json!("closed"), &json!(1))
    );
}

#[tokio::test]
async fn a_decision_says_why_and_what_is_right() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let path = contest(&app, &class, 0).await;
    let decide = async |body: Value| class.boss(&app).post(&path, body).await;
    decide(json!({ "decision": "accepted", "reason": "Oui" })).await.expect_field("/mark", "required");
    decide(json!({ "decision": "rejected", "reason": "Non", "mark": { "status": "absent" } }))
        .await
        .expect_field("/mark", "only_when_accepted");
    decide(json!({ "decision": "rejected", "reason": "" })).await.expect_field("/reason", "required");
    let unknown = class.slot_path(&format!("/attendance/contests/{}/decision", uuid::Uuid::nil()));
    let body = json!({ "decision": "rejected", "reason": "Exacte" });
    class.boss(&app).post(&unknown, &body).await.expect_problem(404, "not_found");
    only_for_those_who_run_it(&app, &class, Method::POST, &path, &body).await;
}
