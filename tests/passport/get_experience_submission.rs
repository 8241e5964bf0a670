use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::body;
use crate::support::files::pdf;

#[tokio::test]
async fn the_person_s_words_and_proofs_are_shown_to_whom_they_chose() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let seen = dossier.admin.client.get(&dossier.path("")).await.expect(200);
    assert_eq!(
        (&seen["first_name"], &seen["title"]),
        (&json!("Inès"), &json!("Cheffe de chantier bénévole"))
    );
    assert_eq!((&seen["message"], &seen["round"]), (&json!("Voici mon diplôme."), &json!(1)));
    assert_eq!(seen["skills"].as_array().unwrap().len(), 2);
    let proof = &seen["proofs"][0];
    assert_eq!(
        (&proof["state"], &proof["masked"], &proof["same_file_of_another"]),
        (&json!("clean"), &json!(false), &json!(false))
    );
    assert_eq!(seen["decision"], json!(null));
    // Neither address nor id of the account, nor of the stored file.
    assert!(
        !seen.to_string().contains(&dossier.person.email)
            && !seen.to_string().contains(&dossier.person.id.to_string())
    );
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        let member = app.member(&dossier.organisation, role).await;
        member.client.get(&dossier.path("")).await.expect_problem(403, "forbidden");
    }
    let other = app.organisation("Atelier").await;
    let stranger = app.member(&other, Role::Admin).await;
    stranger.client.get(&dossier.path("")).await.expect_problem(404, "not_found");
    // Nor under its own organisation's address.
    let turned = other.path(&format!("/experience-submissions/{}", dossier.submission));
    stranger.client.get(&turned).await.expect_problem(404, "not_found");
    app.anonymous().get(&dossier.path("")).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn the_same_file_from_another_person_is_an_alert_without_a_name() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    let marc = app.person("Marc", "Petit").await;
    let id = app.declared(&marc, &body(&[])).await;
    app.proof(&marc, &id, pdf("<< /Canary (diplome-d-ines) >>")).await;
    let seen = dossier.admin.client.get(&dossier.path("")).await.expect(200);
    assert_eq!(seen["proofs"][0]["same_file_of_another"], true);
    assert!(!seen.to_string().contains("Petit"));
    // To the persons themselves nothing is told.
    let own = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    assert!(!own.to_string().contains("same_file"));
}
