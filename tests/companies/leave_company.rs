use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::register::FakeRegister;

#[tokio::test]
async fn a_refused_recruiter_may_leave_and_ask_again() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    let app = register.app().await;
    let recruiter = app.recruiter(SIRET, "active", "refused").await;
    recruiter.user.client.delete("/me/company").await.expect(204);
    assert_eq!(app.status_of(&recruiter.user).await, "none");
    let trail = app.trail(recruiter.id.0).await;
    assert_eq!(trail[0].0, "recruiter.status_changed");
    assert_eq!((&trail[0].2, &trail[0].3), (&json!({"status": "refused"}), &json!(null)));

    let again = recruiter.user.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
    assert_eq!(again["status"], "awaiting_proof");
}

#[tokio::test]
async fn one_leaves_in_every_state_that_staff_did_not_impose() {
    let app = TestApp::start().await;
    for status in ["pending_register", "awaiting_proof", "awaiting_review", "granted", "refused", "suspended"]
    {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let company = &recruiter.user.client.get("/me/company").await.expect(200)["company"];
        assert_eq!(
            (&company["may_leave"], &company["leave_refusal"]),
            (&json!(true), &json!(null)),
            "{status}"
        );
        recruiter.user.client.delete("/me/company").await.expect(204);
        recruiter.user.client.delete("/me/company").await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_suspension_by_staff_cannot_be_shed() {
    let app = TestApp::start().await;
    let (recruiter, admin) = (app.recruiter_granted(SIRET).await, app.platform_admin().await);
    let suspend = format!("/admin/recruiters/{}/suspend", recruiter.id);
    admin.client.post(&suspend, json!({"reason": "Démarchage commercial"})).await.expect(200);

    let problem = recruiter.user.client.delete("/me/company").await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "suspended");
    assert_eq!(app.status_of(&recruiter.user).await, "suspended");
    // The page says so before anybody tries.
    let company = &recruiter.user.client.get("/me/company").await.expect(200)["company"];
    let told = (&company["status"], &company["may_leave"], &company["leave_refusal"]);
    assert_eq!(told, (&json!("suspended"), &json!(false), &json!("suspended_by_staff")));
    let reinstate = format!("/admin/recruiters/{}/reinstate", recruiter.id);
    admin.client.post(&reinstate, ()).await.expect(200);
    assert_eq!(recruiter.user.client.get("/me/company").await.expect(200)["company"]["may_leave"], true);
}

#[tokio::test]
async fn leaving_touches_no_colleague() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    one.user.client.delete("/me/company").await.expect(204);
    assert_eq!(app.status_of(&two.user).await, "granted");
    app.anonymous().delete("/me/company").await.expect_problem(401, "unauthenticated");
}
