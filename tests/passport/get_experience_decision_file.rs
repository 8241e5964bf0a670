use crate::support::app::TestApp;
use crate::support::files::pdf;

#[tokio::test]
async fn the_organisation_s_document_is_the_person_s_to_read() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.person.client.get(&dossier.own("/file")).await.expect_problem(404, "not_found");
    let sent = dossier.organisation.path("/files");
    let file = dossier.admin.client.upload(&sent, "Avis.pdf", pdf("<< /Avis 1 >>")).await.expect(201);
    let mut body = dossier.decision(2);
    body["file_id"] = file["id"].clone();
    let after = dossier.admin.client.post(&dossier.path("/decide"), body).await.expect(200);
    assert_eq!(after["decision"]["file"]["name"], "Avis.pdf");
    let answer = dossier.person.client.get(&dossier.own("/file")).await;
    assert!(answer.text.contains("/Avis 1"));
    let seen = dossier.person.client.get(&dossier.mine("")).await.expect(200);
    assert_eq!(seen["submissions"][0]["decision"]["file"]["name"], "Avis.pdf");
    for stranger in [&dossier.admin, &app.person("Marc", "Petit").await] {
        stranger.client.get(&dossier.own("/file")).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(&dossier.own("/file")).await.expect_problem(401, "unauthenticated");
    let unknown = dossier.mine(&format!("/submissions/{}/file", uuid::Uuid::nil()));
    dossier.person.client.get(&unknown).await.expect_problem(404, "not_found");
}
