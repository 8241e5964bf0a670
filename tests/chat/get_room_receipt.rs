use std::process::Command;

use serde_json::Value;

use super::items;
use crate::support::app::TestApp;
use crate::support::rooms::room_path;

#[tokio::test]
async fn a_receipt_is_verified_offline_and_a_changed_one_is_refused() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    pair.person(&app).say(pair.room, "Bonjour").await;
    pair.person(&app).delete(&room_path(pair.room, "")).await.expect(200);
    let listed = pair.person(&app).get("/me/room-receipts").await.expect(200);
    let path = format!("/me/room-receipts/{}", items(&listed)[0]["id"].as_str().unwrap());
    let answer = pair.person(&app).get(&path).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.headers["cache-control"]),
        (200, &"no-store".parse().unwrap())
    );
    let receipt = answer.text;
    let keys = app.anonymous().get("/verification-keys").await.text;
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let keys = write("keys.json", &keys);
    let verify = |file: &std::path::Path| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_carnet"));
        let output = program.arg("verify-document").arg(file).arg("--keys").arg(&keys).output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    let (holds, told) = verify(&write("recepisse.json", &receipt));
    assert!(
        holds && told.contains("Récépissé authentique et inchangé") && told.contains("1 message(s)"),
        "{told}"
    );
    let (holds, told) = verify(&write("faux.json", &receipt.replace("\"messages\":1", "\"messages\":2")));
    assert!(!holds && told.contains("le contenu a été modifié"), "{told}");
    let signed: Value = serde_json::from_str(&receipt).unwrap();
    assert_eq!(signed["format"], "carnet.room-receipt/1");
    // It is its owner's.
    pair.company(&app).get(&path).await.expect_problem(404, "not_found");
    let unknown = format!("/me/room-receipts/{}", uuid::Uuid::nil());
    pair.person(&app).get(&unknown).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}
