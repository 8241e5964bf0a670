use carnet::sharing::ShareItem;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::{SIRET, drawn_siret};
use crate::support::sharing::told;

#[tokio::test]
async fn one_gesture_takes_back_everything_from_one_company_or_from_all() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let elsewhere = app.company(&drawn_siret(7), "active").await;
    let (second, other) = (
        app.purpose(&sharer.user, sharer.company, "Autre offre"),
        app.purpose(&sharer.user, elsewhere, "Ailleurs"),
    );
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Cv]).await.unwrap();
    app.grant(&second, &[ShareItem::Phone]).await.unwrap();
    app.grant(&other, &[ShareItem::Phone]).await.unwrap();
    let revoke = async |body: Value| sharer.user.client.post("/me/shares/revoke", body).await;
    assert_eq!(revoke(json!({ "siret": "732 829 320 00074" })).await.expect(200), json!({ "revoked": 3 }));
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone retirée", "cv retirée"]);
    assert_eq!(told(&app.read_by(sharer.company, &second).await), ["phone retirée"]);
    assert_eq!(told(&app.read_by(elsewhere, &other).await), ["phone +33612345678"]);
    assert_eq!(revoke(json!({ "siret": SIRET })).await.expect(200), json!({ "revoked": 0 }));
    assert_eq!(revoke(json!({})).await.expect(200), json!({ "revoked": 1 }));
    assert_eq!(told(&app.read_by(elsewhere, &other).await), ["phone retirée"]);
    assert_eq!(revoke(json!({ "siret": null })).await.expect(200), json!({ "revoked": 0 }));
}

#[tokio::test]
async fn a_company_one_never_shared_with_is_unknown() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let zoe = app.person("Zoé", "Martin").await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    for siret in [SIRET, "180046237", ""] {
        let refused = zoe.client.post("/me/shares/revoke", json!({ "siret": siret })).await;
        refused.expect_field("/siret", "unknown_company");
    }
    let odd = zoe.client.post("/me/shares/revoke", json!({ "company": SIRET })).await;
    odd.expect_field("/company", "unknown_field");
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone +33612345678"]);
}
