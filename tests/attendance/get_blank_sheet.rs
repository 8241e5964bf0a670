use reqwest::Method;
use serde_json::Value;

use super::hidden_from_others;
use crate::support::app::TestApp;

#[tokio::test]
async fn a_sheet_to_sign_on_paper_is_drawn() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let path = class.slot_path("/blank-sheet");
    let response = class.teacher(&app).request(Method::GET, &path).send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["content-type"]),
        (200, &"application/pdf".parse().unwrap())
    );
    assert_eq!(response.headers()["cache-control"], "private, no-store");
    assert!(response.bytes().await.unwrap().starts_with(b"%PDF-"));
    let unknown = class.path_of(carnet::ids::SlotId(uuid::Uuid::nil()), "/blank-sheet");
    class.teacher(&app).get(&unknown).await.expect_problem(404, "not_found");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
