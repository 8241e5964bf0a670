use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

#[tokio::test]
async fn without_an_account_there_is_none() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    assert_eq!(ines.client.get("/me/company").await.expect(200), json!({"company": null}));
    app.anonymous().get("/me/company").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn each_state_says_what_comes_next() {
    let app = TestApp::start().await;
    for (status, next_step) in [
        ("pending_register", "wait_register"),
        ("awaiting_proof", "prove_email"),
        ("awaiting_review", "wait_review"),
        ("granted", "none"),
        ("refused", "none"),
        ("suspended", "none"),
    ] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let company = recruiter.user.client.get("/me/company").await.expect(200)["company"].clone();
        assert_eq!(
            (company["status"].as_str(), company["next_step"].as_str()),
            (Some(status), Some(next_step))
        );
        assert_eq!(company["siren"], &SIRET[..9]);
    }
}

#[tokio::test]
async fn one_sees_one_s_own_account() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_in_review("18004623700012").await);
    let mine = |body: serde_json::Value| body["company"]["siret"].clone();
    assert_eq!(mine(one.user.client.get("/me/company").await.expect(200)), SIRET);
    assert_eq!(mine(two.user.client.get("/me/company").await.expect(200)), "18004623700012");
}
