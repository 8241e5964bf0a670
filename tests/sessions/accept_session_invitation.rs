use carnet::orgs::Role;
use serde_json::json;

use super::noted;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn who_accepts_takes_part_and_becomes_a_trainee_of_the_organisation() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    let path = format!("/me/session-invitations/{}/accept", enrolment["id"].as_str().unwrap());
    let other = app.person("Ali", "Autre").await;
    other.client.post(&path, ()).await.expect_problem(404, "not_found");
    assert_eq!(person.client.post(&path, ()).await.status, 204);
    let own = person.client.get("/me/organisations").await.expect(200);
    assert_eq!((&own["items"][0]["name"], &own["items"][0]["role"]), (&json!("Atelier"), &json!("trainee")));
    let shown =
        session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let shown = school.manager.client.get(&shown).await.expect(200);
    assert_eq!((&shown["status"], &shown["person_id"]), (&json!("enrolled"), &json!(person.id)));
    assert_eq!(shown["first_name"], "I", "the organisation's words stay");
    assert_eq!(noted(&app, "organisation.member_joined").await, [Some(json!({ "role": "trainee" }))]);
    person.client.post(&path, ()).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn an_invitation_that_was_called_off_no_longer_exists() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    let path = format!("/me/session-invitations/{}/accept", enrolment["id"].as_str().unwrap());
    app.suspend(&school.organisation).await;
    person.client.post(&path, ()).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn whoever_trains_in_the_session_does_not_take_part_in_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let person = app.person("Inès", "Ailleurs").await;
    let enrolment =
        school.enrol(&session, &json!({ "first_name": "I", "last_name": "A", "email": person.email })).await;
    app.join(&school.organisation, &person, Role::Trainer).await;
    let slot = school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let slot = session_path(&school, &session, &format!("/slots/{}/trainers", slot["id"].as_str().unwrap()));
    let client = &school.manager.client;
    let body = json!({ "trainers": [person.id], "reason": "Renfort" });
    client.put_at(&slot, &json!(1), body).await.expect(200);
    let accept = format!("/me/session-invitations/{}/accept", enrolment["id"].as_str().unwrap());
    person.client.post(&accept, ()).await.expect_problem(409, "trainer_of_session");
    // Taken off, they take part, and cannot train any more.
    let body = json!({ "trainers": [school.trainer.id], "reason": "Élève" });
    client.put_at(&slot, &json!(2), body).await.expect(200);
    assert_eq!(person.client.post(&accept, ()).await.status, 204);
    let body = json!({ "trainers": [school.trainer.id, person.id], "reason": "Renfort" });
    client.put_at(&slot, &json!(3), body).await.expect_field("/trainers/1", "trainee_of_session");
    let mut general = json!({
        "title": "Développement", "starts_on": "2026-03-09", "ends_on": "2026-03-13", "place": "Salle B",
        "trainers": [person.id], "announced_minutes": 120,
    });
    let now = school.reread(&session).await;
    let path = session_path(&school, &session, "");
    client.put_at(&path, &now["version"], &general).await.expect_field("/trainers/0", "trainee_of_session");
    general["trainers"] = json!([school.trainer.id]);
    client.put_at(&path, &now["version"], &general).await.expect(200);
}
