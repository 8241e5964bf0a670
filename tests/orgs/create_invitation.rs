use carnet::orgs::Role;
use serde_json::json;

use super::audited;
use crate::support::app::TestApp;

#[tokio::test]
async fn the_mail_names_the_organisation_the_role_and_the_address() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier du Bois").await;
    let admin = app.member(&org, Role::Admin).await;
    let body = json!({ "email": "ines@example.org", "role": "trainer" });
    let view = admin.client.post(&org.path("/invitations"), body).await.expect(201);
    assert_eq!(
        view,
        json!({ "email": "ines@example.org", "role": "trainer", "expires_at": "2026-03-17T08:00:00Z" })
    );
    let mails = app.mails_to("ines@example.org").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Atelier du Bois vous invite sur Carnet");
    for words in ["Atelier du Bois", "formateur ou formatrice", "ines@example.org", "14 jours"] {
        assert!(mails[0].body.contains(words), "{words} missing in {}", mails[0].body);
    }
    let trail = audited(&app, "organisation.member_invited").await;
    assert_eq!(trail, [(Some(admin.id.0), Some(org.id.0), None, Some(json!({ "role": "trainer" })))]);
    let stored: Vec<u8> = sqlx::query_scalar("SELECT token_hash FROM organisation_invitation")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(stored.len(), 32, "only the hash of the token is kept");
}

#[tokio::test]
async fn twice_replaces_the_first() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    for (email, role) in [("ines@example.org", "trainee"), ("INES@example.org", "trainer")] {
        admin
            .client
            .post(&org.path("/invitations"), json!({ "email": email, "role": role }))
            .await
            .expect(201);
    }
    let waiting: Vec<String> = sqlx::query_scalar("SELECT role FROM organisation_invitation")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(waiting, ["trainer"]);
}

#[tokio::test]
async fn nobody_gives_a_role_above_their_own() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let allowed = |own: Role, role: &str| match own {
        Role::Admin => true,
        Role::Manager => role == "trainer" || role == "trainee",
        _ => false,
    };
    for own in [Role::Admin, Role::Manager, Role::Trainer, Role::Trainee] {
        let inviter = app.member(&org, own).await;
        for role in ["admin", "manager", "trainer", "trainee"] {
            let body = json!({ "email": format!("{}-{role}@example.org", own.as_str()), "role": role });
            let answer = inviter.client.post(&org.path("/invitations"), body).await;
            if allowed(own, role) {
                answer.expect(201);
            } else {
                answer.expect_problem(403, "forbidden");
            }
        }
    }
}

#[tokio::test]
async fn the_platform_invites_an_admin_where_there_is_none() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let platform = app.platform_admin().await;
    let invite = |role: &str| {
        let body = json!({ "email": "ines@example.org", "role": role });
        let (client, path) = (platform.client.clone(), org.path("/invitations"));
        async move { client.post(&path, body).await }
    };
    invite("trainer").await.expect_problem(403, "forbidden");
    invite("admin").await.expect(201);
    app.member(&org, Role::Admin).await;
    invite("admin").await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn a_member_is_not_invited_again() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (admin, trainee) = (app.member(&org, Role::Admin).await, app.trainee(&org).await);
    let body = json!({ "email": trainee.email.to_uppercase(), "role": "trainer" });
    admin.client.post(&org.path("/invitations"), body).await.expect_problem(409, "already_member");
}

#[tokio::test]
async fn foreign_unknown_suspended_and_bad_input() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let (admin, foreign) = (app.member(&org, Role::Admin).await, app.member(&other, Role::Admin).await);
    let path = org.path("/invitations");
    let body = json!({ "email": "ines@example.org", "role": "trainee" });
    foreign.client.post(&path, &body).await.expect_problem(404, "not_found");
    let unknown = format!("/organisations/{}/invitations", uuid::Uuid::nil());
    admin.client.post(&unknown, &body).await.expect_problem(404, "not_found");
    let post = |body| admin.client.post(&path, body);
    post(json!({ "email": "ines", "role": "trainee" })).await.expect_field("/email", "email_format");
    post(json!({ "email": "ines@example.org", "role": "owner" })).await.expect_field("/role", "invalid_type");
    post(json!({ "email": "ines@example.org", "role": "trainee", "status": "active" }))
        .await
        .expect_field("/status", "unknown_field");
    app.suspend(&org).await;
    admin.client.post(&path, &body).await.expect_problem(409, "organisation_suspended");
    assert_eq!(app.mails_to("ines@example.org").await.len(), 0);
}
