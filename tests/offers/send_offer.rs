use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::clamd::{Clamd, Mood};
use crate::support::companies::drawn_siret;
use crate::support::offers::{SentOffer, offer_path, offer_with, whole_offer};

#[tokio::test]
async fn each_person_receives_one_of_their_own() {
    let app = TestApp::hiring().await;
    let (hirer, zoe, paul) = (app.hirer().await.user, app.seeker("Zoé").await, app.seeker("Paul").await);
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe, &paul]).await;
    let path = offer_path(&draft, "/send");
    colleague(&app).await.client.post_at(&path, &json!(1)).await.expect_problem(403, "forbidden");
    only_for_its_company(&app, &Method::POST, &path, &Value::Null).await;
    hirer.client.post(&path, ()).await.expect_problem(428, "precondition_required");
    hirer.client.post_at(&path, &json!(7)).await.expect_problem(412, "stale");
    let sent = hirer.client.post_at(&path, &json!(1)).await.expect(200);
    assert_eq!((&sent["sent"], &sent["skipped"]), (&json!(2), &json!([])));
    let offer = &sent["offer"];
    assert_eq!((&offer["status"], &offer["counts"]), (&json!("sent"), &json!({ "sent": 2 })));
    assert_eq!(
        (&offer["reply_by"], &offer["ends_at"]),
        (&json!("2026-04-02"), &json!("2026-04-02T22:00:00Z"))
    );
    let again =
        hirer.client.post_at(&path, &offer["version"]).await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "sent");
    for person in [&zoe, &paul] {
        let told = app.told(person, "offer.received").await;
        assert_eq!(
            told,
            [
                json!({ "title": "Monteuse ou monteur", "company": "Ateliers 732829320", "reply_by": "2026-04-02" })
            ]
        );
        let list = person.client.get("/me/offers").await.expect(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1, "nobody sees what others received");
        let read =
            person.client.get(&format!("/me/offers/{}", list["items"][0]["id"].as_str().unwrap())).await;
        assert!(!read.text.contains(&zoe.email) && !read.text.contains("Zoé") && !read.text.contains("Paul"));
        let read = read.expect(200);
        // What an offer must say of an employer.
        assert_eq!(read["company"], json!({ "name": "Ateliers 732829320", "siret": "73282932000074" }));
        assert_eq!(read["sender"], "Renée Recrute");
    }
    for received in app.received_of(draft["id"].as_str().unwrap()).await {
        app.assert_agrees(received).await;
    }
}

#[tokio::test]
async fn what_is_missing_is_named_before_anything_is_sent() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let draft = app.draft(&hirer, &json!({ "title": "Monteuse" }), &[]).await;
    let path = offer_path(&draft, "/send");
    let refused = hirer.client.post_at(&path, &json!(1)).await.expect_field("/job", "required");
    let pointers: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(pointers, ["/job", "/message", "/contract", "/place", "/recipients"]);
    let zoe = app.seeker("Zoé").await;
    let draft = app.draft(&hirer, &offer_with(&json!({ "reply_by": "2026-03-05" })), &[&zoe]).await;
    app.advance(Duration::days(3));
    let hirer = app.renewed(&hirer);
    hirer
        .client
        .post_at(&offer_path(&draft, "/send"), &json!(1))
        .await
        .expect_field("/reply_by", "out_of_range");
}

#[tokio::test]
async fn those_who_may_not_receive_it_are_skipped_for_one_neutral_reason() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let (hidden, blocking, gone) =
        (app.seeker("Ana").await, app.seeker("Luc").await, app.seeker("Max").await);
    let people = [&zoe, &hidden, &blocking, &gone];
    let draft = app.draft(&hirer, &whole_offer(), &people).await;
    app.hide(&hidden).await;
    blocking.client.put("/me/blocked-companies/732829320", ()).await.expect(200);
    sqlx::query("UPDATE person SET disabled_at = now() WHERE id = $1")
        .bind(gone.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let sent = hirer.client.post_at(&offer_path(&draft, "/send"), &json!(1)).await.expect(200);
    assert_eq!(sent["sent"], 1);
    let skipped = sent["skipped"].as_array().unwrap();
    let named: Vec<_> = skipped.iter().map(|one| one["profile_id"].clone()).collect();
    assert_eq!(json!(named), json!([hidden.profile, blocking.profile, gone.profile]));
    let said: Vec<_> = skipped.iter().map(|one| (one["reason"].clone(), one["message"].clone())).collect();
    assert!(said.iter().all(|one| *one == said[0]), "whatever the reason, it is told the same: {said:?}");
    assert_eq!((&sent["offer"]["counts"], &sent["offer"]["skipped"]), (&json!({ "sent": 1 }), &json!(3)));
    for person in [&hidden, &blocking] {
        assert_eq!(app.told(person, "offer.received").await, Vec::<Value>::new());
    }
}

#[tokio::test]
async fn who_turned_visibility_off_after_the_search_receives_nothing() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    app.hide(&zoe).await;
    let path = offer_path(&draft, "/send");
    hirer.client.post_at(&path, &json!(1)).await.expect_problem(409, "nobody_to_send_to");
    let kept = hirer.client.get(&offer_path(&draft, "")).await.expect(200);
    assert_eq!(
        (&kept["status"], &kept["counts"]),
        (&json!("draft"), &json!({ "draft": 1 })),
        "nothing was sent"
    );
    app.show(&zoe).await;
    hirer.client.post_at(&path, &json!(1)).await.expect(200);
}

#[tokio::test]
async fn chosen_companies_alone_write_to_who_chose_them() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let draft = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    sqlx::query("UPDATE visibility SET chosen_only = true WHERE person_id = $1")
        .bind(zoe.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let path = offer_path(&draft, "/send");
    hirer.client.post_at(&path, &json!(1)).await.expect_problem(409, "nobody_to_send_to");
    sqlx::query("INSERT INTO chosen_company (person_id, siren, chosen_at) VALUES ($1, '732829320', now())")
        .bind(zoe.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    hirer.client.post_at(&path, &json!(1)).await.expect(200);
}

#[tokio::test]
async fn one_offer_of_a_company_waits_for_a_person_whichever_establishment_writes() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, first) = app.sent_to(&zoe).await;
    let sister = app.recruiter_granted("73282932000066").await.user;
    let draft = app.draft(&sister, &offer_with(&json!({ "job": "A1102" })), &[&zoe]).await;
    let path = offer_path(&draft, "/send");
    sister.client.post_at(&path, &json!(1)).await.expect_problem(409, "nobody_to_send_to");
    // Another company may.
    let other = app.recruiter_granted(&drawn_siret(5)).await.user;
    app.sent(&other, &whole_offer(), &[&zoe]).await;
    // Once it is refused for good, another job may be offered; a refusal that can be taken back still counts.
    let body = json!({ "confirmed": true });
    crate::support::offers::answer_at(&zoe.client, &first.mine(0, "/refusal"), 1, body).await.expect(200);
    sister.client.post_at(&path, &json!(1)).await.expect_problem(409, "nobody_to_send_to");
    app.advance(Duration::minutes(10));
    let sister = app.renewed(&sister);
    sister.client.post_at(&path, &json!(1)).await.expect(200);
}

#[tokio::test]
async fn the_same_job_is_offered_again_after_thirty_days_at_the_earliest() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, first) = app.sent_to(&zoe).await;
    let body = json!({ "confirmed": true });
    crate::support::offers::answer_at(&zoe.client, &first.mine(0, "/refusal"), 1, body).await.expect(200);
    let draft = app.draft(&hirer.user, &whole_offer(), &[&zoe]).await;
    app.advance(Duration::days(30) - Duration::seconds(1));
    let again = app.renewed(&hirer.user);
    let path = offer_path(&draft, "/send");
    again.client.post_at(&path, &json!(1)).await.expect_problem(409, "nobody_to_send_to");
    app.advance(Duration::seconds(1));
    app.renewed(&hirer.user).client.post_at(&path, &json!(1)).await.expect(200);
}

#[tokio::test]
async fn what_was_taken_back_before_it_arrived_does_not_stand_in_the_way() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, first) = app.sent_to(&zoe).await;
    let body = json!({ "reason": "Mauvaise offre" });
    hirer.user.client.post(&first.path("/withdrawal"), body).await.expect(200);
    app.sent(&hirer.user, &whole_offer(), &[&zoe]).await;
}

#[tokio::test]
async fn two_recruiters_of_a_company_who_send_at_once_send_one() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let colleague = colleague(&app).await;
    let one = app.draft(&hirer, &whole_offer(), &[&zoe]).await;
    let other = app.draft(&colleague, &offer_with(&json!({ "job": "A1102" })), &[&zoe]).await;
    let (at, version) = (|draft: &Value| offer_path(draft, "/send"), json!(1));
    let (path, path_of_other) = (at(&one), at(&other));
    let (one, other) = tokio::join!(
        hirer.client.post_at(&path, &version),
        colleague.client.post_at(&path_of_other, &version)
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(app.told(&zoe, "offer.received").await.len(), 1);
}

#[tokio::test]
async fn nobody_writes_to_themselves() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    app.show(&hirer).await;
    let draft = app.draft(&hirer, &whole_offer(), &[&hirer]).await;
    assert_eq!(draft["not_added"], json!([hirer.profile]));
}

#[tokio::test]
async fn a_document_that_is_not_cleared_keeps_the_offer_from_being_sent() {
    let clamd = Clamd::start().await;
    let app = TestApp::hiring_with(&[&format!("--clamd={}", clamd.address), "--unchecked-files=hold"]).await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    let draft = app.draft(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe]).await;
    let path = offer_path(&draft, "/send");
    hirer.client.post_at(&path, &json!(1)).await.expect_problem(409, "file_not_checked");
    clamd.set(Mood::Says(b"stream: Eicar-Signature FOUND\0"));
    app.run_jobs().await;
    let refused = hirer.client.post_at(&path, &json!(1)).await.expect_problem(410, "file_infected");
    assert!(refused["title"].as_str().unwrap().contains("virus"));
    clamd.set(Mood::Works);
    let clean = hirer.client.upload_pdf().await["id"].clone();
    app.run_jobs().await;
    let body = offer_with(&json!({ "file_id": clean }));
    hirer.client.put_at(&offer_path(&draft, ""), &json!(1), body).await.expect(200);
    hirer.client.post_at(&path, &json!(2)).await.expect(200);
}

#[tokio::test]
async fn warnings_do_not_refuse_and_are_noted() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let offer = offer_with(&json!({ "message": "Quel est votre âge ?" }));
    let sent: SentOffer = app.sent(&hirer, &offer, &[&zoe]).await;
    let trail = app.trail(sent.id.parse().unwrap()).await;
    let (kind, _, _, after) = trail.last().unwrap();
    assert_eq!(
        (kind.as_str(), &after["warnings"], &after["recipients"]),
        ("offer.sent", &json!(1), &json!(1))
    );
}

#[tokio::test]
async fn how_far_the_company_went_with_somebody_follows_by_itself() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (_, sent) = app.sent_to(&zoe).await;
    let stage = async || -> i16 {
        sqlx::query_scalar("SELECT stage FROM company_contact WHERE person_id = $1")
            .bind(zoe.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    assert_eq!(stage().await, 1, "contacted");
    app.accept(&zoe, sent.received[0]).await;
    assert_eq!(stage().await, 2, "answered");
}
