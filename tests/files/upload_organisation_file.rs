use carnet::orgs::Role;
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::files::{id_of, long_pdf, pdf};

#[tokio::test]
async fn those_who_teach_and_run_the_organisation_send_files_in_its_name() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    for role in [Role::Trainer, Role::Manager, Role::Admin] {
        let user = app.member(&org, role).await;
        let card = user.client.upload(&org.path("/files"), "cours.pdf", pdf("<< >>")).await.expect(201);
        let owner: (Option<Uuid>, Option<Uuid>, Uuid) =
            sqlx::query_as("SELECT organisation_id, person_id, created_by FROM file WHERE id = $1")
                .bind(id_of(&card))
                .fetch_one(&app.state.pool)
                .await
                .unwrap();
        assert_eq!(owner, (Some(org.id.0), None, user.id.0));
    }
    let within: Vec<Option<Uuid>> = sqlx::query_scalar("SELECT organisation_id FROM audit_event")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(within, [Some(org.id.0); 3]);
}

#[tokio::test]
async fn trainees_strangers_and_a_suspended_organisation_send_none() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Ailleurs").await);
    let path = org.path("/files");
    let trainee = app.trainee(&org).await;
    trainee.client.upload(&path, "a.pdf", pdf("<< >>")).await.expect_problem(403, "forbidden");
    let stranger = app.member(&other, Role::Admin).await;
    stranger.client.upload(&path, "a.pdf", pdf("<< >>")).await.expect_problem(404, "not_found");
    let unknown = format!("/organisations/{}/files", Uuid::nil());
    stranger.client.upload(&unknown, "a.pdf", pdf("<< >>")).await.expect_problem(404, "not_found");
    let manager = app.member(&org, Role::Manager).await;
    app.suspend(&org).await;
    manager.client.upload(&path, "a.pdf", pdf("<< >>")).await.expect_problem(409, "organisation_suspended");
    app.only_objects(0).await;
}

#[tokio::test]
async fn what_an_organisation_keeps_is_bounded_whoever_sends_it() {
    let app = TestApp::start_with(&["--organisation-files-mib=1"]).await;
    let org = app.organisation("Atelier").await;
    let (one, two) = (app.trainer(&org).await, app.trainer(&org).await);
    let path = org.path("/files");
    one.client.upload(&path, "a.pdf", long_pdf(600_000)).await.expect(201);
    two.client.upload(&path, "a.pdf", long_pdf(600_000)).await.expect_problem(409, "file_quota_reached");
    two.client.upload("/me/files", "a.pdf", long_pdf(600_000)).await.expect(201);
    two.client.upload(&path, "a.pdf", long_pdf(100_000)).await.expect(201);
}
