use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

const PATH: &str = "/me/company/email-proof";

#[tokio::test]
async fn a_code_is_sent_to_a_professional_address() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter(SIRET, "active", "awaiting_proof").await;
    let answer = recruiter.user.client.post(PATH, json!({"email": "rh@ateliers.example"})).await;
    assert_eq!(answer.text, "");
    answer.expect(202);
    let mails = app.mails_to("rh@ateliers.example").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Votre code de vérification Carnet");
    assert!(mails[0].body.contains("Ateliers 732829320"), "{}", mails[0].body);
    let code = mails[0].body.lines().find_map(|line| line.strip_prefix("    ")).unwrap();
    assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    // The account's own address is not told: it is not the one that must be read.
    assert!(app.mails_to(&recruiter.user.email).await.is_empty());
    assert_eq!(app.status_of(&recruiter.user).await, "awaiting_proof");
}

#[tokio::test]
async fn free_mail_and_wrong_addresses_are_refused() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter(SIRET, "active", "awaiting_proof").await;
    for address in ["a@gmail.com", "a@orange.fr", "a@LaPoste.net", "a@yahoo.co.uk", "a@perso.sfr.fr"] {
        recruiter.user.client.post(PATH, json!({"email": address})).await.expect_field("/email", "free_mail");
    }
    for address in ["rh", "rh@ateliers", "rh@127.0.0.1", "rh@gmail.com\u{0}.example", "rh @ateliers.example"]
    {
        recruiter
            .user
            .client
            .post(PATH, json!({"email": address}))
            .await
            .expect_field("/email", "email_format");
    }
    recruiter.user.client.post(PATH, json!({"email": ""})).await.expect_field("/email", "required");
    assert_eq!(app.run_jobs().await, 0);
}

#[tokio::test]
async fn codes_are_spaced_and_counted() {
    let app = TestApp::start().await;
    let recruiter = app.recruiter(SIRET, "active", "awaiting_proof").await;
    let mut user = recruiter.user;
    let body = json!({"email": "rh@ateliers.example"});
    user.client.post(PATH, &body).await.expect(202);
    let refused = user.client.post(PATH, &body).await;
    assert_eq!(refused.headers["retry-after"], "60");
    refused.expect_problem(429, "too_many_attempts");
    for _ in 0..4 {
        app.advance(Duration::minutes(1));
        user = app.renewed(&user);
        user.client.post(PATH, &body).await.expect(202);
    }
    app.advance(Duration::minutes(1));
    user = app.renewed(&user);
    let refused = user.client.post(PATH, &body).await;
    assert_eq!(refused.headers["retry-after"], (55 * 60).to_string());
    refused.expect_problem(429, "too_many_attempts");

    // Leaving and coming back gives no more codes.
    user.client.delete("/me/company").await.expect(204);
    sqlx::query(
        "INSERT INTO recruiter (id, company_id, person_id, status, status_at, decided_by, requested_at)
         SELECT gen_random_uuid(), id, $1, 'awaiting_proof', created_at, 'rule', created_at FROM company",
    )
    .bind(user.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    user.client.post(PATH, &body).await.expect_problem(429, "too_many_attempts");
    app.advance(Duration::minutes(55));
    app.renewed(&user).client.post(PATH, &body).await.expect(202);
    assert_eq!(app.mails_to("rh@ateliers.example").await.len(), 6);
}

#[tokio::test]
async fn only_an_account_that_awaits_a_proof_may_prove() {
    let app = TestApp::start().await;
    let body = json!({"email": "rh@ateliers.example"});
    for status in ["pending_register", "awaiting_review", "granted", "refused", "suspended"] {
        let recruiter = app.recruiter(SIRET, "active", status).await;
        let problem = recruiter.user.client.post(PATH, &body).await.expect_problem(409, "illegal_transition");
        assert_eq!(problem["current_state"], status);
    }
    let nobody = app.person("Inès", "Lefèvre").await;
    nobody.client.post(PATH, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(PATH, &body).await.expect_problem(401, "unauthenticated");
    assert_eq!(app.run_jobs().await, 0);
}
