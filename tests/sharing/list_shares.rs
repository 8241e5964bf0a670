use carnet::sharing::{ShareEnd, ShareItem};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{SIRET, drawn_siret};

#[tokio::test]
async fn everything_is_listed_by_company_what_ended_too() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let elsewhere = drawn_siret(7);
    app.recruiter_granted(&elsewhere).await;
    let other = app.purpose(&sharer.user, app.company(&elsewhere, "active").await, "Cheffe de projet");
    app.grant(&sharer.purpose, &[ShareItem::Phone, sharer.proof()]).await.unwrap();
    app.advance(chrono::Duration::seconds(1));
    app.grant(&other, &[ShareItem::Email]).await.unwrap();
    app.end(&sharer.purpose, ShareEnd::Revoked).await;
    let page = sharer.user.client.get("/me/shares").await.expect(200);
    let sirets: Vec<_> = page["items"].as_array().unwrap().iter().map(|one| &one["siret"]).collect();
    assert_eq!(sirets, [&json!(elsewhere), &json!(SIRET)], "the latest first");
    let (latest, older) = (&page["items"][0], &page["items"][1]);
    assert_eq!((&latest["open"], &older["open"]), (&json!(1), &json!(0)));
    let share = &latest["shares"][0];
    assert_eq!((&share["kind"], &share["state"]), (&json!("email"), &json!("active")));
    assert_eq!(share["title"], "Cheffe de projet");
    let ended = older["shares"].as_array().unwrap();
    assert_eq!(ended.len(), 2);
    let proof = ended.iter().find(|share| share["kind"] == "proof").unwrap();
    assert_eq!(proof["proof"], json!({ "id": sharer.proof, "name": "Diplome.pdf" }));
    assert_eq!((&proof["state"], &proof["end_reason"]), (&json!("ended"), &json!("revoked")));
    assert_eq!(proof["ended_at"], "2026-03-03T08:00:01Z");
    assert!(proof["granted_receipt"].is_string() && proof["ended_receipt"].is_string());
}

#[tokio::test]
async fn pages_follow_each_other_and_are_ones_own() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    for seed in 0..3 {
        app.advance(chrono::Duration::seconds(1));
        let company = app.company(&drawn_siret(seed), "active").await;
        app.grant(&app.purpose(&ines, company, "Offre"), &[ShareItem::Email]).await.unwrap();
    }
    let first = ines.client.get("/me/shares?limit=2").await.expect(200);
    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    let path = format!("/me/shares?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = ines.client.get(&path).await.expect(200);
    assert_eq!(second["items"][0]["siret"], drawn_siret(0));
    assert!(second["next_cursor"].is_null());
    assert_eq!(zoe.client.get("/me/shares").await.expect(200)["items"], json!([]));
    ines.client.get("/me/shares?cursor=x").await.expect_field("/cursor", "invalid_cursor");
}

#[tokio::test]
async fn what_nobody_may_read_at_the_moment_is_paused() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let state = async || {
        let page = sharer.user.client.get("/me/shares").await.expect(200);
        page["items"][0]["shares"][0]["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state().await, "active");
    app.company(SIRET, "closed").await;
    assert_eq!(state().await, "paused");
    app.company(SIRET, "active").await;
    assert_eq!(state().await, "active");
    sqlx::query("UPDATE recruiter SET status = 'suspended'").execute(&app.state.pool).await.unwrap();
    assert_eq!(state().await, "paused");
}
