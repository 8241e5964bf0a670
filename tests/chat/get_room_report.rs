use serde_json::{Value, json};
use uuid::Uuid;

use super::items;
use crate::support::app::TestApp;
use crate::support::rooms::{Pair, client_id, message_path, room_path};

/// A private room with twenty messages, of which the person reports one; the report's id.
async fn reported(app: &TestApp, pair: &Pair, which: usize) -> String {
    let mut sent = Vec::new();
    for number in 1..=20 {
        sent.push(pair.company(app).say(pair.room, &format!("Secret numéro {number}.")).await);
    }
    let path = message_path(pair.room, &sent[which - 1], "/reports");
    let made = pair.person(app).post(&path, json!({ "reason": "harassment" })).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn of_a_private_room_the_platform_reads_the_message_and_five_on_either_side() {
    let app = TestApp::start().await;
    let (admin, pair) = (app.platform_admin().await, app.pair().await);
    let report = reported(&app, &pair, 10).await;
    let answer = admin.client.get(&format!("/room-reports/{report}")).await;
    let text = answer.text.clone();
    let body = answer.expect(200);
    let read: Vec<_> =
        body["messages"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    let expected: Vec<_> = (5..=15).map(|number| format!("Secret numéro {number}.")).collect();
    assert_eq!(read, expected);
    for number in (1..5).chain(16..=20) {
        assert!(!text.contains(&format!("Secret numéro {number}.")), "{number}");
    }
    let marked: Vec<_> =
        body["messages"].as_array().unwrap().iter().filter(|it| it["is_reported"] == true).collect();
    assert_eq!((marked.len(), &marked[0]["text"]), (1, &json!("Secret numéro 10.")));
    // Nothing else of the room is the platform's.
    for rest in ["", "/messages", "/changes?after=0", "/members", "/export", "/waiting-messages"] {
        admin.client.get(&room_path(pair.room, rest)).await.expect_problem(404, "not_found");
    }
    let trail = app.trail(report.parse::<Uuid>().unwrap()).await;
    let kinds: Vec<_> = trail.iter().map(|(kind, ..)| kind.as_str()).collect();
    assert_eq!(kinds, ["room_report.opened", "room_report.read"], "who read it is noted");
}

#[tokio::test]
async fn at_the_ends_of_a_room_the_extract_is_shorter() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for (which, expected) in [(1, 6), (3, 8), (20, 6)] {
        let pair = app.pair().await;
        let report = reported(&app, &pair, which).await;
        let body = admin.client.get(&format!("/room-reports/{report}")).await.expect(200);
        assert_eq!(body["messages"].as_array().unwrap().len(), expected, "{which}");
    }
}

#[tokio::test]
async fn a_report_is_for_those_who_decide_on_it() {
    let app = TestApp::start().await;
    let (admin, pair, talk) = (app.platform_admin().await, app.pair().await, app.talk(2).await);
    let private = format!("/room-reports/{}", reported(&app, &pair, 1).await);
    for client in [pair.person(&app), pair.company(&app), talk.teacher(&app), talk.learner(&app, 0)] {
        client.get(&private).await.expect_problem(404, "not_found");
    }
    let sent = talk.learner(&app, 0).say(talk.general, "Achetez").await;
    let path = message_path(talk.general, &sent, "/reports");
    let made = talk.learner(&app, 1).post(&path, json!({ "reason": "spam" })).await.expect(201);
    let own = format!("/room-reports/{}", made["id"].as_str().unwrap());
    talk.teacher(&app).get(&own).await.expect(200);
    let unknown =
        admin.client.get(&format!("/room-reports/{}", Uuid::nil())).await.expect_problem(404, "not_found");
    for client in [admin.client.clone(), talk.learner(&app, 0), talk.learner(&app, 1), pair.person(&app)] {
        assert_eq!(client.get(&own).await.expect_problem(404, "not_found"), unknown);
    }
    app.anonymous().get(&own).await.expect_problem(401, "unauthenticated");
    // A trainer who is removed from the session judges no more.
    app.execute("DELETE FROM session_trainer").await;
    app.execute("UPDATE slot_trainer SET removed_at = now()").await;
    talk.teacher(&app).get(&own).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn an_administrator_who_is_one_of_the_two_judges_nothing_of_it() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    let recruiter = app.recruiter_granted(crate::support::companies::SIRET).await;
    let pair = app.pair_of(admin.clone(), recruiter).await;
    let report = reported(&app, &pair, 1).await;
    let client = app.renewed(&admin).client;
    client.get(&format!("/room-reports/{report}")).await.expect_problem(404, "not_found");
    assert!(items(&client.get("/room-reports").await.expect(200)).is_empty());
}

#[tokio::test]
async fn the_extract_holds_what_the_message_said_before_and_its_files() {
    let app = TestApp::start().await;
    let (admin, pair) = (app.platform_admin().await, app.pair().await);
    let company = pair.company(&app);
    let file = company.upload_pdf().await["id"].as_str().unwrap().to_owned();
    let body = json!({ "client_id": client_id(), "text": "Payez", "file_ids": [file] });
    let sent = company.post(&room_path(pair.room, "/messages"), &body).await.expect(201);
    let path = message_path(pair.room, &sent, "");
    company.put_at(&path, &json!(1), json!({ "text": "Bonjour" })).await.expect(200);
    let made =
        pair.person(&app).post(&format!("{path}/reports"), json!({ "reason": "scam" })).await.expect(201);
    company.delete(&path).await.expect(204);
    let report = format!("/room-reports/{}", made["id"].as_str().unwrap());
    let read = admin.client.get(&report).await.expect(200)["messages"][0].clone();
    assert_eq!((&read["text"], &read["before"]), (&Value::Null, &json!(["Payez", "Bonjour"])));
    assert_eq!(read["files"][0]["id"], json!(file), "a file waits for the decision, too");
    let download = format!("{report}/files/{file}");
    assert_eq!(admin.client.get(&download).await.status, 200);
    pair.person(&app).get(&download).await.expect_problem(404, "not_found");
    admin.client.get(&format!("{report}/files/{}", Uuid::nil())).await.expect_problem(404, "not_found");
    admin.client.post(&format!("{report}/decision"), json!({ "decision": "retained" })).await.expect(200);
    app.run_jobs().await;
    assert_eq!(app.count_files().await, 0, "then it goes");
    admin.client.get(&download).await.expect_problem(404, "not_found");
}
