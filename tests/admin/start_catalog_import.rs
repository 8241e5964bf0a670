use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use crate::support::app::TestApp;
use crate::support::france_travail::FranceTravail;
use crate::support::publisher::Publisher;
use crate::support::rome::Rome;

async fn newest(staff: &crate::support::client::Client) -> Value {
    staff.get("/admin/catalog-imports?limit=1").await.expect(200)["items"][0].clone()
}

#[tokio::test]
async fn a_dry_run_tells_what_would_change_and_changes_nothing() {
    let publisher = Publisher::start().await;
    publisher.serves(Rome::starter().version(61).relabelled_job("M1805", "Métier tout autre").zip()).await;
    let app = publisher.app().await;
    app.import_zip(Rome::starter().zip()).await;
    let revision = app.state.part::<carnet::catalog::Catalog>().snapshot().revision();
    let staff = app.platform_admin().await.client;
    staff.post("/admin/catalog-imports", json!({ "dry_run": true })).await.expect(202);
    let waiting = staff.post("/admin/catalog-imports", json!({ "dry_run": true })).await;
    waiting.expect_problem(409, "import_running");
    assert_eq!(staff.get("/admin/catalog").await.expect(200)["running"], true);
    app.run_jobs().await;
    let compared = newest(&staff).await;
    assert_eq!((&compared["outcome"], &compared["release"]), (&json!("compared"), &json!(61)));
    assert!(compared["changed"].as_u64().unwrap() >= 1);
    assert!(compared["summary"].as_str().unwrap().contains("61"), "{compared}");
    assert_eq!(app.state.part::<carnet::catalog::Catalog>().snapshot().revision(), revision);
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!((&sync["release"], &sync["running"]), (&json!(60), &json!(false)));
}

#[tokio::test]
async fn an_import_asked_for_is_applied_and_its_effect_told() {
    let publisher = Publisher::start().await;
    publisher.serves(Rome::starter().version(61).relabelled_job("M1805", "Métier tout autre").zip()).await;
    let app = publisher.app().await;
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    school.published(&app, "Développement").await;
    let staff = app.platform_admin().await.client;
    staff.post("/admin/catalog-imports", json!({ "dry_run": false })).await.expect(202);
    app.run_jobs().await;
    let applied = newest(&staff).await;
    assert_eq!((&applied["outcome"], &applied["source"]), (&json!("applied"), &json!("download")));
    let path = format!("/admin/catalog-imports/{}/effect", applied["id"].as_str().unwrap());
    assert_eq!(staff.get(&path).await.expect(200)["reviewed"], json!(false));
    app.review_catalog().await;
    let effect = staff.get(&path).await.expect(200);
    assert_eq!(
        (&effect["reviewed"], &effect["notices"], &effect["undecided"]),
        (&json!(true), &json!(1), &json!(1))
    );
    assert_eq!(
        (&effect["linked"], &effect["present"]),
        (&json!(3), &json!(3)),
        "one job and two skills, all there"
    );
    assert_eq!((&effect["trainings"], &effect["people"]), (&json!(1), &json!(0)));
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!((&sync["release"], &sync["last_attempt"]["id"]), (&json!(61), &applied["id"]));
    assert_eq!(sync["next_check_at"], json!("2026-03-04T03:41:00Z"));
    assert_ne!(sync["last_success_at"], Value::Null);
}

#[tokio::test]
async fn a_failure_is_in_the_history_with_its_cause() {
    let publisher = Publisher::start().await;
    publisher.answers(ResponseTemplate::new(404)).await;
    let app = publisher.app().await;
    let staff = app.platform_admin().await.client;
    staff.post("/admin/catalog-imports", json!({ "dry_run": true })).await.expect(202);
    app.run_jobs().await;
    let failed = newest(&staff).await;
    assert_eq!(failed["outcome"], "failed");
    assert!(failed["error"].as_str().unwrap().contains("404"), "{failed}");
    assert_eq!(staff.get("/admin/catalog").await.expect(200)["last_success_at"], Value::Null);
}

#[tokio::test]
async fn only_staff_asks_and_only_where_downloads_are_on() {
    let app = TestApp::start().await;
    let staff = app.platform_admin().await.client;
    let path = "/admin/catalog-imports";
    staff.post(path, json!({ "dry_run": true })).await.expect_problem(409, "downloads_off");
    staff.post(path, json!({})).await.expect_field("/dry_run", "required");
    assert_eq!(staff.get("/admin/catalog").await.expect(200)["next_check_at"], Value::Null);
    let somebody = app.person("Zoé", "Martin").await.client;
    somebody.post(path, json!({ "dry_run": true })).await.expect_problem(403, "forbidden");
    somebody.get("/admin/catalog").await.expect_problem(403, "forbidden");
    let unknown = format!("{path}/{}/effect", uuid::Uuid::nil());
    staff.get(&unknown).await.expect_problem(404, "not_found");
    somebody.get(&unknown).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn where_downloads_are_off_the_api_alone_is_asked() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    let staff = app.platform_admin().await.client;
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!((&sync["next_check_at"], &sync["api"]["last_attempt"]), (&Value::Null, &Value::Null));
    staff.post("/admin/catalog-imports", json!({ "dry_run": true })).await.expect(202);
    app.run_jobs().await;
    let sync = staff.get("/admin/catalog").await.expect(200);
    let asked = &sync["api"]["last_attempt"];
    assert_eq!((&asked["source"], &asked["outcome"]), (&json!("api"), &json!("compared")), "{asked}");
    assert_ne!(sync["last_attempt"]["source"], "api", "what the archive did last is told apart");
}
