use crate::support::app::TestApp;
use crate::support::companies::SIRET;

#[tokio::test]
async fn a_company_searches_with_names_unless_it_says_otherwise() {
    let app = TestApp::start().await;
    let (own, colleague) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    let other = app.recruiter_granted("55210055400013").await;
    let settings = async |recruiter: &crate::support::companies::Recruiter| {
        recruiter.user.client.get("/me/company/search-settings").await.expect(200)
    };
    assert_eq!(settings(&own).await, serde_json::json!({ "blind": false }));
    app.blind(&own, true).await;
    assert_eq!(settings(&colleague).await["blind"], true, "of the company, not of one recruiter");
    assert_eq!(settings(&other).await["blind"], false);
}

#[tokio::test]
async fn only_verified_recruiters_have_any() {
    let app = TestApp::start().await;
    let path = "/me/company/search-settings";
    app.anonymous().get(path).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin").await.client.get(path).await.expect_problem(403, "recruiter_required");
    app.recruiter_pending().await.user.client.get(path).await.expect_problem(403, "recruiter_not_verified");
}
