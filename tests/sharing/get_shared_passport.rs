use carnet::sharing::{ShareEnd, ShareItem};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::drawn_siret;

#[tokio::test]
async fn the_passport_is_shown_whole_without_address_and_without_proofs() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Passport]).await.unwrap();
    let path = format!("/shares/{}/passport", app.share_of(&sharer.purpose, "passport").await);
    let shown = sharer.recruiter.user.client.get(&path).await;
    for secret in [sharer.user.email.as_str(), "+33612345678", "Diplome.pdf", "CV.pdf"] {
        assert!(!shown.text.contains(secret), "{secret}");
    }
    assert!(!shown.text.contains(&sharer.user.id.to_string()), "recruiters never see an account's id");
    let shown = shown.expect(200);
    assert_eq!((&shown["scope"]["is_whole"], &shown["holder"]["first_name"]), (&json!(true), &json!("Inès")));
    assert!(shown["holder"]["email"].is_null());
    let experience = &shown["experiences"][0];
    assert_eq!(experience["title"], "Cheffe de chantier bénévole");
    assert_eq!(experience["proofs"], json!([]));
    // The same as a link shows, field by field.
    let link = sharer.user.client.post("/me/passport/shares", json!({ "recipient": "RH", "days": 7 })).await;
    let token = link.expect(201)["url"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let by_link = app.anonymous().post("/passport-shares/view", json!({ "token": token })).await.expect(200);
    for (field, value) in shown.as_object().unwrap() {
        assert_eq!(value, &by_link[field], "{field}");
    }
}

#[tokio::test]
async fn each_look_is_noted_and_none_is_had_after_the_end() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Passport, ShareItem::Cv]).await.unwrap();
    let path = format!("/shares/{}/passport", app.share_of(&sharer.purpose, "passport").await);
    let client = &sharer.recruiter.user.client;
    client.get(&path).await.expect(200);
    client.get(&path).await.expect(200);
    let noted: Vec<Vec<String>> = sqlx::query_scalar("SELECT fields FROM profile_access ORDER BY number")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(noted, [["passport"], ["passport"]]);
    app.end(&sharer.purpose, ShareEnd::Closed).await;
    client.get(&path).await.expect_problem(403, "share_ended");
    let cv = format!("/shares/{}/passport", app.share_of(&sharer.purpose, "cv").await);
    client.get(&cv).await.expect_problem(404, "not_found");
    let stranger = app.recruiter_granted(&drawn_siret(7)).await;
    stranger.user.client.get(&path).await.expect_problem(404, "not_found");
    sharer.user.client.get(&path).await.expect_problem(403, "recruiter_required");
}
