use carnet::attendance::verify_file;
use carnet::platform::seal::SealKey;
use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::{hidden_from_others, noted};
use crate::support::app::TestApp;
use crate::support::attendance::{Class, drawing};

/// The bytes of an export, and its media type.
pub async fn export(app: &TestApp, class: &Class, query: &str) -> (Vec<u8>, String) {
    let path = class.path(&format!("/attendance-export?{query}"));
    let response = class.teacher(app).request(Method::GET, &path).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{query}");
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert!(disposition.starts_with("attachment; filename=\"emargement-"), "{disposition}");
    (response.bytes().await.unwrap().to_vec(), kind)
}

fn keys(app: &TestApp) -> [carnet::platform::seal::PublicKey; 1] {
    [app.state.part::<SealKey>().public().clone()]
}

#[tokio::test]
async fn the_signed_json_verifies_offline_and_says_what_was_sealed() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let sign = format!("/me/attendance/slots/{}/signature", class.slot);
    class.learner(&app, 0).post(&sign, json!({ "part": "am", "drawing": drawing(8) })).await.expect(200);
    class.closed(&app).await;
    let open = class.add_slot(&app, app.state.clock.now() + Duration::hours(24), 2).await;
    let (json, kind) = export(&app, &class, "scope=session&format=json").await;
    assert_eq!(kind, "application/json");
    let verified = verify_file(&json, &keys(&app)).unwrap();
    assert_eq!((verified.closings, verified.issuer.as_str()), (1, "Atelier"));
    let said: Value = serde_json::from_slice(&json).unwrap();
    let document = &said["document"];
    let rows = document["chain"]["links"][0]["content"]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(document["open_sheets"][0]["slot_id"], json!(open));
    assert_eq!(document["totals"][0]["totals"]["attended"], 480);
    let drawn = rows.iter().find_map(|row| row["row"]["signature"]["drawing_sha256"].as_str()).unwrap();
    assert!(document["drawings"][drawn].is_string(), "the drawing goes with its hash");
    assert_eq!(noted(&app, "attendance.exported").await.len(), 1);
}

#[tokio::test]
async fn the_sheet_of_one_trainee_tells_nothing_of_the_others_and_proves_the_whole_chain() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    class.closed(&app).await;
    let rectification = json!({
        "enrolment_id": class.enrolment(1), "part": "am", "seen_number": 1, "mark": { "status": "absent" },
        "reason": "Erreur de ligne",
    });
    class.boss(&app).post(&class.slot_path("/attendance/rectifications"), rectification).await.expect(200);
    let query = format!("scope=trainee&enrolment_id={}&format=json", class.enrolment(0));
    let (json, _) = export(&app, &class, &query).await;
    let verified = verify_file(&json, &keys(&app)).unwrap();
    assert_eq!((verified.closings, verified.rectifications), (1, 1));
    let text = String::from_utf8(json).unwrap();
    assert!(text.contains("Stagiaire0"));
    for hidden in ["Stagiaire1", "Stagiaire2", "Erreur de ligne"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
}

#[tokio::test]
async fn the_pdf_is_sealed_and_holds_the_signed_json() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    class.closed(&app).await;
    for query in [
        "scope=session".to_owned(),
        format!("scope=slot&slot_id={}", class.slot),
        "scope=week&week=2026-03-05".to_owned(),
        format!("scope=trainee&enrolment_id={}", class.enrolment(1)),
    ] {
        let (pdf, kind) = export(&app, &class, &format!("{query}&format=pdf")).await;
        assert_eq!(kind, "application/pdf");
        let verified = verify_file(&pdf, &keys(&app)).unwrap_or_else(|faults| panic!("{query}: {faults:?}"));
        assert!(verified.is_pdf && verified.closings == 1, "{query}");
    }
}

#[tokio::test]
async fn tables_keep_people_who_left_and_neutralise_formulas() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let gone = class.enrol(&app, None, "=HYPERLINK(1)").await;
    class.closed(&app).await;
    app.execute(&format!(
        "UPDATE enrolment SET status = 'abandoned', ends_on = '2026-03-03' WHERE id = '{gone}'"
    ))
    .await;
    let (csv, kind) = export(&app, &class, "scope=session&format=csv").await;
    assert_eq!(kind, "text/csv; charset=utf-8");
    let text = String::from_utf8(csv).unwrap();
    assert!(
        text.starts_with('\u{feff}') && text.contains("'=HYPERLINK(1)") && text.contains("Stagiaire0"),
        "{text}"
    );
    let (xlsx, kind) = export(&app, &class, "scope=session&format=xlsx").await;
    assert!(kind.ends_with("spreadsheetml.sheet") && xlsx.starts_with(b"PK"));
}

#[tokio::test]
async fn what_to_export_must_be_said() {
    let app = TestApp::start().await;
    let class = app.class(0).await;
    let ask = async |query: &str| {
        class.teacher(&app).get(&class.path(&format!("/attendance-export?{query}"))).await
    };
    ask("scope=slot&format=pdf").await.expect_field("/slot_id", "required");
    ask("scope=week&format=pdf").await.expect_field("/week", "required");
    // No Monday comes before the first of all days.
    ask("scope=week&week=-262143-01-02&format=pdf").await.expect_field("/week", "out_of_range");
    ask("scope=trainee&format=pdf").await.expect_field("/enrolment_id", "required");
    let nobody = uuid::Uuid::nil();
    ask(&format!("scope=slot&format=csv&slot_id={nobody}")).await.expect_field("/slot_id", "unknown_slot");
    ask(&format!("scope=trainee&format=csv&enrolment_id={nobody}"))
        .await
        .expect_field("/enrolment_id", "not_expected");
    ask("scope=session&format=docx").await.expect_field("/format", "invalid_type");
    let path = class.path("/attendance-export?scope=session&format=csv");
    hidden_from_others(&app, &class, Method::GET, &path, &Value::Null).await;
}
