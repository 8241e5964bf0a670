use carnet::files::{Owner, Purpose};

use crate::support::app::TestApp;
use crate::support::files::id_of;

#[tokio::test]
async fn what_waits_is_listed_newest_first_page_by_page() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Durand").await, app.person("Luc", "Petit").await);
    let mut sent = Vec::new();
    for _ in 0..5 {
        sent.push(person.client.upload_pdf().await["id"].clone());
        app.advance(chrono::Duration::seconds(1));
    }
    other.client.upload_pdf().await;
    let used = id_of(&serde_json::json!({ "id": sent[2] }));
    app.claim(&person, Owner::Person(person.id), Purpose::AbsenceProof, used).await.unwrap();
    sent.remove(2);
    sent.reverse();
    let (mut listed, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = person.client.get(&format!("/me/files?limit=3{cursor}")).await.expect(200);
        listed.extend(page["items"].as_array().unwrap().iter().map(|card| card["id"].clone()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(listed, sent);
}

#[tokio::test]
async fn questions_that_make_no_sense_are_refused() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    person.client.get("/me/files?limit=0").await.expect_field("/limit", "out_of_range");
    person.client.get("/me/files?cursor=x").await.expect_field("/cursor", "invalid_cursor");
    person.client.get("/me/files?owner=x").await.expect_field("/owner", "unknown_field");
    app.anonymous().get("/me/files").await.expect_problem(401, "unauthenticated");
}
