//! Downloads of all data: asked for with the password, one at a time, by the person alone, for a day.

use carnet::privacy::{EraseDataExports, WriteDataExport};
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::identity::totp::Authenticator;
use crate::support::app::TestApp;
use crate::support::users::{PASSWORD, User};

async fn asked(user: &User) -> Value {
    user.client.post("/me/data-exports", json!({ "password": PASSWORD })).await.expect(201)
}

fn path(export: &Value) -> String {
    format!("/me/data-exports/{}", export["id"].as_str().unwrap())
}

async fn fetched(app: &TestApp, link: &Value) -> u16 {
    let url = link["url"].as_str().unwrap().trim_start_matches("/api/v1");
    app.anonymous().request(Method::GET, url).send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn it_is_put_together_told_and_erased_a_day_later_to_the_second() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let export = asked(&ines).await;
    assert_eq!((&export["status"], &export["percent"]), (&json!("waiting"), &json!(0)));
    ines.client.post(&format!("{}/link", path(&export)), ()).await.expect_problem(409, "export_not_ready");
    app.run_jobs().await;
    let ready = ines.client.get(&path(&export)).await.expect(200);
    assert_eq!(
        (&ready["status"], &ready["step"], &ready["percent"]),
        (&json!("ready"), &json!("done"), &json!(100))
    );
    assert_eq!(ready["erase_at"], "2026-03-04T08:00:00Z");
    let kinds: Vec<String> = sqlx::query_scalar("SELECT kind FROM notification WHERE person_id = $1")
        .bind(ines.id)
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kinds, ["account.data_ready"]);
    let link = ines.client.post(&format!("{}/link", path(&export)), ()).await.expect(200);
    assert_eq!(link["expires_at"], "2026-03-03T08:30:00Z");
    assert_eq!(fetched(&app, &link).await, 200);

    app.advance(Duration::days(1) - Duration::seconds(1));
    app.run_job(EraseDataExports {}).await;
    let ines = app.renewed(&ines);
    let link = ines.client.post(&format!("{}/link", path(&export)), ()).await.expect(200);
    assert_eq!(link["expires_at"], "2026-03-04T08:00:00Z", "no address outlives the file");
    assert_eq!(fetched(&app, &link).await, 200);
    app.advance(Duration::seconds(1));
    assert_eq!(fetched(&app, &link).await, 404);
    ines.client.post(&format!("{}/link", path(&export)), ()).await.expect_problem(410, "export_erased");
    app.run_job(EraseDataExports {}).await;
    app.run_jobs().await;
    assert_eq!(ines.client.get(&path(&export)).await.expect(200)["status"], "erased");
    app.only_objects(0).await;
}

#[tokio::test]
async fn the_password_and_the_second_factor_are_asked_for() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let ask = async |body: Value| ines.client.post("/me/data-exports", body).await;
    ask(json!({ "password": "autre chose" })).await.expect_field("/password", "wrong_password");
    let shown = ines.client.post("/me/totp", ()).await.expect(200);
    let authenticator = Authenticator::new(&shown);
    ines.client.post("/me/totp/confirm", json!({ "code": authenticator.code(&app.state) })).await.expect(200);
    ask(json!({ "password": PASSWORD })).await.expect_field("/totp_code", "totp_required");
    ask(json!({ "password": PASSWORD, "totp_code": "000000" }))
        .await
        .expect_field("/totp_code", "invalid_code");
    app.advance(Duration::seconds(60));
    let code = authenticator.code(&app.state);
    let body = json!({ "password": PASSWORD, "totp_code": code });
    app.renewed(&ines).client.post("/me/data-exports", &body).await.expect(201);
    // A code is spent once.
    app.run_jobs().await;
    app.renewed(&ines)
        .client
        .post("/me/data-exports", &body)
        .await
        .expect_field("/totp_code", "invalid_code");
}

#[tokio::test]
async fn one_at_a_time_and_five_a_day() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let body = json!({ "password": PASSWORD });
    let (one, other) = tokio::join!(
        ines.client.post("/me/data-exports", &body),
        ines.client.post("/me/data-exports", &body)
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "of two at once one is let in");
    ines.client.post("/me/data-exports", &body).await.expect_problem(409, "data_export_underway");
    for _ in 0..4 {
        app.run_jobs().await;
        asked(&ines).await;
    }
    app.run_jobs().await;
    ines.client.post("/me/data-exports", &body).await.expect_problem(409, "too_many_exports");
    app.advance(Duration::days(1));
    asked(&app.renewed(&ines)).await;
}

#[tokio::test]
async fn nobody_else_has_it_and_it_can_be_given_up() {
    let app = TestApp::start().await;
    let (ines, paul) = (app.person("Inès", "Lefèvre").await, app.person("Paul", "Autre").await);
    let export = asked(&ines).await;
    for path in [path(&export), format!("/me/data-exports/{}", Uuid::nil())] {
        paul.client.get(&path).await.expect_problem(404, "not_found");
        paul.client.delete(&path).await.expect_problem(404, "not_found");
        paul.client.post(&format!("{path}/link"), ()).await.expect_problem(404, "not_found");
    }
    assert_eq!(paul.client.get("/me/data-exports").await.expect(200)["items"], json!([]));
    ines.client.delete(&path(&export)).await.expect(204);
    app.run_jobs().await;
    assert_eq!(app.objects().len(), 0, "what is given up is not put together");
    let export = asked(&ines).await;
    app.run_jobs().await;
    let link = ines.client.post(&format!("{}/link", path(&export)), ()).await.expect(200);
    ines.client.delete(&path(&export)).await.expect(204);
    ines.client.delete(&path(&export)).await.expect(204);
    app.run_jobs().await;
    assert_eq!(fetched(&app, &link).await, 404);
    app.only_objects(0).await;
}

#[tokio::test]
async fn an_address_ends_with_the_session() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let export = asked(&ines).await;
    app.run_jobs().await;
    let link = ines.client.post(&format!("{}/link", path(&export)), ()).await.expect(200);
    ines.client.post("/auth/logout-everywhere", ()).await.expect(204);
    assert_eq!(fetched(&app, &link).await, 404);
}

#[tokio::test]
async fn a_job_that_runs_twice_writes_one() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let export = asked(&ines).await;
    app.run_jobs().await;
    app.run_job(WriteDataExport { export: export["id"].as_str().unwrap().parse().unwrap() }).await;
    app.only_objects(1).await;
}
