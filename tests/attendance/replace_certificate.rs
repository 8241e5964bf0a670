use reqwest::Method;
use serde_json::json;

use super::issue_certificates::{over, request};
use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_certificate_is_replaced_by_what_holds_today_and_never_edited() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    over(&app, &class).await;
    let issued = class.boss(&app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    let old = issued["issued"][0].clone();
    let rectification = json!({
        "enrolment_id": class.enrolment(0), "part": "am", "seen_number": 1, "mark": { "status": "absent" },
        "reason": "Erreur de ligne",
    });
    class.boss(&app).post(&class.slot_path("/attendance/rectifications"), rectification).await.expect(200);
    let path = class.path(&format!("/certificates/{}/replacement", old["id"].as_str().unwrap()));
    let body =
        json!({ "reason": "Présence rectifiée", "signatory": { "name": "Marc", "capacity": "directeur" } });
    let new = class.boss(&app).post(&path, &body).await.expect(201);
    assert_eq!((&new["number"], &new["replaces"]), (&json!("CR-2026-000002"), &old["id"]));
    let get = async |id: &str| {
        class.boss(&app).get(&class.path(&format!("/certificates/{id}?format=json"))).await.body["document"]
            .clone()
    };
    let (said_old, said_new) =
        (get(old["id"].as_str().unwrap()).await, get(new["id"].as_str().unwrap()).await);
    assert_eq!(
        (&said_old["totals"]["attended"], &said_new["totals"]["attended"]),
        (&json!(480), &json!(240))
    );
    assert_eq!(said_new["replaces"], "CR-2026-000001");
    class.boss(&app).post(&path, &body).await.expect_problem(409, "already_replaced");
    let silent = json!({ "reason": "", "signatory": { "name": "Marc", "capacity": "directeur" } });
    class.boss(&app).post(&path, silent).await.expect_field("/reason", "required");
    only_for_those_who_run_it(&app, &class, Method::POST, &path, &body).await;
}
