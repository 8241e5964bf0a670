//! Whoever alters what was sealed is refused, or found out.

use std::process::Command;

use carnet::attendance::{verify_chains, verify_file};
use carnet::platform::seal::SealKey;
use serde_json::json;

use super::export_attendance::export;
use crate::support::app::TestApp;
use crate::support::attendance::{Class, drawing};

async fn sealed(app: &TestApp) -> Class {
    let class = app.class(2).await;
    let taught = json!({ "text": "Préparer un bord à souder" });
    class.teacher(app).put(&class.slot_path("/attendance/taught"), taught).await.expect(200);
    let path = format!("/me/attendance/slots/{}/signature", class.slot);
    class.learner(app, 0).post(&path, json!({ "part": "am", "drawing": drawing(8) })).await.expect(200);
    class.closed(app).await;
    class
}

#[tokio::test]
async fn sealed_rows_are_refused_to_whoever_writes_plain_sql() {
    let app = TestApp::start().await;
    let class = sealed(&app).await;
    let enrolment = class.enrolment(0);
    for statement in [
        "UPDATE attendance_mark SET status = 'absent'".to_owned(),
        "DELETE FROM attendance_mark".to_owned(),
        "UPDATE attendance_mark SET marked_by_name = 'Autre'".to_owned(),
        "UPDATE attendance_signature SET signed_at = now()".to_owned(),
        "DELETE FROM attendance_signature".to_owned(),
        "UPDATE attendance_link SET content = '{}'".to_owned(),
        "DELETE FROM attendance_link".to_owned(),
        format!(
            "INSERT INTO attendance_mark (slot_id, part, enrolment_id, number, status, method, marked_by_name, marked_at)
             VALUES ('{}', 'am', '{enrolment}', 2, 'absent', 'trainer', 'x', now())",
            class.slot
        ),
        format!(
            "INSERT INTO attendance_signature (id, slot_id, part, enrolment_id, is_trainer, name, method, is_own_device, signed_at)
             VALUES ('{}', '{}', 'pm', '{enrolment}', false, 'x', 'qr', true, now())",
            uuid::Uuid::nil(),
            class.slot
        ),
    ] {
        let done = sqlx::query(sqlx::AssertSqlSafe(statement.clone())).execute(&app.state.pool).await;
        let error = done.unwrap_err().to_string();
        assert!(error.contains("append-only") || error.contains("is sealed"), "{statement}: {error}");
    }
    assert!(verify_chains(&app.state).await.unwrap().faults.is_empty());
    // An account that goes is unnamed, and what was sealed stays.
    app.execute(&format!(
        "UPDATE attendance_mark SET marked_by = NULL WHERE marked_by = '{}'",
        class.trainer.id
    ))
    .await;
    assert!(verify_chains(&app.state).await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn whoever_switches_the_triggers_off_is_found_out() {
    for (statement, expected) in [
        ("UPDATE attendance_mark SET status = 'absent' WHERE part = 'am'", "is not what was sealed"),
        ("DELETE FROM attendance_mark WHERE part = 'pm'", "is not what was sealed"),
        (
            "UPDATE attendance_signature SET drawing = '\\x00' WHERE drawing IS NOT NULL AND NOT is_trainer",
            "the signature of",
        ),
        ("DELETE FROM attendance_signature", "the signature of"),
        (
            "UPDATE attendance_signature SET drawing = '\\x00' WHERE is_trainer AND part = 'pm'",
            "the signatures of its trainers are not what was sealed",
        ),
        ("DELETE FROM attendance_signature WHERE is_trainer", "the signatures of its trainers"),
        (
            "UPDATE attendance_signature SET signed_at = signed_at - interval '1 hour' WHERE is_trainer",
            "the signatures of its trainers",
        ),
        ("UPDATE attendance_sheet SET taught = 'Autre chose'", "what was taught is not what was sealed"),
        ("UPDATE attendance_sheet SET paper_sha256 = 'ab'", "the scanned sheet is not what was sealed"),
        (
            "WITH late AS (
                 INSERT INTO enrolment (id, session_id, first_name, last_name, status, status_at, starts_on, version,
                                        created_at, updated_at)
                 SELECT gen_random_uuid(), session_id, 'Venu', 'Après', 'enrolled', now(), starts_on, 1, now(), now()
                 FROM enrolment LIMIT 1 RETURNING id)
             INSERT INTO attendance_mark (slot_id, part, enrolment_id, number, status, method, marked_by_name, marked_at)
             SELECT s.id, 'am', late.id, 1, 'present', 'trainer', 'x', now() FROM late, session_slot s",
            "was added",
        ),
        (
            "INSERT INTO attendance_signature (id, slot_id, part, enrolment_id, is_trainer, name, method,
                                               is_own_device, signed_at)
             SELECT gen_random_uuid(), m.slot_id, m.part, m.enrolment_id, false, 'x', 'qr', true, now()
             FROM attendance_mark m
             WHERE NOT EXISTS (SELECT FROM attendance_signature g WHERE g.enrolment_id = m.enrolment_id)",
            "is not what was sealed",
        ),
        (
            "UPDATE attendance_link SET content = replace(content, 'present', 'excused')",
            "what link 1 says was changed",
        ),
        ("UPDATE attendance_link SET at = at + interval '1 hour'", "the seal of link 1 does not hold"),
        (
            "UPDATE session_slot SET ends_at = ends_at - interval '1 hour'",
            "its times are not what was sealed",
        ),
        ("UPDATE session_slot SET title = 'Autre chose'", "what it was about, or where, is not what was sealed"),
        ("UPDATE session_slot SET place = 'Ailleurs'", "what it was about, or where, is not what was sealed"),
        ("UPDATE training_session SET title = 'Autre titre'", "what it was about, or where, is not what was sealed"),
        ("DELETE FROM attendance_link", "passes for closed, and nothing sealed it"),
        ("UPDATE session_slot SET sheet_state = 'open'", "passes for open, and is sealed"),
    ] {
        let app = TestApp::start().await;
        sealed(&app).await;
        let mut tx = app.state.pool.begin().await.unwrap();
        sqlx::query("SET LOCAL session_replication_role = 'replica'").execute(&mut *tx).await.unwrap();
        let done = sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut *tx).await.unwrap();
        assert!(done.rows_affected() > 0, "{statement} changed nothing");
        tx.commit().await.unwrap();
        let faults = verify_chains(&app.state).await.unwrap().faults;
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{statement}: {faults:?}");
    }
}

#[tokio::test]
async fn a_changed_byte_of_an_exported_file_is_refused() {
    let app = TestApp::start().await;
    let class = sealed(&app).await;
    let keys = [app.state.part::<SealKey>().public().clone()];
    for format in ["json", "pdf"] {
        let (bytes, _) = export(&app, &class, &format!("scope=session&format={format}")).await;
        verify_file(&bytes, &keys).unwrap();
        // Every byte would take long for a PDF: four hundred spread over it, and its last ones.
        let step = (bytes.len() / 400).max(1);
        let last = bytes.len() - 40..bytes.len();
        for at in (0..bytes.len()).step_by(step).chain(last) {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(verify_file(&changed, &keys).is_err(), "byte {at} of the {format} is not covered");
        }
    }
}

#[tokio::test]
async fn the_command_verifies_offline_in_both_languages() {
    let app = TestApp::start().await;
    let class = sealed(&app).await;
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys.json");
    let published = app.anonymous().get("/verification-keys").await;
    std::fs::write(&keys, &published.text).unwrap();
    let run = |bytes: &[u8]| {
        let file = folder.path().join("document");
        std::fs::write(&file, bytes).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_carnet"))
            .args(["verify-document", "--keys"])
            .args([&keys, &file])
            .env_clear()
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    };
    for format in ["json", "pdf"] {
        let (bytes, _) = export(&app, &class, &format!("scope=session&format={format}")).await;
        let (status, said) = run(&bytes);
        assert_eq!(status, Some(0), "{said}");
        assert!(
            said.contains("Document authentique et inchangé") && said.contains("authentic and unchanged"),
            "{said}"
        );
        assert!(said.contains("1 feuille(s) scellée(s)"), "{said}");
        let mut changed = bytes;
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        let (status, said) = run(&changed);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("document refusé / document refused"), "{said}");
    }
    assert_eq!(run(b"bonjour").0, Some(1));
}
