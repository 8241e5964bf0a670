use carnet::ids::RecruiterId;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

fn path(id: RecruiterId) -> String {
    format!("/me/company/members/{id}")
}

#[tokio::test]
async fn an_admin_takes_a_colleague_out_who_is_told_and_sees_nothing_more() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let list = member.user.client.post("/candidate-lists", json!({"name": "Soudeurs"})).await.expect(201);
    admin.user.client.delete(&path(member.id)).await.expect(204);
    assert_eq!(app.status_of(&member.user).await, "none");
    member.user.client.get("/candidate-lists").await.expect_problem(403, "recruiter_required");
    let mails = app.mails_to(&member.user.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].subject.starts_with("Vous ne recrutez plus pour Ateliers"), "{}", mails[0].subject);
    let trail = app.trail(member.id.0).await;
    assert_eq!(trail.last().unwrap().0, "company.colleague_removed");

    let kept = admin.user.client.get("/candidate-lists").await.expect(200);
    assert_eq!(
        (&kept["items"][0]["id"], &kept["items"][0]["access"]),
        (&list["id"], &json!("owner")),
        "{kept}"
    );
    assert_eq!(kept["items"][0]["owner"], json!(null));
    admin.user.client.delete(&path(member.id)).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_suspension_by_staff_is_not_shed_by_being_removed() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let staff = app.platform_admin().await.client;
    let suspend = format!("/admin/recruiters/{}/suspend", member.id);
    staff.post(&suspend, json!({"reason": "Abus"})).await.expect(200);
    admin.user.client.delete(&path(member.id)).await.expect_problem(409, "illegal_transition");
    assert_eq!(app.status_of(&member.user).await, "suspended");
}

#[tokio::test]
async fn the_last_admin_is_neither_removed_nor_leaves_while_others_recruit() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    let client = &admin.user.client;
    client.delete(&path(admin.id)).await.expect_problem(409, "last_company_admin");
    client.delete("/me/company").await.expect_problem(409, "last_company_admin");
    let company = &client.get("/me/company").await.expect(200)["company"];
    assert_eq!((&company["may_leave"], &company["leave_refusal"]), (&json!(false), &json!("last_admin")));
    member.user.client.delete("/me/company").await.expect(204);
    client.delete("/me/company").await.expect(204);
}

#[tokio::test]
async fn two_admins_who_leave_at_once_leave_one_behind() {
    let app = TestApp::start().await;
    app.recruiting_member(SIRET).await;
    let (one, two) = (app.recruiter_granted(SIRET).await, app.recruiter_granted(SIRET).await);
    let (first, second) = (&one.user.client, &two.user.client);
    let answers = tokio::join!(first.delete("/me/company"), second.delete("/me/company"));
    let mut statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 409]);
}

#[tokio::test]
async fn members_remove_nobody_and_other_companies_do_not_exist() {
    let app = TestApp::start().await;
    let (admin, member) = (app.recruiter_granted(SIRET).await, app.recruiting_member(SIRET).await);
    member.user.client.delete(&path(admin.id)).await.expect_problem(403, "forbidden");
    let elsewhere = app.recruiter_granted("18004623700012").await;
    let foreign = admin.user.client.delete(&path(elsewhere.id)).await.expect_problem(404, "not_found");
    let unknown = path(RecruiterId(uuid::Uuid::nil()));
    assert_eq!(admin.user.client.delete(&unknown).await.expect_problem(404, "not_found"), foreign);
    assert_eq!(app.status_of(&elsewhere.user).await, "granted");
}
