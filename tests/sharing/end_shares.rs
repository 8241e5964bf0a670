//! How shares end: by those who close or suspend something, by the clock, with the account.

use carnet::sharing::{self, EndShares, ShareEnd, ShareItem, ShareState};
use chrono::{DateTime, Duration, Utc};

use crate::support::app::TestApp;
use crate::support::sharing::{Sharer, told};

async fn limit(app: &TestApp, sharer: &Sharer, until: DateTime<Utc>) {
    let mut tx = app.state.pool.begin().await.unwrap();
    sharing::limit_shares(&mut tx, sharer.purpose.purpose, until).await.unwrap();
    tx.commit().await.unwrap();
}

async fn count(app: &TestApp, what: &'static str) -> i64 {
    sqlx::query_scalar(what).fetch_one(&app.state.pool).await.unwrap()
}

const NOTICES: &str = "SELECT count(*) FROM notification WHERE kind = 'share.ended'";
const RECEIPTS: &str = "SELECT count(*) FROM consent_receipt WHERE kind = 'share_ended'";

#[tokio::test]
async fn whoever_closes_ends_everything_once() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Cv]).await.unwrap();
    app.end(&sharer.purpose, ShareEnd::Closed).await;
    app.end(&sharer.purpose, ShareEnd::Revoked).await;
    let shares = app.shares_of(&sharer.purpose).await;
    assert!(shares.iter().all(|share| share.end_reason == Some(ShareEnd::Closed)));
    assert_eq!((count(&app, RECEIPTS).await, count(&app, NOTICES).await), (1, 1));
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone retirée", "cv retirée"]);
}

#[tokio::test]
async fn an_end_is_brought_forward_and_never_prolonged() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let start = app.state.clock.now();
    for (days, expected) in [(30, 30), (40, 30), (20, 20)] {
        limit(&app, &sharer, start + Duration::days(days)).await;
        let read = app.read_by(sharer.company, &sharer.purpose).await;
        assert_eq!(read[0].until, Some(start + Duration::days(expected)));
    }
}

#[tokio::test]
async fn nothing_is_read_from_the_second_of_its_end_on_whether_the_clock_has_come_by_or_not() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Cv]).await.unwrap();
    let end = app.state.clock.now() + Duration::days(30);
    limit(&app, &sharer, end).await;
    let cv = format!("/shares/{}/file", app.share_of(&sharer.purpose, "cv").await);
    app.advance(Duration::days(30) - Duration::seconds(1));
    app.run_job(EndShares::default()).await;
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone +33612345678", "cv file"]);
    assert_eq!(app.renewed(&sharer.recruiter.user).client.get(&cv).await.status, 200);
    app.advance(Duration::seconds(1));
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone retirée", "cv retirée"]);
    app.renewed(&sharer.recruiter.user).client.get(&cv).await.expect_problem(403, "share_ended");
    let page = app.renewed(&sharer.user).client.get("/me/shares").await.expect(200);
    assert_eq!(page["items"][0]["open"], 0);
    assert_eq!(count(&app, RECEIPTS).await, 0, "the clock has not come by");
    app.advance(Duration::hours(5));
    for _ in 0..2 {
        app.run_job(EndShares::default()).await;
    }
    assert_eq!((count(&app, RECEIPTS).await, count(&app, NOTICES).await), (1, 1));
    for share in app.shares_of(&sharer.purpose).await {
        assert_eq!((share.end_reason, share.ended_at), (Some(ShareEnd::Expired), Some(end)));
    }
}

#[tokio::test]
async fn what_was_over_before_is_ended_as_it_was_whoever_writes_it_down() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let end = app.state.clock.now() + Duration::days(1);
    limit(&app, &sharer, end).await;
    app.advance(Duration::days(2));
    let id = app.share_of(&sharer.purpose, "phone").await;
    let answer = app.renewed(&sharer.user).client.delete(&format!("/me/shares/{id}")).await.expect(200);
    assert_eq!(answer["end_reason"], "expired");
    // And it can be agreed to anew.
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    assert_eq!(told(&app.read_by(sharer.company, &sharer.purpose).await), ["phone +33612345678"]);
}

#[tokio::test]
async fn an_erased_person_shares_nothing_and_their_readers_are_told_without_a_name() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &sharer.everything()).await.unwrap();
    let cv = format!("/shares/{}/file", app.share_of(&sharer.purpose, "cv").await);
    let mut connection = app.state.pool.acquire().await.unwrap();
    let held = sharing::shares_data(&mut connection, sharer.user.id).await.unwrap();
    assert_eq!(held["contact_details"]["phone"], "+33612345678");
    assert_eq!(
        (held["shares"].as_array().unwrap().len(), held["receipts"].as_array().unwrap().len()),
        (5, 1)
    );
    drop(connection);
    let mut tx = app.state.pool.begin().await.unwrap();
    let now = app.state.clock.now();
    sharing::erase_shares(&mut tx, &app.state.ids, sharer.user.id, now).await.unwrap();
    tx.commit().await.unwrap();
    assert!(app.read_by(sharer.company, &sharer.purpose).await.is_empty());
    sharer.recruiter.user.client.get(&cv).await.expect_problem(404, "not_found");
    for table in ["SELECT count(*) FROM share", "SELECT count(*) FROM contact_detail"] {
        assert_eq!(count(&app, table).await, 0, "{table}");
    }
    let facts: Vec<String> =
        sqlx::query_scalar("SELECT facts::text FROM notification").fetch_all(&app.state.pool).await.unwrap();
    assert!(
        facts.iter().all(|facts| !facts.contains("Lefèvre") && !facts.contains("612345678")),
        "{facts:?}"
    );
    // That it was agreed to, and ended, is still proved.
    assert_eq!(count(&app, RECEIPTS).await, 1);
    assert_eq!(sharing::verify_consents(&app.state).await.unwrap().faults, []);
}

#[tokio::test]
async fn a_purpose_without_shares_ends_without_a_word() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.end(&sharer.purpose, ShareEnd::Closed).await;
    limit(&app, &sharer, app.state.clock.now()).await;
    assert_eq!((count(&app, RECEIPTS).await, count(&app, NOTICES).await), (0, 0));
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    assert_eq!(app.shares_of(&sharer.purpose).await[0].state, ShareState::Active);
}
