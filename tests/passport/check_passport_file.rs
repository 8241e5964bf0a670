use std::io::Cursor;
use std::process::Command;

use carnet::passport::{check_bytes, check_zip};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::exports::{checked, send_file};

/// Places of a file to change a byte at: all of a short one, else so many all over it, and its beginning and end.
fn places(length: usize) -> Vec<usize> {
    let step = (length / 150).max(1);
    let mut places: Vec<usize> = (0..length).step_by(step).collect();
    places.extend((0..length.min(100)).chain(length.saturating_sub(250)..length));
    places.sort_unstable();
    places.dedup();
    places
}

#[tokio::test]
async fn a_byte_changed_anywhere_is_found_by_what_checks() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    app.proven_experience(trainee, &holder.skills[0], "diplome").await;
    let keys = app.seal_keys();
    for body in [
        json!({ "format": "json" }),
        json!({ "format": "pdf" }),
        json!({ "format": "zip", "content": { "with_proofs": true } }),
    ] {
        let (_, bytes) = app.exported(trainee, &body).await;
        let holds = |bytes: &[u8]| {
            if bytes.starts_with(b"PK") || body["format"] == "zip" {
                check_zip(&mut Cursor::new(bytes), &keys).is_ok()
            } else {
                check_bytes(bytes, &keys).is_ok()
            }
        };
        assert!(holds(&bytes), "{body}");
        for at in places(bytes.len()) {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(!holds(&changed), "{body}: byte {at} of {} is not covered", bytes.len());
        }
        assert!(!holds(&bytes[..bytes.len() - 1]), "{body}: cut");
        assert!(!holds(&[&bytes[..], b"\n"].concat()), "{body}: longer");
    }
}

#[tokio::test]
async fn the_server_and_the_command_find_the_same() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let trainee = &holder.workshop.trainee;
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys.json");
    std::fs::write(&keys, app.anonymous().get("/verification-keys").await.text).unwrap();
    for format in ["json", "pdf", "zip"] {
        let (_, bytes) = app.exported(trainee, &json!({ "format": format })).await;
        let file = folder.path().join(format!("carnet.{format}"));
        let accepted = |bytes: &[u8]| {
            std::fs::write(&file, bytes).unwrap();
            let program = Command::new(env!("CARGO_BIN_EXE_carnet"))
                .args(["verify-document", "--keys"])
                .args([&keys, &file])
                .output()
                .unwrap();
            program.status.success()
        };
        let found = checked(&app, &bytes).await;
        assert_eq!((&found["is_intact"], &found["form"]), (&json!(true), &json!(format)));
        assert_eq!((&found["standing"], &found["faults"]), (&json!("valid"), &json!([])));
        assert!(accepted(&bytes), "{format}");
        for at in [4, bytes.len() / 3, bytes.len() / 2, bytes.len() - 2] {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let found = checked(&app, &changed).await;
            assert_eq!(found["is_intact"], false, "{format}: byte {at}");
            let fault = &found["faults"][0];
            assert!(fault["code"].is_string() && !fault["message"].as_str().unwrap().is_empty());
            assert_eq!((&found["number"], &found["standing"]), (&json!(null), &json!(null)));
            assert!(!accepted(&changed), "{format}: byte {at}");
        }
    }
}

#[tokio::test]
async fn what_is_no_export_is_told_so_and_nothing_is_kept() {
    let app = TestApp::start().await;
    for bytes in [&b"{}"[..], b"PK\x03\x04", b"%PDF-1.7", b"hello", b"{\"document\":1}", &[0xff; 100]] {
        let found = checked(&app, bytes).await;
        assert_eq!(found["is_intact"], false);
    }
    send_file(&app.anonymous(), "/passport-checks/file", b"").await.expect_problem(422, "empty_file");
    assert!(app.objects().is_empty(), "scratch files go");
}
