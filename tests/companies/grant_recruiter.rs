use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET};

fn path(recruiter: &Recruiter) -> String {
    format!("/admin/recruiters/{}/grant", recruiter.id)
}

/// A recruiter in review who confirmed this address.
async fn confirmed(app: &TestApp, email: &str) -> Recruiter {
    let recruiter = app.recruiter_in_review(SIRET).await;
    sqlx::query("UPDATE recruiter SET proof = 'confirmed_email', proof_email = $2 WHERE id = $1")
        .bind(recruiter.id)
        .bind(email)
        .execute(&app.state.pool)
        .await
        .unwrap();
    recruiter
}

async fn accepted(app: &TestApp) -> Vec<(String, String)> {
    sqlx::query_as("SELECT siren, domain FROM accepted_domain").fetch_all(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn the_search_opens_and_the_recruiter_is_told() {
    let app = TestApp::start().await;
    let (recruiter, admin) = (app.recruiter_in_review(SIRET).await, app.platform_admin().await);
    let view = admin.client.post(&path(&recruiter), json!({"accept_domain": null})).await.expect(200);
    assert_eq!(view["status"], "granted");
    assert_eq!(view["id"], json!(recruiter.id));
    assert_eq!(app.status_of(&recruiter.user).await, "granted");
    assert!(accepted(&app).await.is_empty());

    let mails = app.mails_to(&recruiter.user.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre accès recruteur est ouvert");
    let trail = app.trail(recruiter.id.0).await;
    assert_eq!(trail.len(), 2);
    assert_eq!(trail[0].2, json!({"status": "awaiting_review"}));
    assert_eq!(trail[0].3, json!({"status": "granted"}));
    assert_eq!(trail[1].3, json!({"role": "admin"}), "the first one runs the company");

    let twice =
        admin.client.post(&path(&recruiter), json!({})).await.expect_problem(409, "illegal_transition");
    assert_eq!(twice["current_state"], "granted");
}

#[tokio::test]
async fn the_confirmed_domain_may_be_accepted_for_the_company() {
    let app = TestApp::start().await;
    let (recruiter, admin) = (confirmed(&app, "rh@ateliers.example").await, app.platform_admin().await);
    admin.client.post(&path(&recruiter), json!({"accept_domain": "Ateliers.Example"})).await.expect(200);
    assert_eq!(accepted(&app).await, [("732829320".to_owned(), "ateliers.example".to_owned())]);
    let trail = app.trail(recruiter.id.0).await;
    assert_eq!(trail.last().unwrap().0, "company.domain_accepted");

    // A second recruiter of the same domain: accepting it again changes nothing.
    let colleague = confirmed(&app, "paie@ateliers.example").await;
    admin.client.post(&path(&colleague), json!({"accept_domain": "ateliers.example"})).await.expect(200);
    assert_eq!(accepted(&app).await.len(), 1);
}

#[tokio::test]
async fn the_address_one_signs_in_with_is_confirmed_as_well() {
    let app = TestApp::start().await;
    let (recruiter, admin) = (app.recruiter_in_review(SIRET).await, app.platform_admin().await);
    assert!(recruiter.user.email.ends_with("@example.org"));
    admin.client.post(&path(&recruiter), json!({"accept_domain": "example.org"})).await.expect(200);
    assert_eq!(accepted(&app).await, [("732829320".to_owned(), "example.org".to_owned())]);
}

#[tokio::test]
async fn no_other_domain_may_be_accepted() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    let recruiter = confirmed(&app, "rh@paris.ateliers.example").await;
    for domain in ["ateliers.example", "example", "autre.example", "", "gmail.com"] {
        let answer = admin.client.post(&path(&recruiter), json!({"accept_domain": domain})).await;
        answer.expect_field("/accept_domain", "domain_not_confirmed");
    }
    let free = confirmed(&app, "rh@gmail.com").await;
    let answer = admin.client.post(&path(&free), json!({"accept_domain": "gmail.com"})).await;
    answer.expect_field("/accept_domain", "free_mail");
    let unproven = app.recruiter_in_review(SIRET).await;
    let answer = admin.client.post(&path(&unproven), json!({"accept_domain": "ateliers.example"})).await;
    answer.expect_field("/accept_domain", "domain_not_confirmed");

    // A refused domain grants nothing.
    for recruiter in [recruiter, free, unproven] {
        assert_eq!(app.status_of(&recruiter.user).await, "awaiting_review");
    }
    assert!(accepted(&app).await.is_empty());
    assert_eq!(app.run_jobs().await, 0);
}

#[tokio::test]
async fn staff_may_grant_without_waiting_for_a_proof() {
    let app = TestApp::start().await;
    let (recruiter, admin) =
        (app.recruiter(SIRET, "active", "awaiting_proof").await, app.platform_admin().await);
    admin.client.post(&path(&recruiter), json!({})).await.expect(200);
    assert_eq!(app.status_of(&recruiter.user).await, "granted");
}

#[tokio::test]
async fn only_an_open_request_is_granted() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for status in ["pending_register", "granted", "refused", "suspended"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let problem =
            admin.client.post(&path(&recruiter), json!({})).await.expect_problem(409, "illegal_transition");
        assert_eq!(problem["current_state"], status);
        assert_eq!(app.status_of(&recruiter.user).await, status);
    }
}

#[tokio::test]
async fn a_company_that_is_not_active_is_not_granted() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for register_state in ["closed", "not_found", "unknown"] {
        let recruiter = app.recruiter(SIRET, register_state, "awaiting_review").await;
        admin.client.post(&path(&recruiter), json!({})).await.expect_problem(409, "company_not_active");
        assert_eq!(app.status_of(&recruiter.user).await, "awaiting_review");
    }
}

#[tokio::test]
async fn it_is_for_staff_and_known_accounts() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter_in_review(SIRET).await;
    recruiter.user.client.post(&path(&recruiter), json!({})).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path(&recruiter), json!({})).await.expect_problem(401, "unauthenticated");
    let admin = app.platform_admin().await;
    for id in ["00000000-0000-0000-0000-000000000000", "x"] {
        let path = format!("/admin/recruiters/{id}/grant");
        admin.client.post(&path, json!({})).await.expect_problem(404, "not_found");
    }
    assert_eq!(app.status_of(&recruiter.user).await, "awaiting_review");
}
