use crate::support::app::TestApp;

#[tokio::test]
async fn an_unknown_path_is_a_problem() {
    let app = TestApp::start().await;
    let problem = app.anonymous().get("/nothing-here").await.expect_problem(404, "not_found");
    assert_eq!(problem["type"], "/problems/not_found");
    assert!(problem["title"].as_str().unwrap().ends_with('.'));
}
