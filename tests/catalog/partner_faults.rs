//! France Travail's API as it can be: away, slow, hostile, half there. What it said last never pays for it.

use std::time::{Duration, Instant};

use carnet::catalog::{self, Catalog, Choices, Importer, Outcome, Patience, Report, check_partner};
use serde_json::{Value, json};
use wiremock::matchers::method;
use wiremock::{Mock, ResponseTemplate};

use super::checksum::checksum;
use crate::support::app::{TestApp, start_time};
use crate::support::france_travail::{self, FranceTravail, JOBS, SKILLS, partner};
use crate::support::raw_server::{raw_server, trickling_server};
use crate::support::rome::Rome;

/// The same rules in a hurry.
fn hurried() -> Patience {
    Patience {
        tries: 3,
        first_wait: Duration::from_millis(20),
        longest_wait: Duration::from_secs(2),
        connect: Duration::from_secs(2),
        stall: Duration::from_millis(300),
        whole: Duration::from_secs(5),
    }
}

async fn check(app: &TestApp) -> Report {
    let importer = Importer::from(&app.state);
    let asking = partner(app, hurried());
    let report = check_partner(&importer, &asking, Choices::default(), &|_| {}).await.unwrap();
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    report
}

/// A server whose API was asked once, with success.
async fn loaded(api: &FranceTravail) -> TestApp {
    let app = api.app().await;
    let report = check(&app).await;
    assert_eq!(report.attempt.outcome, Outcome::Applied, "{:?}", report.attempt.error);
    api.server.reset().await;
    app
}

/// Checks that a list answered so fails so, after so many tries, and leaves everything as it was.
async fn assert_fails(list: &str, answer: ResponseTemplate, outcome: Outcome, reason: &str, tries: usize) {
    let api = FranceTravail::well().await;
    let app = loaded(&api).await;
    let before = checksum(&app).await;
    api.grants_tokens().await;
    for (other, body) in
        [(JOBS, &api.jobs), (france_travail::APPELLATIONS, &api.appellations), (SKILLS, &api.skills)]
    {
        api.serves(other, body).await;
    }
    api.answers(list, 99, answer).await;
    let report = check(&app).await;
    let error = report.attempt.error.unwrap();
    assert!(error.contains(reason), "{error:?} does not say {reason:?}");
    assert_eq!((report.attempt.outcome, api.times_asked(list).await), (outcome, tries), "{error}");
    assert_eq!(checksum(&app).await, before);
}

fn ok(body: &Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

#[tokio::test]
async fn a_server_error_is_tried_again() {
    let body = json!({"codeErreur": "JX0001", "codeHttp": 500, "message": "vue nulle"});
    let answer = ResponseTemplate::new(500).set_body_json(body);
    assert_fails(JOBS, answer, Outcome::Failed, "a répondu 500", 3).await;
    assert_fails(SKILLS, ResponseTemplate::new(503), Outcome::Failed, "a répondu 503", 3).await;
}

#[tokio::test]
async fn a_refusal_is_not_tried_again() {
    for (status, reason) in [
        (400, "a répondu 400"),
        (401, "a répondu 401"),
        (403, "n’est pas abonné à « ROME 4.0 - Métiers »"),
        (404, "a répondu 404"),
        (204, "a répondu 204"),
    ] {
        assert_fails(JOBS, ResponseTemplate::new(status), Outcome::Failed, reason, 1).await;
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let answer = ResponseTemplate::new(302).insert_header("location", "http://169.254.169.254/latest");
    assert_fails(JOBS, answer, Outcome::Failed, "a répondu 302", 1).await;
}

#[tokio::test]
async fn a_wish_to_wait_is_obeyed() {
    let in_a_second = (start_time() + chrono::Duration::seconds(1)).to_rfc2822();
    for wish in ["1", &in_a_second] {
        let api = FranceTravail::well().await;
        let app = api.app().await;
        api.answers(JOBS, 1, ResponseTemplate::new(429).insert_header("retry-after", wish)).await;
        let start = Instant::now();
        let report = check(&app).await;
        assert_eq!(report.attempt.error, None);
        assert!(start.elapsed() >= Duration::from_secs(1), "{wish}: {:?}", start.elapsed());
        assert_eq!(api.times_asked(JOBS).await, 2);
    }
}

#[tokio::test]
async fn a_wish_to_wait_too_long_ends_the_tries() {
    let answer = ResponseTemplate::new(429).insert_header("retry-after", "3600");
    assert_fails(JOBS, answer, Outcome::Failed, "a répondu 429", 1).await;
    assert_fails(JOBS, ResponseTemplate::new(429), Outcome::Failed, "a répondu 429", 3).await;
}

#[tokio::test]
async fn bodies_that_are_no_list() {
    let page = ResponseTemplate::new(200).set_body_string("<!doctype html><title>Maintenance</title>");
    assert_fails(JOBS, page, Outcome::Failed, "ce n’est pas du JSON", 1).await;
    let api = FranceTravail::start().await;
    let whole = api.jobs.to_string();
    let cut = ResponseTemplate::new(200).set_body_string(&whole[..whole.len() / 2]);
    assert_fails(JOBS, cut, Outcome::Failed, "la réponse est coupée", 1).await;
    let latin = whole.replace("Insertion", "Ins\u{e9}rtion").chars().map(|c| c as u8).collect::<Vec<u8>>();
    let latin = ResponseTemplate::new(200).set_body_bytes(latin);
    assert_fails(JOBS, latin, Outcome::Failed, "n’a pas envoyé ce qui était attendu", 1).await;
    let message = ok(&json!({"message": "tout va bien"}));
    assert_fails(JOBS, message, Outcome::Failed, "n’a pas la forme prévue", 1).await;
}

#[tokio::test]
async fn lists_that_are_not_believed() {
    assert_fails(JOBS, ok(&json!([])), Outcome::Refused, "métiers : la liste est vide", 1).await;
    let api = FranceTravail::start().await;
    let half = |list: &Value| Value::Array(list.as_array().unwrap().iter().step_by(2).cloned().collect());
    let reason = "du référentiel, plus de 5 % manquent";
    assert_fails(JOBS, ok(&half(&api.jobs)), Outcome::Refused, reason, 1).await;
    assert_fails(SKILLS, ok(&half(&api.skills)), Outcome::Refused, reason, 1).await;
    let mut twice = api.jobs.clone();
    twice.as_array_mut().unwrap().push(api.jobs[0].clone());
    assert_fails(JOBS, ok(&twice), Outcome::Refused, "figure deux fois", 1).await;
    let bare = api.jobs.as_array().unwrap().iter().map(|job| json!({"code": job["code"]})).collect();
    assert_fails(JOBS, ok(&bare), Outcome::Refused, "Formacodes : 0 au lieu de", 1).await;
}

#[tokio::test]
async fn rows_with_something_missing_or_wrong() {
    let api = FranceTravail::start().await;
    let with = |edit: &dyn Fn(&mut Value)| {
        let mut list = api.jobs.clone();
        edit(&mut list[3]);
        ok(&list)
    };
    let missing = with(&|row| drop(row.as_object_mut().unwrap().remove("code")));
    assert_fails(JOBS, missing, Outcome::Failed, "une donnée manque", 1).await;
    let malformed = with(&|row| row["code"] = json!("M18'; DROP TABLE rome_job; --"));
    assert_fails(JOBS, malformed, Outcome::Failed, "n’est pas un code", 1).await;
    let mut skills = api.skills.clone();
    let place = skills.as_array().unwrap().iter().position(|row| !row["macroCompetence"].is_null()).unwrap();
    skills[place]["macroCompetence"]["objectif"]["libelle"] = json!("Autre chose");
    assert_fails(SKILLS, ok(&skills), Outcome::Failed, "a deux noms", 1).await;
}

#[tokio::test]
async fn hostile_texts_and_unknown_fields_do_no_harm() {
    let mut api = FranceTravail::start().await;
    api.jobs[0]["formacodes"] = json!([
        {"code": "15081", "libelle": "<script>alert(1)</script>", "inconnu": {"a": [1, 2]}},
        {"code": "15082", "libelle": "nul\u{0}"},
        {"code": "15083", "libelle": "retourn\u{202E}é"},
        {"code": "15084", "libelle": "é".repeat(1 << 20)},
        {"code": "=cmd|' /C calc'!A0", "libelle": "formule"},
    ]);
    api.appellations[0]["appellationEsco"] = json!({"uri": "javascript:alert(1)", "libelle": "x"});
    api.grants_tokens().await;
    api.serves(JOBS, &api.jobs).await;
    api.serves(france_travail::APPELLATIONS, &api.appellations).await;
    api.serves(SKILLS, &api.skills).await;
    let app = api.app().await;
    let report = check(&app).await;
    assert_eq!(report.attempt.error, None);
    assert_eq!(report.attempt.notices, ["5 correspondances mal formées ont été écartées."]);
    let code = api.jobs[0]["code"].as_str().unwrap();
    let job = app.anonymous().get(&format!("/catalog/jobs/{code}")).await.expect(200);
    assert_eq!(job["formacodes"], json!([{"code": "15081", "label": "<script>alert(1)</script>"}]));
}

#[tokio::test]
async fn a_next_page_that_leads_back_is_not_followed() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    let next = format!("<{}{JOBS}?page=1>; rel=\"next\"", api.server.uri());
    let answer = ok(&api.jobs).insert_header("link", next.as_str());
    api.answers(JOBS, 99, answer).await;
    assert_eq!(check(&app).await.attempt.outcome, Outcome::Applied);
    assert_eq!(api.times_asked(JOBS).await, 1);
}

/// An API whose tokens are good and whose lists come from a server that is not.
async fn beside(lists: &str) -> (FranceTravail, TestApp) {
    let api = FranceTravail::start().await;
    api.grants_tokens().await;
    let settings = france_travail::settings(&api.server.uri(), lists);
    let app = TestApp::start_with(&settings.iter().map(String::as_str).collect::<Vec<_>>()).await;
    app.import_zip(Rome::starter().zip()).await;
    (api, app)
}

#[tokio::test]
async fn connections_that_break_off_stall_or_trickle() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n[";
    let reset = raw_server(head, vec![b' '; 100], false).await;
    let stalled = raw_server(head, vec![b' '; 100], true).await;
    let trickle = trickling_server(head).await;
    for lists in [reset, stalled, trickle, "http://127.0.0.1:9/".to_owned()] {
        let (_api, app) = beside(&lists).await;
        let before = checksum(&app).await;
        let start = Instant::now();
        let report = check(&app).await;
        assert_eq!(report.attempt.outcome, Outcome::Failed, "{lists}");
        let error = report.attempt.error.unwrap();
        assert!(error.contains("n’a pas répondu à « rome-metiers/v1/metiers/metier »"), "{error}");
        // Three tries of at most five seconds each.
        assert!(start.elapsed() < Duration::from_secs(25), "{:?}", start.elapsed());
        assert_eq!(checksum(&app).await, before);
    }
}

#[tokio::test]
async fn a_body_without_end_is_cut_off() {
    let announced =
        raw_server("HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n", Vec::new(), true).await;
    let endless =
        raw_server("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n[", vec![b' '; 65 << 20], false).await;
    for lists in [announced, endless] {
        let (_api, app) = beside(&lists).await;
        let before = checksum(&app).await;
        let error = check(&app).await.attempt.error.unwrap();
        assert!(error.contains("envoie plus de 64 Mio"), "{error}");
        assert_eq!(checksum(&app).await, before);
    }
}

#[tokio::test]
async fn tokens_that_cannot_be_had() {
    let answers = [
        (ResponseTemplate::new(503), "a répondu 503 Service Unavailable à « jeton »", 3),
        (ResponseTemplate::new(200).set_body_string("<html>"), "ce n’est pas du JSON", 1),
        (ResponseTemplate::new(200).set_body_json(json!([])), "n’a pas la forme prévue", 1),
        (
            ResponseTemplate::new(302).insert_header("location", "http://169.254.169.254/"),
            "a répondu 302 Found à « jeton »",
            1,
        ),
        (
            ResponseTemplate::new(400).set_body_json(json!({"error": "invalid_client"})),
            "refuse l’identifiant ou le secret du compte",
            1,
        ),
    ];
    for (answer, reason, tries) in answers {
        let api = FranceTravail::start().await;
        Mock::given(method("POST")).respond_with(answer).mount(&api.server).await;
        let app = api.app().await;
        let before = checksum(&app).await;
        let report = check(&app).await;
        assert_eq!(report.attempt.outcome, Outcome::Failed);
        let error = report.attempt.error.unwrap();
        assert!(error.contains(reason), "{error}");
        assert!(!error.contains("un secret"), "{error}");
        assert_eq!(api.questions().await.len(), tries, "{error}");
        assert_eq!(checksum(&app).await, before);
    }
}
