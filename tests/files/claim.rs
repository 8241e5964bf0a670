//! What features do: take files into use, give them up.

use carnet::files::{self, Claim, Owner, Purpose};
use carnet::ids::FileId;
use carnet::platform::http::Error;
use carnet::platform::jobs::{self, Registry};
use uuid::Uuid;

use crate::support::app::TestApp;
use crate::support::files::{film, id_of, pdf};

#[track_caller]
fn expect_fault<T: std::fmt::Debug>(result: Result<T, Error>, code: &str) {
    let Err(Error::Invalid(faults)) = result else { panic!("not refused as a field: {result:?}") };
    assert_eq!((faults[0].pointer.as_str(), &*faults[0].code), ("/file_id", code));
}

#[tokio::test]
async fn a_staged_file_is_taken_into_use_once() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let (own, id) = (Owner::Person(person.id), id_of(&person.client.upload_pdf().await));
    let card = app.claim(&person, own, Purpose::AbsenceProof, id).await.unwrap();
    assert_eq!(
        (card.id, card.purpose, card.name.as_str()),
        (id, Some(Purpose::AbsenceProof), "document.pdf")
    );
    assert_eq!(files::card(&app.state.pool, id).await.unwrap(), Some(card.clone()));
    let unknown = FileId(Uuid::nil());
    assert_eq!(files::cards(&app.state.pool, &[unknown, id]).await.unwrap(), [card]);
    expect_fault(app.claim(&person, own, Purpose::AbsenceProof, id).await, "file_in_use");
    // Two claims at once: one waits for the other, and is refused.
    let id = id_of(&person.client.upload_pdf().await);
    let claim = || app.claim(&person, own, Purpose::PassportProof, id);
    let (left, right) = tokio::join!(claim(), claim());
    assert_eq!([left.is_ok(), right.is_ok()].iter().filter(|is_ok| **is_ok).count(), 1);
}

#[tokio::test]
async fn a_claim_that_is_not_committed_leaves_the_file_staged() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    let (owner, file) = (Owner::Person(person.id), id_of(&person.client.upload_pdf().await));
    let mut tx = app.state.pool.begin().await.unwrap();
    let claim = Claim { file, purpose: Purpose::AbsenceProof, owner, by: person.id, pointer: "/file_id" };
    files::claim(&mut tx, &app.state, &claim).await.unwrap();
    drop(tx);
    let staged = person.client.get("/me/files").await.expect(200);
    assert_eq!(staged["items"][0]["id"], file.to_string());
    app.claim(&person, owner, Purpose::AbsenceProof, file).await.unwrap();
}

#[tokio::test]
async fn what_is_somebody_elses_of_another_name_or_of_another_kind_is_refused() {
    let app = TestApp::start().await;
    let (person, other) = (app.person("Léa", "Durand").await, app.person("Luc", "Petit").await);
    let org = app.organisation("Atelier").await;
    app.join(&org, &person, carnet::orgs::Role::Trainer).await;
    let (own, of_org) = (Owner::Person(person.id), Owner::Organisation(org.id));
    let id = id_of(&person.client.upload_pdf().await);
    expect_fault(app.claim(&other, own, Purpose::AbsenceProof, id).await, "unknown_file");
    expect_fault(app.claim(&other, Owner::Person(other.id), Purpose::AbsenceProof, id).await, "unknown_file");
    expect_fault(app.claim(&person, of_org, Purpose::AbsenceProof, id).await, "unknown_file");
    expect_fault(app.claim(&person, own, Purpose::AbsenceProof, FileId(Uuid::nil())).await, "unknown_file");
    let resource = person.client.upload(&org.path("/files"), "a.mp4", film(1000)).await.expect(201);
    expect_fault(
        app.claim(&person, of_org, Purpose::PaperSheet, id_of(&resource)).await,
        "file_type_refused",
    );
    app.claim(&person, of_org, Purpose::SessionResource, id_of(&resource)).await.unwrap();
    person.client.delete(&format!("/me/files/{id}")).await.expect(204);
    expect_fault(app.claim(&person, own, Purpose::AbsenceProof, id).await, "unknown_file");
}

#[tokio::test]
async fn a_file_that_is_given_up_goes_with_its_bytes() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::AbsenceProof).await;
    app.release(file).await;
    assert_eq!(files::card(&app.state.pool, file).await.unwrap(), None);
    app.release(file).await;
    assert_eq!(app.run_jobs().await, 1, "given up twice is given up once");
    app.only_objects(0).await;
    assert_eq!(app.count_files().await, 0);
}

#[tokio::test]
async fn a_file_something_still_refers_to_keeps_its_bytes_until_that_is_mended() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::AbsenceProof).await;
    sqlx::raw_sql("CREATE TABLE proof (file_id uuid REFERENCES file (id) ON DELETE RESTRICT)")
        .execute(&app.state.pool)
        .await
        .unwrap();
    sqlx::query("INSERT INTO proof VALUES ($1)").bind(file).execute(&app.state.pool).await.unwrap();
    app.release(file).await;
    let drained = jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    assert!(drained.errors[0].contains("proof_file_id_fkey"), "{:?}", drained.errors);
    app.only_objects(1).await;
    sqlx::query("DELETE FROM proof").execute(&app.state.pool).await.unwrap();
    app.advance(chrono::Duration::minutes(1));
    app.run_jobs().await;
    app.only_objects(0).await;
}

#[tokio::test]
async fn a_store_that_fails_keeps_the_row_for_the_next_attempt() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::AbsenceProof).await;
    let object = app.object_of(file).await;
    // A folder in its place cannot be removed as a file is.
    std::fs::remove_file(&object).unwrap();
    std::fs::create_dir(&object).unwrap();
    app.release(file).await;
    let drained = jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap();
    assert_eq!(drained.errors.len(), 1, "{:?}", drained.errors);
    assert_eq!(app.count_files().await, 1);
    std::fs::remove_dir(&object).unwrap();
    app.advance(chrono::Duration::minutes(1));
    app.run_jobs().await;
    assert_eq!(app.count_files().await, 0, "an object that is not there is removed already");
}
