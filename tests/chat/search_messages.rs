use serde_json::{Value, json};

use super::items;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rooms::{message_path, room_path};

async fn found(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/message-search?q={query}")).await.expect(200);
    items(&page).iter().map(|hit| hit["message"]["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn words_are_found_without_accents_in_any_form_the_newest_first() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let client = talk.learner(&app, 0);
    client.say(talk.general, "Les soudures de l’ÉTÉ sont contrôlées").await;
    app.advance(chrono::Duration::seconds(1));
    let client = talk.learner(&app, 0);
    client.say(talk.general, "Une soudure à refaire").await;
    assert_eq!(
        found(&client, "soudure").await,
        ["Une soudure à refaire", "Les soudures de l’ÉTÉ sont contrôlées"]
    );
    assert_eq!(found(&client, "ete").await, ["Les soudures de l’ÉTÉ sont contrôlées"]);
    assert_eq!(found(&client, "soudures%20refaire").await, ["Une soudure à refaire"]);
    assert_eq!(found(&client, "caisson").await, Vec::<String>::new());
    let page = client.get("/message-search?q=soudure&limit=1").await.expect(200);
    let next = page["next_cursor"].as_str().unwrap();
    let rest = client.get(&format!("/message-search?q=soudure&limit=1&cursor={next}")).await.expect(200);
    assert_eq!((items(&rest).len(), &rest["next_cursor"]), (1, &Value::Null));
    assert_eq!(items(&rest)[0]["room_name"], "Salon général");
    client.get("/message-search?q=a").await.expect_field("/q", "too_short");
    client.get("/message-search").await.expect_field("/q", "required");
    let hostile = ["%27%20OR%201%3D1", "%26%7C!%28", "%3A*", "%00"];
    for query in hostile {
        let answer = client.get(&format!("/message-search?q={query}")).await;
        assert!([200, 422].contains(&answer.status.as_u16()), "{query}: {}", answer.text);
    }
}

#[tokio::test]
async fn only_rooms_one_reads_now_are_searched() {
    let app = TestApp::start().await;
    let (talk, pair) = (app.talk(2).await, app.pair().await);
    talk.teacher(&app).say(talk.staff, "Le cas du perroquet").await;
    talk.teacher(&app).say(talk.general, "Un perroquet").await;
    pair.person(&app).say(pair.room, "Mon perroquet").await;
    let learner = talk.learner(&app, 0);
    assert_eq!(found(&learner, "perroquet").await, ["Un perroquet"]);
    assert_eq!(found(&pair.company(&app), "perroquet").await, ["Mon perroquet"]);
    assert_eq!(found(&talk.teacher(&app), "perroquet").await.len(), 2);
    for user in [app.platform_admin().await, app.person("Ève", "Ailleurs").await] {
        assert_eq!(found(&user.client, "perroquet").await, Vec::<String>::new());
    }
    let only = format!("/message-search?q=perroquet&room={}", talk.staff);
    assert_eq!(items(&talk.teacher(&app).get(&only).await.expect(200)).len(), 1);
    learner.get(&only).await.expect_problem(404, "not_found");
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned' WHERE id = '{}'",
        talk.class.enrolment(0)
    ))
    .await;
    assert_eq!(found(&learner, "perroquet").await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_deleted_removed_hidden_edited_away_or_blocked_is_not_found() {
    let app = TestApp::start().await;
    let talk = app.talk(2).await;
    let (one, other) = (talk.learner(&app, 0), talk.learner(&app, 1));
    let mut sent = Vec::new();
    for number in 0..5 {
        sent.push(one.say(talk.general, &format!("Perroquet {number}")).await);
    }
    assert_eq!(found(&other, "perroquet").await.len(), 5);
    one.delete(&message_path(talk.general, &sent[0], "")).await.expect(204);
    let reason = json!({ "reason": "Hors sujet" });
    talk.teacher(&app).post(&message_path(talk.general, &sent[1], "/removal"), reason).await.expect(200);
    one.put_at(&message_path(talk.general, &sent[2], ""), &json!(1), json!({ "text": "Canari" }))
        .await
        .expect(200);
    let report = json!({ "reason": "spam" });
    other.post(&message_path(talk.general, &sent[3], "/reports"), report).await.expect(201);
    let reports = talk.teacher(&app).get("/room-reports").await.expect(200);
    let path = format!("/room-reports/{}/hidden", items(&reports)[0]["id"].as_str().unwrap());
    talk.teacher(&app).put(&path, json!({ "hidden": true })).await.expect(200);
    for client in [&one, &other, &talk.teacher(&app)] {
        assert_eq!(found(client, "perroquet").await, ["Perroquet 4"]);
        assert_eq!(found(client, "canari").await, ["Canari"]);
    }
    talk.teacher(&app).put(&path, json!({ "hidden": false })).await.expect(200);
    assert_eq!(found(&other, "perroquet").await.len(), 2);
    let author = talk.class.trainees[0].user.profile;
    other.put(&format!("/me/blocked-people/{author}"), ()).await.expect(200);
    assert_eq!(found(&other, "perroquet").await, Vec::<String>::new());
    // What waits to be let through is found by nobody.
    let settings = room_path(talk.general, "/settings");
    talk.teacher(&app).put_at(&settings, &json!(1), json!({ "writing": "approval" })).await.expect(200);
    one.say(talk.general, "Toucan").await;
    assert_eq!(found(&talk.teacher(&app), "toucan").await, Vec::<String>::new());
}
