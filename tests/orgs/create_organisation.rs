use carnet::orgs::Role;
use serde_json::json;

use super::audited;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::NDA;
use crate::support::register::FakeRegister;

#[tokio::test]
async fn it_is_created_and_its_first_admin_invited() {
    let app = TestApp::start().await;
    let platform = app.platform_admin().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let body = json!({ "name": " Atelier du Bois ", "siret": "732 829 320 00074", "nda": "11 75 54321 75", "admin_email": ines.email });
    let row = platform.client.post("/admin/organisations", body).await.expect(201);
    assert_eq!(row["name"], "Atelier du Bois");
    assert_eq!((row["siret"].as_str(), row["nda"].as_str()), (Some("73282932000074"), Some("11755432175")));
    assert_eq!((row["status"].as_str(), row["members"].as_i64()), (Some("active"), Some(0)));
    let token = app.mails_to(&ines.email).await[0].after("/invitation?token=");
    ines.client.post("/organisation-invitations/accept", json!({ "token": token })).await.expect(204);
    let mine = ines.client.get("/me/organisations").await.expect(200);
    assert_eq!(
        mine["items"],
        json!([{ "id": row["id"], "name": "Atelier du Bois", "role": "admin", "status": "active" }])
    );
    assert_eq!(audited(&app, "organisation.created").await.len(), 1);
}

#[tokio::test]
async fn its_siret_is_looked_up_in_the_register() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let platform = app.platform_admin().await;
    let body = json!({ "name": "École", "siret": SIRET, "nda": NDA, "admin_email": "ines@example.org" });
    let row = platform.client.post("/admin/organisations", body).await.expect(201);
    assert_eq!(row["standing"], "unverified");
    app.run_jobs().await;
    let rows = platform.client.get("/admin/organisations").await.expect(200);
    assert_eq!(rows["items"][0]["standing"], "confirmed");
}

#[tokio::test]
async fn a_siret_names_one_organisation() {
    let app = TestApp::start().await;
    let platform = app.platform_admin().await;
    let body = |siret| json!({ "name": "Atelier", "siret": siret, "admin_email": "ines@example.org" });
    platform.client.post("/admin/organisations", body(Some("73282932000074"))).await.expect(201);
    platform
        .client
        .post("/admin/organisations", body(Some("73282932000074")))
        .await
        .expect_problem(409, "siret_taken");
    platform.client.post("/admin/organisations", body(None)).await.expect(201);
    platform.client.post("/admin/organisations", body(None)).await.expect(201);
    assert_eq!(audited(&app, "organisation.created").await.len(), 3);
    assert_eq!(app.mails_to("ines@example.org").await.len(), 3);
}

#[tokio::test]
async fn it_takes_a_platform_admin() {
    let app = TestApp::start().await;
    let body = json!({ "name": "Atelier", "admin_email": "ines@example.org" });
    app.anonymous().post("/admin/organisations", &body).await.expect_problem(401, "unauthenticated");
    let admin = app.member(&app.organisation("Autre").await, Role::Admin).await;
    admin.client.post("/admin/organisations", &body).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn every_fault_is_told_at_once() {
    let app = TestApp::start().await;
    let platform = app.platform_admin().await;
    let post = |body| platform.client.post("/admin/organisations", body);
    let faults = post(json!({ "name": "A", "siret": "73282932000079", "nda": "12", "admin_email": "x" }))
        .await
        .expect(422);
    let told: Vec<_> = faults["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("/name", "too_short"),
            ("/siret", "siret_checksum"),
            ("/nda", "nda_format"),
            ("/admin_email", "email_format")
        ]
    );
    post(json!({ "name": "Atelier", "admin_email": "ines@example.org", "status": "suspended" }))
        .await
        .expect_field("/status", "unknown_field");
}
