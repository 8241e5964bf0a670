use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

#[tokio::test]
async fn staff_sees_who_asks_for_what() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter_in_review(SIRET).await;
    let admin = app.platform_admin().await;
    let list = admin.client.get("/admin/recruiters").await.expect(200);
    assert_eq!(
        list,
        json!({
            "items": [{
                "id": recruiter.id,
                "person": {"first_name": "Renée", "last_name": "Recrute", "email": recruiter.user.email},
                "company": {
                    "siret": SIRET, "siren": "732829320", "name": "Ateliers 732829320", "address": null, "active": true,
                },
                "proof": null, "message": null, "status": "awaiting_review", "status_reason": null,
                "invited": false, "requested_at": "2026-03-03T08:00:00Z",
            }],
            "next_cursor": null,
        })
    );
}

#[tokio::test]
async fn pages_follow_each_other_longest_waiting_first() {
    let app = TestApp::start().await;
    let mut asked = Vec::new();
    for _ in 0..5 {
        asked.push(app.recruiter_in_review(SIRET).await.id.to_string());
        app.recruiter_granted(SIRET).await;
        app.advance(Duration::seconds(10));
    }
    let admin = app.platform_admin().await;
    let (mut seen, mut path) = (Vec::new(), "/admin/recruiters?status=awaiting_review&limit=2".to_owned());
    loop {
        let page = admin.client.get(&path).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert!(items.iter().all(|item| item["status"] == "awaiting_review"));
        seen.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/admin/recruiters?status=awaiting_review&limit=2&cursor={cursor}");
    }
    assert_eq!(seen, asked);
    let all = admin.client.get("/admin/recruiters").await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn wrong_parameters_are_refused() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    admin.client.get("/admin/recruiters?status=happy").await.expect_field("/status", "invalid_type");
    admin.client.get("/admin/recruiters?limit=0").await.expect_field("/limit", "out_of_range");
    admin.client.get("/admin/recruiters?limit=101").await.expect_field("/limit", "out_of_range");
    admin.client.get("/admin/recruiters?cursor=xyz").await.expect_field("/cursor", "invalid_cursor");
    admin.client.get("/admin/recruiters?page=2").await.expect_field("/page", "unknown_field");
}

#[tokio::test]
async fn it_is_for_staff() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter_granted(SIRET).await;
    recruiter.user.client.get("/admin/recruiters").await.expect_problem(403, "forbidden");
    app.anonymous().get("/admin/recruiters").await.expect_problem(401, "unauthenticated");
}
