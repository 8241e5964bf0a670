use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::export_attendance::export;
use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::attendance::drawing;

#[tokio::test]
async fn signing_is_opened_again_for_a_while_with_a_reason() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    app.advance(Duration::hours(24));
    let sign = class.slot_path("/attendance/signature");
    let body = json!({ "part": "am", "drawing": drawing(1) });
    class.teacher(&app).post(&sign, &body).await.expect_problem(409, "signing_over");
    let path = class.slot_path("/attendance/reopening");
    let reopening = json!({ "minutes": 60, "reason": "Tablette en panne hier" });
    let sheet = class.teacher(&app).post(&path, &reopening).await.expect(200);
    assert_eq!(
        (&sheet["reopened_until"], &sheet["reopened_reason"]),
        (&json!("2026-03-04T09:00:00Z"), &json!("Tablette en panne hier"))
    );
    class.teacher(&app).post(&sign, &body).await.expect(200);
    app.advance(Duration::minutes(61));
    let late = json!({ "part": "pm", "drawing": drawing(2) });
    class.teacher(&app).post(&sign, &late).await.expect_problem(409, "signing_over");
    assert_eq!(noted(&app, "attendance.signing_reopened").await.len(), 1);
    hidden_from_others(&app, &class, Method::POST, &path, &reopening).await;
}

#[tokio::test]
async fn why_it_was_opened_again_each_time_is_sealed_and_exported() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let path = class.slot_path("/attendance/reopening");
    app.advance(Duration::hours(10));
    for reason in ["Tablette en panne", "Réseau coupé"] {
        let body = json!({ "minutes": 30, "reason": reason });
        class.teacher(&app).post(&path, body).await.expect(200);
        app.advance(Duration::minutes(20));
    }
    let scope = format!("scope=slot&slot_id={}", class.slot);
    let (open, _) = export(&app, &class, &format!("{scope}&format=json")).await;
    let open: Value = serde_json::from_slice(&open).unwrap();
    let told = &open["document"]["open_sheets"][0]["reopenings"];
    assert_eq!(
        (&told[0]["reason"], &told[1]["reason"]),
        (&json!("Tablette en panne"), &json!("Réseau coupé"))
    );
    class.close(&app, class.slot).await;
    let (closed, _) = export(&app, &class, &format!("{scope}&format=json")).await;
    let closed: Value = serde_json::from_slice(&closed).unwrap();
    let sealed = &closed["document"]["chain"]["links"][0]["content"]["head"]["reopenings"];
    assert_eq!(sealed, told);
    assert_eq!(
        sealed[0],
        json!({
            "reopened_at": "2026-03-03T18:00:00Z", "until": "2026-03-03T18:30:00Z", "reason": "Tablette en panne",
            "by": "Farida Membre",
        })
    );
    let (csv, _) = export(&app, &class, &format!("{scope}&format=csv")).await;
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains("signature rouverte : Tablette en panne"), "{csv}");
    assert!(carnet::attendance::verify_chains(&app.state).await.unwrap().faults.is_empty());
    let mut tx = app.state.pool.begin().await.unwrap();
    sqlx::query("SET LOCAL session_replication_role = 'replica'").execute(&mut *tx).await.unwrap();
    sqlx::query("UPDATE attendance_reopening SET reason = 'Autre'").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let faults = carnet::attendance::verify_chains(&app.state).await.unwrap().faults;
    assert!(faults[0].contains("why signing was opened again is not what was sealed"), "{faults:?}");
}

#[tokio::test]
async fn not_for_ever_and_not_without_reason() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let path = class.slot_path("/attendance/reopening");
    let ask = async |minutes: i64, reason: &str| {
        class.teacher(&app).post(&path, json!({ "minutes": minutes, "reason": reason })).await
    };
    ask(4, "Panne").await.expect_field("/minutes", "out_of_range");
    ask(10_081, "Panne").await.expect_field("/minutes", "out_of_range");
    ask(60, " ").await.expect_field("/reason", "required");
}
