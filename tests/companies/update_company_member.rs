use carnet::ids::RecruiterId;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

fn path(id: RecruiterId) -> String {
    format!("/me/company/members/{id}")
}

async fn admins(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM recruiter WHERE status = 'granted' AND role = 'admin'")
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn an_admin_names_another_and_steps_down() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let view = admin.user.client.patch(&path(member.id), json!({"role": "admin"})).await.expect(200);
    assert_eq!((&view["role"], &view["id"]), (&json!("admin"), &json!(member.id)));
    let told: Vec<(String, serde_json::Value)> =
        sqlx::query_as("SELECT kind, facts FROM notification WHERE person_id = $1")
            .bind(member.user.id)
            .fetch_all(&app.state.pool)
            .await
            .unwrap();
    let facts = json!({"company": format!("Ateliers {}", &SIRET[..9]), "role": "admin"});
    assert_eq!(told, [("company.role_changed".to_owned(), facts)]);
    let view = admin.user.client.patch(&path(admin.id), json!({"role": "member"})).await.expect(200);
    assert_eq!(view["role"], "member");
    assert_eq!(view["confirmed_at"], json!(null), "from now on as a member sees it");
    let trail = app.trail(member.id.0).await;
    assert_eq!(
        (&*trail[0].0, &trail[0].2, &trail[0].3),
        ("company.role_changed", &json!({"role": "member"}), &json!({"role": "admin"}))
    );
    let again = member.user.client.patch(&path(member.id), json!({"role": "admin"})).await.expect(200);
    assert_eq!(again["role"], "admin");
    assert_eq!(app.trail(member.id.0).await.len(), 1, "to stay what one is changes nothing");
}

#[tokio::test]
async fn the_last_admin_stays_one_even_alone() {
    let app = TestApp::start().await;
    let admin = app.recruiter_granted(SIRET).await;
    let down = json!({"role": "member"});
    admin.user.client.patch(&path(admin.id), &down).await.expect_problem(409, "last_company_admin");
    app.recruiting_member(SIRET).await;
    admin.user.client.patch(&path(admin.id), &down).await.expect_problem(409, "last_company_admin");
    assert_eq!(admins(&app).await, 1);
}

#[tokio::test]
async fn two_admins_who_demote_each_other_at_once_leave_one() {
    let app = TestApp::start().await;
    for round in 0..8 {
        let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
        sqlx::query("UPDATE recruiter SET role = 'member' WHERE id <> ALL($1)")
            .bind(vec![one.id.0, two.id.0])
            .execute(&app.state.pool)
            .await
            .unwrap();
        let (first, second) = (path(two.id), path(one.id));
        let answers = tokio::join!(
            one.user.client.patch(&first, json!({"role": "member"})),
            two.user.client.patch(&second, json!({"role": "member"})),
        );
        let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 403], "round {round}: whoever comes second is no admin any more");
        assert_eq!(admins(&app).await, 1);
    }
}

#[tokio::test]
async fn two_admins_who_step_down_at_once_leave_one() {
    let app = TestApp::start().await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    let (first, second) = (path(one.id), path(two.id));
    let answers = tokio::join!(
        one.user.client.patch(&first, json!({"role": "member"})),
        two.user.client.patch(&second, json!({"role": "member"})),
    );
    let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(admins(&app).await, 1);
}

#[tokio::test]
async fn only_admins_change_roles_of_their_own_company() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let up = json!({"role": "admin"});
    member.user.client.patch(&path(member.id), &up).await.expect_problem(403, "forbidden");
    let foreign = admin.user.client.patch(&path(elsewhere.id), &up).await.expect_problem(404, "not_found");
    let unknown = path(RecruiterId(uuid::Uuid::nil()));
    assert_eq!(admin.user.client.patch(&unknown, &up).await.expect_problem(404, "not_found"), foreign);
    let waiting = app.recruiter_in_review(SIRET).await;
    admin.user.client.patch(&path(waiting.id), &up).await.expect_problem(404, "not_found");
    let suspended = app.recruiter(SIRET, "active", "suspended").await;
    let problem =
        admin.user.client.patch(&path(suspended.id), &up).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "suspended");
    admin
        .user
        .client
        .patch(&path(member.id), json!({"role": "owner"}))
        .await
        .expect_problem(422, "invalid_request");
}

#[tokio::test]
async fn the_first_recruiter_who_is_granted_runs_the_company() {
    let app = TestApp::start().await;
    let staff = app.platform_admin().await.client;
    let (first, second) = (app.recruiter_in_review(SIRET).await, app.recruiter_in_review(SIRET).await);
    for recruiter in [&second, &first] {
        let path = format!("/admin/recruiters/{}/grant", recruiter.id);
        staff.post(&path, json!({"accept_domain": null})).await.expect(200);
    }
    let role = async |recruiter: &crate::support::companies::Recruiter| {
        recruiter.user.client.get("/me/company").await.expect(200)["company"]["role"].clone()
    };
    assert_eq!((role(&second).await, role(&first).await), (json!("admin"), json!("member")));

    let suspend = format!("/admin/recruiters/{}/suspend", second.id);
    staff.post(&suspend, json!({"reason": "Abus"})).await.expect(200);
    assert_eq!(
        (role(&second).await, role(&first).await),
        (json!(null), json!("admin")),
        "somebody runs it still"
    );
    staff.post(&suspend.replace("suspend", "reinstate"), ()).await.expect(200);
    assert_eq!((role(&second).await, role(&first).await), (json!("admin"), json!("admin")));
}
