use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn nothing_is_there_before_something_is_given() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let answer = ines.client.get("/me/contact-details").await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let expected =
        json!({ "version": 1, "email": ines.email, "phone": null, "cv": null, "cv_added_at": null });
    assert_eq!(answer.expect(200), expected);
}

#[tokio::test]
async fn what_was_given_is_shown_to_its_person_alone() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    app.give_phone(&ines, "06 12 34 56 78").await;
    app.give_cv(&ines, "parcours").await;
    let view = ines.client.get("/me/contact-details").await.expect(200);
    assert_eq!((&view["version"], &view["phone"]), (&json!(3), &json!("+33612345678")));
    assert_eq!((&view["cv"]["name"], &view["cv"]["purpose"]), (&json!("CV.pdf"), &json!("cv")));
    assert_eq!(view["cv_added_at"], "2026-03-03T08:00:00Z");
    let hers = zoe.client.get("/me/contact-details").await.expect(200);
    assert!(hers["phone"].is_null() && hers["cv"].is_null());
    app.anonymous().get("/me/contact-details").await.expect_problem(401, "unauthenticated");
}
