//! The page that checks documents offline: the platform's keys are in it, and it may connect to nothing.

use std::path::Path;

use carnet::platform::seal::SealKey;
use reqwest::{Client, Method, header};
use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::client::{Answer, send};

async fn get(app: &TestApp, path: &str) -> Answer {
    send(Client::new().get(format!("{}{path}", app.base)).header("accept-encoding", "identity")).await
}

fn is_built() -> bool {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("web/dist/verifier-hors-ligne.html").exists()
}

#[tokio::test]
async fn the_page_holds_the_keys_of_the_day_and_connects_to_nothing() {
    let app = TestApp::start().await;
    let answer = get(&app, "/verifier-hors-ligne").await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    if !is_built() {
        assert_eq!(answer.status, 503);
        assert!(answer.text.contains("script/server"), "the page says what to do");
        return;
    }
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-cache");
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("connect-src"), "{policy}");
    assert!(answer.text.contains("script-src 'sha256-"), "the page names the one script it may run");
    let block = answer.text.split("id=\"carnet-keys\">").nth(1).unwrap().split("</script>").next().unwrap();
    let block: Value = serde_json::from_str(block).unwrap();
    assert_eq!(block["keys"][0]["key_id"], app.state.part::<SealKey>().public().key_id);
    assert_eq!(block["date"], app.state.clock.today().to_string());
}

#[tokio::test]
async fn the_page_is_saved_under_its_name() {
    let app = TestApp::start().await;
    let (shown, saved) =
        (get(&app, "/verifier-hors-ligne").await, get(&app, "/verifier-hors-ligne.html").await);
    assert_eq!(saved.text, shown.text, "the same page");
    let name = saved.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"verifier-hors-ligne.html\"");
    let posted = Client::new().request(Method::POST, format!("{}/verifier-hors-ligne", app.base));
    send(posted).await.expect_problem(405, "method_not_allowed");
}
