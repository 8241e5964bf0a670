use serde_json::json;

use crate::support::companies::SIRET;
use crate::support::register::FakeRegister;

#[tokio::test]
async fn an_active_establishment_waits_for_a_proof() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    let app = register.app().await;
    let ines = app.person("Inès", "Lefèvre").await;

    let company = ines.client.post("/companies", json!({"siret": " 732 829 320 00074 "})).await.expect(201);
    assert_eq!(company["siret"], SIRET);
    assert_eq!(company["siren"], "732829320");
    assert_eq!(company["name"], "LES ATELIERS DU RHÔNE");
    // The asked establishment's address, not the head office's, which comes first in the answer.
    assert_eq!(company["address"], "12 RUE DES ATELIERS 69001 LYON");
    assert_eq!(company["status"], "awaiting_proof");
    assert_eq!(company["next_step"], "prove_email");
    assert_eq!(company["status_reason"], json!(null));
    assert_eq!(company["register_checked_at"], "2026-03-03T08:00:00Z");
    assert_eq!(company["accepted_domains_hint"], false);

    let mine = ines.client.get("/me/company").await.expect(200);
    assert_eq!(mine["company"], company);
    let asked = register.requests().await;
    assert_eq!(asked.len(), 1);
    assert!(asked[0].headers["user-agent"].to_str().unwrap().starts_with("Carnet/"));
    let kinds: Vec<String> = sqlx::query_scalar("SELECT kind FROM audit_event WHERE actor_id = $1")
        .bind(ines.id)
        .fetch_all(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kinds, ["recruiter.requested"]);
}

#[tokio::test]
async fn a_wrong_number_is_refused_before_the_register_is_asked() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for (siret, code) in [
        ("", "siret_format"),
        ("7328293200007", "siret_format"),
        ("73282932000079", "siret_checksum"),
        ("00000000000000", "siret_zero"),
        ("MONACOCONFO001", "siret_monaco"),
    ] {
        ines.client.post("/companies", json!({"siret": siret})).await.expect_field("/siret", code);
    }
    ines.client.post("/companies", json!({})).await.expect_field("/siret", "required");
    ines.client.post("/companies", json!({"siret": 732_829})).await.expect_field("/siret", "invalid_type");
    let more = json!({"siret": SIRET, "status": "granted"});
    ines.client.post("/companies", more).await.expect_field("/status", "unknown_field");
    assert_eq!(register.questions().await, 0);
    assert_eq!(app.status_of(&ines).await, "none");
}

#[tokio::test]
async fn a_closed_or_unknown_establishment_is_refused_and_nothing_is_kept() {
    let register = FakeRegister::start().await;
    register.holds_closed(SIRET).await;
    register.does_not_hold("18004623700012").await;
    let app = register.app().await;
    let ines = app.person("Inès", "Lefèvre").await;

    ines.client.post("/companies", json!({"siret": SIRET})).await.expect_field("/siret", "siret_closed");
    let unknown = json!({"siret": "18004623700012"});
    ines.client.post("/companies", unknown).await.expect_field("/siret", "siret_unknown");
    assert_eq!(app.status_of(&ines).await, "none");
    let companies: i64 =
        sqlx::query_scalar("SELECT count(*) FROM company").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(companies, 0);
}

#[tokio::test]
async fn learning_that_a_known_establishment_closed_suspends_its_recruiters_at_once() {
    let register = FakeRegister::start().await;
    register.holds_closed(SIRET).await;
    let app = register.app().await;
    let colleague = app.recruiter_granted(SIRET).await;
    let ines = app.person("Inès", "Lefèvre").await;

    ines.client.post("/companies", json!({"siret": SIRET})).await.expect_field("/siret", "siret_closed");
    assert_eq!(app.status_of(&colleague.user).await, "suspended");
    let mails = app.mails_to(&colleague.user.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].body.contains("L’établissement est fermé au répertoire Sirene."), "{}", mails[0].body);
}

#[tokio::test]
async fn one_represents_one_company() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    register.holds("18004623700012", "AUTRE MAISON").await;
    let app = register.app().await;
    let ines = app.person("Inès", "Lefèvre").await;

    ines.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
    for siret in [SIRET, "18004623700012"] {
        ines.client
            .post("/companies", json!({"siret": siret}))
            .await
            .expect_problem(409, "already_recruiter");
    }
    let mine = ines.client.get("/me/company").await.expect(200);
    assert_eq!(mine["company"]["siret"], SIRET);
}

#[tokio::test]
async fn of_two_requests_at_once_one_is_kept() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    let app = register.app().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let (one, two) = tokio::join!(
        ines.client.post("/companies", json!({"siret": SIRET})),
        ines.client.post("/companies", json!({"siret": SIRET})),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{} {}", one.text, two.text);
}

#[tokio::test]
async fn colleagues_share_the_company() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    let app = register.app().await;
    app.accepted_domain("732829320", "ateliers.example").await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let first = ines.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
    let second = marc.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
    assert_eq!(first["id"], second["id"]);
    assert_eq!(second["accepted_domains_hint"], true);
}

#[tokio::test]
async fn a_stranger_is_not_answered() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    app.anonymous().post("/companies", json!({"siret": SIRET})).await.expect_problem(401, "unauthenticated");
    assert_eq!(register.questions().await, 0);
}
