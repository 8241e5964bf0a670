use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET};

fn path(recruiter: &Recruiter) -> String {
    format!("/admin/recruiters/{}/suspend", recruiter.id)
}

#[tokio::test]
async fn the_access_closes_with_a_reason() {
    let app = TestApp::start().await;
    let (recruiter, colleague) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    let admin = app.platform_admin().await;
    let reason = json!({"reason": "Démarchage commercial signalé par deux personnes"});
    let view = admin.client.post(&path(&recruiter), &reason).await.expect(200);
    assert_eq!(view["status"], "suspended");
    assert_eq!(view["status_reason"], reason["reason"]);
    assert_eq!(app.status_of(&recruiter.user).await, "suspended");
    assert_eq!(app.status_of(&colleague.user).await, "granted");
    let mails = app.mails_to(&recruiter.user.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre accès recruteur est suspendu");
    assert!(mails[0].body.contains("Démarchage commercial"), "{}", mails[0].body);
    assert_eq!(app.trail(recruiter.id.0).await[0].3, json!({"status": "suspended"}));

    let twice = admin.client.post(&path(&recruiter), &reason).await.expect_problem(409, "illegal_transition");
    assert_eq!(twice["current_state"], "suspended");
}

#[tokio::test]
async fn only_an_open_access_is_suspended() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for status in ["pending_register", "awaiting_proof", "awaiting_review", "refused"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let answer = admin.client.post(&path(&recruiter), json!({"reason": "Non"})).await;
        assert_eq!(answer.expect_problem(409, "illegal_transition")["current_state"], status);
    }
}

#[tokio::test]
async fn it_is_for_staff_and_known_accounts() {
    let app = TestApp::start().await;
    let (recruiter, body) = (app.recruiter_granted(SIRET).await, json!({"reason": "Non"}));
    recruiter.user.client.post(&path(&recruiter), &body).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path(&recruiter), &body).await.expect_problem(401, "unauthenticated");
    let admin = app.platform_admin().await;
    admin.client.post(&path(&recruiter), json!({})).await.expect_field("/reason", "required");
    let unknown = format!("/admin/recruiters/{}/suspend", uuid::Uuid::nil());
    admin.client.post(&unknown, &body).await.expect_problem(404, "not_found");
    assert_eq!(app.status_of(&recruiter.user).await, "granted");
}
