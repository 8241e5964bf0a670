use serde_json::json;

use super::issue_certificates::{over, request};
use crate::support::app::TestApp;

#[tokio::test]
async fn whoever_holds_a_document_learns_whether_it_is_valid_and_nothing_of_the_person() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    over(&app, &class).await;
    let issued = class.boss(&app).post(&class.path("/certificates"), request("completion")).await.expect(201);
    let old = issued["issued"][0].clone();
    let path = format!("/documents/{}", old["code"].as_str().unwrap());
    let told = app.anonymous().get(&path).await;
    assert!(!told.text.contains("Stagiaire0") && !told.text.contains("Samir"), "{}", told.text);
    let told = told.expect(200);
    assert_eq!(
        (&told["standing"], &told["number"], &told["organisation"]),
        (&json!("valid"), &old["number"], &json!("Atelier"))
    );
    assert_eq!((&told["issued_on"], &told["nda"]), (&json!("2026-03-03"), &json!("84691234567")));
    let replacement = class.path(&format!("/certificates/{}/replacement", old["id"].as_str().unwrap()));
    let body = json!({ "reason": "Erreur", "signatory": { "name": "Marc", "capacity": "directeur" } });
    class.boss(&app).post(&replacement, body).await.expect(201);
    assert_eq!(app.anonymous().get(&path).await.expect(200)["standing"], "replaced");
    app.anonymous().get("/documents/00000000000000000000000000000000").await.expect_problem(404, "not_found");
    app.anonymous().get("/documents/%27--").await.expect_problem(404, "not_found");
}
