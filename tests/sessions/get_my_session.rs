use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn a_trainee_sees_their_own_days_and_what_is_visible_and_nobody_else() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    school.slot(&session, "2026-03-10", "09:00", "12:00").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol(&session, &json!({ "person_id": member.id, "starts_on": "2026-03-10" })).await;
    school.register(&session, "Secrète", "Personne").await;
    let resources = session_path(&school, &session, "/resources");
    for (title, from) in [("Tout de suite", None), ("Plus tard", Some("2026-03-10T08:00:00Z"))] {
        let body =
            json!({ "kind": "link", "title": title, "url": "https://cours.example/", "visible_from": from });
        school.manager.client.post(&resources, body).await.expect(201);
    }
    let path = format!("/me/sessions/{}", session["id"].as_str().unwrap());
    let answer = member.client.get(&path).await;
    assert!(!answer.text.contains("Secrète"), "nothing of the others is shown");
    let mine = answer.expect(200);
    assert_eq!(mine["slots"].as_array().unwrap().len(), 1);
    assert_eq!(mine["slots"][0]["starts_at"], "2026-03-10T08:00:00Z");
    let titles = |mine: &Value| {
        mine["resources"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&mine), ["Tout de suite"]);
    assert_eq!(
        (&mine["enrolment"]["starts_on"], &mine["trainers"][0]["first_name"]),
        (&json!("2026-03-10"), &json!("Farida"))
    );
    app.go_to("2026-03-10T08:00:00Z");
    let member = app.renewed(&member);
    assert_eq!(titles(&member.client.get(&path).await.expect(200)), ["Tout de suite", "Plus tard"]);
}

#[tokio::test]
async fn to_those_who_do_not_take_part_there_is_nothing() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let path = format!("/me/sessions/{}", session["id"].as_str().unwrap());
    let trainee = app.trainee(&school.organisation).await;
    for user in [&trainee, &school.manager, &school.trainer, &app.person("Inès", "Ailleurs").await] {
        user.client.get(&path).await.expect_problem(404, "not_found");
    }
}
