use reqwest::Method;
use serde_json::json;

use super::get_session::general;
use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn the_general_part_is_written_anew_from_the_version_that_was_read() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "");
    let client = &school.manager.client;
    let mut draft = general(&session);
    (draft["title"], draft["seats"], draft["retention"]) =
        (json!("Autre titre"), json!(12), json!("cofunded"));
    let written = client.put_at(&path, &json!(1), &draft).await.expect(200);
    assert_eq!(
        (&written["title"], &written["seats"], &written["version"]),
        (&json!("Autre titre"), &json!(12), &json!(2))
    );
    assert_eq!(written["updated_by"], "Marc Membre");
    let stale = client.put_at(&path, &json!(1), &draft).await.expect_problem(412, "stale");
    assert_eq!(stale["current"]["version"], 2);
    client.put(&path, &draft).await.expect_problem(428, "precondition_required");
    draft["ends_on"] = json!("2026-03-01");
    client.put_at(&path, &json!(2), &draft).await.expect_field("/ends_on", "before_start");
    assert_eq!(school.reread(&session).await["version"], 2);
}

#[tokio::test]
async fn who_is_no_longer_a_trainer_leaves_the_slots_to_come_and_stays_in_their_history() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let slot = school.slot(&session, "2026-03-09", "09:00", "12:00").await;
    let mut draft = general(&session);
    draft["trainers"] = json!([]);
    let session_now = school.reread(&session).await;
    let path = session_path(&school, &session, "");
    school.manager.client.put_at(&path, &session_now["version"], draft).await.expect(200);
    let path = session_path(&school, &session, &format!("/slots/{}", slot["id"].as_str().unwrap()));
    let shown = school.manager.client.get(&path).await.expect(200);
    assert_eq!((&shown["trainers"], shown["replaced_trainers"].as_array().unwrap().len()), (&json!([]), 1));
    assert_eq!(shown["replaced_trainers"][0]["last_name"], "Membre");
}

#[tokio::test]
async fn a_trainer_who_leaves_the_session_is_told_and_so_are_calendars() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let member = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &member).await;
    let other = app.trainer(&school.organisation).await;
    let slots = session_path(&school, &session, "/slots");
    let before = school.manager.client.get(&slots).await.expect(200);
    let mut draft = general(&session);
    draft["trainers"] = json!([other.id]);
    let now = school.reread(&session).await;
    school
        .manager
        .client
        .put_at(&session_path(&school, &session, ""), &now["version"], draft)
        .await
        .expect(200);
    let after = school.manager.client.get(&slots).await.expect(200);
    assert_eq!((&before["items"][0]["version"], &after["items"][0]["version"]), (&json!(1), &json!(2)));
    let sequences: Vec<i32> =
        sqlx::query_scalar("SELECT sequence FROM session_slot").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(sequences, [1, 1]);
    app.advance(chrono::Duration::minutes(5));
    for address in [&school.trainer.email, &member.email] {
        let mails = app.mails_to(address).await;
        let told = mails.iter().filter(|mail| mail.subject.starts_with("Le calendrier")).count();
        assert_eq!(told, 1, "{address}: {mails:?}");
    }
}

#[tokio::test]
async fn calendars_learn_of_another_title() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let mut draft = general(&session);
    draft["title"] = json!("Autre titre");
    let now = school.reread(&session).await;
    school
        .manager
        .client
        .put_at(&session_path(&school, &session, ""), &now["version"], draft)
        .await
        .expect(200);
    let sequences: Vec<i32> =
        sqlx::query_scalar("SELECT sequence FROM session_slot").fetch_all(&app.state.pool).await.unwrap();
    assert_eq!(sequences, [1, 1]);
}

#[tokio::test]
async fn seats_are_not_fewer_than_those_who_hold_one_and_more_go_to_those_who_wait() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "");
    let client = &school.manager.client;
    let mut draft = general(&session);
    draft["seats"] = json!(2);
    client.put_at(&path, &json!(1), &draft).await.expect(200);
    for name in ["Un", "Deux", "Trois", "Quatre"] {
        school.register(&session, name, "Durand").await;
    }
    draft["seats"] = json!(1);
    client.put_at(&path, &json!(2), &draft).await.expect_field("/seats", "below_taken");
    draft["seats"] = json!(3);
    let wider = client.put_at(&path, &json!(2), &draft).await.expect(200);
    assert_eq!((&wider["taken"], &wider["waiting"]), (&json!(3), &json!(1)));
    let waiting = client.get(&format!("{path}/enrolments?status=waiting")).await.expect(200);
    assert_eq!(waiting["items"][0]["first_name"], "Quatre", "first come, first served");
}

#[tokio::test]
async fn a_session_that_is_over_or_foreign_is_not_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let draft = general(&session);
    let path = session_path(&school, &session, "");
    let cancelled = school.step(&session, "cancel", &json!({ "reason": "Trop peu de monde" })).await;
    let refused = school.manager.client.put_at(&path, &cancelled["version"], &draft).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "cancelled");
    let other = school.session(&app, "Autre").await;
    only_for_those_who_run_it(
        &app,
        &school,
        Method::PUT,
        &session_path(&school, &other, ""),
        &general(&other),
    )
    .await;
}
