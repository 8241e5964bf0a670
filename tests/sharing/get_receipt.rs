use std::process::Command;

use carnet::sharing::{Notice, ShareItem, check_receipt};
use serde_json::{Value, json};

use super::switch;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::users::User;

async fn newest(user: &User) -> String {
    let page = user.client.get("/me/receipts?limit=1").await.expect(200);
    format!("/me/receipts/{}", page["items"][0]["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_receipt_says_everything_by_itself_and_its_seal_holds() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone, ShareItem::Email]).await.unwrap();
    let path = newest(&sharer.user).await;
    let answer = sharer.user.client.get(&path).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("attachment; filename=\"recu-2026-03-03-"), "{disposition}");
    let checked = check_receipt(answer.text.as_bytes(), &app.seal_keys()).unwrap().unwrap();
    assert!(checked.knows_text);
    let said = &answer.body["document"];
    assert_eq!(said["title"], "Accord pour partager des informations avec une entreprise");
    assert_eq!(said["person"], json!({ "id": sharer.user.id, "first_name": "Inès", "last_name": "Lefèvre" }));
    assert_eq!(said["company"], json!({ "siret": SIRET, "name": "Ateliers 732829320" }));
    assert_eq!(said["purpose"], json!({ "id": sharer.purpose.purpose, "title": "Technicienne réseau" }));
    let labels: Vec<_> = said["items"].as_array().unwrap().iter().map(|line| &line["label"]).collect();
    assert_eq!(labels, ["Numéro de téléphone", "Adresse e-mail"]);
    assert_eq!(said["at"], "2026-03-03T08:00:00.000000Z");
    let notice = Notice::sharing();
    assert_eq!(
        (&said["policy"]["version"], &said["policy"]["sha256"]),
        (&json!(notice.version), &json!(notice.sha256()))
    );
    assert!(said["withdrawal"].as_str().unwrap().contains("ne peut pas être repris"));
    assert!(!answer.text.contains("612345678") && !answer.text.contains(&sharer.user.email));
    // The same each time it is asked for, and by the published key.
    assert_eq!(sharer.user.client.get(&path).await.text, answer.text);
    let keys = app.anonymous().get("/verification-keys").await.expect(200);
    assert!(keys.to_string().contains(&checked.key_id), "{keys}");
}

#[tokio::test]
async fn it_is_ones_own_alone() {
    let app = TestApp::start().await;
    let (ines, zoe) = (app.person("Inès", "Lefèvre").await, app.person("Zoé", "Martin").await);
    switch(&ines, true).await;
    let path = newest(&ines).await;
    assert_eq!(ines.client.get(&path).await.status, 200);
    let foreign = zoe.client.get(&path).await.expect_problem(404, "not_found");
    let unknown = zoe.client.get(&format!("/me/receipts/{}", uuid::Uuid::nil())).await;
    assert_eq!(foreign, unknown.expect_problem(404, "not_found"));
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn what_was_altered_since_is_never_sealed() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    switch(&ines, true).await;
    let path = newest(&ines).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    sqlx::raw_sql(
        "SET LOCAL session_replication_role = replica; UPDATE consent_receipt SET method = 'letter'",
    )
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    ines.client.get(&path).await.expect_problem(500, "internal");
}

#[tokio::test]
async fn the_command_checks_a_receipt_offline_and_tells_its_text() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let text = sharer.user.client.get(&newest(&sharer.user).await).await.text;
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys.json");
    std::fs::write(&keys, app.anonymous().get("/verification-keys").await.text).unwrap();
    let verify = async |text: String| {
        let file = folder.path().join("recu.json");
        std::fs::write(&file, text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
        command.arg("verify-document").arg(&file).arg("--keys").arg(&keys);
        let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (holds, told) = verify(text.clone()).await;
    assert!(holds, "{told}");
    for said in ["Reçu de consentement authentique", "Numéro de téléphone", SIRET, "tel qu’il a été publié"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
    let (holds, told) = verify(text.replace("Technicienne", "Directrice")).await;
    assert!(!holds && told.contains("modifié après avoir été scellé"), "{told}");
    let (holds, told) = verify(format!("{text} ")).await;
    assert!(!holds && told.contains("octet pour octet"), "{told}");
}

#[tokio::test]
async fn a_receipt_stays_readable_when_the_company_changed() {
    let app = TestApp::with_catalogue().await;
    let sharer = app.sharer().await;
    app.grant(&sharer.purpose, &[ShareItem::Phone]).await.unwrap();
    let path = newest(&sharer.user).await;
    let before: Value = sharer.user.client.get(&path).await.body["document"].clone();
    sqlx::query("UPDATE company SET name = 'Repris', register_state = 'closed'")
        .execute(&app.state.pool)
        .await
        .unwrap();
    let after = sharer.user.client.get(&path).await.expect(200)["document"].clone();
    assert_eq!(before, after);
}
