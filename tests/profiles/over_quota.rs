//! Whoever is refused and goes on is a program: the account is suspended by rule, and those concerned are told.

use carnet::profiles::write_tally;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::companies::Recruiter;
use crate::support::search::{Added, SearchApp, someone};
use crate::support::users::User;

async fn status(app: &SearchApp, recruiter: &Recruiter) -> String {
    app.status_of(&recruiter.user).await
}

/// Notices of this kind: whose they are, and their facts.
async fn told(app: &SearchApp, kind: &str) -> Vec<(uuid::Uuid, Value)> {
    sqlx::query_as("SELECT person_id, facts FROM notification WHERE kind = $1 ORDER BY person_id")
        .bind(kind)
        .fetch_all(&app.state.pool)
        .await
        .unwrap()
}

/// Asks for a profile so many times; how many answers were neither the profile nor a refusal of the quota.
async fn ask(app: &SearchApp, recruiter: &Recruiter, whom: &Added, times: usize) -> usize {
    let client = app.renewed(&recruiter.user).client;
    let path = format!("/profiles/{}", whom.profile);
    let mut others = 0;
    for _ in 0..times {
        let answer = client.get(&path).await;
        others += usize::from(![200, 429].contains(&answer.status.as_u16()));
    }
    others
}

async fn limited() -> (SearchApp, Recruiter, Added, User) {
    let app = SearchApp::start_with(&["--limits=on", "--profiles-per-day=1", "--searches-per-hour=1"]).await;
    let recruiter = app.searcher().await;
    let added = app.add(&someone("Inès", "Lefèvre")).await;
    let admin = app.platform_admin().await;
    (app, recruiter, added, admin)
}

#[tokio::test]
async fn fifty_refusals_in_a_day_suspend_the_account_and_tell_who_was_opened() {
    let (app, recruiter, ines, admin) = limited().await;
    let zoe = app.add(&someone("Zoé", "Martin")).await;
    assert_eq!(ask(&app, &recruiter, &ines, 1 + 49).await, 0);
    assert_eq!(status(&app, &recruiter).await, "granted");
    assert_eq!(ask(&app, &recruiter, &zoe, 1).await, 0, "refused like the others");
    assert_eq!(status(&app, &recruiter).await, "suspended");
    let refused = app.renewed(&recruiter.user).client.get(&format!("/profiles/{}", ines.profile)).await;
    refused.expect_problem(403, "recruiter_not_verified");
    let facts = json!({ "company": "Ateliers 732829320", "siret": "73282932000074" });
    assert_eq!(
        told(&app, "account.viewer_suspended").await,
        [(ines.person.0, facts.clone())],
        "not who was only asked for"
    );
    assert_eq!(told(&app, "account.recruiter_suspended").await, [(admin.id.0, facts)]);
    let trail = app.trail(recruiter.id.0).await;
    let kinds: Vec<_> = trail.iter().map(|(kind, ..)| kind.as_str()).collect();
    assert_eq!(kinds, ["recruiter.status_changed", "recruiter.over_quota"]);
    assert_eq!(trail[1].3, json!({ "quota": "profiles", "refused": 50, "windows": 1 }));
    // Staff sees the account among the suspended ones, and alone opens it again.
    let list = admin.client.get("/admin/recruiters?status=suspended").await.expect(200);
    assert_eq!(list["items"][0]["id"], recruiter.id.to_string());
    assert!(list["items"][0]["status_reason"].as_str().unwrap().contains("profils"));
    let leaving = app.renewed(&recruiter.user).client.delete("/me/company").await;
    leaving.expect_problem(409, "illegal_transition");
    let mails = app.mails_to(&recruiter.user.email).await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("suspendu")).count(), 1);
}

#[tokio::test]
async fn ten_refusals_on_each_of_three_days_suspend_as_well() {
    let (app, recruiter, ines, _) = limited().await;
    for refusals in [10, 9, 10] {
        ask(&app, &recruiter, &ines, 1 + refusals).await;
        assert_eq!(status(&app, &recruiter).await, "granted");
        app.advance(Duration::days(1));
    }
    ask(&app, &recruiter, &ines, 1 + 9).await;
    assert_eq!(status(&app, &recruiter).await, "granted");
    ask(&app, &recruiter, &ines, 1).await;
    assert_eq!(status(&app, &recruiter).await, "suspended");
}

#[tokio::test]
async fn days_of_another_week_do_not_count() {
    let (app, recruiter, ines, _) = limited().await;
    for days in [1, 6] {
        ask(&app, &recruiter, &ines, 1 + 10).await;
        app.advance(Duration::days(days));
    }
    ask(&app, &recruiter, &ines, 1 + 10).await;
    assert_eq!(status(&app, &recruiter).await, "granted", "the first day was seven days ago");
}

#[tokio::test]
async fn refusals_at_once_suspend_once() {
    let (app, recruiter, ines, _) = limited().await;
    ask(&app, &recruiter, &ines, 1 + 45).await;
    let client = app.renewed(&recruiter.user).client;
    let path = format!("/profiles/{}", ines.profile);
    futures::future::join_all((0..16).map(|_| client.get(&path))).await;
    assert_eq!(status(&app, &recruiter).await, "suspended");
    assert_eq!(told(&app, "account.viewer_suspended").await.len(), 1);
    assert_eq!(told(&app, "account.recruiter_suspended").await.len(), 1);
    let moves =
        app.trail(recruiter.id.0).await.into_iter().filter(|(kind, ..)| kind == "recruiter.over_quota");
    assert_eq!(moves.count(), 1);
}

#[tokio::test]
async fn whoever_goes_on_searching_after_the_hour_is_used_up_is_suspended_a_moment_later() {
    let (app, recruiter, _, _) = limited().await;
    let client = &recruiter.user.client;
    client.post("/profile-search", json!({})).await.expect(200);
    for _ in 0..299 {
        client.post("/profile-search", json!({})).await.expect_problem(429, "search_quota_reached");
    }
    write_tally(&app.state).await.unwrap();
    assert_eq!(status(&app, &recruiter).await, "granted");
    client.post("/profile-search", json!({})).await.expect_problem(429, "search_quota_reached");
    write_tally(&app.state).await.unwrap();
    assert_eq!(status(&app, &recruiter).await, "suspended");
    let reason: String = sqlx::query_scalar("SELECT status_reason FROM recruiter WHERE id = $1")
        .bind(recruiter.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(reason.contains("recherches"), "{reason}");
}
