use carnet::platform::http::Code;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET};

fn path(recruiter: &Recruiter) -> String {
    format!("/admin/recruiters/{}/reinstate", recruiter.id)
}

#[tokio::test]
async fn the_access_opens_again() {
    let app = TestApp::start().await;
    let (recruiter, admin) = (app.recruiter(SIRET, "active", "suspended").await, app.platform_admin().await);
    let view = admin.client.post(&path(&recruiter), json!({})).await.expect(200);
    assert_eq!(view["status"], "granted");
    assert_eq!(view["status_reason"], json!(null));
    assert_eq!(app.status_of(&recruiter.user).await, "granted");
    let mails = app.mails_to(&recruiter.user.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre accès recruteur est rétabli");
    assert_eq!(app.trail(recruiter.id.0).await[0].3, json!({"status": "granted"}));

    let twice =
        admin.client.post(&path(&recruiter), json!({})).await.expect_problem(409, "illegal_transition");
    assert_eq!(twice["current_state"], "granted");
}

#[tokio::test]
async fn a_closed_establishment_stays_closed() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for register_state in ["closed", "not_found"] {
        let recruiter = app.recruiter(SIRET, register_state, "suspended").await;
        let problem =
            admin.client.post(&path(&recruiter), json!({})).await.expect_problem(409, "company_not_active");
        assert_eq!(problem["title"], Code::CompanyNotActive.title());
        assert_eq!(app.status_of(&recruiter.user).await, "suspended");
    }
}

#[tokio::test]
async fn only_a_suspended_access_is_reinstated() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for status in ["pending_register", "awaiting_proof", "awaiting_review", "granted", "refused"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let answer = admin.client.post(&path(&recruiter), json!({})).await;
        assert_eq!(answer.expect_problem(409, "illegal_transition")["current_state"], status);
    }
}

#[tokio::test]
async fn it_is_for_staff_and_known_accounts() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter(SIRET, "active", "suspended").await;
    recruiter.user.client.post(&path(&recruiter), json!({})).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path(&recruiter), json!({})).await.expect_problem(401, "unauthenticated");
    let unknown = format!("/admin/recruiters/{}/reinstate", uuid::Uuid::nil());
    app.platform_admin().await.client.post(&unknown, json!({})).await.expect_problem(404, "not_found");
    assert_eq!(app.status_of(&recruiter.user).await, "suspended");
}
