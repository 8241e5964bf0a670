use carnet::demo::{self, Standing};
use serde_json::{Value, json};

use super::catalogue;
use crate::support::app::TestApp;
use crate::support::client::Client;

async fn demo_app() -> TestApp {
    let app = TestApp::start_with(&["--demo-profiles=40"]).await;
    catalogue::insert(&app.state.pool).await;
    app
}

async fn sign_in(app: &TestApp, email: &str) -> Client {
    let body = json!({ "email": email, "password": demo::PASSWORD });
    let answer = app.anonymous().post("/auth/login", body).await.expect(200);
    app.anonymous().with_token(answer["access_token"].as_str().unwrap())
}

async fn scalar(app: &TestApp, sql: &'static str) -> Value {
    sqlx::query_scalar(sql).fetch_one(&app.state.pool).await.unwrap()
}

#[tokio::test]
async fn an_empty_database_gets_people_and_accounts_once() {
    let app = demo_app().await;
    for _ in 0..2 {
        let standing = demo::seed_if_empty(&app.state).await.unwrap();
        assert_eq!(standing, Standing::Ready { profiles: 40 });
        let said = standing.to_string();
        assert!(said.contains(demo::PASSWORD), "{said}");
        assert!(demo::ACCOUNTS.iter().all(|account| said.contains(account.email)), "{said}");
    }
    let people =
        scalar(&app, "SELECT to_jsonb(count(*)) FROM person WHERE email NOT LIKE 'formateur-%'").await;
    assert_eq!(people, 46);
    assert!(demo::has_public_accounts(&app.state).await.unwrap());
}

#[tokio::test]
async fn every_account_signs_in_as_what_it_promises() {
    let app = demo_app().await;
    demo::seed_if_empty(&app.state).await.unwrap();
    for account in demo::ACCOUNTS {
        let me = sign_in(&app, account.email).await.get("/me").await.expect(200);
        assert_eq!(me["email"], account.email);
        assert_eq!(me["platform_admin"], account.email == "platform@demo.test");
        assert_eq!(me["totp_enabled"], false);
    }
    let roles = scalar(
        &app,
        "SELECT jsonb_object_agg(split_part(email, '@', 1), coalesce(m.role, r.status, '-'))
         FROM person p LEFT JOIN organisation_member m ON m.person_id = p.id LEFT JOIN recruiter r ON r.person_id = p.id
         WHERE email LIKE '%@demo.test' AND email NOT LIKE 'personne-%' AND email NOT LIKE 'formateur-%'",
    )
    .await;
    let expected = json!({
        "recruiter": "granted", "unverified": "awaiting_review", "orgadmin": "admin", "trainer": "trainer",
        "trainee": "trainee", "platform": "-",
    });
    assert_eq!(roles, expected);
    let organisations = scalar(
        &app,
        "SELECT to_jsonb(count(DISTINCT organisation_id)) FROM organisation_member m JOIN person p ON p.id = m.person_id
         WHERE p.email IN ('orgadmin@demo.test', 'trainer@demo.test', 'trainee@demo.test')",
    )
    .await;
    assert_eq!(organisations, 1, "they belong to the same organisation");
}

#[tokio::test]
async fn the_trainee_has_a_record_and_is_not_visible() {
    let app = demo_app().await;
    demo::seed_if_empty(&app.state).await.unwrap();
    let record = scalar(
        &app,
        "SELECT jsonb_build_object(
             'declared', (SELECT count(*) FROM declared_skill WHERE person_id = t.id) >= 5,
             'validated', (SELECT count(*) FROM validation v JOIN person w ON w.id = v.validator_id
                           WHERE v.person_id = t.id AND w.email = 'trainer@demo.test') >= 2,
             'visible', EXISTS (SELECT FROM searchable_person s WHERE s.person_id = t.id))
         FROM person t WHERE email = 'trainee@demo.test'",
    )
    .await;
    assert_eq!(record, json!({ "declared": true, "validated": true, "visible": false }));
}

#[tokio::test]
async fn a_real_database_is_left_alone_and_told_so() {
    let app = demo_app().await;
    app.person("Inès", "Lefèvre").await;
    let standing = demo::seed_if_empty(&app.state).await.unwrap();
    assert_eq!(standing, Standing::Refused);
    assert!(standing.to_string().contains("vrais comptes"));
    assert_eq!(scalar(&app, "SELECT to_jsonb(count(*)) FROM person").await, 1);
    assert!(!demo::has_public_accounts(&app.state).await.unwrap());
}

#[tokio::test]
async fn outside_demo_mode_no_account_is_made() {
    let app = demo_app().await;
    demo::seed(&app.state, demo::Options::new(10, 1), carnet::platform::progress::Progress::silent)
        .await
        .unwrap();
    assert!(!demo::has_public_accounts(&app.state).await.unwrap());
    for account in demo::ACCOUNTS {
        let body = json!({ "email": account.email, "password": demo::PASSWORD });
        app.anonymous().post("/auth/login", body).await.expect_problem(401, "invalid_credentials");
    }
    // Demo mode started later on the same people adds the accounts, and no people.
    assert_eq!(demo::seed_if_empty(&app.state).await.unwrap(), Standing::Ready { profiles: 10 });
    sign_in(&app, "recruiter@demo.test").await;
}

#[tokio::test]
async fn the_demo_organisation_always_has_a_session_that_runs() {
    let app = demo_app().await;
    demo::seed_if_empty(&app.state).await.unwrap();
    demo::seed_if_empty(&app.state).await.unwrap();
    let trainee = sign_in(&app, "trainee@demo.test").await;
    let mine = trainee.get("/me/sessions").await.expect(200);
    let sessions = mine["items"].as_array().unwrap();
    assert_eq!((sessions.len(), &sessions[0]["status"]), (1, &json!("running")));
    let path = format!("/me/sessions/{}", sessions[0]["id"].as_str().unwrap());
    let shown = trainee.get(&path).await.expect(200);
    assert_eq!(
        (shown["slots"].as_array().unwrap().len(), shown["courses"].as_array().unwrap().len()),
        (16, 3)
    );
    let trainer = sign_in(&app, "trainer@demo.test").await;
    assert_eq!(trainer.get("/me/sessions").await.expect(200)["items"][0]["trains"], true);
    // When that one is over, the next start opens another.
    app.advance(chrono::Duration::days(30));
    demo::seed_if_empty(&app.state).await.unwrap();
    let trainee = sign_in(&app, "trainee@demo.test").await;
    assert_eq!(trainee.get("/me/sessions").await.expect(200)["items"].as_array().unwrap().len(), 2);
}
