use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_proof_is_opened_where_it_was_chosen_and_nowhere_else() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let (_, proof) = app.proven_experience(trainee, &holder.skills[0], "piece-montree").await;
    let (_, hidden) = app.proven_experience(trainee, &holder.skills[5], "piece-cachee").await;
    let token = async |content: serde_json::Value| {
        let body = json!({ "recipient": "Mairie", "days": 7, "content": content });
        let made = trainee.client.post("/me/passport/shares", body).await.expect(201);
        made["url"].as_str().unwrap().split_once('#').unwrap().1.to_owned()
    };
    let with = token(json!({ "skills": [holder.skills[0]], "with_proofs": true })).await;
    let without = token(json!({ "skills": [holder.skills[0]] })).await;
    let open = async |token: &str, proof: &str| {
        app.anonymous().post("/passport-shares/proof", json!({ "token": token, "proof_id": proof })).await
    };
    let opened = open(&with, &proof).await;
    assert_eq!(opened.status.as_u16(), 200);
    assert!(opened.text.contains("piece-montree"));
    open(&with, &hidden).await.expect_problem(404, "not_found");
    open(&without, &proof).await.expect_problem(404, "not_found");
    open("unknown", &proof).await.expect_problem(404, "not_found");
    let log = trainee.client.get("/me/passport/log").await.expect(200);
    let opened = log["items"].as_array().unwrap().iter().filter(|line| line["kind"] == "share_proof_opened");
    assert_eq!(opened.count(), 1, "what was refused is no opening");
}
