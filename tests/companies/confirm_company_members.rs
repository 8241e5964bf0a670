use chrono::Duration;
use serde_json::json;

use super::confirm_members::run;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;

const PATH: &str = "/me/company/members/confirm";

#[tokio::test]
async fn once_everybody_is_confirmed_nothing_is_asked_any_more() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    app.advance(Duration::days(91));
    run(&app).await;
    let client = app.renewed(&admin.user).client;
    let none = client.post(PATH, json!({"members": []})).await.expect(200);
    assert_eq!(none, json!({"confirmed": 1, "reopened": 0, "waiting": 1}));
    let all = client.post(PATH, json!({"members": [member.id, admin.id, member.id]})).await.expect(200);
    assert_eq!(all, json!({"confirmed": 2, "reopened": 0, "waiting": 0}));
    assert_eq!(client.get("/me/company").await.expect(200)["company"]["confirm_members_before"], json!(null));
    let seen = client.get("/me/company/members").await.expect(200);
    for one in seen["items"].as_array().unwrap() {
        assert_eq!(one["confirmed_at"], "2026-06-02T08:00:00Z");
    }
    app.advance(Duration::days(30));
    run(&app).await;
    assert_eq!(app.status_of(&member.user).await, "granted");
}

#[tokio::test]
async fn an_account_that_lapsed_is_open_again_as_soon_as_an_admin_confirms_it() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    app.advance(Duration::days(91));
    run(&app).await;
    app.advance(Duration::days(30));
    run(&app).await;
    let client = app.renewed(&admin.user).client;
    let seen = client.get("/me/company/members").await.expect(200);
    let lapsed: Vec<bool> =
        seen["items"].as_array().unwrap().iter().map(|one| one["lapsed"].as_bool().unwrap()).collect();
    assert_eq!(lapsed, [false, true]);
    let came = client.post(PATH, json!({"members": [member.id]})).await.expect(200);
    assert_eq!(came, json!({"confirmed": 2, "reopened": 1, "waiting": 0}));
    assert_eq!(app.status_of(&member.user).await, "granted");
    let mails = app.mails_to(&member.user.email).await;
    assert_eq!(mails.last().unwrap().subject, "Votre accès recruteur est rétabli");
}

#[tokio::test]
async fn what_staff_suspended_and_who_is_no_colleague_are_named_by_their_place() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let staff = app.platform_admin().await.client;
    let suspend = format!("/admin/recruiters/{}/suspend", member.id);
    staff.post(&suspend, json!({"reason": "Abus"})).await.expect(200);
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let asked = app.recruiter_in_review(SIRET).await;
    let body = json!({"members": [member.id, elsewhere.id, asked.id, uuid::Uuid::nil()]});
    let problem = admin.user.client.post(PATH, body).await.expect_field("/members/0", "not_confirmable");
    let codes: Vec<_> = problem["errors"].as_array().unwrap().iter().map(|e| e["code"].clone()).collect();
    assert_eq!(codes, ["not_confirmable", "unknown_member", "unknown_member", "unknown_member"]);
    assert_eq!(app.status_of(&member.user).await, "suspended");
    let many = vec![admin.id; 201];
    admin.user.client.post(PATH, json!({"members": many})).await.expect_field("/members", "too_many");
}

#[tokio::test]
async fn only_admins_answer() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let body = json!({"members": [admin.id]});
    member.user.client.post(PATH, &body).await.expect_problem(403, "forbidden");
    app.anonymous().post(PATH, &body).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn an_answer_that_comes_with_the_deadline_is_one_or_the_other() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    app.advance(Duration::days(91));
    run(&app).await;
    app.advance(Duration::days(30));
    let client = app.renewed(&admin.user).client;
    let body = json!({"members": [member.id]});
    let ((), answer) = tokio::join!(run(&app), client.post(PATH, &body));
    answer.expect(200);
    assert_eq!(app.status_of(&member.user).await, "granted", "confirmed before, or open again after");
}
