//! Story G, the company's side: a recruiter finds people, writes to them, follows what becomes of it, and takes back what is not needed.

use carnet::notifications::MailNotices;
use carnet::offers::{AnonymiseOffers, ExpireOffers, FollowOffers};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::offers::{answer_at, yes};
use crate::support::users::User;

/// Somebody who declares a skill and becomes visible, by the front door.
async fn job_seeker(app: &TestApp, first_name: &str, skill: &str, level: i64) -> User {
    let user = app.person(first_name, "Martin").await;
    user.client.put(&format!("/me/skills/{skill}"), json!({ "level": level })).await.expect(200);
    let read = user.client.get("/me/visibility").await.expect(200);
    let body = json!({ "visible": true, "policy_version": read["policy_version"] });
    user.client.put("/me/visibility", body).await.expect(200);
    user
}

fn at(app: &TestApp, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().unwrap();
    app.advance(instant - app.state.clock.now());
}

/// Somebody's own list of offers, and the address of the first one.
async fn first_offer(user: &User) -> String {
    let offers = user.client.get("/me/offers").await.expect(200);
    format!("/me/offers/{}", offers["items"][0]["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_recruiter_writes_to_four_people_and_each_answers_in_their_own_way() {
    let app = TestApp::with_catalogue().await;
    let skill = app.skills_of("M1805")[0].clone();
    let renee = app.recruiter_granted(SIRET).await.user;
    let mut people = Vec::new();
    for (name, level) in [("Ana", 3), ("Bilal", 2), ("Chloé", 4), ("David", 1)] {
        people.push(job_seeker(&app, name, &skill, level).await);
    }
    let profiles: Vec<_> = people.iter().map(|person| person.profile).collect();

    // She begins with the search that found them, and what she knows by heart.
    let search = json!({ "criteria": [{ "skill": skill, "min_level": 2, "required": false }] });
    let draft = json!({
        "title": "Développeuse ou développeur", "job": "M1805", "search": search, "contract": "permanent", "place": "Lyon",
    });
    let offer =
        renee.client.post("/offers", json!({ "offer": draft, "recipients": profiles })).await.expect(201);
    let path = format!("/offers/{}", offer["id"].as_str().unwrap());

    // Sending tells what is missing; she completes it, and adds a document.
    renee
        .client
        .post_at(&format!("{path}/send"), &offer["version"])
        .await
        .expect_field("/message", "required");
    let document = renee.client.upload_pdf().await;
    let mut whole = draft.clone();
    whole["message"] = json!("Nous construisons des ponts.\nVenez nous voir.");
    whole["file_id"] = document["id"].clone();
    whole["reply_by"] = json!("2026-03-20");
    let offer = renee.client.put_at(&path, &offer["version"], whole).await.expect(200);
    assert_eq!(offer["warnings"], json!([]));

    // She looks at it as Ana will, and sends it. David has hidden himself meanwhile: she learns that he is not available.
    let chosen = renee.client.get(&format!("{path}/recipients")).await.expect(200);
    let ana = one(list(&chosen, "items"), "first_name", "Ana")["id"].as_str().unwrap();
    let preview = renee.client.get(&format!("{path}/preview?recipient={ana}")).await.expect(200);
    assert_eq!(preview["why"]["criteria"][0]["outcome"], "matched");
    let read = people[3].client.get("/me/visibility").await.expect(200);
    let off = json!({ "visible": false, "policy_version": read["policy_version"] });
    people[3].client.put("/me/visibility", off).await.expect(200);
    let sent = renee.client.post_at(&format!("{path}/send"), &offer["version"]).await.expect(200);
    assert_eq!((&sent["sent"], sent["skipped"].as_array().unwrap().len()), (&json!(3), 1));
    assert_eq!(sent["skipped"][0]["reason"], "not_available");

    // The mails leave, and say nothing of the offer.
    app.advance(Duration::minutes(10));
    app.run_job(MailNotices {}).await;
    for person in &people[..3] {
        let mails = app.mails_to(&person.email).await;
        assert!(!mails.is_empty(), "nobody wrote to {}", person.email);
        for mail in mails {
            assert!(!mail.body.contains("ponts") && !mail.subject.contains("Développeu"), "{mail:?}");
        }
    }
    app.run_job(FollowOffers {}).await;
    let people: Vec<User> = people.iter().map(|person| app.renewed(person)).collect();
    let renee = app.renewed(&renee);
    assert_eq!(renee.client.get(&path).await.expect(200)["counts"], json!({ "delivered": 3 }));

    // Ana opens it, reads the document, and says yes; Bilal says no; Chloé says nothing.
    let received = first_offer(&people[0]).await;
    assert_eq!(people[0].client.post(&format!("{received}/opening"), ()).await.expect(200)["state"], "seen");
    assert_eq!(people[0].client.get(&format!("{received}/file")).await.status, 200);
    let board = renee.client.get(&path).await.expect(200);
    assert_eq!(board["counts"]["seen"], 1);
    answer_at(&people[0].client, &format!("{received}/acceptance"), 1, yes()).await.expect(200);
    let refused = first_offer(&people[1]).await;
    let no = json!({ "confirmed": true, "reason": "place", "do_not_contact": true });
    answer_at(&people[1].client, &format!("{refused}/refusal"), 1, no).await.expect(200);

    // The board says who stands where; the table can be taken along, and reaches nobody.
    let all = renee.client.get(&format!("{path}/recipients")).await.expect(200);
    let states = each(list(&all, "items"), "state");
    assert_eq!(&states[..2], ["accepted", "refused"]);
    assert_eq!(all["items"][1]["refusal_reason"], "place");
    let table = renee.client.get(&format!("{path}/recipients-export")).await;
    assert!(table.text.contains("acceptée") && !table.text.contains('@'), "{}", table.text);

    reminded_ended_and_forgotten(&app, &renee, &path, all["items"][2]["id"].as_str().unwrap()).await;
}

/// What becomes of an offer nobody answers, and later of all of them.
async fn reminded_ended_and_forgotten(app: &TestApp, renee: &User, path: &str, chloe: &str) {
    // Ten days later she reminds Chloé, once; the offer ends on its day, and both are told.
    at(app, "2026-03-14T09:00:00Z");
    let renee = app.renewed(renee);
    renee.client.post(&format!("{path}/recipients/{chloe}/reminder"), ()).await.expect(200);
    renee
        .client
        .post(&format!("{path}/recipients/{chloe}/reminder"), ())
        .await
        .expect_problem(409, "already_reminded");
    at(app, "2026-03-20T23:00:00Z");
    app.run_job(ExpireOffers {}).await;
    let renee = app.renewed(&renee);
    assert_eq!(renee.client.get(&format!("{path}/recipients/{chloe}")).await.expect(200)["state"], "expired");
    let nothing = renee.client.post(&format!("{path}/withdrawal"), json!({ "reason": "Pourvu" })).await;
    nothing.expect_problem(409, "nothing_to_withdraw");

    // Three months on, Bilal and Chloé are a state and a month; Ana is still Ana.
    at(app, "2026-07-01T08:00:00Z");
    app.run_job(AnonymiseOffers {}).await;
    let renee = app.renewed(&renee);
    let later = renee.client.get(&format!("{path}/recipients")).await.expect(200);
    let names: Vec<_> = list(&later, "items").iter().map(|item| item["first_name"].clone()).collect();
    assert_eq!(names, [json!("Ana"), Value::Null, Value::Null]);
}
