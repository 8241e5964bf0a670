use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn everything_that_left_is_told_with_its_scope() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let content = json!({ "skills": [holder.skills[0]], "audience": "recruiter" });
    let (id, _) = app.exported(trainee, &json!({ "format": "json", "content": content })).await;
    let claim = json!({ "skill": holder.skills[0], "at_least": 2 });
    trainee.client.post("/me/passport/disclosures", claim).await.expect(201);
    let share = json!({ "recipient": "Mairie de Lyon", "days": 7 });
    let shared = trainee.client.post("/me/passport/shares", share).await.expect(201);
    let log = trainee.client.get("/me/passport/log").await.expect(200);
    let kinds: Vec<&str> =
        log["items"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["share_created", "claim_disclosed", "export_downloaded", "export_requested"]);
    assert_eq!(log["items"][0]["who"], "Mairie de Lyon");
    assert_eq!(log["items"][0]["scope"]["share"], shared["share"]["id"]);
    assert_eq!(log["items"][1]["scope"]["at_least"], 2);
    assert_eq!(log["items"][3]["scope"]["content"]["skills"], json!([holder.skills[0]]));
    assert_eq!(
        (&log["items"][3]["who"], &log["items"][3]["at"]),
        (&json!(null), &json!("2026-03-03T08:00:00Z"))
    );
    let path = format!("/me/passport/exports/{id}");
    trainee.client.delete(&path).await;
    app.run_jobs().await;
    assert_eq!(
        trainee.client.get("/me/passport/log").await.expect(200)["items"].as_array().unwrap().len(),
        4
    );
    let other = app.person("Zoé", "Durand").await;
    assert_eq!(other.client.get("/me/passport/log").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn what_was_written_is_not_rewritten() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    app.exported(&person, &json!({ "format": "json" })).await;
    let done = sqlx::query("UPDATE passport_log SET who = 'Autre'").execute(&app.state.pool).await;
    assert!(done.unwrap_err().to_string().contains("append-only"));
}
