use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn anybody_reads_which_texts_there_are() {
    let app = TestApp::start().await;
    let page = app.anonymous().get("/policies").await.expect(200);
    let lines: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (line["version"].as_str().unwrap(), line["topic"].as_str().unwrap(), &line["is_in_force"])
        })
        .collect();
    let yes = json!(true);
    assert_eq!(lines, [("2026-11", "visibility", &yes), ("sharing-2026-11", "sharing", &yes)]);
    assert!(page["next_cursor"].is_null());
}
