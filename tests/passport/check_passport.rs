use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::exports::document;

async fn check(app: &TestApp, number: &str, code: &str) -> Value {
    let body = json!({ "number": number, "code": code });
    app.anonymous().post("/passport-checks", body).await.expect(200)
}

#[tokio::test]
async fn number_and_code_tell_validity_date_and_issuer_and_nothing_else() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let workshop = &holder.workshop;
    let (_, json) = app.exported(&workshop.trainee, &json!({ "format": "json" })).await;
    let told = document(&json);
    let (number, code) = (told["number"].as_str().unwrap(), told["code"].as_str().unwrap());
    let url = told["verification_url"].as_str().unwrap();
    assert!(url.ends_with(&format!("/verifier/{number}#{code}")), "{url}");
    let valid = check(&app, number, code).await;
    assert_eq!(
        (&valid["standing"], &valid["issued_on"], &valid["issuer"]),
        (&json!("valid"), &json!("2026-03-03"), &json!("Carnet"))
    );
    let signed: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(valid["sha256"], signed["seal"]["sha256"]);
    assert_eq!(check(&app, &number.to_lowercase().replace('-', " "), &code.to_lowercase()).await, valid);
    // The same form, whichever of the two is wrong.
    let unknown = check(&app, "P-2026-00000-00000", code).await;
    assert_eq!(check(&app, number, "0000000000000000").await, unknown);
    assert_eq!(check(&app, "", &"x".repeat(5000)).await, unknown);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&unknown), keys(&valid));
    assert_eq!(unknown["standing"], "unknown");
    // What was revoked before it was issued changes nothing; what is revoked since does.
    app.revoke(workshop, &holder.valid).await;
    assert_eq!(check(&app, number, code).await["standing"], "revoked_since");
}

#[tokio::test]
async fn a_part_depends_on_what_it_shows_alone() {
    let app = TestApp::with_catalogue().await;
    let holder = app.holder().await;
    let workshop = &holder.workshop;
    let other = workshop.validate(&app, &workshop.body(&holder.skills[4], 2)).await;
    let content = json!({ "skills": [holder.skills[0]] });
    let body = json!({ "format": "json", "content": content });
    let (_, json) = app.exported(&app.renewed(&workshop.trainee), &body).await;
    let told = document(&json);
    let (number, code) = (told["number"].as_str().unwrap(), told["code"].as_str().unwrap());
    app.revoke(workshop, &other).await;
    assert_eq!(check(&app, number, code).await["standing"], "valid");
}

#[tokio::test]
async fn guesses_are_held_back() {
    let app = TestApp::start_with(&["--limits=on"]).await;
    let body = json!({ "number": "P-2026-00000-00000", "code": "0000000000000000" });
    let mut refused = 0;
    for _ in 0..80 {
        let answer = app.anonymous().post("/passport-checks", &body).await;
        refused += usize::from(answer.status.as_u16() == 429);
    }
    assert!(refused > 5, "{refused} of 80");
}
