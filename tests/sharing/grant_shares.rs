//! What offers call when a person ticks items of the share panel.

use carnet::platform::http::{Code, Error};
use carnet::sharing::{self, Notice, ShareEnd, ShareItem};
use chrono::Duration;
use serde_json::json;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::companies::drawn_siret;
use crate::support::sharing::{sibling, told};

fn faults(refused: Error) -> Vec<String> {
    let Error::Invalid(faults) = refused else { panic!("{refused:?}") };
    faults.into_iter().map(|fault| format!("{} {}", fault.pointer, fault.code)).collect()
}

#[tokio::test]
async fn nothing_is_shared_before_it_is_ticked() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    assert!(app.read_by(sharer.company, &sharer.purpose).await.is_empty());
    app.grant(&sharer.purpose, &[]).await.unwrap();
    assert!(app.read_by(sharer.company, &sharer.purpose).await.is_empty());
    assert_eq!(sharer.user.client.get("/me/receipts").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn each_item_is_shared_as_it_is_with_one_receipt_and_one_line_of_the_trail() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &sharer.everything()).await.unwrap();
    let read = app.read_by(sharer.company, &sharer.purpose).await;
    let email = format!("email {}", sharer.user.email);
    assert_eq!(told(&read), ["phone +33612345678", &email, "cv file", "proof file", "passport -"]);
    assert!(read.iter().all(|item| item.until.is_none()), "while the conversation is open");
    let receipts = sharer.user.client.get("/me/receipts").await.expect(200);
    assert_eq!(receipts["items"].as_array().unwrap().len(), 1);
    assert_eq!(receipts["items"][0]["items"].as_array().unwrap().len(), 5);
    for share in app.shares_of(&sharer.purpose).await {
        let trail = app.trail(share.id.0).await;
        assert_eq!(trail[0].0, "sharing.share_granted");
        assert_eq!(trail[0].3, json!({ "item": share.kind, "purpose": sharer.purpose.purpose }));
    }
}

#[tokio::test]
async fn what_is_shared_already_stays_as_it_is() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Phone]).await.unwrap();
    let before = app.shares_of(&sharer.purpose).await;
    assert_eq!(before.len(), 1);
    app.advance(Duration::minutes(1));
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Email]).await.unwrap();
    let after = app.shares_of(&sharer.purpose).await;
    assert_eq!((after.len(), after.contains(&before[0])), (2, true));
    let receipts = app.renewed(&sharer.user).client.get("/me/receipts").await.expect(200);
    assert_eq!(receipts["items"][0]["items"].as_array().unwrap().len(), 1, "what is new alone");
}

#[tokio::test]
async fn the_same_ticked_in_two_windows_at_once_is_shared_once() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let items = [ShareItem::Phone, ShareItem::Email];
    let calls = (0..4).map(|_| app.grant(&sharer.purpose, &items));
    for granted in futures::future::join_all(calls).await {
        granted.unwrap();
    }
    assert_eq!(app.shares_of(&sharer.purpose).await.len(), 2);
    let receipts = sharer.user.client.get("/me/receipts").await.expect(200);
    assert_eq!(receipts["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_not_the_persons_or_not_there_is_refused_and_nothing_is_shared() {
    let app = TestApp::with_catalogue().await;
    let (sharer, other) = (app.sharer().await, app.sharer().await);
    let zoe = app.person("Zoé", "Martin").await;
    let purpose = app.purpose(&zoe, sharer.company, "Offre");
    let unknown = ShareItem::Proof(Uuid::nil().into());
    let named = [ShareItem::Email, ShareItem::Phone, ShareItem::Cv, other.proof(), unknown];
    let refused = app.grant(&purpose, &named).await.unwrap_err();
    assert_eq!(
        faults(refused),
        ["/items/1 no_phone", "/items/2 no_cv", "/items/3 unknown_proof", "/items/4 unknown_proof"]
    );
    assert!(app.shares_of(&purpose).await.is_empty());
    let many = vec![ShareItem::Email; 101];
    assert_eq!(faults(app.grant(&purpose, &many).await.unwrap_err()), ["/items too_many"]);
}

#[tokio::test]
async fn a_text_no_longer_in_force_is_refused() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    for version in ["1999-01", Notice::visibility().version] {
        let mut tx = app.state.pool.begin().await.unwrap();
        let (items, now) = ([ShareItem::Phone], app.state.clock.now());
        let refused = sharing::grant_shares(&app.state, &mut tx, &sharer.purpose, &items, version, now).await;
        assert_eq!(refused.unwrap_err().code(), Code::StalePolicy);
    }
}

#[tokio::test]
async fn two_shares_that_overlap_are_read_until_both_have_ended() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    let second = app.purpose(&sharer.user, sharer.company, "Seconde offre");
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    app.grant(&second, &[ShareItem::Phone]).await.unwrap();
    let read = async || {
        let first = told(&app.read_by(sharer.company, &sharer.purpose).await);
        [first, told(&app.read_by(sharer.company, &second).await)].concat()
    };
    app.end(&sharer.purpose, ShareEnd::Revoked).await;
    assert_eq!(read().await, ["phone retirée", "phone +33612345678"]);
    app.end(&second, ShareEnd::Closed).await;
    assert_eq!(read().await, ["phone retirée", "phone retirée"]);
}

#[tokio::test]
async fn what_ended_is_agreed_to_anew_by_a_share_of_its_own() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    app.end(&sharer.purpose, ShareEnd::Revoked).await;
    app.advance(Duration::minutes(1));
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone +33612345678"]);
    let states: Vec<_> = app.shares_of(&sharer.purpose).await.iter().map(|share| share.end_reason).collect();
    assert_eq!(states, [None, Some(ShareEnd::Revoked)]);
    // What ended stays so, and an end is only brought forward: not even by a statement.
    for statement in [
        "UPDATE share SET ended_at = NULL, end_reason = NULL, ended_receipt_id = NULL WHERE ended_at IS NOT NULL",
        "UPDATE share SET item = 'email' WHERE ended_at IS NULL",
        "UPDATE share SET company_id = gen_random_uuid() WHERE ended_at IS NULL",
        "UPDATE consent_receipt SET items = '[]'",
    ] {
        let refused = sqlx::query(statement).execute(&app.state.pool).await.unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
}

/// P7: visible to that company alone, for that offer alone.
#[tokio::test]
async fn a_share_is_read_by_its_establishment_for_its_offer_and_by_no_other() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    // Another establishment of the same legal unit, another company, another offer of the same establishment.
    let sibling = sibling();
    let (sibling_company, stranger) =
        (app.company(&sibling, "active").await, app.company(&drawn_siret(7), "active").await);
    let recruiters = [app.recruiter_granted(&sibling).await, app.recruiter_granted(&drawn_siret(7)).await];
    let second = app.purpose(&sharer.user, sharer.company, "Seconde offre");
    app.grant(&sharer.purpose, &sharer.everything()).await.unwrap();
    assert_eq!(app.read_by(sharer.company, &sharer.purpose).await.len(), 5);
    assert!(app.read_by(sharer.company, &second).await.is_empty(), "another offer");
    for company in [sibling_company, stranger] {
        assert!(app.read_by(company, &sharer.purpose).await.is_empty());
    }
    for share in app.shares_of(&sharer.purpose).await {
        for (recruiter, rest) in recruiters.iter().flat_map(|one| [(one, "file"), (one, "passport")]) {
            let path = format!("/shares/{}/{rest}", share.id);
            recruiter.user.client.get(&path).await.expect_problem(404, "not_found");
        }
    }
}
