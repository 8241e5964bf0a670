use carnet::orgs::Role;

use super::{audited, role_of};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_removed_member_sees_the_organisation_no_more() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (manager, trainer) = (app.member(&org, Role::Manager).await, app.trainer(&org).await);
    let path = org.path(&format!("/members/{}", trainer.id));
    trainer.client.get(&org.path("")).await.expect(200);
    manager.client.delete(&path).await.expect(204);
    trainer.client.get(&org.path("")).await.expect_problem(404, "not_found");
    manager.client.delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(audited(&app, "organisation.member_removed").await.len(), 1);
}

#[tokio::test]
async fn everybody_may_leave_but_the_last_admin() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (one, two) = (app.member(&org, Role::Admin).await, app.member(&org, Role::Admin).await);
    let trainee = app.trainee(&org).await;
    trainee.client.delete(&org.path(&format!("/members/{}", trainee.id))).await.expect(204);
    one.client.delete(&org.path(&format!("/members/{}", one.id))).await.expect(204);
    two.client.delete(&org.path(&format!("/members/{}", two.id))).await.expect_problem(409, "last_admin");
    assert_eq!(role_of(&app, &org, two.id).await.as_deref(), Some("admin"));
}

#[tokio::test]
async fn two_admins_who_leave_at_once_leave_one() {
    let app = TestApp::start().await;
    for _ in 0..5 {
        let org = app.organisation("Atelier").await;
        let (one, two) = (app.member(&org, Role::Admin).await, app.member(&org, Role::Admin).await);
        let (path_one, path_two) =
            (org.path(&format!("/members/{}", one.id)), org.path(&format!("/members/{}", two.id)));
        let (first, second) = tokio::join!(one.client.delete(&path_one), two.client.delete(&path_two));
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 409]);
    }
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let (admin, manager) = (app.member(&org, Role::Admin).await, app.member(&org, Role::Manager).await);
    let (trainer, trainee) = (app.trainer(&org).await, app.trainee(&org).await);
    let path = |user: &crate::support::users::User| org.path(&format!("/members/{}", user.id));
    manager.client.delete(&path(&admin)).await.expect_problem(403, "forbidden");
    trainer.client.delete(&path(&trainee)).await.expect_problem(403, "forbidden");
    trainee.client.delete(&path(&trainer)).await.expect_problem(403, "forbidden");
    let foreign = app.member(&other, Role::Admin).await;
    foreign.client.delete(&path(&trainee)).await.expect_problem(404, "not_found");
    admin.client.delete(&path(&foreign)).await.expect_problem(404, "not_found");
    app.platform_admin().await.client.delete(&path(&trainee)).await.expect_problem(403, "forbidden");
    app.anonymous().delete(&path(&trainee)).await.expect_problem(401, "unauthenticated");
    assert_eq!(role_of(&app, &org, trainee.id).await.as_deref(), Some("trainee"));
}
