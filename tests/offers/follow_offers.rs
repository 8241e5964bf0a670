use carnet::ids::OfferRecipientId;
use carnet::offers::FollowOffers;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::offers::whole_offer;

async fn mail_is(app: &TestApp, received: OfferRecipientId, state: &str) {
    sqlx::query("UPDATE notification SET mail = $2 WHERE subject_id = $1 AND kind = 'offer.received'")
        .bind(received)
        .bind(state)
        .execute(&app.state.pool)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_mail_that_was_taken_delivers_and_one_that_was_refused_does_not() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut people = Vec::new();
    for name in ["Zoé", "Paul", "Ana", "Luc"] {
        people.push(app.seeker(name).await);
    }
    let sent = app.sent(&hirer, &whole_offer(), &people.iter().collect::<Vec<_>>()).await;
    for (received, mail) in sent.received.iter().zip(["sent", "failed", "waiting", "skipped"]) {
        mail_is(&app, *received, mail).await;
    }
    app.run_job(FollowOffers {}).await;
    app.run_job(FollowOffers {}).await;
    for (received, state) in sent.received.iter().zip(["delivered", "undelivered", "sent", "sent"]) {
        assert_eq!(app.stands(*received).await, state);
        app.assert_agrees(*received).await;
    }
    let counts = hirer.client.get(&sent.path("")).await.expect(200)["counts"].clone();
    assert_eq!(counts, json!({ "delivered": 1, "undelivered": 1, "sent": 2 }));
    // Whoever looks has been reached, whatever became of the mail; and what was answered is not moved by a mail.
    people[1].client.get("/me/offers").await.expect(200);
    assert_eq!(app.stands(sent.received[1]).await, "delivered");
    app.accept(&people[2], sent.received[2]).await;
    mail_is(&app, sent.received[2], "failed").await;
    app.run_job(FollowOffers {}).await;
    assert_eq!(app.stands(sent.received[2]).await, "accepted");
}

#[tokio::test]
async fn whoever_looks_at_what_they_are_told_has_been_reached() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let told = zoe.client.get("/me/notifications").await.expect(200);
    assert_eq!(told["items"].as_array().unwrap().len(), 1);
    assert_eq!(app.stands(sent.received[0]).await, "delivered");
    app.assert_agrees(sent.received[0]).await;
}
