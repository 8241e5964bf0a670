use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn people_list_the_announced_sessions_they_take_part_or_train_in() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    assert_eq!(member.client.get("/me/sessions").await.expect(200)["items"], json!([]), "not announced yet");
    school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    school.step(&session, "plan", &Value::Null).await;
    let mine = member.client.get("/me/sessions").await.expect(200);
    let own = &mine["items"][0];
    assert_eq!(
        (&own["title"], &own["trains"], &own["enrolment_status"]),
        (&json!("Développement"), &json!(false), &json!("enrolled"))
    );
    assert_eq!(
        (&own["next_slot_at"], &own["organisation_name"]),
        (&json!("2026-03-09T08:00:00Z"), &json!("Atelier"))
    );
    let theirs = school.trainer.client.get("/me/sessions").await.expect(200);
    assert_eq!(
        (&theirs["items"][0]["trains"], &theirs["items"][0]["enrolment_id"]),
        (&json!(true), &Value::Null)
    );
    let other = app.trainee(&school.organisation).await;
    assert_eq!(other.client.get("/me/sessions").await.expect(200)["items"], json!([]));
    app.anonymous().get("/me/sessions").await.expect_problem(401, "unauthenticated");
}
