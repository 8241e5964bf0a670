use reqwest::Method;
use serde_json::{Value, json};

use super::{keep, only_for_its_owner, saved_path};
use crate::support::search::SearchApp;

#[tokio::test]
async fn its_owner_reads_it_and_nobody_else() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user;
    let saved = keep(&owner.client, "Soudeurs", json!({ "criteria": [{ "skill": "101" }] })).await;
    let path = saved_path(&saved);
    let answer = owner.client.get(&path).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    assert_eq!(answer.expect(200), saved);
    only_for_its_owner(&app, Method::GET, Some(&saved), "", &Value::Null).await;
}

#[tokio::test]
async fn whoever_leaves_the_company_leaves_their_searches() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    let saved = keep(&recruiter.user.client, "Soudeurs", json!({ "name": "zoé" })).await;
    recruiter.user.client.delete("/me/company").await.expect(204);
    recruiter.user.client.get(&saved_path(&saved)).await.expect_problem(403, "recruiter_required");
    let left: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM saved_search) + (SELECT count(*) FROM saved_search_line)",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(left, 0);
}
