//! A recruiter's data, and what stays of a company when they go.

use carnet::companies;
use carnet::ids::PersonId;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

async fn data(app: &TestApp, person: PersonId) -> Value {
    let mut connection = app.state.pool.acquire().await.unwrap();
    companies::personal_data(&mut connection, person).await.unwrap()
}

async fn erase(app: &TestApp, person: PersonId) {
    let mut tx = app.state.pool.begin().await.unwrap();
    companies::erase_person(&mut tx, &app.state.ids, person, app.state.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn everything_held_about_a_recruiter_is_told_and_goes() {
    let app = TestApp::start().await;
    let (admin, zoe) = (app.recruiter_granted(SIRET).await, app.person("Zoé", "Martin").await);
    let body = json!({"email": zoe.email, "role": "member"});
    admin.user.client.post("/me/company/invitations", body).await.expect(201);
    let held = data(&app, zoe.id).await;
    assert_eq!(held["recruiter_account"], json!(null));
    assert_eq!(held["invitations_received"][0]["siret"], SIRET);
    let held = data(&app, admin.user.id).await;
    assert_eq!(
        (&held["recruiter_account"]["role"], &held["recruiter_account"]["status"]),
        (&json!("admin"), &json!("granted"))
    );
    assert_eq!(held["invitations_sent"].as_array().unwrap().len(), 1);
    assert!(!held.to_string().contains(&zoe.email), "somebody else's address is theirs");

    erase(&app, zoe.id).await;
    assert_eq!(data(&app, zoe.id).await["invitations_received"], json!([]));
    erase(&app, admin.user.id).await;
    assert_eq!(data(&app, admin.user.id).await["recruiter_account"], json!(null));
    erase(&app, admin.user.id).await;
}

#[tokio::test]
async fn when_the_last_admin_goes_the_oldest_colleague_runs_the_company_and_is_told() {
    let app = TestApp::start().await;
    let (admin, first, second) = (
        app.recruiter_granted(SIRET).await,
        app.recruiting_member(SIRET).await,
        app.recruiting_member(SIRET).await,
    );
    erase(&app, admin.user.id).await;
    let role = async |recruiter: &crate::support::companies::Recruiter| {
        recruiter.user.client.get("/me/company").await.expect(200)["company"]["role"].clone()
    };
    assert_eq!((role(&first).await, role(&second).await), (json!("admin"), json!("member")));
    let told: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM notification WHERE person_id = $1 AND kind = 'company.role_changed'",
    )
    .bind(first.user.id)
    .fetch_one(&app.state.pool)
    .await
    .unwrap();
    assert_eq!(told, 1);
}

#[tokio::test]
async fn an_admin_who_goes_while_the_other_steps_down_leaves_one() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    app.recruiting_member(SIRET).await;
    let path = format!("/me/company/members/{}", two.id);
    let down = json!({"role": "member"});
    let ((), answer) = tokio::join!(erase(&app, one.user.id), two.user.client.patch(&path, &down));
    assert!([200, 409].contains(&answer.status.as_u16()), "{}", answer.text);
    let admins: i64 =
        sqlx::query_scalar("SELECT count(*) FROM recruiter WHERE role = 'admin' AND status = 'granted'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert!(admins >= 1);
}
