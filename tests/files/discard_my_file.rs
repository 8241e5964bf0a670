use carnet::files::{Owner, Purpose};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::files::id_of;

#[tokio::test]
async fn a_file_that_is_taken_back_is_gone_with_its_bytes() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let card = person.client.upload_pdf().await;
    let path = format!("/me/files/{}", id_of(&card));
    person.client.delete(&path).await.expect(204);
    person.client.get(&path).await.expect_problem(404, "not_found");
    person.client.delete(&path).await.expect_problem(404, "not_found");
    app.run_jobs().await;
    app.only_objects(0).await;
    assert_eq!(app.count_files().await, 0);
    let kinds: Vec<String> = sqlx::query_scalar("SELECT kind FROM audit_event ORDER BY id")
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kinds, ["file.uploaded", "file.discarded"]);
}

#[tokio::test]
async fn a_file_in_use_and_a_file_of_somebody_else_stay() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Durand").await, app.person("Luc", "Petit").await);
    let card = person.client.upload_pdf().await;
    let path = format!("/me/files/{}", id_of(&card));
    other.client.delete(&path).await.expect_problem(404, "not_found");
    person.client.delete(&format!("/me/files/{}", Uuid::nil())).await.expect_problem(404, "not_found");
    app.anonymous().delete(&path).await.expect_problem(401, "unauthenticated");
    app.claim(&person, Owner::Person(person.id), Purpose::PassportProof, id_of(&card)).await.unwrap();
    person.client.delete(&path).await.expect_problem(409, "file_in_use");
    app.run_jobs().await;
    app.only_objects(1).await;
}
