use carnet::files::{Owner, Purpose};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::files::id_of;

#[tokio::test]
async fn a_sender_sees_where_a_file_stands() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let card = person.client.upload_pdf().await;
    let path = format!("/me/files/{}", id_of(&card));
    assert_eq!(person.client.get(&path).await.expect(200), card);
    app.claim(&person, Owner::Person(person.id), Purpose::AbsenceProof, id_of(&card)).await.unwrap();
    assert_eq!(person.client.get(&path).await.expect(200)["purpose"], "absence_proof");
    app.release(id_of(&card)).await;
    person.client.get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn others_see_nothing() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Durand").await, app.person("Luc", "Petit").await);
    let org = app.organisation("Atelier").await;
    app.join(&org, &person, carnet::orgs::Role::Manager).await;
    app.join(&org, &other, carnet::orgs::Role::Admin).await;
    let own = person.client.upload_pdf().await;
    let sent = crate::support::files::pdf("<< >>");
    let of_org = person.client.upload(&org.path("/files"), "a.pdf", sent).await.expect(201);
    let unknown =
        other.client.get(&format!("/me/files/{}", Uuid::nil())).await.expect_problem(404, "not_found");
    for card in [own, of_org] {
        let path = format!("/me/files/{}", id_of(&card));
        assert_eq!(other.client.get(&path).await.expect_problem(404, "not_found"), unknown);
        app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
        person.client.get(&path).await.expect(200);
    }
}
