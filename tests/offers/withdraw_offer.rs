use reqwest::Method;
use serde_json::{Value, json};

use super::{colleague, only_for_its_company};
use crate::support::app::TestApp;
use crate::support::offers::{answer_at, offer_with, whole_offer, yes};

#[tokio::test]
async fn an_offer_is_taken_back_from_all_who_have_not_answered() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let (zoe, paul, ana) = (app.seeker("Zoé").await, app.seeker("Paul").await, app.seeker("Ana").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    let sent = app.sent(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe, &paul, &ana]).await;
    app.accept(&ana, sent.received[2]).await;
    zoe.client.post(&sent.mine(0, "/opening"), ()).await.expect(200);
    let path = sent.path("/withdrawal");
    let body = json!({ "reason": "Le poste est pourvu" });
    colleague(&app).await.client.post(&path, &body).await.expect_problem(403, "forbidden");
    only_for_its_company(&app, &Method::POST, &path, &body).await;
    hirer.client.post(&path, json!({ "reason": " " })).await.expect_field("/reason", "required");
    hirer.client.post(&path, json!({ "reason": "é".repeat(501) })).await.expect_field("/reason", "too_long");
    let withdrawn = hirer.client.post(&path, &body).await.expect(200);
    assert_eq!(withdrawn["counts"], json!({ "accepted": 1, "withdrawn": 2 }));
    hirer.client.post(&path, &body).await.expect_problem(409, "nothing_to_withdraw");
    for (place, person) in [&zoe, &paul].into_iter().enumerate() {
        let read = person.client.get(&sent.mine(place, "")).await.expect(200);
        assert_eq!((&read["state"], &read["file"]), (&json!("withdrawn"), &Value::Null));
        assert_eq!(read["history"].as_array().unwrap().last().unwrap()["reason"], "Le poste est pourvu");
        person.client.get(&sent.mine(place, "/file")).await.expect_problem(404, "not_found");
        let told = app.told(person, "offer.withdrawn").await;
        assert_eq!(
            told,
            [json!({ "title": "Monteuse ou monteur", "company": "Ateliers 732829320" })],
            "and not the reason"
        );
        let late = answer_at(&person.client, &sent.mine(place, "/acceptance"), 2, yes()).await;
        assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "withdrawn");
        app.assert_agrees(sent.received[place]).await;
    }
    // Whoever accepted keeps what goes with it; once nobody needs it, its bytes are gone.
    app.run_jobs().await;
    assert_eq!(ana.client.get(&sent.mine(2, "/file")).await.status, 200);
    assert_eq!(app.objects().len(), 1);
}

#[tokio::test]
async fn the_document_goes_for_good_when_nobody_may_read_it() {
    let app = TestApp::hiring().await;
    let (hirer, zoe) = (app.hirer().await.user, app.seeker("Zoé").await);
    let file = hirer.client.upload_pdf().await["id"].clone();
    let sent = app.sent(&hirer, &offer_with(&json!({ "file_id": file })), &[&zoe]).await;
    hirer.client.post(&sent.path("/withdrawal"), json!({ "reason": "Pourvu" })).await.expect(200);
    app.run_jobs().await;
    assert_eq!(app.objects().len(), 0);
    let read = hirer.client.get(&sent.path("")).await.expect(200);
    assert_eq!(read["file"], Value::Null);
}

#[tokio::test]
async fn a_draft_is_deleted_and_not_taken_back() {
    let app = TestApp::hiring().await;
    let hirer = app.hirer().await.user;
    let draft = app.draft(&hirer, &whole_offer(), &[]).await;
    let path = crate::support::offers::offer_path(&draft, "/withdrawal");
    let refused = hirer.client.post(&path, json!({ "reason": "Pourvu" })).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "draft");
}
