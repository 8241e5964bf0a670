use carnet::orgs::Role;
use serde_json::json;

use super::{audited, role_of};
use crate::support::app::TestApp;

#[tokio::test]
async fn an_admin_gives_any_role() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (admin, member) = (app.member(&org, Role::Admin).await, app.trainee(&org).await);
    let path = org.path(&format!("/members/{}", member.id));
    for role in ["trainer", "manager", "admin", "trainee"] {
        admin.client.patch(&path, json!({ "role": role })).await.expect(204);
        assert_eq!(role_of(&app, &org, member.id).await.as_deref(), Some(role));
    }
    admin.client.patch(&path, json!({ "role": "trainee" })).await.expect(204);
    let trail = audited(&app, "organisation.member_role_changed").await;
    assert_eq!(trail.len(), 4, "the same role again is no change");
    assert_eq!(trail[0].2, Some(json!({ "role": "trainee" })));
    assert_eq!(trail[0].3, Some(json!({ "role": "trainer" })));
}

#[tokio::test]
async fn a_role_acts_from_the_next_request() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (admin, manager) = (app.member(&org, Role::Admin).await, app.member(&org, Role::Manager).await);
    manager.client.get(&org.path("/members")).await.expect(200);
    let path = org.path(&format!("/members/{}", manager.id));
    admin.client.patch(&path, json!({ "role": "trainee" })).await.expect(204);
    manager.client.get(&org.path("/members")).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn nobody_changes_their_own_role_or_one_above() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (admin, manager) = (app.member(&org, Role::Admin).await, app.member(&org, Role::Manager).await);
    let (trainer, trainee) = (app.trainer(&org).await, app.trainee(&org).await);
    let change = |who: &crate::support::users::User, whom: &crate::support::users::User, role: &str| {
        let (client, path) = (who.client.clone(), org.path(&format!("/members/{}", whom.id)));
        let body = json!({ "role": role });
        async move { client.patch(&path, body).await }
    };
    change(&admin, &admin, "manager").await.expect_problem(403, "forbidden");
    change(&manager, &manager, "admin").await.expect_problem(403, "forbidden");
    change(&manager, &admin, "trainee").await.expect_problem(403, "forbidden");
    change(&manager, &trainee, "manager").await.expect_problem(403, "forbidden");
    change(&trainer, &trainee, "trainer").await.expect_problem(403, "forbidden");
    change(&trainee, &trainer, "trainee").await.expect_problem(403, "forbidden");
    change(&manager, &trainee, "trainer").await.expect(204);
    assert_eq!(role_of(&app, &org, admin.id).await.as_deref(), Some("admin"));
}

#[tokio::test]
async fn two_admins_who_demote_each_other_leave_one() {
    let app = TestApp::start().await;
    for _ in 0..5 {
        let org = app.organisation("Atelier").await;
        let (one, two) = (app.member(&org, Role::Admin).await, app.member(&org, Role::Admin).await);
        let (path_one, path_two) =
            (org.path(&format!("/members/{}", one.id)), org.path(&format!("/members/{}", two.id)));
        let body = json!({ "role": "trainee" });
        let (first, second) =
            tokio::join!(one.client.patch(&path_two, &body), two.client.patch(&path_one, &body));
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 403], "the second is no admin any more");
    }
}

#[tokio::test]
async fn foreign_unknown_and_bad() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let (admin, foreign) = (app.member(&org, Role::Admin).await, app.member(&other, Role::Admin).await);
    let trainee = app.trainee(&org).await;
    let path = org.path(&format!("/members/{}", trainee.id));
    foreign.client.patch(&path, json!({ "role": "trainer" })).await.expect_problem(404, "not_found");
    for person in [foreign.id.to_string(), uuid::Uuid::nil().to_string()] {
        let path = org.path(&format!("/members/{person}"));
        admin.client.patch(&path, json!({ "role": "trainer" })).await.expect_problem(404, "not_found");
    }
    admin.client.patch(&path, json!({ "role": "owner" })).await.expect_field("/role", "invalid_type");
    admin
        .client
        .patch(&path, json!({ "role": "trainer", "org_id": "x" }))
        .await
        .expect_field("/org_id", "unknown_field");
    assert_eq!(role_of(&app, &org, trainee.id).await.as_deref(), Some("trainee"));
}
