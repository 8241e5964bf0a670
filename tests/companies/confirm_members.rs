//! The job that asks who still works there.

use carnet::companies::ConfirmMembers;
use carnet::platform::jobs;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::{Recruiter, SIRET};

/// Has the job run now.
pub async fn run(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &ConfirmMembers {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

/// How often this recruiter was asked who still works there.
async fn asked(app: &TestApp, recruiter: &Recruiter) -> i64 {
    sqlx::query_scalar(
        "SELECT count(*) FROM notification WHERE person_id = $1 AND kind = 'company.members_to_confirm'",
    )
    .bind(recruiter.user.id)
    .fetch_one(&app.state.pool)
    .await
    .unwrap()
}

async fn company(app: &TestApp, recruiter: &Recruiter) -> Value {
    app.renewed(&recruiter.user).client.get("/me/company").await.expect(200)["company"].clone()
}

#[tokio::test]
async fn admins_are_asked_when_a_confirmation_is_a_quarter_old_and_not_before() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    app.advance(Duration::days(91) - Duration::seconds(1));
    run(&app).await;
    assert_eq!(asked(&app, &admin).await, 0);
    assert_eq!(company(&app, &admin).await["confirm_members_before"], json!(null));
    app.advance(Duration::seconds(1));
    run(&app).await;
    run(&app).await;
    assert_eq!((asked(&app, &admin).await, asked(&app, &member).await), (1, 0), "admins, once");
    assert_eq!(company(&app, &admin).await["confirm_members_before"], "2026-07-02T08:00:00Z");
    assert_eq!(company(&app, &member).await["confirm_members_before"], json!(null));
}

#[tokio::test]
async fn who_is_alone_is_not_asked_and_neither_is_a_company_that_is_gone() {
    let app = TestApp::start().await;
    let alone = app.recruiter_granted(SIRET).await;
    app.recruiter(SIRET, "active", "suspended").await;
    let gone = app.recruiter_granted("18004623700012").await;
    app.recruiting_member("18004623700012").await;
    app.company("18004623700012", "closed").await;
    app.advance(Duration::days(200));
    run(&app).await;
    assert_eq!((asked(&app, &alone).await, asked(&app, &gone).await), (0, 0));
}

#[tokio::test]
async fn whom_nobody_confirms_is_suspended_thirty_days_later_and_told() {
    let app = TestApp::start().await;
    let (admin, kept, forgotten) = (
        app.recruiter_granted(SIRET).await,
        app.recruiting_member(SIRET).await,
        app.recruiting_member(SIRET).await,
    );
    let silent = app.recruiter_granted(SIRET).await;
    app.advance(Duration::days(91));
    run(&app).await;
    let answer = json!({"members": [kept.id]});
    let came = app.renewed(&admin.user).client.post("/me/company/members/confirm", answer).await.expect(200);
    assert_eq!(
        came,
        json!({"confirmed": 2, "reopened": 0, "waiting": 2}),
        "one's own account counts as named"
    );
    app.advance(Duration::days(30) - Duration::seconds(1));
    run(&app).await;
    assert_eq!(app.status_of(&forgotten.user).await, "granted");
    app.advance(Duration::seconds(1));
    run(&app).await;
    for (recruiter, status) in
        [(&admin, "granted"), (&kept, "granted"), (&forgotten, "suspended"), (&silent, "suspended")]
    {
        assert_eq!(app.status_of(&recruiter.user).await, status);
    }
    let mails = app.mails_to(&forgotten.user.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].body.contains("n’a confirmé que vous y travaillez encore"), "{}", mails[0].body);
    let seen = company(&app, &forgotten).await;
    assert_eq!(
        (&seen["may_leave"], &seen["role"]),
        (&json!(true), &json!(null)),
        "a rule's suspension can be left"
    );
    run(&app).await;
    assert_eq!(app.mails_to(&forgotten.user.email).await.len(), 1, "once");
}

#[tokio::test]
async fn when_no_admin_answers_the_admins_stay_and_are_asked_again_a_quarter_later() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    let member = app.recruiting_member(SIRET).await;
    app.advance(Duration::days(91));
    run(&app).await;
    app.advance(Duration::days(30));
    run(&app).await;
    assert_eq!(app.status_of(&member.user).await, "suspended");
    assert_eq!(
        (app.status_of(&one.user).await, app.status_of(&two.user).await),
        ("granted".into(), "granted".into())
    );
    assert_eq!(company(&app, &one).await["confirm_members_before"], json!(null));
    app.advance(Duration::days(61) - Duration::seconds(1));
    run(&app).await;
    assert_eq!(company(&app, &one).await["confirm_members_before"], json!(null));
    app.advance(Duration::seconds(1));
    run(&app).await;
    assert_ne!(
        company(&app, &one).await["confirm_members_before"],
        json!(null),
        "a quarter after the last time"
    );
}

#[tokio::test]
async fn after_a_long_stop_people_still_have_thirty_days() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    app.advance(Duration::days(300));
    run(&app).await;
    assert_eq!((asked(&app, &admin).await, app.status_of(&member.user).await), (1, "granted".to_owned()));
    app.advance(Duration::days(30) - Duration::seconds(1));
    run(&app).await;
    assert_eq!(app.status_of(&member.user).await, "granted");
}

#[tokio::test]
async fn a_company_that_a_fault_left_without_admin_gets_one() {
    let app = TestApp::start().await;
    let (first, second) = (app.recruiting_member(SIRET).await, app.recruiting_member(SIRET).await);
    run(&app).await;
    assert_eq!(
        (company(&app, &first).await["role"].clone(), company(&app, &second).await["role"].clone()),
        (json!("admin"), json!("member"))
    );
    let trail = app.trail(first.id.0).await;
    assert_eq!(trail[0].0, "company.role_changed");
}
