use reqwest::Method;
use serde_json::{Value, json};

use super::{SAVED, keep, only_for_its_owner};
use crate::support::search::SearchApp;

fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|saved| saved["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_recruiter_lists_their_own_by_name_page_by_page() {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await.user.client;
    let colleague = app.searcher().await.user.client;
    for name in ["soudeurs", "Accueil", "Vente"] {
        keep(&recruiter, name, json!({ "criteria": [{ "skill": "101" }] })).await;
    }
    keep(&colleague, "Autre chose", json!({})).await;
    let first = recruiter.get(&format!("{SAVED}?limit=2")).await.expect(200);
    assert_eq!(names(&first), ["Accueil", "soudeurs"]);
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = recruiter.get(&format!("{SAVED}?limit=2&cursor={cursor}")).await.expect(200);
    assert_eq!((names(&second), &second["next_cursor"]), (vec!["Vente"], &Value::Null));
    assert_eq!(second["items"][0]["names"][0]["label"], "Compétence D");
    assert_eq!(names(&colleague.get(SAVED).await.expect(200)), ["Autre chose"]);
    let nothing = app.searcher().await.user.client.get(SAVED).await.expect(200);
    assert_eq!(nothing, json!({ "items": [], "next_cursor": null }));
    recruiter.get(&format!("{SAVED}?limit=0")).await.expect_field("/limit", "out_of_range");
    recruiter.get(&format!("{SAVED}?cursor=x")).await.expect_field("/cursor", "invalid_cursor");
}

#[tokio::test]
async fn only_a_verified_recruiter_lists_them() {
    let app = SearchApp::start().await;
    only_for_its_owner(&app, Method::GET, None, "", &Value::Null).await;
}
