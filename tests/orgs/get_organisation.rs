use carnet::orgs::Role;

use crate::support::app::TestApp;

#[tokio::test]
async fn members_see_it_with_their_role_also_when_suspended() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    for role in [Role::Admin, Role::Manager, Role::Trainer, Role::Trainee] {
        let view = app.member(&org, role).await.client.get(&org.path("")).await.expect(200);
        assert_eq!((view["name"].as_str(), view["role"].as_str()), (Some("Atelier"), Some(role.as_str())));
        assert_eq!(view["status"], "active");
    }
    app.suspend(&org).await;
    let view = app.trainee(&org).await.client.get(&org.path("")).await.expect(200);
    assert_eq!(
        (view["status"].as_str(), view["status_reason"].as_str()),
        (Some("suspended"), Some("Contrôle en cours"))
    );
}

#[tokio::test]
async fn the_platform_sees_it_without_a_role_and_strangers_do_not() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let view = app.platform_admin().await.client.get(&org.path("")).await.expect(200);
    assert!(view["role"].is_null());
    let stranger = app.member(&app.organisation("Autre").await, Role::Admin).await;
    let foreign = stranger.client.get(&org.path("")).await.expect_problem(404, "not_found");
    let unknown = stranger.client.get(&format!("/organisations/{}", uuid::Uuid::nil())).await;
    assert_eq!(foreign, unknown.expect_problem(404, "not_found"));
    app.anonymous().get(&org.path("")).await.expect_problem(401, "unauthenticated");
}
