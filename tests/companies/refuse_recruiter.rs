use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET};

fn path(recruiter: &Recruiter) -> String {
    format!("/admin/recruiters/{}/refuse", recruiter.id)
}

#[tokio::test]
async fn the_recruiter_is_told_why() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for status in ["pending_register", "awaiting_proof", "awaiting_review"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let reason = json!({"reason": " Nous n’avons pas pu joindre l’entreprise. "});
        let view = admin.client.post(&path(&recruiter), &reason).await.expect(200);
        assert_eq!(view["status"], "refused");
        let mine = recruiter.user.client.get("/me/company").await.expect(200);
        assert_eq!(mine["company"]["status"], "refused");
        assert_eq!(mine["company"]["status_reason"], "Nous n’avons pas pu joindre l’entreprise.");
        let mails = app.mails_to(&recruiter.user.email).await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].body.contains("Nous n’avons pas pu joindre l’entreprise."), "{}", mails[0].body);
        let trail = app.trail(recruiter.id.0).await;
        assert_eq!(trail[0].1.as_deref(), Some("Nous n’avons pas pu joindre l’entreprise."));

        let twice =
            admin.client.post(&path(&recruiter), &reason).await.expect_problem(409, "illegal_transition");
        assert_eq!(twice["current_state"], "refused");
    }
}

#[tokio::test]
async fn what_was_granted_is_suspended_not_refused() {
    let app = TestApp::start().await;
    let admin = app.platform_admin().await;
    for status in ["granted", "suspended"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let answer = admin.client.post(&path(&recruiter), json!({"reason": "Erreur"})).await;
        assert_eq!(answer.expect_problem(409, "illegal_transition")["current_state"], status);
    }
}

#[tokio::test]
async fn a_reason_is_due() {
    let app = TestApp::start().await;
    let (admin, recruiter) = (app.platform_admin().await, app.recruiter_in_review(SIRET).await);
    admin.client.post(&path(&recruiter), json!({})).await.expect_field("/reason", "required");
    admin.client.post(&path(&recruiter), json!({"reason": "  "})).await.expect_field("/reason", "required");
    let long = json!({"reason": "a".repeat(501)});
    admin.client.post(&path(&recruiter), long).await.expect_field("/reason", "too_long");
    assert_eq!(app.status_of(&recruiter.user).await, "awaiting_review");
}

#[tokio::test]
async fn it_is_for_staff_and_known_accounts() {
    let app = TestApp::start().await;
    let (recruiter, body) = (app.recruiter_in_review(SIRET).await, json!({"reason": "Non"}));
    recruiter.user.client.post(&path(&recruiter), &body).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path(&recruiter), &body).await.expect_problem(401, "unauthenticated");
    let unknown = format!("/admin/recruiters/{}/refuse", uuid::Uuid::nil());
    app.platform_admin().await.client.post(&unknown, &body).await.expect_problem(404, "not_found");
    assert_eq!(app.status_of(&recruiter.user).await, "awaiting_review");
}
