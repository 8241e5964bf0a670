use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::drawn_siret;
use crate::support::offers::{mine, whole_offer};

#[tokio::test]
async fn everything_that_waits_is_refused_at_once_with_a_neutral_notice() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let mut sent = Vec::new();
    for number in 0..4 {
        let hirer = app.recruiter_granted(&drawn_siret(number)).await;
        let received = app.sent(&hirer.user, &whole_offer(), &[&zoe]).await.received[0];
        sent.push((hirer, received));
    }
    app.accept(&zoe, sent[0].1).await;
    // One of the companies is suspended: the person gets rid of its offer all the same.
    sqlx::query("UPDATE recruiter SET status = 'suspended' WHERE id = $1")
        .bind(sent[3].0.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let path = "/me/offers/refusal";
    zoe.client
        .post(path, json!({ "confirmed": false }))
        .await
        .expect_field("/confirmed", "confirmation_required");
    app.anonymous().post(path, json!({ "confirmed": true })).await.expect_problem(401, "unauthenticated");
    assert_eq!(
        zoe.client.post(path, json!({ "confirmed": true })).await.expect(200),
        json!({ "refused": 3 })
    );
    assert_eq!(
        zoe.client.post(path, json!({ "confirmed": true })).await.expect(200),
        json!({ "refused": 0 })
    );
    assert_eq!(app.stands(sent[0].1).await, "accepted");
    for (hirer, received) in &sent[1..3] {
        assert_eq!(
            zoe.client.get(&mine(*received, "")).await.expect(200)["refusal_reason"],
            "no_longer_looking"
        );
        let told: Vec<Value> = app.told(&hirer.user, "offer.answered").await;
        assert_eq!(told[0]["answer"], "refused");
        app.assert_agrees(*received).await;
    }
    assert_eq!(
        zoe.client.get("/me/blocked-companies").await.expect(200)["items"],
        json!([]),
        "nobody is blocked by it"
    );
    // Each of them can be taken back for ten minutes.
    zoe.client.post_at(&mine(sent[1].1, "/undo"), &json!(2)).await.expect(200);
}
