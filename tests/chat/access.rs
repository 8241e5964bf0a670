//! Who reads a room is asked anew at each request: whoever loses a role, leaves or is put out reads nothing with the next one.

use chrono::Duration;
use serde_json::{Value, json};

use super::items;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rooms::{Talk, room_path};

async fn reads(client: &Client, talk: &Talk) -> bool {
    let answer = client.get(&room_path(talk.general, "/messages")).await;
    let rooms = client.get("/rooms").await.expect(200);
    let is_listed = items(&rooms).iter().any(|room| room["id"] == json!(talk.general));
    let is_read = answer.status == 200;
    assert_eq!(is_read, is_listed, "the list and the room agree");
    if !is_read {
        answer.expect_problem(404, "not_found");
    }
    is_read
}

#[tokio::test]
async fn a_trainer_who_is_removed_from_the_session_reads_nothing_with_the_next_request() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let teacher = talk.teacher(&app);
    assert!(reads(&teacher, &talk).await);
    app.execute(&format!("DELETE FROM session_trainer WHERE session_id = '{}'", talk.class.session)).await;
    assert!(reads(&teacher, &talk).await, "still trains at a slot");
    app.execute("UPDATE slot_trainer SET removed_at = now()").await;
    assert!(!reads(&teacher, &talk).await);
    teacher.try_say(talk.general, "Encore là").await.expect_problem(404, "not_found");
    teacher.get(&room_path(talk.staff, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn who_loses_a_role_in_the_organisation_loses_the_rooms() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let (teacher, boss) = (talk.teacher(&app), talk.class.boss(&app));
    assert!(reads(&teacher, &talk).await && reads(&boss, &talk).await);
    app.execute("UPDATE organisation_member SET role = 'trainee' WHERE role IN ('trainer', 'manager')").await;
    assert!(!reads(&teacher, &talk).await && !reads(&boss, &talk).await);
}

#[tokio::test]
async fn a_trainee_who_leaves_is_out_and_one_who_went_to_the_end_stays() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (leaver, graduate) = (talk.learner(&app, 0), talk.learner(&app, 1));
    assert!(reads(&leaver, &talk).await && reads(&graduate, &talk).await);
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned', ends_on = '2026-03-03' WHERE id = '{}'",
        talk.class.enrolment(0)
    ))
    .await;
    app.execute(&format!(
        "UPDATE enrolment SET status = 'finished' WHERE id = '{}'",
        talk.class.enrolment(1)
    ))
    .await;
    assert!(!reads(&leaver, &talk).await);
    leaver.try_say(talk.general, "Attendez").await.expect_problem(404, "not_found");
    assert!(reads(&graduate, &talk).await);
}

#[tokio::test]
async fn the_days_of_an_enrolment_open_and_shut_the_rooms_at_midnight_in_paris() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    app.execute(&format!(
        "UPDATE enrolment SET starts_on = '2026-03-04' WHERE id = '{}'",
        talk.class.enrolment(0)
    ))
    .await;
    app.execute(&format!(
        "UPDATE enrolment SET ends_on = '2026-03-03' WHERE id = '{}'",
        talk.class.enrolment(1)
    ))
    .await;
    app.go_to("2026-03-03T22:59:59Z");
    assert!(!reads(&talk.learner(&app, 0), &talk).await, "joins the session later");
    assert!(reads(&talk.learner(&app, 1), &talk).await);
    app.advance(Duration::seconds(1));
    assert!(reads(&talk.learner(&app, 0), &talk).await);
    assert!(!reads(&talk.learner(&app, 1), &talk).await);
}

#[tokio::test]
async fn a_group_is_for_its_trainees_and_the_room_of_the_staff_for_the_staff() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let group = app.session_room(&talk.class, "group", "Groupe A").await;
    app.execute(&format!(
        "INSERT INTO session_room_member (room_id, enrolment_id) VALUES ('{group}', '{}')",
        talk.class.enrolment(0)
    ))
    .await;
    let names = |page: &Value| -> Vec<String> {
        let mut names: Vec<_> =
            items(page).iter().map(|room| room["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let list = async |client: &Client| names(&client.get("/rooms").await.expect(200));
    assert_eq!(list(&talk.learner(&app, 0)).await, ["Groupe A", "Salon général"]);
    assert_eq!(list(&talk.learner(&app, 1)).await, ["Salon général"]);
    let all = ["Groupe A", "Salon de l’équipe", "Salon général"];
    assert_eq!(list(&talk.teacher(&app)).await, all);
    assert_eq!(list(&talk.class.boss(&app)).await, all);
    app.execute("DELETE FROM session_room_member").await;
    talk.learner(&app, 0).get(&room_path(group, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_draft_is_talked_about_by_those_who_prepare_it() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    app.execute("UPDATE training_session SET status = 'draft'").await;
    assert!(!reads(&talk.learner(&app, 0), &talk).await);
    assert!(reads(&talk.teacher(&app), &talk).await);
}

#[tokio::test]
async fn an_organisation_that_is_suspended_is_read_and_not_written() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    app.suspend(&talk.class.organisation).await;
    for client in [talk.learner(&app, 0), talk.teacher(&app)] {
        assert!(reads(&client, &talk).await);
        client.try_say(talk.general, "Oui ?").await.expect_problem(409, "organisation_suspended");
    }
}

#[tokio::test]
async fn thirty_days_after_its_close_the_rooms_of_a_session_are_read_only() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    app.execute("UPDATE training_session SET status = 'closed', status_at = '2026-03-13T16:00:00Z'").await;
    app.execute("UPDATE enrolment SET status = 'finished'").await;
    app.go_to("2026-04-12T21:58:59Z");
    talk.learner(&app, 0).say(talk.general, "Merci encore").await;
    let room = talk.learner(&app, 0).room(talk.general).await;
    assert_eq!(room["retention"]["read_only_from"], "2026-04-12T21:59:00Z");
    app.advance(Duration::seconds(1));
    for client in [talk.learner(&app, 0), talk.teacher(&app)] {
        client.try_say(talk.general, "Merci").await.expect_problem(409, "room_read_only");
        assert_eq!(client.texts(talk.general).await.len(), 1);
    }
    app.execute("UPDATE training_session SET status = 'ended'").await;
    talk.learner(&app, 0).say(talk.general, "Reprise").await;
}

#[tokio::test]
async fn a_room_that_the_session_no_longer_has_is_gone_for_everybody() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    talk.learner(&app, 0).say(talk.general, "Un mot").await;
    app.execute(&format!("DELETE FROM session_room WHERE id = '{}'", talk.general)).await;
    assert!(!reads(&talk.teacher(&app), &talk).await);
    app.end_rooms().await;
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM message").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(left, 0);
}
