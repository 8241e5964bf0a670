use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{audited, confirm, login, register};
use crate::support::app::TestApp;
use crate::support::users::PASSWORD;

#[tokio::test]
async fn a_person_registers_confirms_and_signs_in() {
    let app = TestApp::start().await;
    let answer = register(&app, " Ines.Lefevre@Example.org ").await.expect(202);
    assert_eq!(answer, json!({ "status": "confirmation_sent" }));
    login(&app, "ines.lefevre@example.org", PASSWORD).await.expect_problem(403, "email_not_confirmed");
    let mails = app.mails_to("Ines.Lefevre@Example.org").await;
    assert_eq!((mails.len(), mails[0].subject.as_str()), (1, "Confirmez votre adresse e-mail"));
    assert!(mails[0].body.starts_with("Bonjour Inès,"), "{}", mails[0].body);
    confirm(&app, &mails[0].after("/confirmer?token=")).await.expect(204);
    let signed_in = login(&app, "ines.lefevre@example.org", PASSWORD).await;
    let me = super::me(&app, &signed_in).await.expect(200);
    assert_eq!((me["first_name"].as_str(), me["last_name"].as_str()), (Some("Inès"), Some("de La Tour")));
    assert_ne!(me["id"], me["profile_id"], "the public id is not the account's");
    assert_eq!(
        (audited(&app, "account.registered").await, audited(&app, "account.email_confirmed").await),
        (1, 1)
    );
}

#[tokio::test]
async fn a_taken_address_gets_the_same_answer_and_its_owner_a_mail() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    let fresh = register(&app, "ines@example.org").await.expect(202);
    let taken = register(&app, &owner.email.to_uppercase()).await.expect(202);
    assert_eq!(fresh, taken);
    let mails = app.mails_to(&owner.email.to_uppercase()).await;
    assert_eq!((mails.len(), mails[0].subject.as_str()), (1, "Vous avez déjà un compte Carnet"));
    assert!(!mails[0].body.contains("token"), "the mail gives no power over the account");
    assert_eq!(owner.client.get("/me").await.expect(200)["first_name"], "Paul");
    assert_eq!(audited(&app, "account.registered").await, 1);
}

#[tokio::test]
async fn registering_twice_leaves_the_first_password_in_force() {
    let app = TestApp::start().await;
    register(&app, "ines@example.org").await.expect(202);
    let mut body = super::registration("ines@example.org");
    body["password"] = json!("Une autre phrase secrète");
    app.anonymous().post("/auth/register", body).await.expect(202);
    let mails = app.mails_to("ines@example.org").await;
    assert_eq!(mails.len(), 2);
    confirm(&app, &mails[0].after("/confirmer?token=")).await.expect(204);
    login(&app, "ines@example.org", "Une autre phrase secrète")
        .await
        .expect_problem(401, "invalid_credentials");
    login(&app, "ines@example.org", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn two_registrations_at_once_make_one_account() {
    let app = TestApp::start().await;
    let both = futures::future::join_all((0..6).map(|_| register(&app, "ines@example.org"))).await;
    assert!(both.iter().all(|answer| answer.status == 202));
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM person").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn every_fault_is_told_at_once() {
    let app = TestApp::start().await;
    let body = json!({ "email": "ines", "password": "x", "first_name": " ", "last_name": "a\u{202E}b" });
    let problem = app.anonymous().post("/auth/register", body).await.expect_problem(422, "invalid_request");
    let faults: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        faults,
        [("/email", "email_format"), ("/first_name", "required"), ("/last_name", "invalid_characters")]
    );
    for (password, fault) in [
        ("Courte1!", "too_short"),
        (&"Xy7! ".repeat(26), "too_long"),
        ("Motdepasse2026!", "too_common"),
        ("ines-ines-ines-75", "contains_email"),
        ("793182640571", "too_simple"),
    ] {
        let mut body = super::registration("ines@example.org");
        body["password"] = json!(password);
        app.anonymous().post("/auth/register", body).await.expect_field("/password", fault);
    }
    assert_eq!(app.mails_to("ines@example.org").await.len(), 0);
}

#[tokio::test]
async fn nobody_registers_as_more_than_a_person() {
    let app = TestApp::start().await;
    for field in
        ["role", "org_id", "is_admin", "is_platform_admin", "status", "visible", "email_confirmed_at", "id"]
    {
        let mut body = super::registration("ines@example.org");
        body[field] = Value::Bool(true);
        app.anonymous()
            .post("/auth/register", body)
            .await
            .expect_field(&format!("/{field}"), "unknown_field");
    }
}

#[tokio::test]
async fn an_address_gets_three_mails_an_hour_whoever_asks() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let owner = app.person("Paul", "Martin").await;
    for email in [owner.email.as_str(), "nobody@example.org"] {
        register(&app, email).await.expect(202);
        let anonymous = app.anonymous();
        let post = |path: &'static str| anonymous.post(path, json!({ "email": email }));
        post("/auth/request-password-reset").await.expect(202);
        post("/auth/resend-confirmation").await.expect(202);
        for path in ["/auth/request-password-reset", "/auth/resend-confirmation"] {
            let refused = post(path).await;
            assert_eq!(refused.headers["retry-after"], "3600");
            refused.expect_problem(429, "too_many_attempts");
        }
        register(&app, email).await.expect_problem(429, "too_many_attempts");
    }
    assert_eq!(app.mails_to(&owner.email).await.len(), 2, "one for the registration, one for the reset");
    app.advance(chrono::Duration::hours(1));
    register(&app, &owner.email).await.expect(202);
}

#[tokio::test]
async fn time_does_not_tell_whether_an_address_is_known() {
    let app = TestApp::start().await;
    let owner = app.person("Paul", "Martin").await;
    // The hash of the tests is quick to check: the first login replaces it with one of the real cost.
    login(&app, &owner.email, PASSWORD).await.expect(200);
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for round in 0..9 {
        let start = Instant::now();
        login(&app, &owner.email, "faux mot de passe").await.expect_problem(401, "invalid_credentials");
        known.push(start.elapsed());
        let start = Instant::now();
        login(&app, &format!("nobody{round}@example.org"), "faux mot de passe").await.expect(401);
        unknown.push(start.elapsed());
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64()
    };
    let ratio = median(&mut known) / median(&mut unknown);
    assert!((0.4..2.5).contains(&ratio), "a known address takes {ratio} times as long to refuse");
    for (path, body) in [
        ("/auth/request-password-reset", json!({ "email": owner.email })),
        ("/auth/request-password-reset", json!({ "email": "nobody@example.org" })),
        ("/auth/resend-confirmation", json!({ "email": "nobody@example.org" })),
    ] {
        let start = Instant::now();
        app.anonymous().post(path, body).await.expect(202);
        assert!(start.elapsed() >= Duration::from_millis(250), "{path} answers no sooner than always");
    }
}
