//! Story G, the person's side: what they are asked, what they show, and what they take back.

use chrono::Duration;
use serde_json::{Value, json};

use super::{each, list};
use crate::support::app::TestApp;
use crate::support::companies::{SIRET, drawn_siret};
use crate::support::offers::{answer_at, yes};
use crate::support::users::User;

/// A whole offer of this recruiter to this person.
async fn writes(app: &TestApp, recruiter: &User, person: &User, title: &str) -> String {
    let recruiter = app.renewed(recruiter);
    let offer = json!({
        "title": title, "job": "M1805", "message": "Bonjour.", "contract": "fixed_term", "place": "Brest",
        "pay": { "min": 1_250, "per": "hour" },
    });
    let body = json!({ "offer": offer, "recipients": [person.profile] });
    let draft = recruiter.client.post("/offers", body).await.expect(201);
    let path = format!("/offers/{}", draft["id"].as_str().unwrap());
    recruiter.client.post_at(&format!("{path}/send"), &draft["version"]).await.expect(200);
    let received = recruiter.client.get(&format!("{path}/recipients")).await.expect(200);
    format!("{path}/recipients/{}", received["items"][0]["id"].as_str().unwrap())
}

/// The person's address of what a company knows by this one.
fn mine(company: &str) -> String {
    format!("/me/offers/{}", company.rsplit('/').next().unwrap())
}

#[tokio::test]
async fn a_person_reads_hesitates_shares_and_takes_back() {
    let app = TestApp::with_catalogue().await;
    let lea = app.seeker("Léa").await;
    app.give_phone(&lea, "06 12 34 56 78").await;
    let (renee, other) =
        (app.recruiter_granted(SIRET).await.user, app.recruiter_granted(&drawn_siret(11)).await.user);
    let company = writes(&app, &renee, &lea, "Développeuse").await;
    let received = mine(&company);

    // She reads who writes, what is offered, until when; nothing but her opening it tells the company that she did.
    let list_of_hers = lea.client.get("/me/offers").await.expect(200);
    assert_eq!(each(list(&list_of_hers, "items"), "title"), ["Développeuse"]);
    let read = lea.client.get(&received).await.expect(200);
    assert_eq!((&read["company"]["siret"], &read["sender"]), (&json!(SIRET), &json!("Renée Recrute")));
    assert_eq!(renee.client.get(&company).await.expect(200)["state"], "delivered");
    let opened = lea.client.post(&format!("{received}/opening"), ()).await.expect(200);

    // She says yes too fast, and takes it back.
    answer_at(&lea.client, &format!("{received}/acceptance"), 1, yes()).await.expect(200);
    let back = lea.client.post_at(&format!("{received}/undo"), &json!(2)).await.expect(200);
    assert_eq!((&back["state"], &opened["state"]), (&json!("seen"), &json!("seen")));

    // In one tab she says yes with her number, in another, which knows nothing of it, she says no: the first counts.
    let policies = lea.client.get("/policies").await.expect(200);
    let sharing = list(&policies, "items").iter().find(|text| text["topic"] == "sharing").unwrap();
    let with_phone =
        json!({ "confirmed": true, "items": [{ "kind": "phone" }], "policy_version": sharing["version"] });
    answer_at(&lea.client, &format!("{received}/acceptance"), 3, with_phone).await.expect(200);
    let second =
        answer_at(&lea.client, &format!("{received}/refusal"), 3, json!({ "confirmed": true })).await;
    assert_eq!(second.expect_problem(409, "illegal_transition")["current_state"], "accepted");
    let seen = renee.client.get(&company).await;
    assert!(seen.text.contains("+33612345678"));

    // Later she shows her address too, and takes the number back: the company reads that it was, at once.
    let more = json!({ "items": [{ "kind": "email" }], "policy_version": sharing["version"] });
    let shared = lea.client.put(&format!("{received}/shares"), more).await.expect(200);
    let phone = list(&shared, "shares").iter().find(|share| share["kind"] == "phone").unwrap();
    let phone = phone["id"].as_str().unwrap();
    let revoked = lea.client.delete(&format!("/me/shares/{phone}")).await;
    assert_eq!(revoked.expect(200)["state"], "ended");
    let seen = renee.client.get(&company).await;
    assert!(!seen.text.contains("+33612345678") && seen.text.contains(&lea.email), "{}", seen.text);

    // Another company writes; she found work, and says no to all that waits. The first conversation is not touched.
    let elsewhere = writes(&app, &other, &lea, "Architecte").await;
    lea.client.post("/me/offers/refusal", json!({ "confirmed": true })).await.expect(200);
    let told = other.client.get(&elsewhere).await.expect(200);
    assert_eq!((&told["state"], &told["refusal_reason"]), (&json!("refused"), &json!("no_longer_looking")));
    assert_eq!(renee.client.get(&company).await.expect(200)["state"], "accepted");

    // She agrees that the second company keeps her in mind; nobody had asked for that with the refusal.
    assert_eq!(told["pool_until"], Value::Null);
    let kept = lea
        .client
        .put(&format!("{}/talent-pool", mine(&elsewhere)), json!({ "agreed": true }))
        .await
        .expect(200);
    assert_eq!(kept["pool_until"], "2028-03-03T08:00:00Z");
    let pool = other.client.get("/talent-pool").await.expect(200);
    assert_eq!(each(list(&pool, "items"), "title"), ["Architecte"]);

    // She ends the conversation: what she shared ends thirty days later. Every word of hers has its receipt.
    lea.client.post(&format!("{received}/closing"), ()).await.expect(200);
    assert_eq!(renee.client.get(&company).await.expect(200)["state"], "closed");
    let receipts = lea.client.get("/me/receipts?limit=100").await.expect(200);
    let mut kinds = each(list(&receipts, "items"), "kind");
    kinds.reverse();
    let said: Vec<&str> = kinds
        .iter()
        .map(String::as_str)
        .filter(|kind| kind.starts_with("offer_") || kind.starts_with("pool_"))
        .collect();
    assert_eq!(
        said,
        ["offer_accepted", "offer_answer_undone", "offer_accepted", "offer_refused", "pool_given"]
    );
    app.advance(Duration::days(30));
    let renee = app.renewed(&renee);
    let seen = renee.client.get(&company).await;
    assert!(!seen.text.contains(&lea.email), "{}", seen.text);
}
