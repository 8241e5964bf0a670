use carnet::platform::jobs;
use carnet::profiles::PurgeSearchHistory;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::search::{SearchApp, someone};

const PATH: &str = "/me/search-history";

async fn search(recruiter: &Client, name: &str) {
    recruiter.post("/profile-search", json!({"name": name, "limit": 5})).await.expect(200);
}

/// What the history holds: names searched for, latest first.
async fn names(recruiter: &Client) -> Vec<String> {
    let page = recruiter.get(PATH).await.expect(200);
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|past| past["search"]["name"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Searches, and waits until it is noted.
async fn noted(app: &SearchApp, recruiter: &Client, name: &str) {
    search(recruiter, name).await;
    app.until("the search is noted", async || names(recruiter).await.first().is_some_and(|it| it == name))
        .await;
}

#[tokio::test]
async fn a_search_is_noted_a_moment_later_as_it_was_asked() {
    let app = SearchApp::start().await;
    app.add(&someone("Inès", "Lefèvre")).await;
    app.settled().await;
    let recruiter = app.searcher().await.user.client;
    let asked = json!({"criteria": [], "exclude": [], "rome": [], "name": "lef", "hide_excluded": true});
    let mut body = asked.clone();
    body.as_object_mut()
        .unwrap()
        .extend(json!({"limit": 1, "facets": ["skills"]}).as_object().unwrap().clone());
    recruiter.post("/profile-search", &body).await.expect(200);
    app.until("the search is noted", async || names(&recruiter).await.len() == 1).await;
    let answer = recruiter.get(PATH).await;
    assert_eq!(answer.headers["cache-control"], "no-store");
    let past = answer.expect(200)["items"][0].clone();
    assert_eq!(
        (&past["search"], &past["results"], &past["at"]),
        (&asked, &json!(1), &json!("2026-03-03T08:00:00Z"))
    );
}

#[tokio::test]
async fn while_a_name_is_typed_only_the_last_search_counts_and_the_same_one_once() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    for typed in ["l", "le", "lef"] {
        search(&recruiter, typed).await;
    }
    app.until("the search is noted", async || !names(&recruiter).await.is_empty()).await;
    assert_eq!(names(&recruiter).await, ["lef"]);
    // Less than the life of an access token.
    app.advance(Duration::minutes(1));
    noted(&app, &recruiter, "zoé").await;
    app.advance(Duration::minutes(1));
    noted(&app, &recruiter, "lef").await;
    assert_eq!(names(&recruiter).await, ["lef", "zoé"], "moved to the top");
}

#[tokio::test]
async fn a_further_page_and_a_saved_search_are_not_noted() {
    let app = SearchApp::start().await;
    for number in 0..2 {
        app.add(&someone("Inès", &format!("Lefèvre{number}"))).await;
    }
    app.settled().await;
    let recruiter = app.searcher().await.user.client;
    let body = json!({"name": "ines", "limit": 1});
    let first = recruiter.post("/profile-search", &body).await.expect(200);
    app.until("the search is noted", async || names(&recruiter).await.len() == 1).await;
    let next = json!({"name": "ines", "limit": 1, "cursor": first["next_cursor"]});
    recruiter.post("/profile-search", next).await.expect(200);
    recruiter
        .post("/profile-search", json!({"name": "x".repeat(99)}))
        .await
        .expect_field("/name", "too_long");
    recruiter.post("/profile-search", json!({"name": "lef", "unnoted": true})).await.expect(200);
    noted(&app, &recruiter, "zoé").await;
    assert_eq!(names(&recruiter).await, ["zoé", "ines"]);
}

#[tokio::test]
async fn fifty_are_kept_of_ninety_days() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    sqlx::query(
        "INSERT INTO search_history (id, recruiter_id, search, results, at)
         SELECT gen_random_uuid(), $1, jsonb_build_object('name', 'ancienne ' || n), 0, $2 - n * interval '1 hour'
         FROM generate_series(1, 55) n",
    )
    .bind(recruiter.id)
    .bind(app.state.clock.now())
    .execute(&app.state.pool)
    .await
    .unwrap();
    let client = &recruiter.user.client;
    noted(&app, client, "neuve").await;
    let page = client.get(&format!("{PATH}?limit=100")).await.expect(200);
    let kept = page["items"].as_array().unwrap();
    assert_eq!((kept.len(), &kept[49]["search"]["name"]), (50, &json!("ancienne 49")));

    app.advance(Duration::days(90) - Duration::hours(1));
    let client = app.renewed(&recruiter.user).client;
    assert_eq!(names(&client).await, ["neuve"], "what is older is not shown, whether it was purged or not");
    let purged = async || -> i64 {
        let mut tx = app.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app.state, &PurgeSearchHistory {}).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        sqlx::query_scalar("SELECT count(*) FROM search_history").fetch_one(&app.state.pool).await.unwrap()
    };
    assert_eq!(purged().await, 1);
    app.advance(Duration::hours(1));
    assert_eq!(purged().await, 0);
}

#[tokio::test]
async fn one_or_all_are_forgotten_by_their_owner_alone() {
    let app = SearchApp::start().await;
    let (recruiter, colleague) =
        (app.searcher().await.user.client, app.recruiting_member(SIRET).await.user.client);
    noted(&app, &recruiter, "ines").await;
    noted(&app, &recruiter, "zoé").await;
    noted(&app, &colleague, "paul").await;
    let page = recruiter.get(PATH).await.expect(200);
    let id = |at: usize| page["items"][at]["id"].as_str().unwrap().to_owned();
    colleague.delete(&format!("{PATH}/{}", id(0))).await.expect_problem(404, "not_found");
    recruiter.delete(&format!("{PATH}/{}", id(0))).await.expect(204);
    recruiter.delete(&format!("{PATH}/{}", id(0))).await.expect_problem(404, "not_found");
    assert_eq!(names(&recruiter).await, ["ines"]);
    recruiter.delete(PATH).await.expect(204);
    recruiter.delete(PATH).await.expect(204);
    assert_eq!((names(&recruiter).await.len(), names(&colleague).await.len()), (0, 1));
    app.anonymous().get(PATH).await.expect_problem(401, "unauthenticated");
    let noted: Vec<Option<Value>> =
        sqlx::query_scalar("SELECT after FROM audit_event WHERE kind = 'search_history.deleted'")
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(noted, [Some(json!({"searches": 1})), Some(json!({"searches": 1}))]);
}

#[tokio::test]
async fn what_waits_to_be_noted_is_forgotten_too() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    search(&recruiter, "secrète").await;
    recruiter.delete(PATH).await.expect(204);
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    assert_eq!(names(&recruiter).await.len(), 0);
}
