//! France Travail's API with an account: what it says besides the archive, and how it is asked.

use std::time::{Duration, Instant};

use carnet::catalog::{
    self, Catalog, CheckPartner, Choices, Importer, Outcome, Partner, Patience, Report, Source, Supply,
    check_partner,
};
use carnet::platform::jobs::{self, Registry};
use serde_json::{Value, json};
use wiremock::matchers::{body_string_contains, header, method, path};
use wiremock::{Mock, ResponseTemplate};

use super::checksum::checksum;
use crate::support::app::TestApp;
use crate::support::france_travail::{APPELLATIONS, FranceTravail, JOBS, SKILLS, esco, partner, token};
use crate::support::rome::Rome;
use crate::support::users::User;

/// Asks with the rules of every day, and lets the server see what came of it.
async fn check(app: &TestApp) -> Report {
    check_by(app, &partner(app, Patience::api()), Choices::default()).await
}

async fn check_by(app: &TestApp, partner: &Partner, choices: Choices) -> Report {
    let report = check_partner(&Importer::from(&app.state), partner, choices, &|_| {}).await.unwrap();
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    report
}

fn outcome(report: &Report) -> (Outcome, Option<&str>) {
    (report.attempt.outcome, report.attempt.error.as_deref())
}

#[tokio::test]
async fn job_sheets_and_skills_say_what_they_are_elsewhere() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    let reader = app.anonymous();
    let before = reader.get("/catalog/jobs/M1805").await.expect(200);
    assert_eq!(
        (&before["esco"], &before["formacodes"], &before["isco"]),
        (&json!([]), &json!([]), &Value::Null)
    );
    let revisions = |app: &TestApp| {
        let catalog = app.state.part::<Catalog>().snapshot();
        (catalog.revision(), catalog.lists_revision())
    };
    let (revision, lists) = revisions(&app);
    let report = check(&app).await;
    assert_eq!(outcome(&report), (Outcome::Applied, None));
    assert_eq!(
        revisions(&app),
        (revision + 1, lists),
        "sheets are drawn anew, the search index is not built anew"
    );
    assert!(report.attempt.tally.added > 700, "{:?}", report.attempt.tally);

    let job = reader.get("/catalog/jobs/M1805").await.expect(200);
    assert_eq!(
        job["formacodes"],
        json!([
            {"code": "30854", "label": "Langage informatique"}, {"code": "31088", "label": "Programmation"},
        ])
    );
    assert_eq!(job["isco"], "2512");
    let names = job["appellations"].as_array().unwrap();
    assert_eq!(job["esco"].as_array().unwrap().len(), names.len());
    let first = names[0]["code"].as_str().unwrap();
    let expected = json!({"uri": esco("occupation", first), "label": format!("profession {first}")});
    assert!(job["esco"].as_array().unwrap().contains(&expected));
    for name in names {
        let code = name["code"].as_str().unwrap();
        let own = json!({"uri": esco("occupation", code), "label": format!("profession {code}")});
        assert_eq!(name["esco"], own, "each name has the entry it stands for");
    }

    let detailed = |skill: &&Value| skill["kind"] == "skill";
    let listed = job["skills"].as_array().unwrap().iter().find(detailed).unwrap();
    assert_eq!(listed["stake"], json!({"code": "2D", "label": "Nouvelles technologies"}));
    let code = listed["code"].as_str().unwrap();
    let skill = reader.get(&format!("/catalog/skills/{code}")).await.expect(200);
    assert_eq!(skill["esco"], json!([{"uri": esco("skill", code), "label": ""}]));
    let groups: Vec<&Value> =
        skill["groups"].as_array().unwrap().iter().map(|group| &group["code"]).collect();
    assert_eq!(groups, ["2", "2D", "2D1"]);
}

#[tokio::test]
async fn asked_again_it_says_nothing_new() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    assert_eq!(check(&app).await.attempt.outcome, Outcome::Applied);
    let before = checksum(&app).await;
    let again = check(&app).await;
    assert_eq!((outcome(&again), again.attempt.tally.added), ((Outcome::Unchanged, None), 0));
    assert_eq!(checksum(&app).await, before);
}

#[tokio::test]
async fn what_changes_is_replaced_and_what_is_taken_back_goes() {
    let mut api = FranceTravail::well().await;
    let app = api.app().await;
    check(&app).await;
    let place =
        |jobs: &Value| jobs.as_array().unwrap().iter().position(|job| job["code"] == "M1805").unwrap();
    let at = place(&api.jobs);
    api.jobs[at]["formacodes"] = json!([{"code": "31088", "libelle": "Programmation informatique"}]);
    api.answers(JOBS, 1, ResponseTemplate::new(200).set_body_json(&api.jobs)).await;
    let tally = check(&app).await.attempt.tally;
    assert_eq!((tally.added, tally.changed, tally.retired), (0, 1, 1));
    let job = app.anonymous().get("/catalog/jobs/M1805").await.expect(200);
    assert_eq!(job["formacodes"], json!([{"code": "31088", "label": "Programmation informatique"}]));
}

#[tokio::test]
async fn a_new_release_of_the_archive_leaves_the_links_and_knows_its_bytes() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    check(&app).await;
    // The archive that was imported before the API was asked is still known by its hash.
    let publisher = wiremock::MockServer::start().await;
    let same = ResponseTemplate::new(200).set_body_bytes(Rome::starter().zip());
    Mock::given(method("GET")).respond_with(same).mount(&publisher).await;
    let downloader =
        catalog::Downloader::new(&publisher.uri(), Patience::first_start(), app.state.clock.clone()).unwrap();
    let importer = Importer::from(&app.state);
    let report = catalog::check_publisher(&importer, &downloader, Choices::default(), &|_| {}).await.unwrap();
    assert_eq!(report.attempt.outcome, Outcome::Unchanged);
    app.import_zip(Rome::starter().version(61).relabelled_job("M1805", "Métier tout autre").zip()).await;
    let job = app.anonymous().get("/catalog/jobs/M1805").await.expect(200);
    assert_eq!((&job["label"], &job["isco"]), (&json!("Métier tout autre"), &json!("2512")));
}

#[tokio::test]
async fn codes_of_a_release_to_come_are_left_out_and_told() {
    let mut api = FranceTravail::start().await;
    let new = json!({"code": "M1899", "formacodes": [{"code": "31088", "libelle": "Programmation"}]});
    api.jobs.as_array_mut().unwrap().push(new);
    api.grants_tokens().await;
    for (list, body) in [(JOBS, &api.jobs), (APPELLATIONS, &api.appellations), (SKILLS, &api.skills)] {
        api.serves(list, body).await;
    }
    let app = api.app().await;
    let report = check(&app).await;
    assert_eq!(outcome(&report), (Outcome::Applied, None));
    assert_eq!(
        report.attempt.notices,
        ["1 correspondances portent sur des codes que le référentiel n’a pas encore."]
    );
    app.anonymous().get("/catalog/jobs/M1899").await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn retired_codes_get_their_successors_and_are_asked_about_once() {
    let api = FranceTravail::well().await;
    api.substitutes(&[("METIER", "M1811", Some("M1805")), ("COMPETENCE", "100063", Some("100136"))]).await;
    let app = api.app().await;
    let next =
        Rome::starter().version(61).without_job("M1811").without_skill("100063").without_skill("100136");
    let report = app.import(Source::File, Supply::Zip(next.zip()), accepting()).await;
    assert_eq!(report.attempt.outcome, Outcome::Applied, "{:?}", report.attempt.error);
    let asked = "/partenaire/rome-substitutions/v1/substitution/METIER/M1811";
    let trying = Choices { dry_run: true, ..accepting() };
    let report = check_by(&app, &partner(&app, Patience::api()), trying).await;
    assert_eq!(outcome(&report), (Outcome::Compared, None));
    assert_eq!(api.times_asked(asked).await, 0, "what a comparison would throw away is not asked");
    let report = check_by(&app, &partner(&app, Patience::api()), accepting()).await;
    assert_eq!(outcome(&report), (Outcome::Applied, None));
    let reader = app.anonymous();
    assert_eq!(reader.get("/catalog/jobs/M1811").await.expect(200)["replaced_by"]["code"], "M1805");
    assert_eq!(reader.get("/catalog/skills/100063").await.expect(200)["replaced_by"]["code"], "100136");
    // Retired too, and nothing is known to have taken its place.
    assert_eq!(reader.get("/catalog/skills/100136").await.expect(200)["replaced_by"], Value::Null);
    assert_eq!(api.times_asked(asked).await, 1);
    check_by(&app, &partner(&app, Patience::api()), accepting()).await;
    assert_eq!(api.times_asked(asked).await, 1);
}

/// What somebody who has read the dry run chooses.
fn accepting() -> Choices {
    Choices { accept_losses: true, ..Choices::default() }
}

#[tokio::test]
async fn an_account_without_substitutions_gets_the_rest() {
    let api = FranceTravail::well().await;
    Mock::given(method("POST"))
        .and(body_string_contains("api_rome-substitutionsv1"))
        .respond_with(ResponseTemplate::new(400).set_body_json(json!({
            "error": "invalid_scope", "error_description": "Unknown/invalid scope(s): [api_rome-substitutionsv1]",
        })))
        .with_priority(1)
        .mount(&api.server)
        .await;
    let app = api.app().await;
    app.import(
        Source::File,
        Supply::Zip(Rome::starter().version(61).without_job("M1811").zip()),
        accepting(),
    )
    .await;
    let report = check(&app).await;
    assert_eq!(outcome(&report), (Outcome::Applied, None));
    assert_eq!(
        report.attempt.notices,
        ["Le compte France Travail n’est pas abonné à « ROME 4.0 - Substitutions »."]
    );
}

#[tokio::test]
async fn one_question_a_second_and_one_token_for_what_it_opens() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    let asking = partner(&app, Patience::api());
    let start = Instant::now();
    check_by(&app, &asking, Choices::default()).await;
    check_by(&app, &asking, Choices::default()).await;
    // Six questions: the first at once, then one a second.
    assert!(start.elapsed() >= Duration::from_secs(5), "{:?}", start.elapsed());
    let tokens = "/connexion/oauth2/access_token";
    assert_eq!(api.times_asked(tokens).await, 2, "one for jobs, one for skills, both kept");
    // The token of 25 minutes is given up a minute before.
    app.advance(chrono::Duration::minutes(23));
    check_by(&app, &asking, Choices::default()).await;
    assert_eq!(api.times_asked(tokens).await, 2);
    app.advance(chrono::Duration::minutes(2));
    check_by(&app, &asking, Choices::default()).await;
    assert_eq!(api.times_asked(tokens).await, 4);
}

#[tokio::test]
async fn a_token_withdrawn_before_its_time_is_asked_for_anew() {
    let api = FranceTravail::start().await;
    for (text, times, priority) in [("jeton-0", 1, 1), ("jeton-1", 99, 2)] {
        Mock::given(method("POST"))
            .respond_with(token(text, 1499))
            .up_to_n_times(times)
            .with_priority(priority)
            .mount(&api.server)
            .await;
    }
    // Good for the jobs, and withdrawn before the names.
    Mock::given(path(JOBS))
        .and(header("authorization", "Bearer jeton-0"))
        .respond_with(ResponseTemplate::new(200).set_body_json(&api.jobs))
        .mount(&api.server)
        .await;
    Mock::given(path(APPELLATIONS))
        .and(header("authorization", "Bearer jeton-0"))
        .respond_with(ResponseTemplate::new(401))
        .mount(&api.server)
        .await;
    api.serves(APPELLATIONS, &api.appellations).await;
    api.serves(SKILLS, &api.skills).await;
    let app = api.app().await;
    let report = check(&app).await;
    assert_eq!(outcome(&report), (Outcome::Applied, None));
    assert_eq!(api.times_asked(APPELLATIONS).await, 2);
}

#[tokio::test]
async fn the_selectors_ask_for_what_is_kept() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    check(&app).await;
    let requests = api.server.received_requests().await.unwrap();
    let selectors = |list: &str| -> Vec<String> {
        let request = requests.iter().find(|request| request.url.path() == list).unwrap();
        request.url.query_pairs().map(|(name, value)| format!("{name}={value}")).collect()
    };
    assert_eq!(selectors(JOBS), ["champs=code,codeIsco,formacodes(code,libelle)"]);
    assert_eq!(selectors(APPELLATIONS), ["champs=code,appellationEsco(uri,libelle)"]);
    assert_eq!(selectors(SKILLS).len(), 3, "each of the three selectors by itself");
    let form = requests.iter().find(|request| request.method.as_str() == "POST").unwrap();
    assert_eq!(form.url.query(), Some("realm=%2Fpartenaire"));
    let said = String::from_utf8(form.body.clone()).unwrap();
    assert!(said.contains("scope=api_rome-metiersv1+nomenclatureRome"), "{said}");
}

#[tokio::test]
async fn the_job_asks_and_without_an_account_there_is_nothing_to_ask() {
    let api = FranceTravail::well().await;
    let app = api.app().await;
    let staff = app.platform_admin().await.client;
    assert_eq!(staff.get("/admin/catalog").await.expect(200)["api"]["last_success_at"], Value::Null);
    run_check(&app).await;
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!(sync["api"]["last_attempt"]["outcome"], "applied");
    assert_eq!(sync["api"]["last_success_at"], json!("2026-03-03T08:00:00Z"));
    assert_eq!(sync["last_attempt"]["source"], "file", "the archive keeps its own line");

    let without = TestApp::start().await;
    without.load_starter().await;
    run_check(&without).await;
    let staff = without.platform_admin().await.client;
    assert_eq!(staff.get("/admin/catalog").await.expect(200)["api"], Value::Null);
    assert_eq!(staff.get("/admin/catalog-imports").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

async fn run_check(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckPartner {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn an_api_that_fails_again_and_again_is_left_alone_for_a_while() {
    let api = FranceTravail::start().await;
    api.grants_tokens().await;
    let app = api.app().await;
    let staff = app.platform_admin().await;
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &CheckPartner {}).await.unwrap();
    tx.commit().await.unwrap();
    // No list is served: each answers 404, which no second try can help. The queue tries the job again and again.
    for failure in 1..=5 {
        assert_eq!(sync_of(&app, &staff).await["api"]["paused_until"], Value::Null);
        assert_eq!(run_failing(&app).await, 1);
        assert_eq!(api.times_asked(JOBS).await, failure);
        app.advance(chrono::Duration::hours(1));
    }
    let sync = sync_of(&app, &staff).await;
    assert_eq!(sync["api"]["paused_until"], json!("2026-03-03T18:00:00Z"));
    assert!(sync["api"]["last_attempt"]["error"].as_str().unwrap().contains("404"));
    assert_eq!(run_failing(&app).await, 1);
    assert_eq!(api.times_asked(JOBS).await, 5, "left alone");
    app.advance(chrono::Duration::hours(6));
    assert_eq!(run_failing(&app).await, 1);
    assert_eq!(api.times_asked(JOBS).await, 6, "one try tells whether it is back");
    assert_eq!(sync_of(&app, &staff).await["api"]["paused_until"], json!("2026-03-04T01:00:00Z"));
    // Somebody who asks by hand is not held back, and a success ends it.
    for (list, body) in [(JOBS, &api.jobs), (APPELLATIONS, &api.appellations), (SKILLS, &api.skills)] {
        api.serves(list, body).await;
    }
    assert_eq!(check(&app).await.attempt.outcome, Outcome::Applied);
    assert_eq!(sync_of(&app, &staff).await["api"]["paused_until"], Value::Null);
}

async fn sync_of(app: &TestApp, staff: &User) -> Value {
    app.renewed(staff).client.get("/admin/catalog").await.expect(200)
}

/// Runs what is due; tells how many jobs failed.
async fn run_failing(app: &TestApp) -> usize {
    jobs::run_due(&app.state, app.state.part::<Registry>()).await.unwrap().errors.len()
}

/// The bodies that France Travail's documents and its users' code show, where they are at hand.
#[tokio::test]
async fn bodies_seen_elsewhere_are_read() {
    let Ok(folder) = std::env::var("FRANCE_TRAVAIL_BODIES") else {
        eprintln!("skipped: FRANCE_TRAVAIL_BODIES names no folder");
        return;
    };
    let body = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(std::path::Path::new(&folder).join(name)).unwrap()).unwrap()
    };
    // Composed from the publisher's documents: unknown texts read "string", unknown fields come besides.
    let api = FranceTravail::well().await;
    let app = api.app().await;
    let extended = |list: &Value, extra: Vec<Value>| -> Value {
        let known: Vec<&str> =
            list.as_array().unwrap().iter().filter_map(|row| row["code"].as_str()).collect();
        let new = extra.into_iter().filter(|row| !known.contains(&row["code"].as_str().unwrap()));
        Value::Array(list.as_array().unwrap().iter().cloned().chain(new).collect())
    };
    let rows = |name: &str| body(name).as_array().unwrap().clone();
    let jobs = extended(&api.jobs, vec![body("rome-metiers_metier_M1855.composed.json")]);
    let jobs = extended(&jobs, rows("rome-metiers_metier_list_champs_code_libelle.json"));
    let found =
        body("rome-metiers_appellation_requete.composed.json")["resultats"].as_array().unwrap().clone();
    let appellations = extended(&api.appellations, found);
    let appellations = extended(&appellations, rows("rome-metiers_appellation_list_champs.json"));
    let mut skills = rows("rome-competences_competence_list.composed.json");
    // Its groups have no names yet: they would clash with those of the other skills.
    skills.retain(|row| row["macroCompetence"].is_null());
    let skills = extended(&api.skills, skills);
    for (list, rows) in [(JOBS, &jobs), (APPELLATIONS, &appellations), (SKILLS, &skills)] {
        api.answers(list, 1, ResponseTemplate::new(200).set_body_json(rows)).await;
    }
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(200).set_body_json({
            let mut granted = body("token_200.json");
            granted["access_token"] = json!("jeton-1");
            granted
        }))
        .with_priority(1)
        .mount(&api.server)
        .await;
    let report = check(&app).await;
    assert_eq!(outcome(&report), (Outcome::Applied, None));
}

#[tokio::test]
async fn refusals_seen_elsewhere_are_told_apart() {
    let Ok(folder) = std::env::var("FRANCE_TRAVAIL_BODIES") else {
        eprintln!("skipped: FRANCE_TRAVAIL_BODIES names no folder");
        return;
    };
    let refusals = [
        (
            "token_400_invalid_client.json",
            400,
            "refuse l’identifiant ou le secret du compte (invalid_client)",
        ),
        ("token_400_invalid_scope.json", 400, "n’est pas abonné à « ROME 4.0 - Métiers »"),
        ("token_400_unsupported_grant_type.json", 400, "(unsupported_grant_type)"),
    ];
    for (name, status, reason) in refusals {
        let api = FranceTravail::start().await;
        let text = std::fs::read_to_string(std::path::Path::new(&folder).join(name)).unwrap();
        let answer = ResponseTemplate::new(status).set_body_raw(text, "application/json");
        Mock::given(method("POST")).respond_with(answer).expect(1).mount(&api.server).await;
        let app = api.app().await;
        let report = check(&app).await;
        assert_eq!(report.attempt.outcome, Outcome::Failed);
        assert!(report.attempt.error.as_deref().unwrap().contains(reason), "{:?}", report.attempt.error);
    }
}
