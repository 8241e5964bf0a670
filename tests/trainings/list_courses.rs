use serde_json::Value;

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
