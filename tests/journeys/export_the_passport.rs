//! Story K: a passport leaves in its person's hands, proves itself to strangers, and is shown no longer than its person wants.

use std::io::{Cursor, Read};

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::exports::{checked, fetch};

#[tokio::test]
async fn a_passport_is_exported_checked_shown_and_taken_back() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let skills = app.skills_of("M1805");
    let lea = workshop.trainee.client.clone();

    // Léa holds a validated skill, declares another, and has an experience with its diploma.
    let validation = workshop.validate(&app, &workshop.body(&skills[0], 2)).await;
    lea.put(&format!("/me/skills/{}", skills[1]), json!({ "level": 2 })).await.expect(200);
    app.proven_experience(&workshop.trainee, &skills[1], "diplome-de-lea").await;

    // She asks for everything, follows it, and fetches it.
    let body = json!({ "format": "zip", "content": { "with_proofs": true, "with_contact": true } });
    let asked = lea.post("/me/passport/exports", &body).await.expect(201);
    assert_eq!((&asked["status"], &asked["percent"]), (&json!("waiting"), &json!(0)));
    let id = asked["id"].as_str().unwrap().to_owned();
    let mails = app.mails_to(&workshop.trainee.email).await;
    assert_eq!(mails.last().unwrap().subject, "Votre export est prêt");
    let zip = fetch(&lea, &id).await;
    let mut archive = zip::ZipArchive::new(Cursor::new(&zip)).unwrap();
    let mut proof = String::new();
    archive.by_name("preuves/001-Diplome.pdf").unwrap().read_to_string(&mut proof).unwrap();
    assert!(proof.contains("diplome-de-lea"));
    let mut json = String::new();
    archive.by_name("carnet.json").unwrap().read_to_string(&mut json).unwrap();
    let passport: Value = serde_json::from_str::<Value>(&json).unwrap()["document"].clone();
    assert_eq!(passport["holder"]["email"], json!(workshop.trainee.email));
    assert_eq!(passport["validations"][0]["id"], json!(validation));

    // A stranger checks the file, and the number printed on it.
    let found = checked(&app, &zip).await;
    assert_eq!((&found["is_intact"], &found["standing"]), (&json!(true), &json!("valid")));
    let printed = json!({ "number": passport["number"], "code": passport["code"] });
    let told = app.anonymous().post("/passport-checks", &printed).await;
    assert!(!told.text.contains("Atelier"), "nothing of its content: {}", told.text);
    assert_eq!(told.expect(200)["standing"], "valid");

    // To a landlord's agency she proves one skill, and nothing else.
    let claim = json!({ "skill": skills[0], "at_least": 2 });
    let proved = lea.post("/me/passport/disclosures", &claim).await;
    assert!(!proved.text.contains("Atelier") && !proved.text.contains(&skills[1]));
    assert_eq!(checked(&app, proved.text.as_bytes()).await["form"], "disclosure");

    // To the town hall she shows it by a link, with a password.
    let share = json!({ "recipient": "Mairie de Lyon", "days": 30, "password": "trois maisons" });
    let shared = lea.post("/me/passport/shares", &share).await.expect(201);
    let token = shared["url"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let look = json!({ "token": token, "password": "trois maisons" });
    let seen = app.anonymous().post("/passport-shares/view", &look).await.expect(200);
    assert_eq!(seen["validations"][0]["standing"], "valid");
    assert_eq!(seen["experiences"][0]["proofs"], json!([]));

    // The organisation takes its word back: whoever asks learns it, wherever they look.
    app.revoke(&workshop, &validation).await;
    assert_eq!(
        app.anonymous().post("/passport-checks", &printed).await.expect(200)["standing"],
        "revoked_since"
    );
    let found = checked(&app, &zip).await;
    assert_eq!((&found["is_intact"], &found["standing"]), (&json!(true), &json!("revoked_since")));
    let seen = app.anonymous().post("/passport-shares/view", &look).await.expect(200);
    assert_eq!(seen["validations"][0]["standing"], "revoked");

    // She takes the link back, reads who looked, and leaves; her passport stays hers.
    let path = format!("/me/passport/shares/{}/revoke", shared["share"]["id"].as_str().unwrap());
    assert_eq!(lea.post(&path, ()).await.expect(200)["view_count"], 2);
    app.anonymous().post("/passport-shares/view", &look).await.expect_problem(404, "not_found");
    let log = lea.get("/me/passport/log").await.expect(200);
    let kinds: Vec<&str> =
        log["items"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "share_revoked",
            "share_viewed",
            "share_viewed",
            "share_created",
            "claim_disclosed",
            "export_downloaded",
            "export_requested"
        ]
    );
    let (_, json) = app.exported(&workshop.trainee, &json!({ "format": "json" })).await;
    let later: Value = serde_json::from_slice::<Value>(&json).unwrap()["document"].clone();
    assert_eq!(later["validations"][0]["standing"], "revoked");
    assert_ne!(later["number"], passport["number"], "what says something else has another number");
}
