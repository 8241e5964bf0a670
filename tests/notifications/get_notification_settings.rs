use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn whoever_chose_nothing_has_the_usual() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (at_once, daily) =
        (json!({ "mail": "at_once", "in_app": true }), json!({ "mail": "daily", "in_app": true }));
    assert_eq!(
        ines.client.get("/me/notification-settings").await.expect(200),
        json!({
            "offers": at_once, "shares": at_once, "rooms": at_once, "quizzes": at_once, "recruiting": daily,
            "account": at_once,
        })
    );
    app.anonymous().get("/me/notification-settings").await.expect_problem(401, "unauthenticated");
}
