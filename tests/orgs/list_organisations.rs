use carnet::orgs::Role;

use crate::support::app::TestApp;

#[tokio::test]
async fn the_platform_lists_them_by_name() {
    let app = TestApp::start().await;
    let platform = app.platform_admin().await;
    for name in ["Zinc", "atelier", "Écluse"] {
        let org = app.organisation(name).await;
        app.trainee(&org).await;
    }
    let (mut seen, mut path) = (Vec::new(), "/admin/organisations?limit=2".to_owned());
    loop {
        let page = platform.client.get(&path).await.expect(200);
        for row in page["items"].as_array().unwrap() {
            assert_eq!(row["members"], 1);
            seen.push(row["name"].as_str().unwrap().to_owned());
        }
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/admin/organisations?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, ["atelier", "Écluse", "Zinc"]);
    platform.client.get("/admin/organisations?cursor=W10").await.expect_field("/cursor", "invalid_cursor");
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::start().await;
    let admin = app.member(&app.organisation("Atelier").await, Role::Admin).await;
    admin.client.get("/admin/organisations").await.expect_problem(403, "forbidden");
    app.anonymous().get("/admin/organisations").await.expect_problem(401, "unauthenticated");
}
