use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET};

const REQUEST: &str = "/me/company/email-proof";
const CONFIRM: &str = "/me/company/email-proof/confirm";
const ADDRESS: &str = "rh@ateliers.example";

/// A recruiter who was sent a code, and the code.
async fn with_code(app: &TestApp) -> (Recruiter, String) {
    let recruiter = app.recruiter(SIRET, "active", "awaiting_proof").await;
    (recruiter.clone(), send_code(app, &recruiter).await)
}

async fn send_code(app: &TestApp, recruiter: &Recruiter) -> String {
    app.renewed(&recruiter.user).client.post(REQUEST, json!({"email": ADDRESS})).await.expect(202);
    let mail = app.mails_to(ADDRESS).await.pop().unwrap();
    mail.body.lines().find_map(|line| line.strip_prefix("    ")).unwrap().to_owned()
}

fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

#[tokio::test]
async fn at_an_accepted_domain_the_search_opens_at_once() {
    let app = TestApp::start().await;
    app.accepted_domain("732829320", "ateliers.example").await;
    let (recruiter, code) = with_code(&app).await;
    let company = recruiter.user.client.post(CONFIRM, json!({"code": code})).await.expect(200);
    assert_eq!(company["status"], "granted");
    assert_eq!(company["next_step"], "none");
    let mails = app.mails_to(&recruiter.user.email).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre accès recruteur est ouvert");
    let trail = app.trail(recruiter.id.0).await;
    assert_eq!(trail[0].3, json!({"status": "granted"}));

    // The code is used up.
    let problem = recruiter
        .user
        .client
        .post(CONFIRM, json!({"code": code}))
        .await
        .expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "granted");
}

#[tokio::test]
async fn at_another_domain_staff_decides() {
    let app = TestApp::start().await;
    // Accepted for another legal unit, for the domain above, and for one below: none of them counts.
    app.accepted_domain("180046237", "ateliers.example").await;
    app.accepted_domain("732829320", "example").await;
    app.accepted_domain("732829320", "rh.ateliers.example").await;
    let (recruiter, code) = with_code(&app).await;
    let company = recruiter.user.client.post(CONFIRM, json!({"code": code})).await.expect(200);
    assert_eq!(company["status"], "awaiting_review");
    assert_eq!(company["next_step"], "wait_review");
    let admin = app.platform_admin().await;
    let list = admin.client.get("/admin/recruiters").await.expect(200);
    assert_eq!(list["items"][0]["proof"], json!({"kind": "confirmed_email", "email": ADDRESS}));
    assert!(app.mails_to(&recruiter.user.email).await.is_empty());
}

#[tokio::test]
async fn a_code_may_be_tried_five_times() {
    let app = TestApp::start().await;
    let (recruiter, code) = with_code(&app).await;
    for _ in 0..5 {
        let answer = recruiter.user.client.post(CONFIRM, json!({"code": wrong(&code)})).await;
        answer.expect_field("/code", "invalid_proof_code");
    }
    recruiter
        .user
        .client
        .post(CONFIRM, json!({"code": code}))
        .await
        .expect_field("/code", "invalid_proof_code");
    assert_eq!(app.status_of(&recruiter.user).await, "awaiting_proof");

    // A new code begins anew.
    app.advance(Duration::minutes(1));
    let code = send_code(&app, &recruiter).await;
    app.renewed(&recruiter.user).client.post(CONFIRM, json!({"code": code})).await.expect(200);
}

#[tokio::test]
async fn a_code_lives_a_quarter_of_an_hour() {
    let app = TestApp::start().await;
    let (recruiter, code) = with_code(&app).await;
    app.advance(Duration::minutes(15));
    let user = app.renewed(&recruiter.user);
    user.client.post(CONFIRM, json!({"code": code})).await.expect_field("/code", "invalid_proof_code");

    let code = send_code(&app, &recruiter).await;
    app.advance(Duration::minutes(15) - Duration::seconds(1));
    let user = app.renewed(&recruiter.user);
    user.client.post(CONFIRM, json!({"code": format!(" {code} ")})).await.expect(200);
}

#[tokio::test]
async fn a_new_code_replaces_the_last() {
    let app = TestApp::start().await;
    let (recruiter, first) = with_code(&app).await;
    app.advance(Duration::minutes(1));
    let second = send_code(&app, &recruiter).await;
    assert_ne!(first, second);
    recruiter
        .user
        .client
        .post(CONFIRM, json!({"code": first}))
        .await
        .expect_field("/code", "invalid_proof_code");
    recruiter.user.client.post(CONFIRM, json!({"code": second})).await.expect(200);
}

#[tokio::test]
async fn a_code_is_its_owner_s() {
    let app = TestApp::start().await;
    let (_, code) = with_code(&app).await;
    let other = app.recruiter(SIRET, "active", "awaiting_proof").await;
    other.user.client.post(CONFIRM, json!({"code": code})).await.expect_field("/code", "invalid_proof_code");
    let nobody = app.person("Inès", "Lefèvre").await;
    nobody.client.post(CONFIRM, json!({"code": code})).await.expect_problem(404, "not_found");
    app.anonymous().post(CONFIRM, json!({"code": code})).await.expect_problem(401, "unauthenticated");
    assert_eq!(app.status_of(&other.user).await, "awaiting_proof");
}

#[tokio::test]
async fn a_code_of_a_company_left_proves_nothing_for_the_next() {
    let app = TestApp::start().await;
    app.accepted_domain("180046237", "ateliers.example").await;
    let (recruiter, code) = with_code(&app).await;
    recruiter.user.client.delete("/me/company").await.expect(204);
    app.company("18004623700012", "active").await;
    sqlx::query(
        "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, requested_at)
         SELECT gen_random_uuid(), id, $1, 'awaiting_proof', created_at, 'rule', created_at
         FROM company WHERE siret = '18004623700012'",
    )
    .bind(recruiter.user.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    recruiter
        .user
        .client
        .post(CONFIRM, json!({"code": code}))
        .await
        .expect_field("/code", "invalid_proof_code");
    assert_eq!(app.status_of(&recruiter.user).await, "awaiting_proof");
}

#[tokio::test]
async fn two_confirmations_at_once_give_one_access() {
    let app = TestApp::start().await;
    let (recruiter, code) = with_code(&app).await;
    let (one, two) = tokio::join!(
        recruiter.user.client.post(CONFIRM, json!({"code": code})),
        recruiter.user.client.post(CONFIRM, json!({"code": code})),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(app.trail(recruiter.id.0).await.len(), 1);
}
