//! The register's faults, one by one: never a yes, never a no.

use std::time::Duration;

use carnet::companies::{Answer, Register, Siret};
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::register::{FakeRegister, insee_body, ok, page};

async fn ask(app: &TestApp) -> Answer {
    let siret: Siret = SIRET.parse().unwrap();
    app.state.part::<Register>().ask(siret).await
}

fn html(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw("<html><h1>nginx</h1></html>", "text/html")
}

/// Every way the first register can fail.
fn faults() -> Vec<(&'static str, ResponseTemplate)> {
    let whole = page(SIRET, "LES ATELIERS DU RHÔNE", "A", "A").to_string();
    let cut = whole[..whole.len() / 2].to_owned();
    let mut another = page(SIRET, "LES ATELIERS DU RHÔNE", "A", "A");
    another["results"][0]["matching_etablissements"].as_array_mut().unwrap().truncate(1);
    let too_long = format!("{{\"results\": [], \"total_results\": 0, \"pad\": \"{}\"}}", "x".repeat(2 << 20));
    vec![
        ("too many requests, in HTML and without Retry-After", html(429)),
        ("too many requests, with Retry-After", html(429).insert_header("Retry-After", "1")),
        ("server error", html(500)),
        ("bad gateway", html(502)),
        ("unavailable", html(503)),
        ("maintenance page with status 200", html(200)),
        ("truncated JSON", ResponseTemplate::new(200).set_body_raw(cut, "application/json")),
        ("empty body", ResponseTemplate::new(200)),
        ("JSON of another shape", ok(&json!({"resultats": []}))),
        ("an unknown state", ok(&page(SIRET, "X", "A", "Z"))),
        ("only other establishments", ok(&another)),
        ("an answer larger than any", ResponseTemplate::new(200).set_body_raw(too_long, "application/json")),
        ("refused as malformed", ResponseTemplate::new(400).set_body_json(json!({"erreur": "q"}))),
        ("forbidden", html(403)),
        ("page not found", ResponseTemplate::new(404).set_body_json(json!({"erreur": "Not Found"}))),
        ("slower than our patience", ok(&page(SIRET, "X", "A", "A")).set_delay(Duration::from_secs(20))),
    ]
}

#[tokio::test]
async fn every_fault_leaves_the_request_pending() {
    for (fault, response) in faults() {
        let register = FakeRegister::start().await;
        register.answers(SIRET, response).await;
        let app = register.app().await;
        let ines = app.person("Inès", "Lefèvre").await;
        let company = ines.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
        assert_eq!(company["status"], "pending_register", "{fault}");
        assert_eq!(company["next_step"], "wait_register", "{fault}");
        assert_eq!(company["name"], SIRET, "{fault}");
        assert_eq!(company["register_checked_at"], json!(null), "{fault}");
    }
}

#[tokio::test]
async fn a_register_that_nobody_runs_leaves_the_request_pending() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let company = ines.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
    assert_eq!(company["status"], "pending_register");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (register, elsewhere) = (FakeRegister::start().await, FakeRegister::start().await);
    elsewhere.holds(SIRET, "MAISON SUBSTITUÉE").await;
    let target = format!("{}/search?q={SIRET}", elsewhere.address());
    register.answers(SIRET, ResponseTemplate::new(302).insert_header("Location", target.as_str())).await;
    let app = register.app().await;
    assert_eq!(ask(&app).await, Answer::Unavailable);
    assert_eq!(elsewhere.questions().await, 0);
}

#[tokio::test]
async fn passing_faults_are_tried_again_and_others_are_not() {
    let register = FakeRegister::start().await;
    register.answers(SIRET, html(503)).await;
    let app = register.app().await;
    assert_eq!(ask(&app).await, Answer::Unavailable);
    assert_eq!(register.questions().await, 3);

    register.forget().await;
    register.answers(SIRET, html(400)).await;
    assert_eq!(ask(&app).await, Answer::Unavailable);
    assert_eq!(register.questions().await, 1);
}

#[tokio::test]
async fn a_register_that_asks_to_be_left_alone_is() {
    let register = FakeRegister::start().await;
    register.answers(SIRET, html(429).insert_header("Retry-After", "120")).await;
    let app = register.app().await;
    assert_eq!(ask(&app).await, Answer::Unavailable);
    assert_eq!(register.questions().await, 1, "a wait of two minutes is not waited for");

    register.forget().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    app.advance(chrono::Duration::seconds(119));
    assert_eq!(ask(&app).await, Answer::Unavailable);
    assert_eq!(register.questions().await, 0);
    app.advance(chrono::Duration::seconds(2));
    assert!(matches!(ask(&app).await, Answer::Found(_)));
}

#[tokio::test]
async fn insee_settles_what_the_first_register_masks_or_does_not_hold() {
    let named = Some("LA MAISON SELON L’INSEE".to_owned());
    for (first, response) in [
        ("masked", ok(&page(SIRET, "[NON-DIFFUSIBLE]", "A", "A"))),
        ("not held", ok(&json!({"results": [], "total_results": 0}))),
        ("unavailable", html(503)),
    ] {
        let register = FakeRegister::start().await;
        register.answers(SIRET, response).await;
        register.insee_answers(SIRET, ok(&insee_body(SIRET, "LA MAISON SELON L’INSEE", "A"))).await;
        let app = register.app_with_insee().await;
        let Answer::Found(found) = ask(&app).await else { panic!("{first}") };
        assert_eq!((found.is_active, &found.name), (true, &named), "{first}");
        assert_eq!(found.source, "insee-sirene", "{first}");

        // The head-start of a name is not a right to search: INSEE's word on the state is what counts.
        register.forget().await;
        register.insee_answers(SIRET, ok(&insee_body(SIRET, "LA MAISON SELON L’INSEE", "F"))).await;
        let Answer::Found(found) = ask(&app).await else { panic!("{first}") };
        assert!(!found.is_active, "{first}");
    }
}

#[tokio::test]
async fn insee_is_not_asked_when_the_first_register_answers_in_full() {
    let register = FakeRegister::start().await;
    register.holds(SIRET, "LES ATELIERS DU RHÔNE").await;
    let app = register.app_with_insee().await;
    assert!(matches!(ask(&app).await, Answer::Found(found) if found.source == "recherche-entreprises"));
    assert_eq!(register.questions().await, 1);
}

#[tokio::test]
async fn what_both_registers_leave_open_stays_open() {
    let not_found =
        ResponseTemplate::new(404).set_body_json(json!({"header": {"statut": 404, "message": "Aucun"}}));
    let own_refusal =
        ResponseTemplate::new(403).set_body_json(json!({"header": {"statut": 403, "message": "Non"}}));
    let none = || ok(&json!({"results": [], "total_results": 0}));
    for (case, first, second, expected) in [
        ("neither holds it", none(), not_found.clone(), Answer::NotFound),
        ("the second may hold it", none(), html(503), Answer::Unavailable),
        ("the second hides it", none(), own_refusal.clone(), Answer::Unavailable),
        ("the second's gateway is lost", none(), html(404), Answer::Unavailable),
        ("only INSEE answers, with a no", html(503), not_found, Answer::NotFound),
        ("neither answers", html(503), html(429), Answer::Unavailable),
    ] {
        let register = FakeRegister::start().await;
        register.answers(SIRET, first).await;
        register.insee_answers(SIRET, second).await;
        let app = register.app_with_insee().await;
        assert_eq!(ask(&app).await, expected, "{case}");
    }
}

#[tokio::test]
async fn a_name_that_stays_masked_is_shown_as_the_number() {
    let mut masked = insee_body(SIRET, "[ND]", "A");
    masked["etablissement"]["statutDiffusionEtablissement"] = json!("P");
    for second in [ok(&masked), html(503)] {
        let register = FakeRegister::start().await;
        register.answers(SIRET, ok(&page(SIRET, "[NON-DIFFUSIBLE]", "A", "A"))).await;
        register.insee_answers(SIRET, second).await;
        let app = register.app_with_insee().await;
        let ines = app.person("Inès", "Lefèvre").await;
        let company = ines.client.post("/companies", json!({"siret": SIRET})).await.expect(201);
        assert_eq!(company["name"], SIRET);
        assert_eq!(company["status"], "awaiting_proof");
    }
}
