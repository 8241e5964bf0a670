//! Story I, in private: an accepted offer opens a room; two people talk, wait, are warned, and one month of silence deletes all of it.

use chrono::Duration;
use serde_json::{Value, json};

use super::list;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::offers::{answer_at, yes};
use crate::support::rooms::text;

async fn minute(app: &TestApp) {
    app.end_rooms().await;
}

async fn only_room(client: &Client) -> Value {
    let rooms = client.get("/rooms").await.expect(200);
    assert_eq!(list(&rooms, "items").len(), 1, "{rooms}");
    list(&rooms, "items")[0].clone()
}

#[tokio::test]
async fn from_a_yes_to_a_receipt() {
    let app = TestApp::hiring().await;
    let zoe = app.seeker("Zoé").await;
    let (renee, staff) = (app.hirer().await.user, app.platform_admin().await);

    // Renée writes an offer; nobody writes to anybody before Zoé says yes.
    let offer = json!({
        "title": "Monteuse", "job": "A1101", "message": "Venez monter avec nous.", "contract": "permanent", "place": "Lyon",
    });
    let body = json!({ "offer": offer, "recipients": [zoe.profile] });
    let draft = renee.client.post("/offers", body).await.expect(201);
    let path = format!("/offers/{}", draft["id"].as_str().unwrap());
    renee.client.post_at(&format!("{path}/send"), &draft["version"]).await.expect(200);
    assert!(list(&renee.client.get("/rooms").await.expect(200), "items").is_empty());
    let received = zoe.client.get("/me/offers").await.expect(200);
    let received = format!("/me/offers/{}", list(&received, "items")[0]["id"].as_str().unwrap());
    answer_at(&zoe.client, &format!("{received}/acceptance"), 1, yes()).await.expect(200);

    // Both find the room, and read the same about how long it is kept.
    let (hers, theirs) = (only_room(&zoe.client).await, only_room(&renee.client).await);
    assert_eq!((&hers["id"], &hers["retention"]), (&theirs["id"], &theirs["retention"]));
    assert_eq!(hers["retention"]["told"], "Supprimé le 03/04/2026 sans message");
    assert_eq!(theirs["name"], "Zoé Visible");
    let room = format!("/rooms/{}", hers["id"].as_str().unwrap());

    // Renée asks; Zoé does not answer for nine days, and both read that.
    renee.client.post(&format!("{room}/messages"), text("Quand êtes-vous libre ?")).await.expect(201);
    app.advance(Duration::days(9));
    minute(&app).await;
    let waiting = only_room(&app.renewed(&zoe).client).await["waiting"].clone();
    assert_eq!(waiting["told"], "En attente de votre réponse depuis 9\u{a0}jours");

    // She answers with her CV, which Renée alone can open besides her; not the platform's staff.
    let client = app.renewed(&zoe).client;
    let file = client.upload_pdf().await["id"].as_str().unwrap().to_owned();
    let mut answer = text("Lundi. Voici mon CV.");
    answer["file_ids"] = json!([file]);
    let sent = client.post(&format!("{room}/messages"), answer).await.expect(201);
    app.run_jobs().await;
    let download = format!("{room}/messages/{}/files/{file}", sent["id"].as_str().unwrap());
    assert_eq!(app.renewed(&renee).client.get(&download).await.status, 200);
    let staff_client = app.renewed(&staff).client;
    for address in [&room, &download] {
        staff_client.get(address).await.expect_problem(404, "not_found");
    }
    assert_eq!(only_room(&client).await["retention"]["told"], "Supprimé le 12/04/2026 sans message");

    // Something Renée writes is not right: Zoé reports it, and the staff reads that and what is around it.
    let renee = app.renewed(&renee);
    let odd =
        renee.client.post(&format!("{room}/messages"), text("Versez d’abord 200 euros.")).await.expect(201);
    let odd = format!("{room}/messages/{}", odd["id"].as_str().unwrap());
    client.post(&format!("{odd}/reports"), json!({ "reason": "scam" })).await.expect(201);
    assert!(only_room(&client).await["retention"]["held_until"].is_string());
    let queue = staff_client.get("/room-reports").await.expect(200);
    let report = format!("/room-reports/{}", list(&queue, "items")[0]["id"].as_str().unwrap());
    let read = staff_client.get(&report).await.expect(200);
    assert_eq!(list(&read, "messages").len(), 3);
    staff_client.post(&format!("{report}/decision"), json!({ "decision": "warned" })).await.expect(200);
    let page = client.get(&format!("{room}/messages")).await.expect(200);
    assert_eq!(list(&page, "items")[2]["state"], "removed");

    // A month without a word: a warning a week and a day before, a copy for whoever wants one, and nothing is left.
    app.go_to("2026-04-05T22:00:00Z");
    minute(&app).await;
    let zoe = app.renewed(&zoe);
    let told = zoe.client.get("/me/notifications").await.expect(200);
    let ending = list(&told, "items").iter().find(|notice| notice["kind"] == "room.ending").unwrap();
    assert_eq!((&ending["facts"]["days"], &ending["facts"]["title"]), (&json!(7), &json!("Monteuse")));
    let copy = zoe.client.get(&format!("{room}/export")).await;
    assert_eq!(
        (copy.status.as_u16(), &copy.headers["content-type"]),
        (200, &"application/zip".parse().unwrap())
    );
    app.go_to("2026-04-12T21:58:59Z");
    minute(&app).await;
    assert_eq!(only_room(&app.renewed(&zoe).client).await["id"], hers["id"]);
    app.go_to("2026-04-12T21:59:00Z");
    minute(&app).await;
    for user in [&zoe, &renee] {
        let client = app.renewed(user).client;
        client.get(&room).await.expect_problem(404, "not_found");
        assert!(list(&client.get("/rooms").await.expect(200), "items").is_empty());
        let receipts = client.get("/me/room-receipts").await.expect(200);
        let receipt = &list(&receipts, "items")[0];
        let counts = (&receipt["why"], &receipt["messages"], &receipt["files"]);
        assert_eq!(counts, (&json!("expired"), &json!(3), &json!(1)));
    }
    assert!(app.objects().is_empty(), "the CV is gone");
    let offer = app.renewed(&zoe).client.get(&received).await.expect(200);
    assert_eq!(offer["state"], "closed", "the offer ended with its room");
    app.renewed(&staff).client.get(&report).await.expect_problem(404, "not_found");
}
