use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::Dossier;

#[tokio::test]
async fn an_admin_of_the_organisation_looks_at_it() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.path("/assignee");
    let colleague = app.member(&dossier.organisation, Role::Admin).await;
    let after = dossier.admin.client.put(&path, json!({"person_id": colleague.id})).await.expect(200);
    assert_eq!(after["assigned_to"]["name"], "Adèle Membre");
    let after = dossier.admin.client.put(&path, json!({"person_id": null})).await.expect(200);
    assert_eq!(after["assigned_to"], json!(null));
    let manager = app.member(&dossier.organisation, Role::Manager).await;
    for wrong in [&manager, &dossier.person] {
        let to = json!({"person_id": wrong.id});
        dossier.admin.client.put(&path, to).await.expect_field("/person_id", "not_an_admin");
    }
    let to = json!({"person_id": dossier.admin.id});
    manager.client.put(&path, &to).await.expect_problem(403, "forbidden");
    let other = app.organisation("Atelier").await;
    app.member(&other, Role::Admin).await.client.put(&path, &to).await.expect_problem(404, "not_found");
    app.anonymous().put(&path, &to).await.expect_problem(401, "unauthenticated");
    dossier.admin.client.post(&dossier.path("/refuse"), Dossier::refusal()).await.expect(200);
    let problem = dossier.admin.client.put(&path, &to).await.expect_problem(409, "illegal_transition");
    assert_eq!(problem["current_state"], "refused");
    app.suspend(&dossier.organisation).await;
    dossier.admin.client.put(&path, &to).await.expect_problem(409, "organisation_suspended");
}
