use carnet::passport::{EraseExports, WriteExport};
use carnet::platform::jobs::{Job, Run};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::exports::fetch;

#[tokio::test]
async fn a_job_that_was_cut_off_starts_over_and_is_written_once() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let asked = trainee.client.post("/me/passport/exports", json!({ "format": "zip" })).await.expect(201);
    let id = asked["id"].as_str().unwrap();
    // As a server that was stopped half-way leaves it.
    app.execute(&format!(
        "UPDATE passport_export SET status = 'running', step = 'packing', percent = 60 WHERE id = '{id}'"
    ))
    .await;
    let view = trainee.client.get(&format!("/me/passport/exports/{id}")).await.expect(200);
    assert_eq!((&view["status"], &view["percent"]), (&json!("running"), &json!(60)));
    app.run_jobs().await;
    let bytes = fetch(&trainee.client, id).await;
    // At least once is what jobs promise: the second time does nothing.
    app.run_job(WriteExport { export: id.parse().unwrap() }).await;
    assert_eq!(fetch(&trainee.client, id).await, bytes);
    assert_eq!(app.objects().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_written_is_told() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    app.proven_experience(trainee, &holder.skills[0], "perdu").await;
    let body = json!({ "format": "zip", "content": { "with_proofs": true } });
    let asked = trainee.client.post("/me/passport/exports", body).await.expect(201);
    let id: Uuid = asked["id"].as_str().unwrap().parse().unwrap();
    // The object store lost the proof: no attempt will help.
    for object in app.objects() {
        std::fs::remove_file(object).unwrap();
    }
    let run = Run { id: Uuid::nil(), attempt: WriteExport::ATTEMPTS, stop: CancellationToken::new() };
    WriteExport { export: id }.run(app.state.clone(), run).await.unwrap_err();
    let view = trainee.client.get(&format!("/me/passport/exports/{id}")).await.expect(200);
    assert_eq!((&view["status"], &view["failure"]), (&json!("failed"), &json!("unavailable")));
    let path = format!("/me/passport/exports/{id}/file");
    trainee.client.get(&path).await.expect_problem(409, "export_not_ready");
    let trail = app.trail(id).await;
    assert_eq!(trail.last().unwrap().0, "passport.export_failed");
    app.run_jobs().await;
}

#[tokio::test]
async fn what_nobody_finished_for_a_day_is_told_as_failed() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let asked = person.client.post("/me/passport/exports", json!({ "format": "json" })).await.expect(201);
    let id = asked["id"].as_str().unwrap();
    // Its job was put aside with a worker that was killed at its last attempt.
    app.execute("DELETE FROM job WHERE kind = 'write_passport_export'").await;
    app.run_job(EraseExports {}).await;
    let client = app.renewed(&person).client;
    assert_eq!(client.get(&format!("/me/passport/exports/{id}")).await.expect(200)["status"], "waiting");
    app.advance(chrono::Duration::hours(25));
    app.run_job(EraseExports {}).await;
    let client = app.renewed(&person).client;
    let view = client.get(&format!("/me/passport/exports/{id}")).await.expect(200);
    assert_eq!((&view["status"], &view["failure"]), (&json!("failed"), &json!("unavailable")));
}
