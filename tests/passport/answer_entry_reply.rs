use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::Evaluation;

/// The address of the answer to what Zoé says of an entry.
async fn replied(app: &TestApp, class: &Evaluation) -> (String, String) {
    let entry = class.validate(app, 2).await;
    let body = json!({ "text": "Ce n’est pas exact." });
    let reply =
        class.zoe.client.post(&format!("/me/passport/entries/{entry}/replies"), body).await.expect(201);
    let path = class.org(&format!("/validation-replies/{}/answer", reply["id"].as_str().unwrap()));
    (entry, path)
}

#[tokio::test]
async fn the_organisation_answers_once_and_the_person_is_told() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let (entry, path) = replied(&app, &class).await;
    let body = json!({ "text": "Nous avons relu l’épreuve." });
    let answered = class.school.manager.client.post(&path, &body).await.expect(200);
    assert_eq!(
        (&answered["reply"]["answer"], &answered["reply"]["answered_by_name"]),
        (&json!("Nous avons relu l’épreuve."), &json!("Marc Membre"))
    );
    let mail = app.mails_to(&class.zoe.email).await.pop().unwrap();
    assert!(mail.body.contains("Nous avons relu l’épreuve."), "{}", mail.body);
    assert_eq!(app.trail(entry.parse().unwrap()).await.last().unwrap().0, "passport.reply_answered");
    let twice = class.school.manager.client.post(&path, &body).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "answered");
    // The person may answer again, now that they were answered.
    let again = json!({ "text": "Je maintiens." });
    class.zoe.client.post(&format!("/me/passport/entries/{entry}/replies"), again).await.expect(201);
}

#[tokio::test]
async fn those_who_run_the_organisation_answer() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let (_, path) = replied(&app, &class).await;
    let body = json!({ "text": "Bien reçu." });
    for member in [&class.school.trainer, &class.ali] {
        member.client.post(&path, &body).await.expect_problem(403, "forbidden");
    }
    let other = app.evaluation("Ailleurs").await;
    other.school.manager.client.post(&path, &body).await.expect_problem(404, "not_found");
    class.school.manager.client.post(&path, json!({ "text": "" })).await.expect_field("/text", "required");
    let unknown = class.org(&format!("/validation-replies/{}/answer", uuid::Uuid::nil()));
    class.school.manager.client.post(&unknown, &body).await.expect_problem(404, "not_found");
    app.suspend(&class.school.organisation).await;
    class.school.manager.client.post(&path, &body).await.expect_problem(409, "organisation_suspended");
}
