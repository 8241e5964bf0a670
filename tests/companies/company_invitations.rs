use carnet::companies::PurgeCompanyInvitations;
use carnet::platform::jobs;
use chrono::Duration;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

const PATH: &str = "/me/company/invitations";

#[tokio::test]
async fn an_invitation_is_mailed_and_only_its_digest_is_kept() {
    let app = TestApp::start().await;
    let admin = app.recruiter_granted(SIRET).await;
    let body = json!({"email": " Lea@Ateliers.Example ", "role": "member"});
    let made = admin.user.client.post(PATH, &body).await.expect(201);
    assert_eq!((&made["role"], &made["expires_at"]), (&json!("member"), &json!("2026-03-17T08:00:00Z")));
    let address = made["email"].as_str().unwrap();
    let mails = app.mails_to(address).await;
    assert_eq!(mails.len(), 1);
    let token = mails[0].after("/invitation-entreprise?token=");
    assert!(!made.to_string().contains(&token), "the token is in the mail alone");
    let stored: Vec<u8> = sqlx::query_scalar("SELECT token_hash FROM company_invitation")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert!(!stored.windows(token.len()).any(|part| part == token.as_bytes()));
    let listed = admin.user.client.get(PATH).await.expect(200);
    assert_eq!(listed["items"], json!([made]));
}

#[tokio::test]
async fn a_second_one_replaces_the_first() {
    let app = TestApp::start().await;
    let admin = app.recruiter_granted(SIRET).await.user.client;
    let zoe = app.person("Zoé", "Martin").await;
    for role in ["member", "admin"] {
        admin.post(PATH, json!({"email": zoe.email, "role": role})).await.expect(201);
    }
    let mails = app.mails_to(&zoe.email).await;
    let tokens: Vec<String> = mails.iter().map(|mail| mail.after("?token=")).collect();
    let accept = |token: &str| zoe.client.post("/company-invitations/accept", json!({"token": token}));
    accept(&tokens[0]).await.expect_problem(422, "invalid_token");
    accept(&tokens[1]).await.expect(200);
    assert_eq!(admin.get(PATH).await.expect(200)["items"], json!([]), "nothing waits any more");
}

#[tokio::test]
async fn at_most_fifty_wait_and_pages_follow_each_other() {
    let app = TestApp::start().await;
    let admin = app.recruiter_granted(SIRET).await.user.client;
    let invite = |number: u32| {
        admin.post(PATH, json!({"email": format!("p{number}@ateliers.example"), "role": "member"}))
    };
    for number in 0..48 {
        invite(number).await.expect(201);
    }
    let answers = futures::future::join_all((48..54).map(invite)).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 2);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.expect_problem(409, "too_many_invitations");
    }
    invite(3).await.expect(201);
    let first = admin.get(&format!("{PATH}?limit=30")).await.expect(200);
    let next = format!("{PATH}?limit=30&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = admin.get(&next).await.expect(200);
    let count = |page: &serde_json::Value| page["items"].as_array().unwrap().len();
    assert_eq!((count(&first), count(&second), &second["next_cursor"]), (30, 20, &json!(null)));
}

#[tokio::test]
async fn one_taken_back_is_dead() {
    let app = TestApp::start().await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await.user.client, app.person("Zoé", "Martin").await);
    let made = admin.post(PATH, json!({"email": zoe.email, "role": "member"})).await.expect(201);
    let path = format!("{PATH}/{}", made["id"].as_str().unwrap());
    let elsewhere = app.recruiter_granted("18004623700012").await.user.client;
    elsewhere.delete(&path).await.expect_problem(404, "not_found");
    app.recruiting_member(SIRET).await.user.client.delete(&path).await.expect_problem(403, "forbidden");
    admin.delete(&path).await.expect(204);
    admin.delete(&path).await.expect_problem(404, "not_found");
    let token = app.mails_to(&zoe.email).await[0].after("?token=");
    let accept = zoe.client.post("/company-invitations/accept", json!({"token": token})).await;
    accept.expect_problem(422, "invalid_token");
}

#[tokio::test]
async fn only_admins_invite_and_colleagues_are_not_invited_again() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let body = json!({"email": "lea@ateliers.example", "role": "member"});
    member.user.client.post(PATH, &body).await.expect_problem(403, "forbidden");
    member.user.client.get(PATH).await.expect_problem(403, "forbidden");
    let again = json!({"email": member.user.email.to_uppercase(), "role": "admin"});
    admin.user.client.post(PATH, again).await.expect_problem(409, "already_colleague");
    let bad = json!({"email": "lea", "role": "member"});
    admin.user.client.post(PATH, bad).await.expect_field("/email", "email_format");
    app.anonymous().post(PATH, &body).await.expect_problem(401, "unauthenticated");
    app.person("Zoé", "Martin")
        .await
        .client
        .post(PATH, &body)
        .await
        .expect_problem(403, "recruiter_required");
}

#[tokio::test]
async fn the_list_shows_what_can_still_be_accepted() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    for (admin, address) in [(&one, "a@ateliers.example"), (&two, "b@ateliers.example")] {
        admin.user.client.post(PATH, json!({"email": address, "role": "member"})).await.expect(201);
    }
    two.user.client.delete("/me/company").await.expect(204);
    let listed = one.user.client.get(PATH).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "whoever left invites nobody any more");
    app.advance(Duration::days(14));
    let listed = app.renewed(&one.user).client.get(PATH).await.expect(200);
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn a_month_after_they_ran_out_invitations_are_deleted() {
    let app = TestApp::start().await;
    let admin = app.recruiter_granted(SIRET).await.user.client;
    admin.post(PATH, json!({"email": "a@ateliers.example", "role": "member"})).await.expect(201);
    app.run_jobs().await;
    let kept = async || {
        let mut tx = app.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app.state, &PurgeCompanyInvitations {}).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
        sqlx::query_scalar::<_, i64>("SELECT count(*) FROM company_invitation")
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    };
    app.advance(Duration::days(44));
    assert_eq!(kept().await, 1);
    app.advance(Duration::seconds(1));
    assert_eq!(kept().await, 0);
}
