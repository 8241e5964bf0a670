//! What is invented is found: the whole way from the command to the recruiter's answer.

use carnet::catalog::{self, Catalog};
use carnet::demo::{self, Options, Standing};
use carnet::platform::progress::Progress;
use carnet::platform::search::Search;
use serde_json::json;

use super::catalogue;
use crate::support::search::SearchApp;

#[tokio::test]
async fn the_demo_recruiter_finds_everyone_who_is_visible_and_nobody_else() {
    let app = SearchApp::start().await;
    catalogue::insert(&app.state.pool).await;
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    demo::seed(&app.state, Options::new(300, 1), Progress::silent).await.unwrap();
    assert_eq!(demo::seed_if_empty(&app.state).await.unwrap(), Standing::Ready { profiles: 300 });
    let visible: i64 = sqlx::query_scalar("SELECT count(*) FROM searchable_person")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!((270..300).contains(&visible), "{visible}");
    app.until("the index holds the demonstration", async || {
        let searcher = app.state.part::<Search>().searcher();
        searcher.is_some_and(|searcher| searcher.count() == visible.cast_unsigned())
    })
    .await;
    app.ready().await;
    SearchApp::assert_exact(&app.verify().await, visible.cast_unsigned());
    let refused: i64 =
        sqlx::query_scalar("SELECT count(*) FROM search_parked").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(refused, 0, "every invented profile is fit for the index");
    let login = json!({ "email": "recruiter@demo.test", "password": demo::PASSWORD });
    let session = app.anonymous().post("/auth/login", login).await.expect(200);
    let recruiter = app.anonymous().with_token(session["access_token"].as_str().unwrap());
    let page = recruiter.post("/profile-search", json!({ "facets": ["skills", "rome"] })).await.expect(200);
    assert_eq!(page["total"], visible);
    assert_eq!(page["facets"]["skills"].as_array().unwrap().len(), 30);
    assert!(page["facets"]["rome"].as_array().unwrap().iter().any(|facet| facet["kind"] == "job"));
    let unverified = json!({ "email": "unverified@demo.test", "password": demo::PASSWORD });
    let session = app.anonymous().post("/auth/login", unverified).await.expect(200);
    let waiting = app.anonymous().with_token(session["access_token"].as_str().unwrap());
    waiting.post("/profile-search", json!({})).await.expect_problem(403, "recruiter_not_verified");
}
