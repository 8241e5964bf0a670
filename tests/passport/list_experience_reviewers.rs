use crate::support::app::TestApp;

#[tokio::test]
async fn active_organisations_are_found_by_name() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for name in ["École du Rhône", "Atelier du Rhône", "Atelier des métiers"] {
        app.organisation(name).await;
    }
    let closed = app.organisation("Rhône fermé").await;
    app.suspend(&closed).await;
    let found = async |query: &str| -> Vec<String> {
        let page = ines.client.get(&format!("/experience-reviewers?name={query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(found("rh%C3%B4ne").await, ["Atelier du Rhône", "École du Rhône"]);
    assert_eq!(found("100%25").await, Vec::<String>::new(), "no character stands for others");
    ines.client.get("/experience-reviewers?name=a").await.expect_field("/name", "too_short");
    ines.client.get("/experience-reviewers").await.expect_field("/name", "required");
    app.anonymous().get("/experience-reviewers?name=rh").await.expect_problem(401, "unauthenticated");
}
