use reqwest::Method;
use serde_json::json;

use super::hidden_from_others;
use crate::support::app::{TestApp, start_time};

#[tokio::test]
async fn an_element_given_by_mistake_stays_readable_with_the_reason() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let body = json!({
        "enrolment_id": class.enrolment(0), "kind": "work", "happened_at": start_time(), "description": "Rapport rendu",
    });
    let proof = class.teacher(&app).post(&class.path("/attendance-proofs"), body).await.expect(201);
    let path = class.path(&format!("/attendance-proofs/{}/withdraw", proof["id"].as_str().unwrap()));
    let reason = json!({ "reason": "Rapport d’un autre" });
    let withdrawn = class.teacher(&app).post(&path, &reason).await.expect(200);
    assert_eq!(withdrawn["withdrawn_reason"], "Rapport d’un autre");
    class.teacher(&app).post(&path, &reason).await.expect_problem(409, "already_withdrawn");
    let unknown = class.path(&format!("/attendance-proofs/{}/withdraw", uuid::Uuid::nil()));
    class.teacher(&app).post(&unknown, &reason).await.expect_problem(404, "not_found");
    let items = class.boss(&app).get(&class.path("/attendance-proofs")).await.expect(200)["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 1);
    hidden_from_others(&app, &class, Method::POST, &path, &reason).await;
}
