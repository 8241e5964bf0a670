//! How the organisation signs what is in a passport: as it was that day, with what the registers said that day.

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::{NDA, whole_identity};
use crate::support::passport::Workshop;
use crate::support::register::FakeRegister;

async fn workshop(app: &TestApp) -> (Workshop, String) {
    app.load_starter().await;
    let workshop = app.workshop("École du Rhône").await;
    (workshop, app.skills_of("M1805")[0].clone())
}

/// The signatures of the person's history, newest first.
async fn signatures(app: &TestApp, workshop: &Workshop) -> Vec<Value> {
    let mine = app.renewed(&workshop.trainee).client.get("/me/skills").await.expect(200);
    let entries = mine["items"][0]["validations"].as_array().unwrap();
    entries.iter().map(|entry| entry["issuer"].clone()).collect()
}

#[tokio::test]
async fn an_entry_keeps_what_was_known_on_its_day() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let (workshop, skill) = workshop(&app).await;
    app.declare(&workshop.organisation, &whole_identity(SIRET)).await;
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    app.run_jobs().await;
    workshop.validate(&app, &workshop.body(&skill, 2)).await;

    // The certification is lost, and the organisation takes another name: entries stay as they are.
    register.forget().await;
    register.holds_school(SIRET, &[NDA], false).await;
    app.advance(chrono::Duration::days(7));
    app.check_organisations().await;
    sqlx::query("UPDATE organisation SET name = 'Nouveau nom', legal_name = 'Nouvelle SAS'")
        .execute(&app.state.pool)
        .await
        .unwrap();
    workshop.validate(&app, &workshop.body(&skill, 2)).await;

    let entry = |names: [&str; 2], checks: [&str; 3], checked_at: Value| {
        json!({
            "name": names[0], "legal_name": names[1], "siret": SIRET, "siret_check": checks[0], "nda": NDA,
            "nda_check": checks[1], "qualiopi": checks[2], "qualiopi_categories": [], "checked_at": checked_at,
        })
    };
    let (old, new) = (["École du Rhône", "École du Rhône SAS"], ["Nouveau nom", "Nouvelle SAS"]);
    let mut signed = signatures(&app, &workshop).await;
    assert_eq!(
        signed.remove(0),
        entry(new, ["confirmed", "confirmed", "contradicted"], json!("2026-03-10T08:00:00Z"))
    );
    // Both of the first day have the same time.
    assert_eq!(signed.len(), 2);
    assert!(signed.contains(&entry(old, ["unverified"; 3], json!(null))), "{signed:?}");
    assert!(signed.contains(&entry(old, ["confirmed"; 3], json!("2026-03-03T08:00:00Z"))), "{signed:?}");

    let trainer = app.renewed(&workshop.trainer);
    let listed = trainer.client.get(&workshop.path()).await.expect(200);
    let shown = listed["items"].as_array().unwrap();
    assert_eq!(shown[0]["organisation"]["qualiopi"], "contradicted");
    let seen: Vec<_> = shown[1..].iter().map(|entry| entry["organisation"].clone()).collect();
    assert_eq!(seen, signed, "the organisation and the person read the same");
}

#[tokio::test]
async fn an_entry_older_than_the_checks_says_that_nothing_was_verified() {
    let app = TestApp::start().await;
    let (workshop, skill) = workshop(&app).await;
    app.declare(&workshop.organisation, &whole_identity(SIRET)).await;
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let mut tx = app.state.pool.begin().await.unwrap();
    for statement in [
        "SET LOCAL session_replication_role = replica",
        "UPDATE validation SET organisation_siret_check = NULL, organisation_nda_check = NULL,
             organisation_qualiopi = NULL, organisation_legal_name = NULL",
    ] {
        sqlx::query(statement).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let signed = signatures(&app, &workshop).await.remove(0);
    assert_eq!((&signed["nda"], &signed["nda_check"]), (&json!(NDA), &json!("unverified")));
    assert_eq!((&signed["siret_check"], &signed["qualiopi"]), (&json!("unverified"), &json!(null)));
}

#[tokio::test]
async fn an_entry_keeps_the_kinds_of_action_that_were_certified_on_its_day() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let (workshop, skill) = workshop(&app).await;
    let mut identity = whole_identity(SIRET);
    identity["qualiopi_certificates"] =
        json!([{ "category": "training", "valid_from": "2026-03-03", "valid_until": "2026-03-03" }]);
    app.declare(&workshop.organisation, &identity).await;
    app.run_jobs().await;
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    app.advance(chrono::Duration::days(1));
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let signed = signatures(&app, &workshop).await;
    let told: Vec<_> = signed.iter().map(|one| [&one["qualiopi"], &one["qualiopi_categories"]]).collect();
    assert_eq!(told, [[&Value::Null, &json!([])], [&json!("confirmed"), &json!(["training"])]]);
    let listed = app.renewed(&workshop.trainer).client.get(&workshop.path()).await.expect(200);
    assert_eq!(listed["items"][1]["organisation"], signed[1], "the organisation reads the same");
}
