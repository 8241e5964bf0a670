use serde_json::{Value, json};

use crate::support::app::TestApp;

fn titles(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|training| training["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn trainings_come_last_written_first_page_by_page() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    for title in ["Première", "Deuxième", "Troisième"] {
        school.write(&json!({ "title": title })).await;
        app.advance(chrono::Duration::seconds(1));
    }
    app.school("Autre").await.write(&json!({ "title": "Ailleurs" })).await;
    let client = &school.trainer.client;
    let first = client.get(&school.path("/trainings?limit=2")).await.expect(200);
    assert_eq!(titles(&first), ["Troisième", "Deuxième"]);
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = client.get(&school.path(&format!("/trainings?limit=2&cursor={cursor}"))).await.expect(200);
    assert_eq!((titles(&second), &second["next_cursor"]), (vec!["Première"], &Value::Null));
}

#[tokio::test]
async fn a_list_tells_what_each_is_and_is_narrowed_by_state_and_words() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    school.published(&app, "Développement web").await;
    school.write(&json!({ "title": "Électricité du bâtiment" })).await;
    let client = &school.trainer.client;
    for (query, expected) in [
        ("?status=published", &["Développement web"][..]),
        ("?status=draft", &["Électricité du bâtiment"]),
        ("?status=archived", &[]),
        ("?q=ELECTRIC", &["Électricité du bâtiment"]),
        ("?q=d%C3%A9veloppement", &["Développement web"]),
        ("?q=%25", &["Électricité du bâtiment", "Développement web"]),
        ("?q=batiment&status=published", &[]),
    ] {
        let page = client.get(&school.path(&format!("/trainings{query}"))).await.expect(200);
        let mut found = titles(&page);
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
    let page = client.get(&school.path("/trainings?status=published")).await.expect(200);
    let told = &page["items"][0];
    assert_eq!((&told["skills"], &told["minutes"], &told["revision"]), (&json!(2), &json!(120), &json!(1)));
    assert_eq!((&told["has_draft"], &told["updated_by"]), (&json!(false), &json!("Marc Membre")));
    assert!(told["jobs"][0].as_str().unwrap().starts_with("M1805 "));
}

#[tokio::test]
async fn trainees_and_strangers_do_not_see_trainings() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let path = school.path("/trainings");
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
    app.person("Paul", "Ailleurs").await.client.get(&path).await.expect_problem(404, "not_found");
    let client = &school.trainer.client;
    client.get(&school.path("/trainings?status=lost")).await.expect_field("/status", "invalid_type");
    let long = "x".repeat(201);
    client.get(&school.path(&format!("/trainings?q={long}"))).await.expect_field("/q", "too_long");
}
