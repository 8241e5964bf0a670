use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_file_goes_at_once_and_its_line_stays() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let (id, _) = app.exported(&person, &json!({ "format": "json" })).await;
    let path = format!("/me/passport/exports/{id}");
    assert_eq!(person.client.delete(&path).await.status.as_u16(), 204);
    app.run_jobs().await;
    assert!(app.objects().is_empty());
    assert_eq!(person.client.get(&path).await.expect(200)["status"], "erased");
    assert_eq!(person.client.delete(&path).await.status.as_u16(), 204, "twice changes nothing");
    let trail = app.trail(id.parse().unwrap()).await;
    let kinds: Vec<&str> = trail.iter().map(|entry| entry.0.as_str()).collect();
    assert_eq!(kinds, ["passport.export_requested", "passport.exported", "passport.export_erased"]);
}

#[tokio::test]
async fn what_waits_is_not_written() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Martin").await;
    let asked = person.client.post("/me/passport/exports", json!({ "format": "zip" })).await.expect(201);
    let path = format!("/me/passport/exports/{}", asked["id"].as_str().unwrap());
    assert_eq!(person.client.delete(&path).await.status.as_u16(), 204);
    app.run_jobs().await;
    assert!(app.objects().is_empty());
    person.client.get(&path).await.expect_problem(404, "not_found");
    assert!(app.mails_to(&person.email).await.is_empty(), "nobody is told of what was given up");
}
