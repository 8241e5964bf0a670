//! The door of the search, for every state of an account and of its company.

use axum::extract::FromRequestParts;
use axum::http::Request;
use carnet::companies::VerifiedRecruiter;
use carnet::platform::http::Code;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::users::User;

async fn knock(app: &TestApp, user: Option<&User>) -> Result<VerifiedRecruiter, Code> {
    let mut request = Request::builder().uri("/api/v1/profile-search");
    if let Some(user) = user {
        request = request.header("Authorization", format!("Bearer {}", user.access_token()));
    }
    let (mut parts, ()) = request.body(()).unwrap().into_parts();
    VerifiedRecruiter::from_request_parts(&mut parts, &app.state).await.map_err(|error| error.code())
}

#[tokio::test]
async fn only_a_granted_account_of_an_active_company_passes() {
    let app = TestApp::start().await;
    for register_state in ["unknown", "active", "closed", "not_found"] {
        for status in
            ["pending_register", "awaiting_proof", "awaiting_review", "granted", "refused", "suspended"]
        {
            let recruiter = app.recruiter(SIRET, register_state, status).await;
            let passed = knock(&app, Some(&recruiter.user)).await;
            if (register_state, status) == ("active", "granted") {
                let passed = passed.unwrap();
                assert_eq!(passed.siren.as_str(), &SIRET[..9]);
                assert_eq!(passed.recruiter, recruiter.id);
                assert_eq!(passed.actor.person, recruiter.user.id);
            } else {
                assert_eq!(passed.unwrap_err(), Code::RecruiterNotVerified, "{register_state} {status}");
            }
        }
    }
}

#[tokio::test]
async fn others_are_turned_away() {
    let app = TestApp::start().await;
    assert_eq!(knock(&app, None).await.unwrap_err(), Code::Unauthenticated);
    let (person, admin) = (app.person("Inès", "Lefèvre").await, app.platform_admin().await);
    assert_eq!(knock(&app, Some(&person)).await.unwrap_err(), Code::RecruiterRequired);
    assert_eq!(knock(&app, Some(&admin)).await.unwrap_err(), Code::RecruiterRequired);
}

#[tokio::test]
async fn a_suspension_closes_the_door_for_the_next_request() {
    let app = TestApp::start().await;
    let (recruiter, admin) = (app.recruiter_granted(SIRET).await, app.platform_admin().await);
    assert!(knock(&app, Some(&recruiter.user)).await.is_ok());
    let path = format!("/admin/recruiters/{}/suspend", recruiter.id);
    admin.client.post(&path, json!({"reason": "Abus"})).await.expect(200);
    assert_eq!(knock(&app, Some(&recruiter.user)).await.unwrap_err(), Code::RecruiterNotVerified);
    admin.client.post(&path.replace("suspend", "reinstate"), json!({})).await.expect(200);
    assert!(knock(&app, Some(&recruiter.user)).await.is_ok());
    recruiter.user.client.delete("/me/company").await.expect(204);
    assert_eq!(knock(&app, Some(&recruiter.user)).await.unwrap_err(), Code::RecruiterRequired);
}
