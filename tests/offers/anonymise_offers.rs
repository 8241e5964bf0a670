use carnet::ids::OfferRecipientId;
use carnet::offers::{AnonymiseOffers, ExpireOffers};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::offers::{answer_at, offer_with, whole_offer};

fn at(app: &TestApp, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().unwrap();
    app.advance(instant - app.state.clock.now());
}

async fn is_anonymous(app: &TestApp, received: OfferRecipientId) -> bool {
    sqlx::query_scalar(
        "SELECT person_id IS NULL AND anonymised_at IS NOT NULL FROM offer_recipient WHERE id = $1",
    )
    .bind(received)
    .fetch_one(&app.state.pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn what_is_over_is_forgotten_after_three_months_to_the_second() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let zoe = app.seeker("Zoé").await;
    let file = hirer.client.upload_pdf().await["id"].clone();
    let search = json!({ "name": "vis" });
    let offer = offer_with(&json!({ "file_id": file, "search": search }));
    let sent = app.sent(&hirer, &offer, &[&zoe]).await;
    let body = json!({ "confirmed": true, "reason": "pay" });
    answer_at(&zoe.client, &sent.mine(0, "/refusal"), 1, body).await.expect(200);
    // Nine in the morning in Paris, in winter; three months later it is summer.
    at(&app, "2026-06-03T06:59:59Z");
    app.run_job(AnonymiseOffers {}).await;
    assert!(!is_anonymous(&app, sent.received[0]).await, "never early");
    at(&app, "2026-06-03T07:00:00Z");
    app.run_job(AnonymiseOffers {}).await;
    app.run_job(AnonymiseOffers {}).await;
    assert!(is_anonymous(&app, sent.received[0]).await, "on time");
    let seen = app.renewed(&hirer).client.get(&sent.path("/recipients")).await;
    assert!(!seen.text.contains("Zoé") && !seen.text.contains("pay"), "{}", seen.text);
    let seen = seen.expect(200);
    let one = &seen["items"][0];
    assert_eq!(
        (&one["state"], &one["is_anonymous"], &one["profile_id"]),
        (&json!("refused"), &json!(true), &Value::Null)
    );
    assert_eq!(one["answered_at"], "2026-02-28T23:00:00Z", "March, in Paris");
    let table = app.renewed(&hirer).client.get(&sent.path("/recipients-export")).await;
    assert!(table.text.contains(";;refusée;03/2026;03/2026;03/2026;;"), "{}", table.text);
    let left: (i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM offer_transition), (SELECT count(*) FROM notification WHERE kind LIKE 'offer.%'),
                (SELECT count(*) FROM offer WHERE author_id IS NOT NULL OR message IS NOT NULL OR search IS NOT NULL
                                                 OR file_id IS NOT NULL OR sender_name IS NOT NULL)",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(left, (0, 0, 0), "neither the log, nor notices, nor the offer itself");
    app.run_jobs().await;
    assert_eq!(app.objects().len(), 0, "nor its document");
    app.renewed(&zoe).client.get(&sent.mine(0, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn each_end_has_its_three_months_and_what_is_open_has_none() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let mut people = Vec::new();
    for name in ["Zoé", "Paul", "Ana", "Luc"] {
        people.push(app.seeker(name).await);
    }
    let sent = app.sent(&hirer, &whole_offer(), &people.iter().collect::<Vec<_>>()).await;
    let withdrawal = json!({ "reason": "Erreur" });
    hirer.client.post(&sent.of(0, "/withdrawal"), withdrawal).await.expect(200);
    app.accept(&people[1], sent.received[1]).await;
    app.accept(&people[2], sent.received[2]).await;
    people[2].client.post(&sent.mine(2, "/closing"), ()).await.expect(200);
    at(&app, "2026-04-02T22:00:00Z");
    app.run_job(ExpireOffers {}).await;
    at(&app, "2026-06-03T07:00:00Z");
    app.run_job(AnonymiseOffers {}).await;
    let mut told = Vec::new();
    for received in &sent.received {
        told.push(is_anonymous(&app, *received).await);
    }
    assert_eq!(told, [true, false, true, false], "withdrawn and closed; accepted and expired are younger");
    at(&app, "2026-07-02T22:00:00Z");
    app.run_job(AnonymiseOffers {}).await;
    assert!(is_anonymous(&app, sent.received[3]).await);
    assert!(!is_anonymous(&app, sent.received[1]).await, "an open conversation is kept");
    let message: Option<String> =
        sqlx::query_scalar("SELECT message FROM offer").fetch_one(&app.state.pool).await.unwrap();
    assert!(message.is_some(), "the offer is kept for whoever accepted it");
}

#[tokio::test]
async fn who_agreed_is_kept_for_two_years_and_not_a_second_longer_than_they_agree() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul) = (app.seeker("Zoé").await, app.seeker("Paul").await);
    let sent = app.sent(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    for (place, person) in [&zoe, &paul].into_iter().enumerate() {
        answer_at(&person.client, &sent.mine(place, "/refusal"), 1, json!({ "confirmed": true }))
            .await
            .expect(200);
        person.client.put(&sent.mine(place, "/talent-pool"), json!({ "agreed": true })).await.expect(200);
    }
    at(&app, "2026-09-01T08:00:00Z");
    app.run_job(AnonymiseOffers {}).await;
    assert!(!is_anonymous(&app, sent.received[1]).await);
    let body = json!({ "agreed": false });
    app.renewed(&paul).client.put(&sent.mine(1, "/talent-pool"), body).await.expect(200);
    app.run_job(AnonymiseOffers {}).await;
    assert!(is_anonymous(&app, sent.received[1]).await, "taken back");
    at(&app, "2028-03-03T07:59:59Z");
    app.run_job(AnonymiseOffers {}).await;
    assert!(!is_anonymous(&app, sent.received[0]).await);
    app.advance(Duration::seconds(1));
    app.run_job(AnonymiseOffers {}).await;
    assert!(is_anonymous(&app, sent.received[0]).await);
}

#[tokio::test]
async fn drafts_nobody_writes_go_with_the_choice_of_their_people() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    app.draft(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe]).await;
    at(&app, "2026-06-03T06:59:59Z");
    app.run_job(AnonymiseOffers {}).await;
    let drafts = async || -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM offer").fetch_one(&app.state.pool).await.unwrap()
    };
    assert_eq!(drafts().await, 1);
    app.advance(Duration::seconds(1));
    app.run_job(AnonymiseOffers {}).await;
    assert_eq!(drafts().await, 0);
    app.run_jobs().await;
    assert_eq!(app.objects().len(), 0);
}
