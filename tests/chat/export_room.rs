use std::io::{Cursor, Read};

use reqwest::Method;
use serde_json::{Value, json};
use zip::ZipArchive;

use super::{only_for_its_two, only_for_those_of_the_session};
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::files::pdf;
use crate::support::rooms::{Pair, client_id, message_path, room_path};

/// The archive, member by member.
async fn members(client: &Client, pair: &Pair) -> Vec<(String, Vec<u8>)> {
    let response = client.request(Method::GET, &room_path(pair.room, "/export")).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/zip");
    assert_eq!(response.headers()["cache-control"], "no-store");
    let length: usize = response.headers()["content-length"].to_str().unwrap().parse().unwrap();
    let bytes = response.bytes().await.unwrap();
    assert_eq!(bytes.len(), length);
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for place in 0..zip.len() {
        let mut member = zip.by_index(place).unwrap();
        let mut content = Vec::new();
        member.read_to_end(&mut content).unwrap();
        let name = member.name().unwrap().into_owned();
        found.push((name, content));
    }
    found
}

#[tokio::test]
async fn each_takes_away_what_was_said_and_their_own_files() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    for (client, name) in [(pair.person(&app), "cv.pdf"), (pair.company(&app), "contrat.pdf")] {
        let inside = format!("<< /Name /{} >>", name.len());
        let file = client.upload("/me/files", name, pdf(&inside)).await.expect(201)["id"].clone();
        let body = json!({ "client_id": client_id(), "text": format!("Voici {name}"), "file_ids": [file] });
        client.post(&room_path(pair.room, "/messages"), &body).await.expect(201);
    }
    let gone = pair.company(&app).say(pair.room, "À oublier").await;
    pair.company(&app).delete(&message_path(pair.room, &gone, "")).await.expect(204);
    let mine = members(&pair.person(&app), &pair).await;
    let names: Vec<_> = mine.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["fichiers/001-cv.pdf", "messages.json", "messages.txt"]);
    assert_eq!(mine[0].1, pdf("<< /Name /6 >>"));
    let data: Value = serde_json::from_slice(&mine[1].1).unwrap();
    let said: Vec<_> = data["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (&it["is_mine"], &it["text"], &it["files"]))
        .collect();
    assert_eq!(
        said,
        [
            (&json!(true), &json!("Voici cv.pdf"), &json!(["fichiers/001-cv.pdf"])),
            (&json!(false), &json!("Voici contrat.pdf"), &json!([])),
            (&json!(false), &Value::Null, &json!([])),
        ]
    );
    let text = String::from_utf8(mine[2].1.clone()).unwrap();
    assert!(text.contains("Vous\nVoici cv.pdf") && text.contains("(message supprimé)"), "{text}");
    // Of the other there is what they said, and nothing else.
    let all: Vec<u8> = mine.iter().flat_map(|(_, content)| content.clone()).collect();
    let all = String::from_utf8_lossy(&all);
    for private in ["Renée", "Recrute", &pair.recruiter.user.email, "À oublier"] {
        assert!(!all.contains(private), "{private}");
    }
    let theirs = members(&pair.company(&app), &pair).await;
    assert_eq!(theirs[0].0, "fichiers/001-contrat.pdf");
    assert!(!String::from_utf8_lossy(&theirs[1].1).contains("Durand"));
    let trail = app.trail(pair.room).await;
    assert_eq!(trail.iter().filter(|(kind, ..)| kind == "room.exported").count(), 2);
}

#[tokio::test]
async fn a_file_that_cannot_be_copied_is_named() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let client = pair.person(&app);
    let file = client.upload_pdf().await["id"].clone();
    let body = json!({ "client_id": client_id(), "file_ids": [file] });
    client.post(&room_path(pair.room, "/messages"), &body).await.expect(201);
    app.execute("UPDATE file SET scan = 'infected', signature = 'Eicar'").await;
    let mine = members(&client, &pair).await;
    assert_eq!(mine.len(), 2);
    let data: Value = serde_json::from_slice(&mine[0].1).unwrap();
    assert_eq!(data["missing_files"], json!(["document.pdf"]));
}

#[tokio::test]
async fn a_closed_room_is_copied_while_it_is_read_and_a_session_is_not() {
    let app = TestApp::start().await;
    let (pair, talk) = (app.pair().await, app.talk(1).await);
    pair.company(&app).say(pair.room, "Bonjour").await;
    pair.company(&app).post(&room_path(pair.room, "/close"), ()).await.expect(200);
    assert_eq!(members(&pair.person(&app), &pair).await.len(), 2);
    let path = room_path(talk.general, "/export");
    talk.teacher(&app).get(&path).await.expect_problem(409, "not_private");
    only_for_those_of_the_session(&app, &talk, (Method::GET, &path), &Value::Null).await;
    only_for_its_two(&app, &pair, (Method::GET, &room_path(pair.room, "/export")), &Value::Null).await;
}
