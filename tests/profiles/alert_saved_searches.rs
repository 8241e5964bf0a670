//! The job that tells of new matches: only of new ones, never twice, and once after a stop.

use carnet::platform::jobs;
use carnet::profiles::AlertSavedSearches;
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::{SAVED, keep, saved_path};
use crate::support::companies::{Recruiter, SIRET};
use crate::support::search::{Added, SearchApp, someone};

/// Has the job run now.
pub async fn run(app: &SearchApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &AlertSavedSearches {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

/// Somebody who holds this skill.
pub async fn welder(app: &SearchApp, name: &str) -> Added {
    let mut person = someone("Inès", name);
    person.declared = vec![(101, 3)];
    let added = app.add(&person).await;
    app.settled().await;
    added
}

/// Moves to this moment.
fn until(app: &SearchApp, time: &str) {
    app.advance(time.parse::<DateTime<Utc>>().unwrap() - app.state.clock.now());
}

/// What the recruiter was told of: every notice of new matches.
async fn told(app: &SearchApp, recruiter: &Recruiter) -> Vec<Value> {
    sqlx::query_scalar(
        "SELECT facts FROM notification WHERE person_id = $1 AND kind = 'search.matches' ORDER BY created_at, id",
    )
    .bind(recruiter.user.id)
    .fetch_all(&app.state.pool)
    .await
    .unwrap()
}

/// Reads the notices, so that the next one is another.
async fn read_notices(app: &SearchApp) {
    sqlx::query("UPDATE notification SET read_at = $1 WHERE read_at IS NULL")
        .bind(app.state.clock.now())
        .execute(&app.state.pool)
        .await
        .unwrap();
}

/// A recruiter who watches welders.
async fn watching(app: &SearchApp, frequency: &str, search: Value) -> (Recruiter, String) {
    let recruiter = app.searcher().await;
    let path = saved_path(&keep(&recruiter.user.client, "Soudeurs", search).await);
    recruiter.user.client.put(&format!("{path}/alert"), json!({"frequency": frequency})).await.expect(200);
    (recruiter, path)
}

fn welders() -> Value {
    json!({"criteria": [{"skill": "101", "min_level": 2}]})
}

async fn alert(app: &SearchApp, recruiter: &Recruiter, path: &str) -> Value {
    app.renewed(&recruiter.user).client.get(path).await.expect(200)["alert"].clone()
}

#[tokio::test]
async fn only_who_comes_after_the_start_is_new_and_is_told_once() {
    let app = SearchApp::start().await;
    welder(&app, "Avant").await;
    let (recruiter, path) = watching(&app, "daily", welders()).await;
    run(&app).await;
    assert_eq!(
        told(&app, &recruiter).await,
        [] as [Value; 0],
        "who matches already is noted, and told of to nobody"
    );
    let standing = alert(&app, &recruiter, &path).await;
    assert_eq!(
        (&standing["state"], &standing["next_at"]),
        (&json!("watching"), &json!("2026-03-04T06:00:00Z"))
    );

    let new = welder(&app, "Apres").await;
    app.add(&someone("Paul", "Autre")).await;
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 0, "not before its hour");
    until(&app, "2026-03-04T05:59:59Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 0);
    until(&app, "2026-03-04T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 1})], "a number and no name");
    let client = app.renewed(&recruiter.user).client;
    let page = client.get(&format!("{path}/new-matches")).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    assert_eq!(page["items"][0]["profile"]["profile_id"], json!(new.profile));

    read_notices(&app).await;
    for day in ["2026-03-05T06:00:00Z", "2026-03-06T06:00:00Z"] {
        until(&app, day);
        run(&app).await;
        run(&app).await;
    }
    assert_eq!(told(&app, &recruiter).await.len(), 1, "nobody is told of twice");
}

#[tokio::test]
async fn an_unread_notice_is_renewed_with_the_number_that_waits() {
    let app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "daily", welders()).await;
    run(&app).await;
    for (day, name) in [("2026-03-04T06:00:00Z", "Un"), ("2026-03-05T06:00:00Z", "Deux")] {
        welder(&app, name).await;
        until(&app, day);
        run(&app).await;
    }
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 2})]);
    assert_eq!(alert(&app, &recruiter, &path).await["new_matches"], 2);
    let client = app.renewed(&recruiter.user).client;
    let seen = json!({"until": "2026-03-04T06:00:00Z"});
    client.post(&format!("{path}/new-matches/seen"), seen).await.expect(204);
    let page = client.get(&format!("{path}/new-matches")).await.expect(200);
    assert_eq!(page["items"][0]["profile"]["last_name"], "Deux", "who was found since stays new");
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_weekly_search_tells_on_monday_mornings() {
    let app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "weekly", welders()).await;
    run(&app).await;
    assert_eq!(alert(&app, &recruiter, &path).await["next_at"], "2026-03-09T06:00:00Z");
    welder(&app, "Mardi").await;
    until(&app, "2026-03-09T05:59:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 0);
    until(&app, "2026-03-09T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 1})]);
}

#[tokio::test]
async fn after_a_stop_what_was_missed_is_told_once() {
    let app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "daily", welders()).await;
    run(&app).await;
    for name in ["Un", "Deux", "Trois"] {
        welder(&app, name).await;
    }
    until(&app, "2026-03-12T15:00:00Z");
    run(&app).await;
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 3})]);
    assert_eq!(alert(&app, &recruiter, &path).await["next_at"], "2026-03-13T06:00:00Z");
}

#[tokio::test]
async fn two_nodes_at_once_tell_once() {
    let app = SearchApp::start().await;
    let other = app.beside().await;
    let (recruiter, _) = watching(&app, "daily", welders()).await;
    run(&app).await;
    welder(&app, "Neuve").await;
    other.settled().await;
    until(&app, "2026-03-04T06:00:00Z");
    tokio::join!(run(&app), run(&other));
    run(&other).await;
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 1})]);
    let found: i64 = sqlx::query_scalar("SELECT count(*) FROM saved_search_match")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(found, 1);
}

#[tokio::test]
async fn who_blocked_the_company_who_is_excluded_and_who_hid_are_not_found() {
    let app = SearchApp::start().await;
    let mut search = welders();
    search["hide_excluded"] = json!(true);
    let (recruiter, _) = watching(&app, "daily", search).await;
    run(&app).await;
    let mut blocking = someone("Zoé", "Bloque");
    blocking.declared = vec![(101, 3)];
    blocking.hides_from = vec![&SIRET[..9]];
    app.add(&blocking).await;
    let (excluded, hidden) = (welder(&app, "Exclue").await, welder(&app, "Cachee").await);
    let body = json!({"profiles": [excluded.profile]});
    recruiter.user.client.post("/me/company/excluded-profiles", body).await.expect(200);
    app.turn_visible(&hidden, false).await;
    until(&app, "2026-03-04T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 0);
}

#[tokio::test]
async fn whoever_hides_is_forgotten_in_the_same_moment_and_new_when_they_come_back() {
    let app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "daily", welders()).await;
    run(&app).await;
    let person = welder(&app, "Vive").await;
    until(&app, "2026-03-04T06:00:00Z");
    run(&app).await;
    sqlx::query("UPDATE visibility SET visible = false WHERE person_id = $1")
        .bind(person.person)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM saved_search_match")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kept, 0);
    let client = app.renewed(&recruiter.user).client;
    assert_eq!(client.get(&format!("{path}/new-matches")).await.expect(200)["items"], json!([]));
    assert_eq!(alert(&app, &recruiter, &path).await["new_matches"], 0);
    read_notices(&app).await;
    app.turn_visible(&person, true).await;
    until(&app, "2026-03-05T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 2);
}

#[tokio::test]
async fn somebody_who_no_longer_matches_and_does_again_is_not_new() {
    let app = SearchApp::start().await;
    let person = welder(&app, "Va-et-vient").await;
    let (recruiter, _) = watching(&app, "daily", welders()).await;
    run(&app).await;
    for (day, level) in [("2026-03-04T06:00:00Z", 1), ("2026-03-05T06:00:00Z", 3)] {
        sqlx::query("UPDATE declared_skill SET level = $2 WHERE person_id = $1")
            .bind(person.person)
            .bind(level)
            .execute(&app.state.pool)
            .await
            .unwrap();
        app.mark(&[person.profile], carnet::platform::db::dirty::Urgency::Now).await;
        app.settled().await;
        until(&app, day);
        run(&app).await;
    }
    assert_eq!(told(&app, &recruiter).await.len(), 0);
}

#[tokio::test]
async fn what_is_asked_anew_starts_anew() {
    let app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "daily", json!({"criteria": [{"skill": "105"}]})).await;
    run(&app).await;
    welder(&app, "Deja").await;
    let client = app.renewed(&recruiter.user).client;
    let body = json!({"search": welders()});
    let request = client.starting_from(reqwest::Method::PATCH, &path, &json!(1)).json(&body);
    let written = crate::support::client::send(request).await.expect(200);
    assert_eq!(written["alert"]["state"], "starting");
    run(&app).await;
    until(&app, "2026-03-04T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 0, "who answered the new question already is not new");
    welder(&app, "Nouvelle").await;
    until(&app, "2026-03-05T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 1})]);
}

#[tokio::test]
async fn a_search_that_finds_too_many_tells_nothing_until_it_is_narrow() {
    let app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "daily", json!({})).await;
    sqlx::raw_sql(
        "WITH crowd AS (
             INSERT INTO person (id, profile_id, email, first_name, last_name, password_hash, created_at, updated_at)
             SELECT gen_random_uuid(), gen_random_uuid(), 'p' || n || '@foule.example', 'P', 'F' || n, '', now(), now()
             FROM generate_series(1, 1001) n RETURNING id)
         INSERT INTO visibility (person_id, visible, changed_at, notice_version) SELECT id, true, now(), '2026-11' FROM crowd;
         SELECT mark_search_dirty(ARRAY(SELECT profile_id FROM searchable_person), false, now())",
    )
    .execute(&app.state.pool)
    .await
    .unwrap();
    app.settled().await;
    run(&app).await;
    assert_eq!(alert(&app, &recruiter, &path).await["state"], "too_broad");
    let (kept, hidden): (i64, Added) = {
        let kept =
            sqlx::query_scalar("SELECT count(*) FROM saved_search_match").fetch_one(&app.state.pool).await;
        let (person, profile) =
            sqlx::query_as("SELECT person_id, profile_id FROM searchable_person ORDER BY person_id LIMIT 1")
                .fetch_one(&app.state.pool)
                .await
                .unwrap();
        (kept.unwrap(), Added { person, profile })
    };
    assert_eq!(kept, 0);
    app.turn_visible(&hidden, false).await;
    until(&app, "2026-03-04T06:00:00Z");
    run(&app).await;
    assert_eq!(alert(&app, &recruiter, &path).await["state"], "watching");
    assert_eq!(told(&app, &recruiter).await.len(), 0, "narrow again, it starts again");
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM saved_search_match")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kept, 1000);
}

#[tokio::test]
async fn a_recruiter_who_may_not_search_is_told_nothing_until_they_may() {
    let app = SearchApp::start().await;
    let (recruiter, _) = watching(&app, "daily", welders()).await;
    run(&app).await;
    welder(&app, "Neuve").await;
    let set = async |status: &str| {
        sqlx::query("UPDATE recruiter SET status = $2 WHERE id = $1")
            .bind(recruiter.id)
            .bind(status)
            .execute(&app.state.pool)
            .await
            .unwrap();
    };
    set("suspended").await;
    until(&app, "2026-03-04T06:00:00Z");
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await.len(), 0);
    set("granted").await;
    run(&app).await;
    assert_eq!(told(&app, &recruiter).await, [json!({"count": 1})]);
}

#[tokio::test]
async fn while_the_index_is_absent_nothing_is_decided() {
    let mut app = SearchApp::start().await;
    let (recruiter, path) = watching(&app, "daily", welders()).await;
    app.stop_keeper().await;
    app.forget();
    run(&app).await;
    assert_eq!(alert(&app, &recruiter, &path).await["state"], "starting");
    app.start_keeper();
    app.ready().await;
    app.advance(Duration::minutes(10));
    run(&app).await;
    assert_eq!(alert(&app, &recruiter, &path).await["state"], "watching");
    assert_eq!(
        app.renewed(&recruiter.user).client.get(SAVED).await.expect(200)["items"][0]["alert"]["state"],
        "watching"
    );
}
