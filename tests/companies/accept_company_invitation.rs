use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::companies::{Recruiter, SIRET};
use crate::support::users::User;

const ACCEPT: &str = "/company-invitations/accept";

/// Invites the person; the token of the mail.
async fn invited(app: &TestApp, admin: &Recruiter, person: &User, role: &str) -> String {
    let body = json!({"email": person.email, "role": role});
    app.renewed(&admin.user).client.post("/me/company/invitations", body).await.expect(201);
    app.mails_to(&person.email).await.last().unwrap().after("?token=")
}

async fn accept(app: &TestApp, person: &User, token: &str) -> Answer {
    app.renewed(person).client.post(ACCEPT, json!({"token": token})).await
}

#[tokio::test]
async fn at_an_accepted_domain_the_search_opens_at_once() {
    let app = TestApp::start().await;
    app.accepted_domain(&SIRET[..9], "example.org").await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await, app.person("Zoé", "Martin").await);
    let token = invited(&app, &admin, &zoe, "admin").await;
    let company = accept(&app, &zoe, &token).await.expect(200);
    assert_eq!((&company["status"], &company["role"]), (&json!("granted"), &json!("admin")));
    zoe.client.get("/me/company/members").await.expect(200);
    let proof: (String, String) =
        sqlx::query_as("SELECT proof, proof_email FROM recruiter WHERE person_id = $1")
            .bind(zoe.id)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(proof, ("accepted_domain".to_owned(), zoe.email.clone()));
    let again = accept(&app, &zoe, &token).await.expect(200);
    assert_eq!(again["status"], "granted", "shown again by its owner");
}

#[tokio::test]
async fn at_another_domain_staff_decides_as_usual() {
    let app = TestApp::start().await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await, app.person("Zoé", "Martin").await);
    let token = invited(&app, &admin, &zoe, "member").await;
    let company = accept(&app, &zoe, &token).await.expect(200);
    assert_eq!((&company["status"], &company["role"]), (&json!("awaiting_review"), &json!(null)));
    zoe.client.get("/me/company/members").await.expect_problem(403, "recruiter_not_verified");
    let staff = app.platform_admin().await.client;
    let waiting = staff.get("/admin/recruiters?status=awaiting_review").await.expect(200);
    let row = &waiting["items"][0];
    assert_eq!((&row["invited"], &row["proof"]["kind"]), (&json!(true), &json!("confirmed_email")));
    let grant = format!("/admin/recruiters/{}/grant", row["id"].as_str().unwrap());
    staff.post(&grant, json!({"accept_domain": null})).await.expect(200);
    let company = &zoe.client.get("/me/company").await.expect(200)["company"];
    assert_eq!((&company["status"], &company["role"]), (&json!("granted"), &json!("member")));
}

#[tokio::test]
async fn whoever_asked_already_gains_by_it_and_whoever_was_refused_does_not() {
    let app = TestApp::start().await;
    app.accepted_domain(&SIRET[..9], "example.org").await;
    let admin = app.recruiter_granted(SIRET).await;
    for (status, expected) in
        [("awaiting_proof", 200), ("awaiting_review", 200), ("refused", 409), ("suspended", 409)]
    {
        let asked = app.recruiter(SIRET, "active", status).await;
        let token = invited(&app, &admin, &asked.user, "member").await;
        let answer = accept(&app, &asked.user, &token).await;
        assert_eq!(answer.status.as_u16(), expected, "{status}: {}", answer.text);
        let after = app.status_of(&asked.user).await;
        assert_eq!(after, if expected == 200 { "granted" } else { status });
    }
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let token = invited(&app, &admin, &elsewhere.user, "member").await;
    accept(&app, &elsewhere.user, &token).await.expect_problem(409, "already_recruiter");
}

#[tokio::test]
async fn only_the_invited_address_takes_it_and_only_by_post() {
    let app = TestApp::start().await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await, app.person("Zoé", "Martin").await);
    let token = invited(&app, &admin, &zoe, "member").await;
    let other = app.person("Paul", "Curieux").await;
    accept(&app, &other, &token).await.expect_problem(403, "invitation_for_another");
    app.anonymous().post(ACCEPT, json!({"token": token})).await.expect_problem(401, "unauthenticated");
    let got = zoe.client.get(&format!("{ACCEPT}?token={token}")).await;
    assert_eq!(got.status, 405);
    let accounts: i64 = sqlx::query_scalar("SELECT count(*) FROM recruiter WHERE person_id = $1")
        .bind(zoe.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(accounts, 0);
    accept(&app, &zoe, "nothing").await.expect_problem(422, "invalid_token");
}

#[tokio::test]
async fn it_runs_out_after_fourteen_days_and_dies_with_its_sender() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    let (zoe, paul) = (app.person("Zoé", "Martin").await, app.person("Paul", "Petit").await);
    let late = invited(&app, &one, &zoe, "member").await;
    app.advance(Duration::days(14));
    accept(&app, &zoe, &late).await.expect_problem(422, "invalid_token");

    let backed = invited(&app, &two, &paul, "admin").await;
    let demote = format!("/me/company/members/{}", two.id);
    app.renewed(&one.user).client.patch(&demote, json!({"role": "member"})).await.expect(200);
    accept(&app, &paul, &backed).await.expect_problem(422, "invalid_token");
    app.renewed(&one.user).client.patch(&demote, json!({"role": "admin"})).await.expect(200);
    accept(&app, &paul, &backed).await.expect(200);
}

#[tokio::test]
async fn a_company_that_is_gone_takes_nobody() {
    let app = TestApp::start().await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await, app.person("Zoé", "Martin").await);
    let token = invited(&app, &admin, &zoe, "member").await;
    app.company(SIRET, "closed").await;
    accept(&app, &zoe, &token).await.expect_problem(409, "company_not_active");
    assert_eq!(app.status_of(&zoe).await, "none");
}

#[tokio::test]
async fn taken_twice_at_once_it_makes_one_account() {
    let app = TestApp::start().await;
    app.accepted_domain(&SIRET[..9], "example.org").await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await, app.person("Zoé", "Martin").await);
    let token = invited(&app, &admin, &zoe, "member").await;
    let answers = futures::future::join_all((0..6).map(|_| accept(&app, &zoe, &token))).await;
    for answer in answers {
        let company: Value = answer.expect(200);
        assert_eq!(company["status"], "granted");
    }
    let accounts: i64 = sqlx::query_scalar("SELECT count(*) FROM recruiter WHERE person_id = $1")
        .bind(zoe.id)
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(accounts, 1);
    let mails = app.mails_to(&zoe.email).await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("accès recruteur")).count(), 1);
}
