//! What the register is asked, and what its answers and its silences mean.

use carnet::platform::siret::Siret;
use carnet::registers::{Answer, Register};
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::register::{FakeRegister, faults, html, insee_body, ok, page};

async fn ask(app: &TestApp) -> Answer {
    let siret: Siret = SIRET.parse().unwrap();
    app.state.part::<Register>().ask(siret).await
}

#[tokio::test]
async fn no_fault_is_a_yes_or_a_no() {
    for (fault, response) in faults(SIRET) {
        let register = FakeRegister::start().await;
        register.answers(SIRET, response).await;
        assert_eq!(ask(&register.app().await).await, Answer::Unavailable, "{fault}");
    }
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
