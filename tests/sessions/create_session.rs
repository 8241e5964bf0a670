use reqwest::Method;
use serde_json::{Value, json};

use super::{ask, noted};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_session_takes_the_courses_of_the_newest_revision_and_its_usual_rooms() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, draft) = school.published(&app, "Développement").await;
    let answer = school.manager.client.post(&school.path("/sessions"), school.session_draft(&training)).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let session = answer.expect(201);
    assert_eq!((&session["status"], &session["title"]), (&json!("draft"), &json!("Développement")));
    assert_eq!((&session["revision"], &session["announced_minutes"]), (&json!(1), &json!(120)));
    assert_eq!(session["courses"][0]["course_id"], draft["courses"][0]["course_id"]);
    assert_eq!(session["courses"][0]["skills"], draft["courses"][0]["skills"]);
    assert_eq!(session["skills"].as_array().unwrap().len(), 2);
    assert_eq!(session["trainers"][0]["person_id"], json!(school.trainer.id));
    assert_eq!(
        (&session["seats"], &session["taken"], &session["waiting"]),
        (&Value::Null, &json!(0), &json!(0))
    );
    let path = super::super::support::sessions::session_path(&school, &session, "/rooms");
    let rooms = school.manager.client.get(&path).await.expect(200);
    let kinds: Vec<_> = rooms["items"].as_array().unwrap().iter().map(|room| room["kind"].clone()).collect();
    assert_eq!(kinds, ["general", "staff"]);
    assert_eq!(noted(&app, "training_session.written").await, [Some(json!({ "what": "created" }))]);
}

#[tokio::test]
async fn a_session_stays_on_its_revision_when_the_training_moves_on() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    let session = school.open(&school.session_draft(&training)).await;
    let more = school.course("Module neuf").await;
    draft["courses"].as_array_mut().unwrap().push(json!({ "course_id": more["id"] }));
    school.publish(&school.rewrite(&training, &draft).await).await;
    let still = school.reread(&session).await;
    assert_eq!((&still["revision"], &still["newest_revision"]), (&json!(1), &json!(2)));
    assert_eq!(still["courses"].as_array().unwrap().len(), 1);
    let next = school.open(&school.session_draft(&training)).await;
    assert_eq!((&next["revision"], &next["courses"][1]["title"]), (&json!(2), &json!("Module neuf")));
}

#[tokio::test]
async fn sessions_are_opened_from_published_trainings_only() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let path = school.path("/sessions");
    let client = &school.manager.client;
    let written = school.write(&school.draft(&app, "Brouillon").await).await;
    let refused = client.post(&path, school.session_draft(&written)).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "draft");
    let (training, _) = school.published(&app, "Archivée").await;
    client.post_at(&school.training_path(&training, "/archive"), &training["version"]).await.expect(200);
    let refused = client.post(&path, school.session_draft(&training)).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
    let foreign = app.school("Ailleurs").await;
    let (theirs, _) = foreign.published(&app, "À eux").await;
    client.post(&path, school.session_draft(&theirs)).await.expect_field("/training_id", "unknown_training");
    assert_eq!(client.get(&path).await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn every_fault_is_told_at_its_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let (path, client) = (school.path("/sessions"), &school.manager.client);
    let draft = json!({
        "training_id": training["id"], "title": "A", "starts_on": "2026-03-09", "ends_on": "2026-03-08",
        "remote_url": "javascript:alert(1)", "seats": 501, "announced_minutes": -1,
        "trainers": [school.trainer.id, school.trainer.id],
    });
    let problem = client.post(&path, draft).await.expect_problem(422, "invalid_request");
    let told: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("/title", "too_short"),
            ("/remote_url", "url_format"),
            ("/ends_on", "before_start"),
            ("/seats", "out_of_range"),
            ("/announced_minutes", "out_of_range"),
            ("/trainers/1", "duplicate"),
        ]
    );
    let mut draft = school.session_draft(&training);
    draft["ends_on"] = json!("2029-03-10");
    client.post(&path, &draft).await.expect_field("/ends_on", "too_far");
    let mut draft = school.session_draft(&training);
    draft["trainers"] = json!([app.trainee(&school.organisation).await.id]);
    client.post(&path, &draft).await.expect_field("/trainers/0", "not_a_trainer");
    client.post(&path, json!({ "etat": 1 })).await.expect_field("/etat", "unknown_field");
}

#[tokio::test]
async fn those_who_run_the_organisation_open_sessions() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(&app, "Développement").await;
    let (path, draft) = (school.path("/sessions"), school.session_draft(&training));
    let foreign = app.school("Ailleurs").await;
    let trainee = app.trainee(&school.organisation).await;
    ask(&school.trainer, &Method::POST, &path, &draft).await.expect_problem(403, "forbidden");
    ask(&trainee, &Method::POST, &path, &draft).await.expect_problem(403, "forbidden");
    ask(&foreign.manager, &Method::POST, &path, &draft).await.expect_problem(404, "not_found");
    app.suspend(&school.organisation).await;
    ask(&school.manager, &Method::POST, &path, &draft).await.expect_problem(409, "organisation_suspended");
}
