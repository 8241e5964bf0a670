use carnet::sharing::{ShareEnd, ShareItem};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::sharing::told;

const PATH: &str = "/me/contact-details";

#[tokio::test]
async fn a_number_is_kept_as_e164_however_it_is_written() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for (version, text, kept) in [
        (1, "06.12.34.56.78", "+33612345678"),
        (2, "+33 (0)7 00 00 00 01", "+33700000001"),
        (3, "0692 12 34 56", "+262692123456"),
        (4, "0032 470 12 34 56", "+32470123456"),
    ] {
        let view = ines.client.put_at(PATH, &json!(version), json!({ "phone": text })).await.expect(200);
        assert_eq!((&view["phone"], &view["version"]), (&json!(kept), &json!(version + 1)));
    }
    let trail = app.trail(ines.id.0).await;
    let changes: Vec<_> = trail.iter().filter(|line| line.0 == "sharing.contact_details_changed").collect();
    assert_eq!(changes.len(), 4);
    assert_eq!(changes[0].3, json!({ "changed": "phone", "given": true }), "no number in the trail");
}

#[tokio::test]
async fn the_same_number_again_changes_nothing() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let first = app.give_phone(&ines, "0612345678").await;
    assert_eq!(app.give_phone(&ines, "+33 6 12 34 56 78").await, first);
}

#[tokio::test]
async fn what_is_no_number_is_refused_with_what_is_wrong() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let put = async |body: Value| ines.client.put_at(PATH, &json!(1), body).await;
    for (text, code) in [
        ("", "required"),
        ("06 12 34", "too_short"),
        ("06 12 34 56 78 90", "too_long"),
        ("612345678", "missing_prefix"),
        ("0 800 123 456", "not_a_personal_number"),
        ("appelez-moi", "invalid_characters"),
    ] {
        put(json!({ "phone": text })).await.expect_field("/phone", code);
    }
    put(json!({})).await.expect_field("/phone", "required");
    put(json!({ "phone": 612 })).await.expect_field("/phone", "invalid_type");
    put(json!({ "phone": null, "email": "x" })).await.expect_field("/email", "unknown_field");
    assert_eq!(ines.client.get(PATH).await.expect(200)["version"], 1);
}

#[tokio::test]
async fn two_windows_that_edit_at_once_notice() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let current = app.give_phone(&ines, "06 12 34 56 78").await;
    let stale = ines.client.put_at(PATH, &json!(1), json!({ "phone": null })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"], current);
    let blind = ines.client.put(PATH, json!({ "phone": null })).await;
    blind.expect_problem(428, "precondition_required");
    let version = json!(2);
    let calls = ["06 00 00 00 01", "06 00 00 00 02", "06 00 00 00 03"]
        .map(|phone| ines.client.put_at(PATH, &version, json!({ "phone": phone })));
    let answers = futures::future::join_all(calls).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
}

#[tokio::test]
async fn those_it_is_shared_with_read_the_new_number_and_none_once_there_is_none() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Email]).await.unwrap();
    let read = async || told(&app.read_by(sharer.company, &sharer.purpose).await);
    let email = format!("email {}", sharer.user.email);
    assert_eq!(read().await, ["phone +33612345678".to_owned(), email.clone()]);
    app.give_phone(&sharer.user, "07 00 00 00 01").await;
    assert_eq!(read().await, ["phone +33700000001".to_owned(), email.clone()]);
    let version = sharer.user.client.get(PATH).await.expect(200)["version"].clone();
    sharer.user.client.put_at(PATH, &version, json!({ "phone": null })).await.expect(200);
    assert_eq!(read().await, ["phone retirée".to_owned(), email.clone()]);
    // A number given later is another consent's matter.
    app.give_phone(&sharer.user, "07 00 00 00 02").await;
    assert_eq!(read().await, ["phone retirée".to_owned(), email]);
    let shares = app.shares_of(&sharer.purpose).await;
    let ended = shares.iter().find(|share| share.kind.as_str() == "phone").unwrap();
    assert_eq!(ended.end_reason, Some(ShareEnd::ItemRemoved));
}
