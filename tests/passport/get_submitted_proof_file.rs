use carnet::orgs::Role;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;

#[tokio::test]
async fn proofs_never_leave_their_circle() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let path = dossier.path(&format!("/proofs/{}/file", dossier.proof));
    let shown = dossier.admin.client.get(&path).await;
    assert!(shown.text.contains("diplome-d-ines"), "the canary is where it may be");
    assert!(shown.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(shown.headers["cache-control"], "private, no-store");

    let other = app.organisation("Atelier").await;
    let foreign = app.member(&other, Role::Admin).await;
    let turned =
        other.path(&format!("/experience-submissions/{}/proofs/{}/file", dossier.submission, dossier.proof));
    let mut strangers =
        vec![foreign, app.platform_admin().await, app.person("Marc", "Petit").await, dossier.person.clone()];
    strangers.push(app.recruiter_granted(SIRET).await.user);
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        strangers.push(app.member(&dossier.organisation, role).await);
    }
    for stranger in &strangers {
        for path in [&path, &turned] {
            let answer = stranger.client.get(path).await;
            assert!([403, 404].contains(&answer.status.as_u16()), "{}", answer.status);
            assert!(!answer.text.contains("diplome-d-ines") && !answer.text.contains("Diplome"));
        }
    }
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    // Nor does another submission's address lead to it.
    let second = app.dossier("École du Rhône").await;
    let crossed = second.path(&format!("/proofs/{}/file", dossier.proof));
    second.admin.client.get(&crossed).await.expect_problem(404, "not_found");
    // What was refused wrote nothing down.
    let readings: i64 = sqlx::query_scalar("SELECT count(*) FROM experience_reading")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(readings, 1);
}

#[tokio::test]
async fn nobody_opens_as_an_admin_what_they_put_there_themselves() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    app.join(&dossier.organisation, &dossier.person, Role::Admin).await;
    let path = dossier.path(&format!("/proofs/{}/file", dossier.proof));
    dossier.person.client.get(&path).await.expect_problem(403, "self_validation");
    dossier.person.client.get(&dossier.mine(&format!("/proofs/{}/file", dossier.proof))).await.expect(200);
}
