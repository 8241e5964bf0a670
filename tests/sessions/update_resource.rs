use reqwest::Method;
use serde_json::json;

use super::ask;
use crate::support::app::TestApp;
use crate::support::sessions::session_path;

#[tokio::test]
async fn another_address_is_the_next_version_and_another_title_is_not() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let mut link = json!({ "kind": "link", "title": "Le cours", "url": "https://cours.example/1" });
    let made = school.manager.client.post(&path, &link).await.expect(201);
    let path = format!("{path}/{}", made["id"].as_str().unwrap());
    link["title"] = json!("Le cours complet");
    let written = school.trainer.client.put_at(&path, &json!(1), &link).await.expect(200);
    assert_eq!((&written["number"], &written["version"]), (&json!(1), &json!(2)));
    link["url"] = json!("https://cours.example/2");
    let written = school.manager.client.put_at(&path, &json!(2), &link).await.expect(200);
    assert_eq!((&written["number"], &written["url"]), (&json!(2), &json!("https://cours.example/2")));
    school.manager.client.put_at(&path, &json!(2), &link).await.expect_problem(412, "stale");
    link["kind"] = json!("video");
    school.manager.client.put_at(&path, &json!(3), &link).await.expect_field("/kind", "not_changeable");
    let other = app.trainer(&school.organisation).await;
    ask(&other, &Method::PUT, &path, &link).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_resource_is_put_at_another_place() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.session(&app, "Développement").await;
    let path = session_path(&school, &session, "/resources");
    let client = &school.manager.client;
    let link = |title: &str| json!({ "kind": "link", "title": title, "url": "https://cours.example/1" });
    let mut made = Vec::new();
    for title in ["Un", "Deux", "Trois"] {
        made.push(client.post(&path, link(title)).await.expect(201));
    }
    let titles = async || {
        let listed = client.get(&path).await.expect(200);
        listed["items"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles().await, ["Un", "Deux", "Trois"]);
    let mut third = link("Trois");
    third["position"] = json!(0);
    let place = format!("{path}/{}", made[2]["id"].as_str().unwrap());
    client.put_at(&place, &json!(1), &third).await.expect(200);
    assert_eq!(titles().await, ["Trois", "Un", "Deux"]);
    // Without a place it stays where it is; one past the end is the end.
    client.put_at(&place, &json!(2), &link("Trois")).await.expect(200);
    assert_eq!(titles().await, ["Trois", "Un", "Deux"]);
    third["position"] = json!(99);
    client.put_at(&place, &json!(3), &third).await.expect(200);
    assert_eq!(titles().await, ["Un", "Deux", "Trois"]);
}
