use reqwest::Method;
use serde_json::{Value, json};

use super::{SAVED, keep, noted, only_for_its_owner, saved_path};
use crate::support::search::SearchApp;

#[tokio::test]
async fn a_deleted_search_is_gone_and_its_name_is_free() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user.client;
    let saved = keep(&owner, "Soudeurs", json!({ "criteria": [{ "skill": "101" }] })).await;
    let other = keep(&owner, "Vendeurs", json!({})).await;
    owner.delete(&saved_path(&saved)).await.expect(204);
    owner.delete(&saved_path(&saved)).await.expect_problem(404, "not_found");
    owner.get(&saved_path(&saved)).await.expect_problem(404, "not_found");
    assert_eq!(owner.get(SAVED).await.expect(200)["items"], json!([other]));
    keep(&owner, "Soudeurs", json!({})).await;
    let lines: i64 = sqlx::query_scalar("SELECT count(*) FROM saved_search_line")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(lines, 0);
    let noted = noted(&app, "saved_search.deleted").await;
    assert_eq!(noted, [(saved["id"].as_str().unwrap().to_owned(), None)]);
}

#[tokio::test]
async fn only_its_owner_deletes_it() {
    let app = SearchApp::start().await;
    let owner = app.searcher().await.user.client;
    let saved = keep(&owner, "Soudeurs", json!({})).await;
    only_for_its_owner(&app, Method::DELETE, Some(&saved), "", &Value::Null).await;
    owner.get(&saved_path(&saved)).await.expect(200);
}
