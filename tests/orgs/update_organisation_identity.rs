use std::time::Duration;

use carnet::orgs::Role;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::audited;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::{NDA, whole_identity};
use crate::support::register::{FakeRegister, faults, ok, page, school};
use crate::support::users::User;

const OTHER_SIRET: &str = "18004623700012";

#[tokio::test]
async fn what_is_declared_is_confirmed_by_the_register() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &["11755432175", NDA], true).await;
    let app = register.app().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let body = json!({
        "legal_name": " École du Rhône SAS ", "siret": "732 829 320 00074", "nda": "84 69 12345 67",
        "claims_qualiopi": true,
    });
    let answer = admin.client.put_at(&org.path("/identity"), &json!(1), body).await;
    assert_eq!(answer.headers["etag"], "\"2\"");
    let written = answer.expect(200);
    assert_eq!((&written["version"], &written["legal_name"]), (&json!(2), &json!("École du Rhône SAS")));
    assert_eq!((&written["siret"], &written["nda"]), (&json!(SIRET), &json!(NDA)));
    assert_eq!(
        (&written["standing"], &written["register"]["state"]),
        (&json!("unverified"), &json!("unknown"))
    );
    assert_eq!(register.questions().await, 0, "nobody waits for the register");

    app.run_jobs().await;
    let confirmed = app.identity_of(&org).await;
    assert_eq!(confirmed["version"], 2, "an answer of the register is no write of the organisation");
    assert_eq!((&confirmed["standing"], &confirmed["contradictions"]), (&json!("confirmed"), &json!([])));
    for check in ["siret_check", "nda_check", "qualiopi_check"] {
        assert_eq!(confirmed[check], "confirmed", "{check}");
    }
    assert_eq!(
        confirmed["register"],
        json!({
            "state": "active", "name": "ÉCOLE DU RHÔNE", "is_training_organisation": true, "is_qualiopi": true,
            "ndas": ["11755432175", NDA], "checked_at": "2026-03-03T08:00:00Z",
            "training_checked_at": "2026-03-03T08:00:00Z", "is_silent": false,
            "next_check_at": "2026-03-10T08:00:00Z",
        })
    );
    let changes = audited(&app, "organisation.identity_changed").await;
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].0, changes[0].1), (Some(admin.id.0), Some(org.id.0)));
    let numbers = json!({ "siret": SIRET, "nda": NDA, "claims_qualiopi": true, "qualiopi_certificates": [] });
    assert_eq!(changes[0].3, Some(numbers));
    let checks = audited(&app, "organisation.checked").await;
    assert_eq!(checks.len(), 1);
    assert_eq!((checks[0].0, checks[0].3.as_ref().unwrap()["register"].as_str()), (None, Some("active")));
}

#[tokio::test]
async fn what_the_register_says_otherwise_is_told_and_refuses_nothing() {
    let none = || ok(&json!({ "results": [], "total_results": 0 }));
    let mut closed = school(SIRET, &[NDA], true);
    closed["results"][0]["matching_etablissements"][1]["etat_administratif"] = json!("F");
    let cases: [(&str, ResponseTemplate, [&str; 3], &[&str]); 6] = [
        (
            "certified no more",
            ok(&school(SIRET, &[NDA], false)),
            ["confirmed", "confirmed", "contradicted"],
            &["not_qualiopi"],
        ),
        (
            "declared under another number",
            ok(&school(SIRET, &["11755432175"], true)),
            ["confirmed", "contradicted", "confirmed"],
            &["nda_not_listed"],
        ),
        (
            "no training organisation",
            ok(&school(SIRET, &[], false)),
            ["confirmed", "contradicted", "contradicted"],
            &["not_a_training_organisation", "not_qualiopi"],
        ),
        ("closed", ok(&closed), ["contradicted", "unverified", "unverified"], &["siret_closed"]),
        ("unknown", none(), ["contradicted", "unverified", "unverified"], &["siret_unknown"]),
        (
            "silent about training",
            ok(&page(SIRET, "ÉCOLE DU RHÔNE", "A", "A")),
            ["confirmed", "unverified", "unverified"],
            &[],
        ),
    ];
    for (case, response, checks, contradictions) in cases {
        let register = FakeRegister::start().await;
        register.answers(SIRET, response).await;
        let app = register.app().await;
        let org = app.organisation("Atelier").await;
        app.declare(&org, &whole_identity(SIRET)).await;
        app.run_jobs().await;
        let identity = app.identity_of(&org).await;
        let told =
            ["siret_check", "nda_check", "qualiopi_check"].map(|check| identity[check].as_str().unwrap());
        assert_eq!(told, checks, "{case}");
        assert_eq!(identity["contradictions"], json!(contradictions), "{case}");
        let standing = if contradictions.is_empty() { "unverified" } else { "contradicted" };
        assert_eq!(identity["standing"], standing, "{case}");
        // What was declared stays as it was declared.
        assert_eq!((&identity["nda"], &identity["claims_qualiopi"]), (&json!(NDA), &json!(true)), "{case}");
    }
}

#[tokio::test]
async fn a_register_that_is_away_refuses_nothing_and_is_asked_again() {
    let elsewhere = FakeRegister::start().await;
    elsewhere.holds_school(SIRET, &[NDA], true).await;
    let target = format!("{}/search?q={SIRET}", elsewhere.address());
    let redirect = ResponseTemplate::new(302).insert_header("Location", target.as_str());
    for (fault, response) in faults(SIRET).into_iter().chain([("a redirect", redirect)]) {
        let register = FakeRegister::start().await;
        register.answers(SIRET, response).await;
        let app = register.app().await;
        let org = app.organisation("Atelier").await;
        let written = app.declare(&org, &whole_identity(SIRET)).await;
        assert_eq!((&written["standing"], &written["version"]), (&json!("unverified"), &json!(2)), "{fault}");
        app.run_jobs().await;
        let identity = app.identity_of(&org).await;
        assert_eq!(identity["standing"], "unverified", "{fault}");
        assert_eq!(identity["contradictions"], json!([]), "{fault}");
        let told = &identity["register"];
        assert_eq!((&told["state"], &told["checked_at"]), (&json!("unknown"), &json!(null)), "{fault}");
        assert_eq!((&told["is_silent"], &told["ndas"]), (&json!(true), &json!([])), "{fault}");
        assert_eq!(told["next_check_at"], "2026-03-03T08:01:00Z", "{fault}");
        assert!(audited(&app, "organisation.checked").await.is_empty(), "{fault}");

        register.forget().await;
        register.holds_school(SIRET, &[NDA], true).await;
        app.advance(chrono::Duration::minutes(1));
        app.check_organisations().await;
        assert_eq!(app.identity_of(&org).await["standing"], "confirmed", "{fault}");
    }
    assert_eq!(elsewhere.questions().await, 0, "no redirect is followed");
}

#[tokio::test]
async fn bad_input_is_told_at_its_field_and_changes_nothing() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let path = org.path("/identity");
    let put = async |body: Value| admin.client.put_at(&path, &json!(1), body).await;
    for (field, text, code) in [
        ("siret", "7328293200007", "siret_format"),
        ("siret", "73282932000079", "siret_checksum"),
        ("siret", "00000000000000", "siret_zero"),
        ("siret", "MONACOCONFO001", "siret_monaco"),
        ("nda", "8469123456", "nda_format"),
        ("nda", "846912345678", "nda_format"),
        ("nda", "8469123456A", "nda_format"),
        ("legal_name", "A", "too_short"),
        ("legal_name", "Éco\u{7}le", "invalid_characters"),
    ] {
        let mut body = whole_identity(SIRET);
        body[field] = json!(text);
        put(body).await.expect_field(&format!("/{field}"), code);
    }
    put(json!({ "siret": SIRET })).await.expect_field("/claims_qualiopi", "required");
    put(json!({ "claims_qualiopi": "oui" })).await.expect_field("/claims_qualiopi", "invalid_type");
    put(json!({ "claims_qualiopi": true, "standing": "confirmed" }))
        .await
        .expect_field("/standing", "unknown_field");
    let all = json!({ "legal_name": "A", "siret": "12", "nda": "12", "claims_qualiopi": true });
    let faults = put(all).await.expect_problem(422, "invalid_request");
    assert_eq!(faults["errors"].as_array().unwrap().len(), 3, "every fault at once: {faults}");
    let identity = app.identity_of(&org).await;
    assert_eq!((&identity["version"], &identity["siret"]), (&json!(1), &json!(null)));
}

fn certificates() -> Value {
    json!([
        { "category": "skills_assessment", "valid_from": "2026-03-04", "valid_until": "2029-03-03" },
        { "category": "training", "valid_from": "2023-03-04", "valid_until": "2026-03-03" },
    ])
}

#[tokio::test]
async fn certificates_are_declared_by_kind_of_action_and_shown_on_the_days_they_are_valid() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let org = app.organisation("Atelier").await;
    let mut body = whole_identity(SIRET);
    body["qualiopi_certificates"] = certificates();
    let written = app.declare(&org, &body).await;
    assert_eq!(
        written["qualiopi_certificates"],
        json!([certificates()[1], certificates()[0]]),
        "in the order of the law"
    );
    let changes = audited(&app, "organisation.identity_changed").await;
    assert_eq!(changes[0].3.as_ref().unwrap()["qualiopi_certificates"], written["qualiopi_certificates"]);
    let signs = async || {
        let trainer = app.member(&org, Role::Trainer).await;
        let shown = trainer.client.get(&org.path("")).await.expect(200);
        (shown["issuer"]["qualiopi"].clone(), shown["issuer"]["qualiopi_categories"].clone())
    };
    assert_eq!(signs().await, (json!("unverified"), json!([])), "the register has not answered yet");
    app.run_jobs().await;
    assert_eq!(signs().await, (json!("confirmed"), json!(["training"])));
    // In Paris the next day has begun.
    app.advance(chrono::Duration::hours(15));
    assert_eq!(signs().await, (json!("confirmed"), json!(["skills_assessment"])));

    // The register says that there is no certificate: what is declared is shown on nothing.
    register.forget().await;
    register.holds_school(SIRET, &[NDA], false).await;
    app.advance(chrono::Duration::days(7));
    app.check_organisations().await;
    assert_eq!(signs().await, (json!("contradicted"), json!([])));
    let identity = app.identity_of(&org).await;
    assert_eq!(identity["qualiopi_certificates"], written["qualiopi_certificates"], "it stays as declared");

    // By its own dates it holds none any more: nothing is said of it.
    app.advance(chrono::Duration::days(3 * 366));
    assert_eq!(signs().await, (Value::Null, json!([])));
}

#[tokio::test]
async fn what_is_wrong_with_certificates_is_told_at_its_place() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    let put = async |certificates: Value| {
        let mut body = whole_identity(SIRET);
        body["qualiopi_certificates"] = certificates;
        admin.client.put_at(&org.path("/identity"), &json!(1), body).await
    };
    let mut reversed = certificates();
    reversed[1]["valid_until"] = json!("2023-03-03");
    put(reversed).await.expect_field("/qualiopi_certificates/1/valid_until", "before_start");
    let mut twice = certificates();
    twice[1]["category"] = json!("skills_assessment");
    put(twice).await.expect_field("/qualiopi_certificates/1/category", "duplicate");
    let mut far = certificates();
    far[0]["valid_until"] = json!("2126-03-03");
    put(far).await.expect_field("/qualiopi_certificates/0/valid_until", "out_of_range");
    let mut unknown = certificates();
    unknown[0]["number"] = json!("12");
    put(unknown).await.expect_field("/qualiopi_certificates/0/number", "unknown_field");
    assert_eq!(app.identity_of(&org).await["version"], 1);
}

#[tokio::test]
async fn what_is_left_blank_is_withdrawn_with_what_was_said_of_it() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    app.run_jobs().await;
    let blank = app.declare(&org, &json!({ "legal_name": " ", "siret": "", "claims_qualiopi": false })).await;
    for field in ["legal_name", "siret", "nda", "register"] {
        assert_eq!(blank[field], json!(null), "{field}");
    }
    assert_eq!((&blank["standing"], &blank["version"]), (&json!("incomplete"), &json!(3)));
}

#[tokio::test]
async fn the_same_again_changes_nothing_and_asks_nobody() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    app.run_jobs().await;
    let again = app.declare(&org, &whole_identity(SIRET)).await;
    app.run_jobs().await;
    assert_eq!((&again["version"], &again["standing"]), (&json!(2), &json!("confirmed")));
    assert_eq!(audited(&app, "organisation.identity_changed").await.len(), 1);
    assert_eq!(register.questions().await, 1);

    // A claim that is not confirmed has the register asked at once: it may know by now.
    register.forget().await;
    register.holds_school(SIRET, &["11755432175"], true).await;
    let mut other = whole_identity(SIRET);
    other["nda"] = json!("11755432175");
    assert_eq!(app.declare(&org, &other).await["contradictions"], json!(["nda_not_listed"]));
    app.run_jobs().await;
    assert_eq!(app.identity_of(&org).await["standing"], "confirmed");
}

#[tokio::test]
async fn two_who_write_at_once_end_with_one_and_the_other_sees_it() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let path = org.path("/identity");
    let admin = app.member(&org, Role::Admin).await;
    let writes = (0..6).map(|n| {
        let (client, path) = (admin.client.clone(), path.clone());
        let body = json!({ "legal_name": format!("École {n}"), "claims_qualiopi": false });
        async move { client.put_at(&path, &json!(1), body).await }
    });
    let answers = futures::future::join_all(writes).await;
    let winner = answers.iter().find(|answer| answer.status == 200).expect("one of them").body.clone();
    let mut refused = 0;
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        assert_eq!(answer.expect_problem(412, "stale")["current"]["legal_name"], winner["legal_name"]);
        refused += 1;
    }
    assert_eq!((refused, &winner["version"]), (5, &json!(2)));
    admin.client.put(&path, whole_identity(SIRET)).await.expect_problem(428, "precondition_required");
}

#[tokio::test]
async fn a_siret_names_one_organisation_and_whoever_comes_second_is_told() {
    let app = TestApp::start().await;
    let (first, second) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    app.declare(&first, &whole_identity(SIRET)).await;
    let admin = app.member(&second, Role::Admin).await;
    let path = second.path("/identity");
    let take = async || admin.client.put_at(&path, &json!(1), whole_identity(SIRET)).await;
    take().await.expect_problem(409, "siret_taken");
    let theirs = app.identity_of(&second).await;
    assert_eq!(
        (&theirs["version"], &theirs["siret"], &theirs["nda"]),
        (&json!(1), &json!(null), &json!(null))
    );
    assert_eq!(app.identity_of(&first).await["siret"], SIRET);
    assert_eq!(audited(&app, "organisation.identity_changed").await.len(), 1);

    app.declare(&first, &json!({ "claims_qualiopi": false })).await;
    take().await.expect(200);
}

#[tokio::test]
async fn what_is_said_of_one_siret_is_never_said_of_the_next() {
    let register = FakeRegister::start().await;
    let slow = ok(&school(SIRET, &[NDA], true)).set_delay(Duration::from_millis(400));
    register.answers(SIRET, slow).await;
    register.does_not_hold(OTHER_SIRET).await;
    let app = register.app().await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    let admin = app.member(&org, Role::Admin).await;
    let change = async {
        while register.questions().await == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let body = whole_identity(OTHER_SIRET);
        admin.client.put_at(&org.path("/identity"), &json!(2), body).await.expect(200)
    };
    let (changed, _) = tokio::join!(change, app.run_jobs());
    assert_eq!(
        (&changed["standing"], &changed["register"]["state"]),
        (&json!("unverified"), &json!("unknown"))
    );
    app.run_jobs().await;
    let identity = app.identity_of(&org).await;
    assert_eq!(identity["contradictions"], json!(["siret_unknown"]));
    assert_eq!((&identity["register"]["name"], &identity["register"]["ndas"]), (&json!(null), &json!([])));
    let told = audited(&app, "organisation.checked").await;
    let sirets: Vec<_> = told.iter().map(|entry| entry.3.as_ref().unwrap()["siret"].clone()).collect();
    assert_eq!(sirets, [OTHER_SIRET], "the late answer was dropped");
}

#[tokio::test]
async fn only_an_admin_of_a_working_organisation_declares() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let path = org.path("/identity");
    let put = async |user: &User| user.client.put_at(&path, &json!(1), whole_identity(SIRET)).await;
    for role in [Role::Manager, Role::Trainer, Role::Trainee] {
        put(&app.member(&org, role).await).await.expect_problem(403, "forbidden");
    }
    put(&app.platform_admin().await).await.expect_problem(403, "forbidden");
    put(&app.member(&other, Role::Admin).await).await.expect_problem(404, "not_found");
    app.anonymous().put(&path, whole_identity(SIRET)).await.expect_problem(401, "unauthenticated");
    let admin = app.member(&org, Role::Admin).await;
    app.suspend(&org).await;
    put(&admin).await.expect_problem(409, "organisation_suspended");
    assert_eq!(app.identity_of(&org).await["version"], 1);
}
