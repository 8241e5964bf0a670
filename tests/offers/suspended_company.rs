//! A company that may not recruit any more has offers that wait.

use carnet::offers::{ExpireOffers, FollowOffers, RemindOffers};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::colleague;
use crate::support::app::TestApp;
use crate::support::companies::Recruiter;
use crate::support::offers::{SentOffer, answer_at, yes};
use crate::support::users::User;

async fn suspend(app: &TestApp, recruiter: &Recruiter, status: &str) {
    sqlx::query("UPDATE recruiter SET status = $2 WHERE id = $1")
        .bind(recruiter.id)
        .bind(status)
        .execute(&app.state.pool)
        .await
        .unwrap();
}

async fn assert_paused(app: &TestApp, person: &User, sent: &SentOffer, is_paused: bool) {
    let client = app.renewed(person).client;
    let read = client.get(&sent.mine(0, "")).await.expect(200);
    assert_eq!(read["is_paused"], is_paused);
    for rest in ["/acceptance", "/refusal"] {
        if is_paused {
            answer_at(&client, &sent.mine(0, rest), 1, yes()).await.expect_problem(409, "offer_paused");
        }
    }
}

#[tokio::test]
async fn what_waits_is_paused_from_the_very_moment_and_people_are_told_when_it_begins_and_ends() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    app.run_job(FollowOffers {}).await;
    assert_eq!(app.told(&zoe, "offer.paused").await, Vec::<Value>::new());
    suspend(&app, &hirer, "suspended").await;
    assert_paused(&app, &zoe, &sent, true).await;
    app.run_job(FollowOffers {}).await;
    app.run_job(FollowOffers {}).await;
    let told = app.told(&zoe, "offer.paused").await;
    assert_eq!((told.len(), &told[0]["paused"]), (1, &json!(true)));
    sqlx::query("UPDATE notification SET read_at = now()").execute(&app.state.pool).await.unwrap();
    suspend(&app, &hirer, "granted").await;
    assert_paused(&app, &zoe, &sent, false).await;
    app.run_job(FollowOffers {}).await;
    let told = app.told(&zoe, "offer.paused").await;
    assert_eq!((told.len(), &told[1]["paused"]), (2, &json!(false)));
    app.accept(&zoe, sent.received[0]).await;
}

#[tokio::test]
async fn an_establishment_that_closes_pauses_the_offers_of_all_its_recruiters() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    app.company(crate::support::companies::SIRET, "closed").await;
    assert_paused(&app, &zoe, &sent, true).await;
    hirer.user.client.get(&sent.path("")).await.expect_problem(403, "recruiter_not_verified");
    app.company(crate::support::companies::SIRET, "active").await;
    assert_paused(&app, &zoe, &sent, false).await;
}

#[tokio::test]
async fn the_last_day_does_not_move() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    suspend(&app, &hirer, "suspended").await;
    let at = |instant: &str| instant.parse::<DateTime<Utc>>().unwrap() - app.state.clock.now();
    app.advance(at("2026-03-31T08:00:00Z"));
    app.run_job(RemindOffers {}).await;
    assert_eq!(
        app.told(&zoe, "offer.ending").await,
        Vec::<Value>::new(),
        "nobody is pressed to do what they cannot"
    );
    app.advance(at("2026-04-02T22:00:00Z"));
    app.run_job(ExpireOffers {}).await;
    assert_eq!(app.stands(sent.received[0]).await, "expired");
    app.assert_agrees(sent.received[0]).await;
}

#[tokio::test]
async fn of_two_recruiters_who_stay_or_leave() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (hirer, sent) = app.sent_to(&zoe).await;
    let colleague = colleague(&app).await;
    // One is suspended: their own offers wait, whoever else recruits there.
    suspend(&app, &hirer, "suspended").await;
    assert_paused(&app, &zoe, &sent, true).await;
    // One leaves: those who stay speak for the company.
    sqlx::query("DELETE FROM recruiter WHERE id = $1").bind(hirer.id).execute(&app.state.pool).await.unwrap();
    assert_paused(&app, &zoe, &sent, false).await;
    app.accept(&zoe, sent.received[0]).await;
    assert_eq!(app.told(&colleague, "offer.answered").await.len(), 1);
    assert_eq!(app.told(&hirer.user, "offer.answered").await, Vec::<Value>::new());
    // Nobody is left: nobody can answer.
    let paul = app.seeker("Paul").await;
    let other = app.sent(&colleague, &crate::support::offers::whole_offer(), &[&paul]).await;
    sqlx::query("DELETE FROM recruiter").execute(&app.state.pool).await.unwrap();
    assert_paused(&app, &paul, &other, true).await;
}

#[tokio::test]
async fn nothing_new_is_sent_nor_reminded_of() {
    let app = TestApp::hiring().await;
    let (zoe, hirer) = (app.seeker("Zoé").await, app.hirer().await);
    let draft = app.draft(&hirer.user, &crate::support::offers::whole_offer(), &[&zoe]).await;
    suspend(&app, &hirer, "suspended").await;
    let path = crate::support::offers::offer_path(&draft, "/send");
    hirer.user.client.post_at(&path, &json!(1)).await.expect_problem(403, "recruiter_not_verified");
}
