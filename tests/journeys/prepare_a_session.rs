//! Story B, what goes with a session: resources, quizzes, rooms, hours, and the list of what still blocks its start.

use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::files::pdf;
use crate::support::sessions::{session_path, slot_draft};
use crate::support::trainings::School;
use crate::support::users::User;

#[tokio::test]
async fn a_session_is_prepared_until_nothing_blocks_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier du Rhône").await;
    let (training, _) = school.published(&app, "Développement web").await;
    let mut draft = school.session_draft(&training);
    (draft["announced_minutes"], draft["place"]) = (json!(360), json!(""));
    let session = school.open(&draft).await;
    everything_is_still_to_do(&school, &session).await;
    slots_give_hours(&school, &session).await;
    let member = app.trainee(&school.organisation).await;
    let enrolment = school.enrol_member(&session, &member).await;
    quizzes_and_rooms_are_attached(&school, &session, &enrolment).await;
    school.step(&session, "plan", &Value::Null).await;
    let support = resources_wait_for_their_day(&school, &session, &member).await;
    the_next_version_is_what_trainees_get(&app, (&school, &session), &member, &support).await;
    nothing_blocks_any_more(&app, &school, &session, &member).await;
}

/// The codes of what blocks, and of what deserves a look.
async fn not_ready(school: &School, session: &Value) -> (Vec<String>, Vec<String>) {
    let told = school.manager.client.get(&session_path(school, session, "/readiness")).await.expect(200);
    let (blocking, other): (Vec<Value>, Vec<Value>) =
        list(&told, "items").iter().cloned().partition(|item| item["is_blocking"] == true);
    assert_eq!(told["is_ready"], blocking.is_empty());
    (each(&blocking, "code"), each(&other, "code"))
}

async fn everything_is_still_to_do(school: &School, session: &Value) {
    let (blocking, other) = not_ready(school, session).await;
    assert_eq!(
        blocking,
        ["no_slot", "no_trainee", "hours_missing", "skill_not_assessed", "skill_not_assessed"]
    );
    assert_eq!(other, ["course_without_slot"]);
    school.try_step(session, "plan", &Value::Null).await.expect_field("/slots", "required");
    let hours = school.manager.client.get(&session_path(school, session, "/planned-hours")).await.expect(200);
    assert_eq!((&hours["announced_minutes"], &hours["planned_minutes"]), (&json!(360), &json!(0)));
}

/// A slot that nobody gives and that is nowhere, then put right; hours are counted skill by skill.
async fn slots_give_hours(school: &School, session: &Value) {
    let slots = session_path(school, session, "/slots");
    let mut bare = slot_draft(session, "2026-03-09", "09:00", "12:00");
    bare["trainers"] = json!([]);
    let slot = school.manager.client.post(&slots, &bare).await.expect(201);
    let told = school.manager.client.get(&session_path(school, session, "/readiness")).await.expect(200);
    for code in ["slot_without_trainer", "slot_without_place"] {
        assert_eq!(one(list(&told, "items"), "code", code)["slot_id"], slot["id"]);
    }
    let missing = one(list(&told, "items"), "code", "hours_missing")["message"].as_str().unwrap();
    assert_eq!(missing.replace('\u{a0}', " "), "3 h prévues pour 6 h annoncées.");
    (bare["trainers"], bare["place"]) = (json!([school.trainer.id]), json!("Salle B"));
    let path = format!("{slots}/{}", slot["id"].as_str().unwrap());
    school.manager.client.put_at(&path, &slot["version"], &bare).await.expect(200);
    let mut second = slot_draft(session, "2026-03-09", "13:30", "16:30");
    second["remote_url"] = json!("https://visio.example/web");
    school.manager.client.post(&slots, second).await.expect(201);
    let hours = school.manager.client.get(&session_path(school, session, "/planned-hours")).await.expect(200);
    assert_eq!(hours["planned_minutes"], 360);
    // The revision gives its course of two hours to two skills; six hours are planned for it.
    for skill in list(&hours, "skills") {
        let minutes = [&skill["expected_minutes"], &skill["planned_minutes"], &skill["difference"]];
        assert_eq!(json!(minutes), json!([60, 180, 120]));
    }
    let (blocking, other) = not_ready(school, session).await;
    assert_eq!(blocking, ["no_trainee", "skill_not_assessed", "skill_not_assessed"]);
    assert!(other.is_empty(), "{other:?}");
}

async fn quizzes_and_rooms_are_attached(school: &School, session: &Value, enrolment: &Value) {
    let client = &school.manager.client;
    let skills = each(list(session, "skills"), "skill");
    let quizzes = session_path(school, session, "/quizzes");
    let positioning = json!({
        "title": "Positionnement", "purpose": "positioning", "skills": skills,
        "opens_at": "2026-03-02T08:00:00Z", "closes_at": "2026-03-09T08:00:00Z",
    });
    client.post(&quizzes, positioning).await.expect(201);
    let (blocking, _) = not_ready(school, session).await;
    assert_eq!(blocking, ["skill_not_assessed"; 2], "where people stand says nothing of what they acquired");
    let partly = json!({ "title": "Évaluation", "purpose": "assessment", "skills": [skills[0]] });
    let quiz = client.post(&quizzes, partly).await.expect(201);
    let (blocking, _) = not_ready(school, session).await;
    assert_eq!(blocking, ["skill_not_assessed"]);
    let whole = json!({ "title": "Évaluation", "purpose": "assessment", "skills": skills });
    let path = format!("{quizzes}/{}", quiz["id"].as_str().unwrap());
    client.put_at(&path, &quiz["version"], whole).await.expect(200);
    let listed = school.trainer.client.get(&quizzes).await.expect(200);
    assert_eq!(each(list(&listed, "items"), "purpose"), ["positioning", "assessment"]);

    let rooms = session_path(school, session, "/rooms");
    let group = json!({ "name": "Groupe A", "members": [enrolment["id"]] });
    client.post(&rooms, group).await.expect(201);
    let listed = school.trainer.client.get(&rooms).await.expect(200);
    let listed = list(&listed, "items");
    assert_eq!(
        each(listed, "kind"),
        ["general", "staff", "group"],
        "the first two were there from the start"
    );
    assert_eq!(listed[2]["members"], json!([enrolment["id"]]));
}

/// Sends a file in the organisation's name.
async fn sent(school: &School, name: &str, inside: &str) -> Value {
    let sent = school.trainer.client.upload(&school.path("/files"), name, pdf(inside)).await;
    sent.expect(201)["id"].clone()
}

/// What a trainee sees of the session's resources.
async fn shown(member: &User, session: &Value) -> Vec<Value> {
    let path = format!("/me/sessions/{}", session["id"].as_str().unwrap());
    list(&member.client.get(&path).await.expect(200), "resources").to_vec()
}

/// A support of the trainer, a video before it, and a link that opens on the first day.
async fn resources_wait_for_their_day(school: &School, session: &Value, member: &User) -> Value {
    let path = session_path(school, session, "/resources");
    let page = "<!DOCTYPE html><script>";
    let refused = school.trainer.client.upload(&school.path("/files"), "support.pdf", page).await;
    refused.expect_problem(415, "file_type_refused");
    let file = sent(school, "support.pdf", "<< /Un 1 >>").await;
    let course = &session["courses"][0]["id"];
    let support = json!({ "kind": "file", "title": "Support", "file_id": file, "session_course_id": course });
    let support = school.trainer.client.post(&path, support).await.expect(201);
    assert_eq!((&support["file"]["name"], &support["number"]), (&json!("support.pdf"), &json!(1)));
    let video =
        json!({ "kind": "video", "title": "Le film", "url": "https://films.example/1", "position": 0 });
    school.manager.client.post(&path, video).await.expect(201);
    let later = json!({
        "kind": "link", "title": "Les corrigés", "url": "https://cours.example/",
        "visible_from": "2026-03-09T08:00:00Z",
    });
    school.manager.client.post(&path, later).await.expect(201);
    let listed = school.trainer.client.get(&path).await.expect(200);
    assert_eq!(each(list(&listed, "items"), "title"), ["Le film", "Support", "Les corrigés"]);
    assert_eq!(each(&shown(member, session).await, "title"), ["Le film", "Support"]);
    support
}

async fn the_next_version_is_what_trainees_get(
    app: &TestApp,
    (school, session): (&School, &Value),
    member: &User,
    support: &Value,
) {
    let id = support["id"].as_str().unwrap();
    let own = format!("/me/sessions/{}/resources/{id}/file", session["id"].as_str().unwrap());
    assert!(member.client.get(&own).await.text.contains("/Un 1"));
    let file = sent(school, "support.pdf", "<< /Deux 2 >>").await;
    let path = session_path(school, session, &format!("/resources/{id}"));
    let body = json!({
        "kind": "file", "title": "Support", "file_id": file, "session_course_id": support["session_course_id"],
    });
    let written = school.trainer.client.put_at(&path, &support["version"], &body).await.expect(200);
    let numbers: Vec<_> =
        list(&written, "versions").iter().map(|version| version["number"].clone()).collect();
    assert_eq!(numbers, [2, 1], "what it was stays");
    assert!(member.client.get(&own).await.text.contains("/Deux 2"));
    let first = school.manager.client.get(&format!("{path}/file?number=1")).await;
    assert!(first.text.contains("/Un 1"));
    // A browser is handed an address that needs no account.
    let link = member.client.get(&format!("{own}-link")).await.expect(200);
    let address = link["url"].as_str().unwrap().split("/api/v1").nth(1).unwrap();
    assert!(app.anonymous().get(address).await.text.contains("/Deux 2"));
}

/// The list is empty, and the clock starts the session; the link is there from that moment on.
async fn nothing_blocks_any_more(app: &TestApp, school: &School, session: &Value, member: &User) {
    assert_eq!(not_ready(school, session).await, (Vec::new(), Vec::new()));
    let other = app.trainee(&school.organisation).await;
    let path = format!("/me/sessions/{}", session["id"].as_str().unwrap());
    other.client.get(&path).await.expect_problem(404, "not_found");
    app.go_to("2026-03-09T08:00:00Z");
    app.advance_sessions().await;
    let school = app.renewed_school(school);
    assert_eq!(school.reread(session).await["status"], "running");
    let member = app.renewed(member);
    assert_eq!(each(&shown(&member, session).await, "title"), ["Le film", "Support", "Les corrigés"]);
}

#[tokio::test]
async fn what_is_not_ready_starts_for_a_reason_alone() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier du Rhône").await;
    let session = school.planned(&app, "Développement web").await;
    school.register(&session, "Zoé", "Durand").await;
    app.go_to("2026-03-09T08:00:00Z");
    app.advance_sessions().await;
    let school = app.renewed_school(&school);
    assert_eq!(
        school.reread(&session).await["status"],
        "planned",
        "the clock starts nothing that is not ready"
    );
    let mails = app.mails_to(&school.manager.email).await;
    assert_eq!(mails.len(), 1, "those who run it are told: {mails:?}");
    let refused = school.try_step(&session, "start", &json!({})).await.expect_problem(409, "not_ready");
    assert_eq!(each(list(&refused["current"], "items"), "code")[..2], ["skill_not_assessed"; 2]);
    let why = json!({ "override_reason": "Évaluation sur papier" });
    let running = school.step(&session, "start", &why).await;
    assert_eq!(
        (&running["status"], &running["start_override"]),
        (&json!("running"), &why["override_reason"])
    );
}
