use serde_json::{Value, json};

use crate::support::app::TestApp;

fn titles(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|course| course["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn courses_come_by_title_page_by_page() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    for title in ["soudure", "Bois", "Électricité", "bois"] {
        school.course(title).await;
    }
    app.school("Autre").await.course("Ailleurs").await;
    let reader = &school.trainer.client;
    let first = reader.get(&school.path("/courses?limit=3")).await.expect(200);
    assert_eq!(titles(&first).len(), 3);
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = reader.get(&school.path(&format!("/courses?limit=3&cursor={cursor}"))).await.expect(200);
    assert_eq!(second["next_cursor"], Value::Null);
    let mut seen = [titles(&first), titles(&second)].concat();
    assert_eq!(seen[..2].iter().map(|title| title.to_lowercase()).collect::<Vec<_>>(), ["bois", "bois"]);
    seen.sort_unstable();
    assert_eq!(seen, ["Bois", "bois", "soudure", "Électricité"]);
}

#[tokio::test]
async fn archived_ones_can_be_left_out() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let old = school.course("Ancien").await;
    school.course("Actuel").await;
    let archive = school.path(&format!("/courses/{}/archive", old["id"].as_str().unwrap()));
    school.manager.client.post(&archive, ()).await.expect(200);
    for (query, expected) in
        [("", &["Actuel", "Ancien"][..]), ("?archived=false", &["Actuel"]), ("?archived=true", &["Ancien"])]
    {
        let page = school.trainer.client.get(&school.path(&format!("/courses{query}"))).await.expect(200);
        assert_eq!(titles(&page), expected, "{query}");
    }
}

#[tokio::test]
async fn a_title_is_found_by_its_words_whatever_their_case_and_accents() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    for title in ["Électricité du bâtiment", "Lecture de plans", "L’atelier d’œuvre"] {
        school.course(title).await;
    }
    app.school("Autre").await.course("Électricité ailleurs").await;
    let old = school.course("Électricité ancienne").await;
    let archive = school.path(&format!("/courses/{}/archive", old["id"].as_str().unwrap()));
    school.manager.client.post(&archive, ()).await.expect(200);
    let reader = &school.trainer.client;
    for (query, expected) in [
        ("?q=ELECTRICITE", &["Électricité ancienne", "Électricité du bâtiment"][..]),
        ("?q=%C3%A9lectricit%C3%A9&archived=false", &["Électricité du bâtiment"]),
        ("?q=de%20plan", &["Lecture de plans"]),
        ("?q=atelier%20oeuvre", &["L’atelier d’œuvre"]),
        (
            "?q=%25",
            &["Lecture de plans", "L’atelier d’œuvre", "Électricité ancienne", "Électricité du bâtiment"],
        ),
        ("?q=soudure", &[]),
    ] {
        let page = reader.get(&school.path(&format!("/courses{query}"))).await.expect(200);
        let mut found = titles(&page);
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
    // Its new title is the one that is found.
    let body = json!({ "title": "Plomberie", "minutes": 60, "modality": "in_person" });
    let found = reader.get(&school.path("/courses?q=plans")).await.expect(200)["items"][0].clone();
    let path = school.path(&format!("/courses/{}", found["id"].as_str().unwrap()));
    school.manager.client.put_at(&path, &found["version"], body).await.expect(200);
    assert_eq!(reader.get(&school.path("/courses?q=plans")).await.expect(200)["items"], json!([]));
    assert_eq!(titles(&reader.get(&school.path("/courses?q=plomb")).await.expect(200)), ["Plomberie"]);
    let long = "a".repeat(201);
    reader.get(&school.path(&format!("/courses?q={long}"))).await.expect_field("/q", "too_long");
}

#[tokio::test]
async fn trainees_and_strangers_do_not_see_courses() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let path = school.path("/courses");
    let trainee = app.trainee(&school.organisation).await;
    trainee.client.get(&path).await.expect_problem(403, "forbidden");
    let stranger = app.person("Paul", "Ailleurs").await;
    stranger.client.get(&path).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    school
        .trainer
        .client
        .get(&school.path("/courses?cursor=x"))
        .await
        .expect_field("/cursor", "invalid_cursor");
    school.trainer.client.get(&school.path("/courses?limit=0")).await.expect_field("/limit", "out_of_range");
}
