use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn own_skills_come_by_name_and_belong_to_one_organisation() {
    let app = TestApp::start().await;
    let (school, other) = (app.school("Atelier").await, app.school("Autre").await);
    for label in ["Souder à froid", "Affûter"] {
        school.own_skill(label).await;
    }
    other.own_skill("Ailleurs").await;
    let path = school.path("/own-skills");
    let first = school.trainer.client.get(&format!("{path}?limit=1")).await.expect(200);
    assert_eq!(first["items"][0]["label"], json!("Affûter"));
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = school.trainer.client.get(&format!("{path}?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!(
        (&second["items"][0]["label"], &second["next_cursor"]),
        (&json!("Souder à froid"), &json!(null))
    );
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_name_is_found_by_its_words_whatever_their_case_and_accents() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    for label in ["Souder à froid", "Affûter", "Souder à l’arc"] {
        school.own_skill(label).await;
    }
    app.school("Autre").await.own_skill("Souder ailleurs").await;
    let reader = &school.trainer.client;
    for (query, expected) in [
        ("?q=SOUDER", &["Souder à froid", "Souder à l’arc"][..]),
        ("?q=affuter", &["Affûter"]),
        ("?q=a%20arc", &["Souder à l’arc"]),
        ("?q=visser", &[]),
    ] {
        let page = reader.get(&school.path(&format!("/own-skills{query}"))).await.expect(200);
        let found: Vec<_> =
            page["items"].as_array().unwrap().iter().map(|skill| skill["label"].clone()).collect();
        assert_eq!(json!(found), json!(expected), "{query}");
    }
    // Page by page too.
    let first = reader.get(&school.path("/own-skills?q=souder&limit=1")).await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let path = school.path(&format!("/own-skills?q=souder&limit=1&cursor={cursor}"));
    let second = reader.get(&path).await.expect(200);
    assert_eq!(
        (&second["items"][0]["label"], &second["next_cursor"]),
        (&json!("Souder à l’arc"), &json!(null))
    );
    let long = "a".repeat(201);
    reader.get(&school.path(&format!("/own-skills?q={long}"))).await.expect_field("/q", "too_long");
}
