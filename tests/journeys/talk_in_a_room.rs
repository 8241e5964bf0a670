//! Story I, in a session: a class talks, a trainer announces and lets questions through, a quarrel is settled, somebody leaves.

use chrono::Duration;
use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::rooms::text;
use crate::support::sessions::session_path;

/// The address of the room of this name, as somebody finds it in their list.
async fn room(client: &Client, name: &str) -> String {
    let rooms = client.get("/rooms").await.expect(200);
    format!("/rooms/{}", one(list(&rooms, "items"), "name", name)["id"].as_str().unwrap())
}

async fn texts(client: &Client, room: &str) -> Vec<Value> {
    let page = client.get(&format!("{room}/messages")).await.expect(200);
    list(&page, "items").iter().map(|message| message["text"].clone()).collect()
}

#[tokio::test]
async fn a_class_talks_from_the_announcement_to_the_last_goodbye() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Soudage").await;
    let (samir, ines) = (app.trainee(&school.organisation).await, app.trainee(&school.organisation).await);
    let enrolment = school.enrol_member(&session, &samir).await;
    school.enrol_member(&session, &ines).await;

    // Rooms are there with the session; the manager adds one for announcements and one for a group.
    let rooms = session_path(&school, &session, "/rooms");
    let manager = &school.manager.client;
    let announcements = json!({ "kind": "moderated", "name": "Annonces" });
    assert_eq!(manager.post(&rooms, announcements).await.expect(201)["kind"], "moderated");
    let group = json!({ "name": "Groupe A", "members": [enrolment["id"]] });
    manager.post(&rooms, group).await.expect(201);
    let names = |page: &Value| {
        let mut names = each(list(page, "items"), "name");
        names.sort();
        names
    };
    let hers = ines.client.get("/rooms").await.expect(200);
    assert_eq!(names(&hers), ["Annonces", "Salon général"]);
    let his = samir.client.get("/rooms").await.expect(200);
    assert_eq!(names(&his), ["Annonces", "Groupe A", "Salon général"]);

    // Before the first day, the class meets; in the announcements the trainer alone writes.
    let general = room(&samir.client, "Salon général").await;
    let board = room(&samir.client, "Annonces").await;
    samir
        .client
        .post(&format!("{general}/messages"), text("Bonjour, qui vient en train ?"))
        .await
        .expect(201);
    samir.client.post(&format!("{board}/messages"), text("Moi")).await.expect_problem(403, "staff_writes");
    let mut announced = text("Rendez-vous lundi à 9 h, avec vos chaussures.");
    announced["mentions_everybody"] = json!(true);
    let trainer = &school.trainer.client;
    trainer.post(&format!("{board}/messages"), announced).await.expect(201);
    let told = ines.client.get("/rooms").await.expect(200);
    let unread = one(list(&told, "items"), "name", "Annonces");
    assert_eq!((&unread["unread"], &unread["mentions"]), (&json!(1), &json!(1)));
    ines.client.put(&format!("{board}/read-position"), json!({ "position": 1 })).await.expect(204);
    assert_eq!(ines.client.get(&board).await.expect(200)["unread"], 0);

    // A slip of the keyboard is put right, and the first word is found by whoever looks for it.
    let slip =
        ines.client.post(&format!("{general}/messages"), text("Moi, au trian de 8 h")).await.expect(201);
    let slip = format!("{general}/messages/{}", slip["id"].as_str().unwrap());
    ines.client.put_at(&slip, &json!(1), json!({ "text": "Moi, au train de 8 h" })).await.expect(200);
    let found = samir.client.get("/message-search?q=trains").await.expect(200);
    assert_eq!(list(&found, "items").len(), 2);

    // The class is noisy: the trainer lets messages through from now on.
    let settings = trainer.get(&general).await.expect(200);
    let approval = json!({ "writing": "approval" });
    trainer.put_at(&format!("{general}/settings"), &settings["version"], approval).await.expect(200);
    let asked = samir.client.post(&format!("{general}/messages"), text("Et le déjeuner ?")).await.expect(201);
    assert_eq!((&asked["state"], texts(&ines.client, &general).await.len()), (&json!("waiting"), 2));
    let waiting = trainer.get(&format!("{general}/waiting-messages")).await.expect(200);
    let first = list(&waiting, "items")[0]["id"].as_str().unwrap().to_owned();
    trainer.post(&format!("{general}/messages/{first}/approval"), ()).await.expect(200);
    assert_eq!(texts(&ines.client, &general).await[2], "Et le déjeuner ?");

    // In the group somebody is rude; the manager removes it, and its author is silent for a day.
    let group = room(&samir.client, "Groupe A").await;
    let rude = samir.client.post(&format!("{group}/messages"), text("Farida est nulle")).await.expect(201);
    let rude = format!("{group}/messages/{}", rude["id"].as_str().unwrap());
    trainer.post(&format!("{rude}/reports"), json!({ "reason": "insult" })).await.expect(201);
    let queue = manager.get("/room-reports?open=true").await.expect(200);
    let report = format!("/room-reports/{}", list(&queue, "items")[0]["id"].as_str().unwrap());
    assert_eq!(list(&manager.get(&report).await.expect(200), "messages")[0]["text"], "Farida est nulle");
    let decision = json!({ "decision": "silenced", "note": "Première fois" });
    manager.post(&format!("{report}/decision"), decision).await.expect(200);
    samir.client.post(&format!("{group}/messages"), text("Mais")).await.expect_problem(403, "silenced");
    assert_eq!(texts(&samir.client, &group).await, [Value::Null]);

    // A day later he apologises; then he leaves the course, and with the next request the rooms are gone.
    app.advance(Duration::hours(24));
    let samir = app.renewed(&samir);
    samir.client.post(&format!("{group}/messages"), text("Pardon, Farida")).await.expect(201);
    app.go_to("2026-03-10T09:00:00Z");
    let manager = app.renewed(&school.manager).client;
    let path = session_path(&school, &session, &format!("/enrolments/{}", enrolment["id"].as_str().unwrap()));
    let now = manager.get(&path).await.expect(200);
    let left = json!({ "step": "abandon", "reason": "Nouvel emploi", "on": "2026-03-10" });
    let request = manager.starting_from(reqwest::Method::POST, &format!("{path}/move"), &now["version"]);
    crate::support::client::send(request.json(&left)).await.expect(200);
    let samir = app.renewed(&samir);
    for address in [&general, &group, &board] {
        samir.client.get(&format!("{address}/messages")).await.expect_problem(404, "not_found");
    }
    assert!(list(&samir.client.get("/rooms").await.expect(200), "items").is_empty());
    assert_eq!(texts(&app.renewed(&ines).client, &general).await.len(), 3, "what he said stays");
}
