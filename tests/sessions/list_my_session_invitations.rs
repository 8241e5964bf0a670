use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn invitations_are_seen_at_the_address_they_were_sent_to_once_the_session_is_announced() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let (person, other) = (app.person("Inès", "Ailleurs").await, app.person("Ali", "Autre").await);
    school
        .enrol(
            &session,
            &json!({ "first_name": "I", "last_name": "A", "email": person.email.to_uppercase() }),
        )
        .await;
    let path = "/me/session-invitations";
    assert_eq!(
        person.client.get(path).await.expect(200)["items"],
        json!([]),
        "a draft is nobody's business yet"
    );
    school.step(&session, "plan", &serde_json::Value::Null).await;
    let waits = person.client.get(path).await.expect(200);
    let invitation = &waits["items"][0];
    assert_eq!(
        (&invitation["organisation_name"], &invitation["session_title"]),
        (&json!("Atelier"), &json!("Développement"))
    );
    assert_eq!((&invitation["status"], &invitation["starts_on"]), (&json!("invited"), &json!("2026-03-09")));
    assert_eq!(other.client.get(path).await.expect(200)["items"], json!([]));
    school.step(&session, "cancel", &json!({ "reason": "Essai" })).await;
    assert_eq!(person.client.get(path).await.expect(200)["items"], json!([]));
    app.anonymous().get(path).await.expect_problem(401, "unauthenticated");
}
