//! How a company answers those who accept: what people read before they accept.

use carnet::ids::OfferRecipientId;
use carnet::offers::company_wrote;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::offers::whole_offer;
use crate::support::users::User;

async fn writes(app: &TestApp, received: OfferRecipientId) {
    let mut tx = app.state.pool.begin().await.unwrap();
    company_wrote(&mut tx, received, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// What somebody new reads of the company.
async fn read_by_somebody(app: &TestApp, hirer: &User) -> Value {
    let person = app.seeker("Nouvelle").await;
    let sent = app.sent(hirer, &whole_offer(), &[&person]).await;
    person.client.get(&sent.mine(0, "")).await.expect(200)["answers"].clone()
}

#[tokio::test]
async fn conversations_count_once_answered_or_a_week_old() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut people = Vec::new();
    for number in 0..6 {
        people.push(app.seeker(&format!("Personne {number}")).await);
    }
    let sent = app.sent(&hirer, &whole_offer(), &people.iter().collect::<Vec<_>>()).await;
    for (person, received) in people.iter().zip(&sent.received) {
        app.accept(person, *received).await;
    }
    assert_eq!(
        read_by_somebody(&app, &hirer).await["conversations"],
        Value::Null,
        "nobody had time to write"
    );
    app.advance(Duration::hours(2));
    for received in &sent.received[..4] {
        writes(&app, *received).await;
    }
    // A second message counts no more, and neither does one to an offer that is not accepted.
    app.advance(Duration::days(1));
    writes(&app, sent.received[0]).await;
    assert_eq!(read_by_somebody(&app, &hirer).await["conversations"], Value::Null, "four");
    app.advance(Duration::days(6));
    let read = read_by_somebody(&app, &hirer).await;
    assert_eq!(
        (&read["conversations"], &read["answered_percent"], &read["median_hours"]),
        (&json!(6), &json!(66), &json!(2))
    );
    assert!(read["sentence"].as_str().unwrap().starts_with("Cette entreprise écrit à 66"));
    // What is taken back, or more than a year old, does not count.
    app.advance(Duration::days(366));
    assert_eq!(read_by_somebody(&app, &hirer).await["conversations"], Value::Null);
}

#[tokio::test]
async fn what_chat_tells_is_noted_once() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    writes(&app, sent.received[0]).await;
    let noted = async || -> Option<i32> {
        sqlx::query_scalar("SELECT reply_seconds FROM offer_recipient WHERE id = $1")
            .bind(sent.received[0])
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    assert_eq!(noted().await, None, "it is not accepted");
    app.accept(&zoe, sent.received[0]).await;
    app.advance(Duration::seconds(90));
    writes(&app, sent.received[0]).await;
    app.advance(Duration::seconds(90));
    writes(&app, sent.received[0]).await;
    assert_eq!(noted().await, Some(90));
}
