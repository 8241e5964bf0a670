use reqwest::Method;
use serde_json::{Value, json};

use super::close_session::ended;
use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::sessions::session_path;

#[tokio::test]
async fn title_and_place_are_put_right_with_a_reason_once_a_session_has_ended() {
    let app = TestApp::with_catalogue().await;
    let (school, session) = ended(&app, &app.school("Atelier").await).await;
    let (title, place) = (session["title"].clone(), session["place"].clone());
    let body =
        json!({ "title": " Soudure TIG ", "place": "Salle B, Lyon", "reason": "Titre de la convention" });
    let right = school.step(&session, "rectify", &body).await;
    assert_eq!((&right["title"], &right["place"]), (&json!("Soudure TIG"), &json!("Salle B, Lyon")));
    assert_eq!(right["status"], "ended");
    assert_ne!(right["version"], session["version"]);
    let audited: (Value, Value, String) = sqlx::query_as(
        "SELECT before, after, reason FROM audit_event WHERE kind = 'training_session.rectified'",
    )
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    let after = json!({ "title": "Soudure TIG", "place": "Salle B, Lyon" });
    assert_eq!(
        audited,
        (json!({ "title": title, "place": place }), after, "Titre de la convention".to_owned())
    );
    // Lists find it by its new words.
    let found = school.manager.client.get(&school.path("/sessions?q=soudure%20tig")).await.expect(200);
    assert_eq!(found["items"][0]["id"], session["id"]);
    // Whoever read it before learns of the change.
    let path = session_path(&school, &session, "/rectify");
    let request = school.manager.client.starting_from(Method::POST, &path, &session["version"]);
    send(request.json(&body)).await.expect_problem(412, "stale");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &body).await;
}

#[tokio::test]
async fn what_is_put_right_is_sound_and_otherwise() {
    let app = TestApp::with_catalogue().await;
    let (school, session) = ended(&app, &app.school("Atelier").await).await;
    let right = json!({ "title": "Soudure TIG", "place": "Salle B", "reason": "Relecture" });
    for (field, text, code) in
        [("title", "", "required"), ("title", "S", "too_short"), ("reason", " ", "required")]
    {
        let mut body = right.clone();
        body[field] = json!(text);
        school.try_step(&session, "rectify", &body).await.expect_field(&format!("/{field}"), code);
    }
    let same = json!({ "title": session["title"], "place": session["place"], "reason": "Relecture" });
    school.try_step(&session, "rectify", &same).await.expect_field("/title", "nothing_changed");
    assert!(noted(&app, "training_session.rectified").await.is_empty());
}

#[tokio::test]
async fn what_runs_is_written_anew_and_what_is_closed_is_taken_up_again_first() {
    let app = TestApp::with_catalogue().await;
    let (school, session) = ended(&app, &app.school("Atelier").await).await;
    let body = json!({ "title": "Soudure TIG", "place": "Salle B", "reason": "Relecture" });
    for status in ["draft", "planned", "running", "closed", "cancelled"] {
        sqlx::query("UPDATE training_session SET status = $1, status_reason = 'Trop peu'")
            .bind(status)
            .execute(&app.state.pool)
            .await
            .unwrap();
        let refused = school.try_step(&session, "rectify", &body).await;
        assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], status);
    }
}

#[tokio::test]
async fn once_its_papers_are_no_longer_kept_nothing_is_put_right() {
    let app = TestApp::with_catalogue().await;
    let (school, session) = ended(&app, &app.school("Atelier").await).await;
    sqlx::query("UPDATE training_session SET starts_on = '2010-03-01', ends_on = '2010-03-05'")
        .execute(&app.state.pool)
        .await
        .unwrap();
    let body = json!({ "title": "Soudure TIG", "place": "Salle B", "reason": "Relecture" });
    school.try_step(&session, "rectify", &body).await.expect_problem(409, "retention_over");
}
