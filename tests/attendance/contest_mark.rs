use carnet::orgs::Role;
use chrono::Duration;
use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::mailbox::Received;

#[tokio::test]
async fn a_trainee_contests_a_sealed_mark_and_staff_is_told() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    app.advance(Duration::hours(5));
    class.close_with(&app, class.slot, "absent").await;
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "J’étais là toute la matinée." });
    let slot = class.learner(&app, 0).post(&path, &body).await.expect(201);
    assert_eq!((&slot["state"], &slot["contests"][0]["text"]), (&json!("contested"), &body["text"]));
    assert_eq!(class.sheet(&app).await["seals"][1]["kind"], "contest");
    let mails = app.mails_to(&class.manager.email).await;
    assert_eq!(mails[0].subject, "Samir Stagiaire0 conteste sa présence du 03/03/2026");
    assert!(mails[0].body.contains("et décidez, avec un motif"), "{}", mails[0].body);
    let mails = app.mails_to(&class.trainer.email).await;
    assert_eq!(mails.len(), 1, "who trains there learns of it");
    assert!(mails[0].body.contains("les responsables de l’organisme décideront"), "{}", mails[0].body);
    assert_eq!(noted(&app, "attendance.contested").await.len(), 1);
    class.learner(&app, 0).post(&path, &body).await.expect_problem(409, "already_contested");
    // Somebody else's contest is theirs alone.
    let other = class.learner(&app, 1).post(&path, &body).await.expect(201);
    assert_eq!(other["contests"].as_array().unwrap().len(), 1);
    assert!(carnet::attendance::verify_chains(&app.state).await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn a_contest_is_told_to_those_who_decide_whoever_is_chosen_for_low_attendance() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let colleague = app.trainer(&class.organisation).await;
    let disabled = app.member(&class.organisation, Role::Admin).await;
    app.execute(&format!("UPDATE person SET disabled_at = now() WHERE id = '{}'", disabled.id)).await;
    let settings = json!({ "thresholds": [], "recipients": [colleague.id] });
    let path = class.organisation.path("/attendance-settings");
    class.boss(&app).put_at(&path, &json!(0), settings).await.expect(200);
    class.closed(&app).await;
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "Ce n’est pas exact." });
    class.learner(&app, 0).post(&path, &body).await.expect(201);
    for (user, count) in [(&class.manager, 1), (&colleague, 0), (&disabled, 0)] {
        let about = |mail: &&Received| mail.subject.contains("conteste");
        assert_eq!(app.mails_to(&user.email).await.iter().filter(about).count(), count, "{}", user.email);
    }
}

#[tokio::test]
async fn within_seven_days_of_the_closing_or_of_the_last_rectification() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "Ce n’est pas exact." });
    let contest = async || {
        let user = app.second_device(&class.trainees[0].user).await;
        user.client.post(&path, &body).await
    };
    assert_eq!(contest().await.expect_problem(409, "illegal_transition")["current_state"], "open");
    class.closed(&app).await;
    app.advance(Duration::days(7) + Duration::seconds(1));
    contest().await.expect_problem(409, "contest_over");
    let boss = app.second_device(&class.manager).await;
    let rectification = json!({
        "enrolment_id": class.enrolment(0), "part": "am", "seen_number": 1, "mark": { "status": "absent" },
        "reason": "Vérification",
    });
    boss.client.post(&class.slot_path("/attendance/rectifications"), rectification).await.expect(200);
    app.advance(Duration::days(6));
    contest().await.expect(201);
}

#[tokio::test]
async fn only_those_concerned_contest() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.closed(&app).await;
    let path = format!("/me/attendance/slots/{}/contests", class.slot);
    let body = json!({ "part": "am", "text": "Ce n’est pas exact." });
    app.trainee(&class.organisation).await.client.post(&path, &body).await.expect_problem(404, "not_found");
    class.teacher(&app).post(&path, &body).await.expect_problem(404, "not_found");
    let empty = json!({ "part": "am", "text": " " });
    class.learner(&app, 0).post(&path, empty).await.expect_field("/text", "required");
}
