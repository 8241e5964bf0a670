//! A manager opens a session, fills it from a file, and everybody concerned lives through it until it ends.

use reqwest::{Method, header};
use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;

#[tokio::test]
async fn a_session_is_opened_filled_announced_lived_and_ended() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier du Rhône").await;
    let manager = &school.manager.client;
    let (training, _) = school.published(&app, "Développement web").await;

    // From the published training: dates, seats, the trainer. One more course, for this session alone.
    let mut draft = school.session_draft(&training);
    (draft["seats"], draft["announced_minutes"]) = (json!(3), json!(720));
    let session = manager.post(&school.path("/sessions"), draft).await.expect(201);
    let path = |rest: &str| session_path(&school, &session, rest);
    let extra = school.course("Sécurité").await;
    let courses = json!({ "courses": [
        { "course_id": extra["id"], "skills": [session["skills"][0]["skill"]] },
        { "course_id": session["courses"][0]["course_id"] },
    ] });
    let session_now = manager.put_at(&path("/courses"), &session["version"], courses).await.expect(200);
    assert_eq!(each(list(&session_now, "courses"), "title"), ["Sécurité", "Module de Développement web"]);

    // Slots every morning and afternoon from Monday to Tuesday, seen first, then created.
    let mut rule = json!({
        "dry_run": true, "session_course_id": session_now["courses"][1]["id"], "from": "2026-03-09",
        "weekdays": [1, 2], "until": "2026-03-13",
        "hours": [{ "start_time": "09:00", "end_time": "12:00" }, { "start_time": "13:30", "end_time": "16:30" }],
    });
    let shown = manager.post(&path("/slot-generations"), &rule).await.expect(200);
    assert_eq!(list(&shown, "slots").len(), 4);
    rule["dry_run"] = json!(false);
    manager.post(&path("/slot-generations"), &rule).await.expect(200);

    // People from a file: a member, somebody of another organisation, somebody without an address, one too many.
    let member = app.trainee(&school.organisation).await;
    let elsewhere = app.school("Ailleurs").await;
    let stranger = app.trainee(&elsewhere.organisation).await;
    let file = format!(
        "Prénom,Nom,E-mail\nSamir,Membre,{}\nInès,Diarra,{}\nSans,Adresse,\nUn,De trop,trop@example.org\n",
        member.email, stranger.email
    );
    let request = manager.request(Method::POST, &path("/enrolment-imports"));
    let request = request.header(header::CONTENT_TYPE, "application/octet-stream").body(file);
    let preview = send(request).await.expect(201);
    assert_eq!(each(list(&preview, "rows"), "status"), ["enrolled", "invited", "enrolled", "waiting"]);
    let confirm = path(&format!("/enrolment-imports/{}/confirm", preview["id"].as_str().unwrap()));
    manager.post(&confirm, json!({ "skip_errors": false })).await.expect(200);

    // What still blocks the start is told; an assessment settles it.
    let readiness = manager.get(&path("/readiness")).await.expect(200);
    let blocking: Vec<_> =
        list(&readiness, "items").iter().filter(|item| item["is_blocking"] == true).collect();
    assert!(blocking.iter().all(|item| item["code"] == "skill_not_assessed"), "{readiness}");
    let skills = each(list(&session_now, "skills"), "skill");
    let quiz = json!({ "title": "Évaluation finale", "purpose": "assessment", "skills": skills });
    manager.post(&path("/quizzes"), quiz).await.expect(201);
    let readiness = manager.get(&path("/readiness")).await.expect(200);
    assert_eq!(readiness["is_ready"], true, "{readiness}");

    // Announced, everybody hears of it; the invited person accepts, and sees their calendar.
    school.step(&session, "plan", &Value::Null).await;
    let mail = app.mails_to(&stranger.email).await.pop().expect("an invitation");
    assert!(mail.subject.starts_with("Atelier du Rhône vous invite"), "{mail:?}");
    let waits = stranger.client.get("/me/session-invitations").await.expect(200);
    let id = one(list(&waits, "items"), "session_title", "Développement web")["id"].as_str().unwrap();
    assert_eq!(stranger.client.post(&format!("/me/session-invitations/{id}/accept"), ()).await.status, 204);
    let feed = stranger.client.post("/me/calendar-feed", ()).await.expect(201);
    let address = feed["url"].as_str().unwrap().split("/api/v1").nth(1).unwrap();
    let calendar = app.anonymous().get(address).await.text;
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 4);

    // Somebody gives up: the one who waited gets the seat.
    let people = manager.get(&path("/enrolments")).await.expect(200);
    let gone = one(list(&people, "items"), "first_name", "Sans");
    let step = path(&format!("/enrolments/{}/move", gone["id"].as_str().unwrap()));
    let request =
        manager.starting_from(Method::POST, &step, &gone["version"]).json(&json!({ "step": "cancel" }));
    send(request).await.expect(200);
    assert_eq!(app.mails_to("trop@example.org").await.len(), 1);

    lives_and_ends(&app, &school, &session, &stranger).await;
}

/// It starts by itself, a slot moves, people are told once, and it ends by itself.
async fn lives_and_ends(app: &TestApp, school: &School, session: &Value, stranger: &User) {
    let path = |rest: &str| session_path(school, session, rest);
    app.go_to("2026-03-09T08:00:00Z");
    app.advance_sessions().await;
    let school = &app.renewed_school(school);
    assert_eq!(school.reread(session).await["status"], "running");
    let slots = school.manager.client.get(&path("/slots")).await.expect(200);
    let last = &slots["items"][3];
    let moved = json!({
        "session_course_id": last["session_course_id"], "date": "2026-03-13", "start_time": "09:00", "end_time": "12:00",
    });
    let slot = path(&format!("/slots/{}", last["id"].as_str().unwrap()));
    school.manager.client.put_at(&slot, &last["version"], moved).await.expect(200);
    app.advance(chrono::Duration::minutes(5));
    let told = app.mails_to(&stranger.email).await.pop().unwrap();
    assert!(
        told.body.replace('\u{a0}', " ").contains("vendredi 13 mars 2026, de 9 h à 12 h"),
        "{}",
        told.body
    );
    app.go_to("2026-03-13T11:00:00Z");
    app.advance_sessions().await;
    let school = &app.renewed_school(school);
    assert_eq!(school.reread(session).await["status"], "ended");
    let stranger = app.renewed(stranger);
    let mine = stranger.client.get("/me/sessions").await.expect(200);
    assert_eq!(mine["items"][0]["enrolment_status"], "finished");
}
