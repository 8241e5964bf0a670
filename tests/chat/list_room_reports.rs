use serde_json::json;

use super::items;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rooms::message_path;

async fn ids(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/room-reports{query}")).await.expect(200);
    items(&page).iter().map(|report| report["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn everybody_has_the_queue_of_what_they_moderate() {
    let app = TestApp::start().await;
    let (talk, other, pair) = (app.talk(2).await, app.talk(2).await, app.pair().await);
    let admin = app.platform_admin().await;
    let body = json!({ "reason": "spam", "comment": "Encore" });
    for talk in [&talk, &other] {
        let sent = talk.learner(&app, 0).say(talk.general, "Achetez").await;
        talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), &body).await.expect(201);
    }
    let sent = pair.company(&app).say(pair.room, "Payez").await;
    pair.person(&app).post(&message_path(pair.room, &sent, "/reports"), &body).await.expect(201);
    let mine = talk.teacher(&app).get("/room-reports").await.expect(200);
    assert_eq!(items(&mine).len(), 1);
    let report = &items(&mine)[0];
    assert_eq!(
        (&report["reporter"], &report["room_name"]),
        (&json!("Samir Stagiaire1"), &json!("Salon général"))
    );
    assert_eq!(
        (&report["reason"], &report["comment"], &report["is_private"]),
        (&json!("spam"), &json!("Encore"), &json!(false))
    );
    assert_eq!(ids(&talk.class.boss(&app), "").await.len(), 1);
    let private = admin.client.get("/room-reports").await.expect(200);
    assert_eq!((items(&private).len(), &items(&private)[0]["is_private"]), (1, &json!(true)));
    assert!(!private.to_string().contains("Payez"), "a list holds no message");
    for client in [talk.learner(&app, 1), pair.person(&app), pair.company(&app)] {
        assert!(ids(&client, "").await.is_empty());
    }
    app.anonymous().get("/room-reports").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn what_waits_and_what_was_decided_are_told_apart_and_pages_follow() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    for number in 0..3 {
        let sent = talk.learner(&app, 0).say(talk.general, &format!("Achetez {number}")).await;
        let body = json!({ "reason": "spam" });
        talk.learner(&app, 1).post(&message_path(talk.general, &sent, "/reports"), body).await.expect(201);
    }
    let teacher = talk.teacher(&app);
    let all = ids(&teacher, "").await;
    let decision = json!({ "decision": "retained" });
    teacher.post(&format!("/room-reports/{}/decision", all[0]), decision).await.expect(200);
    assert_eq!(ids(&teacher, "?open=true").await, all[1..]);
    assert_eq!(ids(&teacher, "?open=false").await, all[..1]);
    let first = teacher.get("/room-reports?limit=2").await.expect(200);
    let next = first["next_cursor"].as_str().unwrap();
    assert_eq!(ids(&teacher, &format!("?limit=2&cursor={next}")).await, all[2..]);
    teacher.get("/room-reports?open=maybe").await.expect_field("/open", "invalid_type");
}
