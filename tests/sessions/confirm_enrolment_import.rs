use carnet::sessions::PurgeEnrolmentImports;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::create_enrolment_import::upload;
use super::{ask, noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::sessions::session_path;
use crate::support::trainings::School;

fn confirmation(school: &School, session: &Value, import: &Value) -> String {
    session_path(school, session, &format!("/enrolment-imports/{}/confirm", import["id"].as_str().unwrap()))
}

async fn people(school: &School, session: &Value) -> usize {
    let page = school.manager.client.get(&session_path(school, session, "/enrolments")).await.expect(200);
    page["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn what_was_shown_is_done_once_and_nobody_is_taken_off() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    school.register(&session, "Déjà", "Là").await;
    let file = "Nom;Prénom;E-mail;Employeur\n\
                Durand;Zoé;zoe@example.org;Chantiers Lefort\nMartin;Léa;;\nLà;Déjà;;Atelier Petit\n";
    let shown = upload(&school.manager, &school, &session, file).await.expect(201);
    let path = confirmation(&school, &session, &shown);
    let body = json!({ "skip_errors": false });
    let done = school.manager.client.post(&path, &body).await.expect(200);
    assert!(done["confirmed_at"].is_string());
    assert_eq!((&done["rows"], people(&school, &session).await), (&shown["rows"], 3));
    let page = school.manager.client.get(&session_path(&school, &session, "/enrolments")).await.expect(200);
    let employers: Vec<_> =
        page["items"].as_array().unwrap().iter().map(|one| (&one["first_name"], &one["employer"])).collect();
    assert_eq!(
        employers,
        [
            (&json!("Zoé"), &json!("Chantiers Lefort")),
            (&json!("Déjà"), &Value::Null),
            (&json!("Léa"), &Value::Null)
        ]
    );
    assert_eq!(app.mails_to("zoe@example.org").await.len(), 1);
    let again = school.manager.client.post(&path, &body).await.expect(200);
    assert_eq!((again, people(&school, &session).await), (done, 3));
    assert_eq!(app.mails_to("zoe@example.org").await.len(), 1);
    assert_eq!(noted(&app, "enrolment.imported").await.len(), 1);
    // A file that leaves somebody out takes nobody off.
    let shorter = upload(&school.manager, &school, &session, "Nom;Prénom\nMartin;Léa\n").await.expect(201);
    assert_eq!(shorter["counts"], json!({ "create": 0, "match": 0, "already": 1, "error": 0 }));
    school.manager.client.post(&confirmation(&school, &session, &shorter), &body).await.expect(200);
    assert_eq!(people(&school, &session).await, 3);
}

#[tokio::test]
async fn errors_are_left_out_only_when_that_is_said() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let shown =
        upload(&school.manager, &school, &session, "Nom;Prénom\nDurand;Zoé\n;Ali\n").await.expect(201);
    let path = confirmation(&school, &session, &shown);
    school
        .manager
        .client
        .post(&path, json!({ "skip_errors": false }))
        .await
        .expect_problem(409, "import_has_errors");
    assert_eq!(people(&school, &session).await, 0);
    school.manager.client.post(&path, json!({ "skip_errors": true })).await.expect(200);
    assert_eq!(people(&school, &session).await, 1);
}

#[tokio::test]
async fn a_session_that_changed_meanwhile_is_shown_anew() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let shown =
        upload(&school.manager, &school, &session, "Nom;Prénom\nDurand;Zoé\nMartin;Léa\n").await.expect(201);
    school.register(&session, "Zoé", "Durand").await;
    let path = confirmation(&school, &session, &shown);
    let body = json!({ "skip_errors": false });
    let stale = school.manager.client.post(&path, &body).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["rows"][0]["action"], "already");
    assert_eq!(people(&school, &session).await, 1);
    school.manager.client.post(&path, &body).await.expect(200);
    assert_eq!(people(&school, &session).await, 2);
}

#[tokio::test]
async fn a_file_is_kept_for_a_day() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let other = school.session(&app, "Autre").await;
    let shown = upload(&school.manager, &school, &session, "Nom;Prénom\nDurand;Zoé\n").await.expect(201);
    let body = json!({ "skip_errors": false });
    let elsewhere = confirmation(&school, &other, &shown);
    ask(&school.manager, &Method::POST, &elsewhere, &body).await.expect_problem(404, "not_found");
    let path = confirmation(&school, &session, &shown);
    let second = upload(&school.manager, &school, &other, "Nom;Prénom\nMartin;Léa\n").await.expect(201);
    let left = async || -> i64 {
        app.run_job(PurgeEnrolmentImports {}).await;
        sqlx::query_scalar("SELECT count(*) FROM enrolment_import").fetch_one(&app.state.pool).await.unwrap()
    };
    app.advance(Duration::hours(24) - Duration::seconds(1));
    assert_eq!(left().await, 2, "a second before");
    let school = app.renewed_school(&school);
    school.manager.client.post(&confirmation(&school, &other, &second), &body).await.expect(200);
    app.advance(Duration::seconds(1));
    school.manager.client.post(&path, &body).await.expect_problem(404, "not_found");
    assert_eq!(left().await, 0);
    let shown = upload(&school.manager, &school, &session, "Nom;Prénom\nDurand;Zoé\n").await.expect(201);
    let path = confirmation(&school, &session, &shown);
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}
