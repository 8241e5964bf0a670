use carnet::sharing::{NewReceipt, Notice, ReceiptKind, ShareEnd, ShareItem, write_receipt};
use serde_json::{Value, json};

use super::switch;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;

#[tokio::test]
async fn every_consent_refusal_and_end_has_its_receipt() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let user = &sharer.user;
    switch(user, true).await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, sharer.proof()]).await.unwrap();
    app.end(&sharer.purpose, ShareEnd::Closed).await;
    let refusal = NewReceipt::of_purpose(ReceiptKind::OfferRefused, &sharer.purpose);
    let mut tx = app.state.pool.begin().await.unwrap();
    let id = write_receipt(&mut tx, &app.state.ids, refusal, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    switch(user, false).await;
    let page = user.client.get("/me/receipts").await.expect(200);
    let receipts = page["items"].as_array().unwrap();
    let kinds: Vec<_> = receipts.iter().map(|receipt| receipt["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        ["visibility_withdrawn", "offer_refused", "share_ended", "share_given", "visibility_given"]
    );
    let [withdrawn, refused, ended, given, _] = &receipts[..] else { panic!("{kinds:?}") };
    assert_eq!((&refused["id"], &refused["items"]), (&json!(id), &json!([])));
    assert_eq!((&ended["reason"], &ended["method"]), (&json!("closed"), &json!("closing")));
    assert_eq!(
        (&given["company_siret"], &given["company_name"]),
        (&json!(SIRET), &json!("Ateliers 732829320"))
    );
    assert_eq!(
        (&given["purpose"], &given["purpose_title"]),
        (&json!(sharer.purpose.purpose), &json!("Technicienne réseau"))
    );
    assert_eq!(given["policy_version"], Notice::sharing().version);
    let items = given["items"].as_array().unwrap();
    let listed: Vec<_> = items.iter().map(|item| item["kind"].as_str().unwrap()).collect();
    assert_eq!(listed, ["phone", "proof"]);
    assert_eq!(
        (&items[1]["proof"], items[1]["sha256"].as_str().map(str::len)),
        (&json!(sharer.proof), Some(64))
    );
    assert!(withdrawn["company_siret"].is_null());
    assert_eq!(withdrawn["items"].as_array().unwrap().len(), 5, "what recruiters saw, kind by kind");
    // Names of what was agreed to, and none of it.
    let text = page.to_string();
    for secret in ["612345678", user.email.as_str(), "Diplome"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn pages_follow_each_other_and_are_ones_own() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    for visible in [true, false, true] {
        switch(&ines, visible).await;
    }
    let mut ids: Vec<Value> = Vec::new();
    let mut path = "/me/receipts?limit=2".to_owned();
    loop {
        let page = ines.client.get(&path).await.expect(200);
        ids.extend(page["items"].as_array().unwrap().iter().map(|receipt| receipt["id"].clone()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/me/receipts?limit=2&cursor={cursor}");
    }
    let consents = ines.client.get("/me/consents").await.expect(200);
    let consents: Vec<_> =
        consents["items"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, consents, "a consent and its receipt have one id");
    assert_eq!(zoe.client.get("/me/receipts").await.expect(200)["items"], json!([]));
    ines.client.get("/me/receipts?cursor=x").await.expect_field("/cursor", "invalid_cursor");
}
