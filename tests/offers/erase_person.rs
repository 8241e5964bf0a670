//! What offers hold about somebody, and what is left of it once their account is gone.

use carnet::offers::{erase_person, personal_data};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::offers::{answer_at, whole_offer};
use crate::support::users::User;

async fn erase(app: &TestApp, user: &User) {
    let mut tx = app.state.pool.begin().await.unwrap();
    erase_person(&mut tx, &app.state.ids, user.id, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn held(app: &TestApp, user: &User) -> Value {
    let mut connection = app.state.pool.acquire().await.unwrap();
    personal_data(&mut connection, user.id).await.unwrap()
}

#[tokio::test]
async fn everything_held_about_somebody_is_theirs_to_read() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let body = json!({ "confirmed": true, "reason": "pay", "do_not_contact": true });
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, body).await.expect(200);
    zoe.client.put("/me/offer-settings", json!({ "read_receipts": false })).await.expect(200);
    let data = held(&app, &zoe).await;
    let received = &data["received"][0];
    assert_eq!(
        (&received["title"], &received["refusal_reason"]),
        (&json!("Monteuse ou monteur"), &json!("pay"))
    );
    assert_eq!(received["history"].as_array().unwrap().len(), 3);
    assert_eq!(data["settings"][0]["read_receipts"], false);
    assert!(!data.to_string().contains(&hirer.user.id.to_string()), "and nothing of the recruiter's account");
    let data = held(&app, &hirer.user).await;
    assert_eq!(
        (&data["written"][0]["title"], data["sent"].as_array().unwrap().len()),
        (&json!("Monteuse ou monteur"), 1)
    );
    assert!(!data.to_string().contains(&zoe.id.to_string()), "and nothing of the person's");
}

#[tokio::test]
async fn an_account_that_goes_leaves_states_and_months() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    let elsewhere = app.recruiter_granted(&crate::support::companies::drawn_siret(1)).await.user;
    let other = app.sent(&elsewhere, &whole_offer(), &[&zoe]).await;
    let draft = app.draft(&elsewhere, &whole_offer(), &[&zoe]).await;
    app.accept(&zoe, other.received[0]).await;
    erase(&app, &zoe).await;
    erase(&app, &zoe).await;
    let seen = hirer.client.get(&sent.path("/recipients")).await;
    assert!(!seen.text.contains("Zoé"));
    let seen = seen.expect(200);
    assert_eq!(
        (&seen["items"][0]["state"], &seen["items"][0]["first_name"]),
        (&json!("unavailable"), &Value::Null)
    );
    assert_eq!(seen["items"][1]["state"], "sent", "nobody else is touched");
    assert_eq!(app.stands(other.received[0]).await, "unavailable");
    let chosen = elsewhere.client.get(&crate::support::offers::offer_path(&draft, "")).await.expect(200);
    assert_eq!(chosen["counts"], json!({}));
    let data = held(&app, &zoe).await;
    for list in ["received", "chosen_for_drafts", "written", "sent", "done", "settings"] {
        assert_eq!(data[list], json!([]), "{list}");
    }
    let told: i64 = sqlx::query_scalar("SELECT count(*) FROM notification WHERE facts::text LIKE '%Zoé%'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(told, 0, "nor do notices name them");
}

#[tokio::test]
async fn what_a_recruiter_wrote_stays_without_their_name() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    app.draft(&hirer.user, &whole_offer(), &[]).await;
    let colleague = super::colleague(&app).await;
    erase(&app, &hirer.user).await;
    sqlx::query("DELETE FROM recruiter WHERE id = $1").bind(hirer.id).execute(&app.state.pool).await.unwrap();
    let read = zoe.client.get(&sent.mine(0, "")).await.expect(200);
    assert_eq!((&read["sender"], &read["company"]["name"]), (&Value::Null, &json!("Ateliers 732829320")));
    let board = colleague.client.get("/offers").await.expect(200);
    assert_eq!(board["items"].as_array().unwrap().len(), 1, "drafts go");
    assert_eq!(held(&app, &hirer.user).await["written"], json!([]));
    app.accept(&zoe, sent.received[0]).await;
}
