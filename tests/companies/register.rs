//! The register's faults as recruiters meet them: never a yes, never a no.

use serde_json::json;
use wiremock::ResponseTemplate;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::register::{FakeRegister, faults, insee_body, ok, page};

#[tokio::test]
async fn every_fault_leaves_the_request_pending() {
    for (fault, response) in faults(SIRET) {
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
async fn a_name_that_stays_masked_is_shown_as_the_number() {
    let mut masked = insee_body(SIRET, "[ND]", "A");
    masked["etablissement"]["statutDiffusionEtablissement"] = json!("P");
    for second in [ok(&masked), ResponseTemplate::new(503)] {
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
