use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rooms::{Pair, Talk, message_path, room_path};

/// A trainee's message that another one reports: the message, and the address of the decision.
async fn reported(app: &TestApp, talk: &Talk) -> (Value, String) {
    let sent = talk.learner(app, 0).say(talk.general, "Une méchanceté").await;
    let path = message_path(talk.general, &sent, "/reports");
    let made = talk.learner(app, 1).post(&path, json!({ "reason": "insult" })).await.expect(201);
    (sent, format!("/room-reports/{}/decision", made["id"].as_str().unwrap()))
}

async fn reported_private(app: &TestApp, pair: &Pair) -> String {
    let sent = pair.company(app).say(pair.room, "Payez d’abord").await;
    let path = message_path(pair.room, &sent, "/reports");
    let made = pair.person(app).post(&path, json!({ "reason": "scam" })).await.expect(201);
    format!("/room-reports/{}/decision", made["id"].as_str().unwrap())
}

#[tokio::test]
async fn what_is_retained_stays_and_both_are_told() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (_, path) = reported(&app, &talk).await;
    let body = json!({ "decision": "retained", "note": "Maladroit" });
    let decided = talk.teacher(&app).post(&path, &body).await.expect(200)["report"].clone();
    assert_eq!((&decided["decision"], &decided["note"]), (&json!("retained"), &json!("Maladroit")));
    assert_eq!(decided["decided_by"], "Farida Membre");
    assert_eq!(talk.learner(&app, 1).texts(talk.general).await, [Some("Une méchanceté".to_owned())]);
    for (trainee, role) in talk.class.trainees.iter().zip(["author", "reporter"]) {
        let told = app.told(&trainee.user, "room.report_decided").await;
        assert_eq!((told.len(), &told[0]["decision"], &told[0]["as"]), (1, &json!("retained"), &json!(role)));
        assert!(!told[0].to_string().contains("Maladroit") && !told[0].to_string().contains("Farida"));
    }
    let twice = talk.class.boss(&app).post(&path, &body).await;
    assert_eq!(twice.expect_problem(409, "illegal_transition")["current_state"], "retained");
}

#[tokio::test]
async fn one_decision_settles_every_report_of_the_message() {
    let app = TestApp::start().await;
    let talk = app.talk(3).await;
    let (sent, path) = reported(&app, &talk).await;
    let also = message_path(talk.general, &sent, "/reports");
    let other = talk.learner(&app, 2).post(&also, json!({ "reason": "harassment" })).await.expect(201);
    talk.teacher(&app).post(&path, json!({ "decision": "removed" })).await.expect(200);
    assert_eq!(talk.learner(&app, 2).messages(talk.general).await[0]["state"], "removed");
    for place in 0..3 {
        let user = &talk.class.trainees[place].user;
        assert_eq!(app.told(user, "room.report_decided").await.len(), 1, "{place}");
    }
    let other = format!("/room-reports/{}/decision", other["id"].as_str().unwrap());
    let late = talk.teacher(&app).post(&other, json!({ "decision": "retained" })).await;
    late.expect_problem(409, "illegal_transition");
    // Reported once more after that, it is another report: of a message that is there no more.
    let again = talk.learner(&app, 2).post(&also, json!({ "reason": "spam" })).await;
    again.expect_problem(409, "illegal_transition");
}

#[tokio::test]
async fn who_is_silenced_reads_and_writes_again_a_day_later() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (_, path) = reported(&app, &talk).await;
    talk.teacher(&app).post(&path, json!({ "decision": "silenced" })).await.expect(200);
    let silenced = talk.learner(&app, 0);
    silenced.try_say(talk.general, "Mais").await.expect_problem(403, "silenced");
    assert_eq!(silenced.texts(talk.general).await, [None]);
    assert_eq!(silenced.room(talk.general).await["silenced_until"], "2026-03-04T08:00:00Z");
    app.advance(Duration::hours(24) - Duration::seconds(1));
    talk.learner(&app, 0).try_say(talk.general, "Mais").await.expect_problem(403, "silenced");
    app.advance(Duration::seconds(1));
    talk.learner(&app, 0).say(talk.general, "Pardon").await;
}

#[tokio::test]
async fn who_is_expelled_reads_nothing_with_the_next_request() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let other = app.session_room(&talk.class, "moderated", "Annonces").await;
    let (_, path) = reported(&app, &talk).await;
    let expelled = talk.learner(&app, 0);
    talk.teacher(&app).post(&path, json!({ "decision": "expelled" })).await.expect(200);
    for rest in ["", "/messages", "/changes?after=0", "/members"] {
        expelled.get(&room_path(talk.general, rest)).await.expect_problem(404, "not_found");
    }
    expelled.try_say(talk.general, "Mais").await.expect_problem(404, "not_found");
    expelled.room(other).await;
}

#[tokio::test]
async fn the_staff_is_warned_and_not_put_out_and_nobody_judges_their_own() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let sent = talk.teacher(&app).say(talk.general, "Une méchanceté").await;
    let report = message_path(talk.general, &sent, "/reports");
    let made = talk.learner(&app, 0).post(&report, json!({ "reason": "insult" })).await.expect(201);
    let path = format!("/room-reports/{}/decision", made["id"].as_str().unwrap());
    let own = talk.teacher(&app).post(&path, json!({ "decision": "retained" })).await;
    own.expect_problem(403, "own_message");
    let boss = talk.class.boss(&app);
    for decision in ["silenced", "expelled"] {
        boss.post(&path, json!({ "decision": decision })).await.expect_field("/decision", "staff_author");
    }
    boss.post(&path, json!({ "decision": "lapsed" })).await.expect_field("/decision", "out_of_range");
    boss.post(&path, json!({ "decision": "burned" })).await.expect_field("/decision", "invalid_type");
    boss.post(&path, json!({ "decision": "warned" })).await.expect(200);
    assert_eq!(app.told(&talk.class.trainer, "room.report_decided").await[0]["decision"], "warned");
}

#[tokio::test]
async fn two_who_decide_at_once_decide_once() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (_, path) = reported(&app, &talk).await;
    let (teacher, boss) = (talk.teacher(&app), talk.class.boss(&app));
    let (one, other) = tokio::join!(
        teacher.post(&path, json!({ "decision": "retained" })),
        boss.post(&path, json!({ "decision": "removed" })),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let decided = app.told(&talk.class.trainees[1].user, "room.report_decided").await;
    assert_eq!(decided.len(), 1);
}

#[tokio::test]
async fn expelling_closes_a_private_room_and_a_decision_lets_it_go() {
    let app = TestApp::start().await;
    let (admin, pair) = (app.platform_admin().await, app.pair().await);
    let path = reported_private(&app, &pair).await;
    pair.company(&app).post(&path, json!({ "decision": "retained" })).await.expect_problem(404, "not_found");
    admin.client.post(&path, json!({ "decision": "expelled" })).await.expect(200);
    pair.company(&app).get(&room_path(pair.room, "")).await.expect_problem(404, "not_found");
    let room = pair.person(&app).room(pair.room).await;
    assert_eq!((&room["offer"]["state"], &room["retention"]["held_until"]), (&json!("closed"), &Value::Null));
    for user in [&pair.person, &pair.recruiter.user] {
        assert_eq!(app.told(user, "room.report_decided").await[0]["decision"], "expelled");
    }
    app.advance(Duration::hours(24));
    app.end_rooms().await;
    assert!(app.ends_at(pair.room).await.is_none());
}
