//! Story J: the national catalogue moves on, and what people wrote stays theirs.

use carnet::platform::jobs;
use carnet::schedule::timed_jobs;
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::people::{House, sign_in};
use super::release::{import, release_60};
use super::searches::{a_search_is_kept, the_kept_search_asks_and_is_answered};
use super::{each, faults, list, one};
use crate::catalog::checksum::checksum;
use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::publisher::Publisher;
use crate::support::rome::Rome;
use crate::support::search::SearchApp;

/// Renamed by release 61; its code given to another job, its names to `REPAIRER`; retired; new.
const WELDER: &str = "H2913";
pub const TURNER: &str = "H2903";
pub const REPAIRER: &str = "I1304";
const BUS: &str = "N4103";
const ROBOTS: &str = "H2999";
/// Skills of the welder: renamed, renamed too, retired, and one that stays what it is.
pub const ASSEMBLE: &str = "486590";
const HEAT: &str = "114828";
const DOCUMENT: &str = "486592";
const SETTINGS: &str = "102828";
/// What release 61 calls them.
const NEW_WELDER: &str = "Soudeur industriel / Soudeuse industrielle";
pub const NEW_ASSEMBLE: &str = "Assembler des pièces de métal";

/// What has to be taken as the new job: more people hold half of it than before.
fn release_61() -> Rome {
    release_60()
        .version(61)
        .relabelled_job(WELDER, NEW_WELDER)
        .reused_job(TURNER, "Opérateur / Opératrice sur centre d’usinage", REPAIRER)
        .without_job(BUS)
        .new_job(
            ROBOTS,
            "Conducteur / Conductrice de robots de soudage",
            &[SETTINGS, ASSEMBLE, "402243", "106256"],
        )
        .relabelled_skill(ASSEMBLE, NEW_ASSEMBLE)
        .relabelled_skill(HEAT, "Traiter les soudures à chaud")
        .without_skill(DOCUMENT)
}

/// What the organisations teach when release 61 comes.
struct Taught {
    /// Published: the welder and the turner; the four skills, one of them in the organisation's own words.
    welding: Value,
    /// Being written: the bus driver, and the skill that stays.
    driving: Value,
    /// Archived: the welder, and a skill that is renamed.
    old: Value,
}

#[tokio::test]
async fn a_release_is_taken_over_and_nothing_changes_by_itself() {
    let publisher = Publisher::start().await;
    let app = publisher.app().await;
    let staff = sign_in(&app, app.platform_admin().await).await.client;
    a_first_release_comes_in(&publisher, &app, &staff).await;
    let app = SearchApp::keep(app).await;
    let house = House::found(&app, &staff, "Atelier du métal").await;
    let other = House::found(&app, &staff, "École voisine").await;
    let taught = trainings(&house, &other).await;
    let lucie = people_hold_skills(&app, &house).await;
    let searcher = app.searcher().await.user;
    let recruiter = searcher.client.clone();
    app.settled().await;
    nobody_is_found_in_a_job_to_come(&recruiter).await;
    let saved = a_search_is_kept(&recruiter).await;

    let before = checksum(&app).await;
    publisher.serves(release_61().zip()).await;
    a_dry_run_tells_and_changes_nothing(&app, &staff).await;
    assert_eq!(checksum(&app).await, before);
    what_is_not_whole_is_refused(&publisher, &app, &staff, &before).await;

    publisher.serves(release_61().zip()).await;
    let applied = import(&app, &staff, false).await;
    assert_eq!((&applied["outcome"], &applied["release"]), (&json!("applied"), &json!(61)));
    assert_ne!(checksum(&app).await, before);
    app.advance(chrono::Duration::minutes(2));
    strikes(&app, "review_catalog").await;
    strikes(&app, "measure_alignment").await;
    strikes(&app, "review_saved_searches").await;
    the_search_follows(&app, &recruiter).await;
    the_kept_search_asks_and_is_answered(&app, &app.renewed(&searcher), &saved).await;
    what_people_wrote_reads_the_same(&house, &taught).await;
    its_effect_is_counted(&staff, &applied, 6, &Value::Null).await;
    passports_keep_what_was_validated(&lucie).await;
    owners_are_told_once(&app, &house, &other).await;
    each_line_is_decided(&house, &taught).await;
    strikes(&app, "review_profiles").await;
    its_effect_is_counted(&staff, &applied, 3, &json!(2)).await;
}

/// Lets the clock write this timed job, and runs it with what it causes.
async fn strikes(app: &TestApp, kind: &str) {
    let timed = timed_jobs(&app.state.config.catalog_check);
    let timed = timed.iter().find(|timed| timed.kind == kind).expect("a timed job");
    assert!(jobs::tick(&app.state, timed, app.state.clock.now()).await.unwrap());
    app.run_jobs().await;
}

/// The publisher is away, then there: staff sees how far the catalogue is.
async fn a_first_release_comes_in(publisher: &Publisher, app: &TestApp, staff: &Client) {
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!((&sync["release"], &sync["last_attempt"]), (&Value::Null, &Value::Null));
    assert_eq!(sync["next_check_at"], "2026-03-04T03:41:00Z");
    publisher.answers(ResponseTemplate::new(404)).await;
    let failed = import(app, staff, false).await;
    assert_eq!(failed["error"], "Le serveur du ROME a répondu 404 Not Found.");
    publisher.serves(release_60().zip()).await;
    let compared = import(app, staff, true).await;
    assert_eq!((&compared["outcome"], &compared["counts"]["jobs"]), (&json!("compared"), &json!(87)));
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!((&sync["release"], &sync["last_success_at"]), (&Value::Null, &Value::Null));
    assert_eq!(import(app, staff, false).await["outcome"], "applied");
    let sync = staff.get("/admin/catalog").await.expect(200);
    assert_eq!((&sync["release"], &sync["running"]), (&json!(60), &json!(false)));
    assert_ne!(sync["last_success_at"], Value::Null);
    strikes(app, "review_catalog").await;
    strikes(app, "review_saved_searches").await;
}

async fn trainings(house: &House, other: &House) -> Taught {
    let own = json!({ "label": "Détendre les cordons au four" });
    let own = house.admin.client.post(&house.path("/own-skills"), own).await.expect(201);
    let link = house.path(&format!("/own-skills/{}/link", own["id"].as_str().unwrap()));
    house.admin.client.put(&link, json!({ "skill": HEAT })).await.expect(200);
    let course = house.course("Gestes de soudage", 1680, "workplace").await;
    let lines = |skills: &[&str]| -> Vec<Value> {
        skills.iter().map(|skill| json!({ "skill": skill, "target": 3, "pass": 2 })).collect()
    };
    let own = own["id"].as_str().unwrap();
    let named = [SETTINGS, ASSEMBLE, DOCUMENT, own];
    let welding = json!({
        "title": "Soudage", "jobs": [{ "code": WELDER }, { "code": TURNER }], "skills": lines(&named),
        "courses": [{ "course_id": course["id"], "skills": named }],
    });
    let welding = house.write(&welding).await;
    let welding = house.step(&welding, "publish").await.expect(200);
    let driving = json!({ "title": "Conduite", "jobs": [{ "code": BUS }], "skills": lines(&[SETTINGS]) });
    let driving = house.write(&driving).await;
    let old = json!({
        "title": "Ancienne", "jobs": [{ "code": WELDER }], "skills": lines(&[ASSEMBLE]),
        "courses": [{ "course_id": course["id"], "skills": [ASSEMBLE] }],
    });
    let old = house.write(&old).await;
    let old = house.step(&old, "publish").await.expect(200);
    let old = house.step(&old, "archive").await.expect(200);
    let sheet = other.admin.client.get("/catalog/jobs/M1805").await.expect(200);
    let skill = sheet["skills"][0]["code"].as_str().unwrap();
    other
        .write(&json!({ "title": "Développement", "jobs": [{ "code": "M1805" }], "skills": lines(&[skill]) }))
        .await;
    Taught { welding, driving, old }
}

/// Inès, visible, declares two skills of the job to come; Paul one that stays; Lucie is validated in one that goes.
async fn people_hold_skills(app: &TestApp, house: &House) -> Client {
    let ines = sign_in(app, app.person("Inès", "Lefèvre").await).await.client;
    let paul = sign_in(app, app.person("Paul", "Martin").await).await.client;
    for (person, skill) in [(&ines, SETTINGS), (&ines, ASSEMBLE), (&paul, SETTINGS)] {
        person.put(&format!("/me/skills/{skill}"), json!({ "level": 3 })).await.expect(200);
    }
    let policy = ines.get("/me/visibility").await.expect(200)["policy_version"].clone();
    let visible = json!({ "visible": true, "policy_version": policy });
    ines.put("/me/visibility", visible).await.expect(200);
    let grid = json!({
        "name": "Grille de soudage",
        "steps": [{ "name": "Non acquis", "common_level": null, "passing": false },
                  { "name": "Seule", "common_level": 3, "passing": true }],
    });
    let grid = house.admin.client.post(&house.path("/grids"), grid).await.expect(201);
    let lucie = house.enrol(app, app.person("Lucie", "Apprentie").await).await;
    let entry = json!({ "person_id": lucie.account.id, "skill": DOCUMENT, "grid_id": grid["id"], "step": 1 });
    house.trainer.client.post(&house.path("/validations"), entry).await.expect(201);
    lucie.client
}

async fn nobody_is_found_in_a_job_to_come(recruiter: &Client) {
    let asked = json!({ "rome": [ROBOTS] });
    let refused = recruiter.post("/profile-search", asked).await.expect_problem(422, "invalid_request");
    assert_eq!(faults(&refused), [("/rome/0".to_owned(), "unknown_rome".to_owned())]);
    let found = recruiter.post("/profile-search", json!({ "facets": ["rome"] })).await.expect(200);
    assert_eq!(found["total"], 1);
    assert!(!each(list(&found["facets"], "rome"), "code").iter().any(|code| code == ROBOTS));
}

async fn a_dry_run_tells_and_changes_nothing(app: &TestApp, staff: &Client) {
    let compared = import(app, staff, true).await;
    assert_eq!((&compared["outcome"], &compared["release"]), (&json!("compared"), &json!(61)));
    let summary = compared["summary"].as_str().unwrap();
    for told in [
        "version 60 → version 61 du 15/06/2026".to_owned(),
        "Codes donnés à un autre métier (1) :".to_owned(),
        format!(
            "{TURNER}      Tourneur-fraiseur / Tourneuse-fraiseuse → Opérateur / Opératrice sur centre d’usinage"
        ),
        format!("{WELDER}      Soudeur / Soudeuse → {NEW_WELDER}"),
        format!("{ASSEMBLE}     Assembler des éléments métalliques → {NEW_ASSEMBLE}"),
        format!("{BUS}      Conducteur / Conductrice de bus"),
        format!("{DOCUMENT}     Documenter les procédures de soudage pour chaque projet"),
    ] {
        assert!(summary.contains(&told), "{told}\nis not in\n{summary}");
    }
    let welder = app.anonymous().get(&format!("/catalog/jobs/{WELDER}")).await.expect(200);
    assert_eq!(welder["label"], "Soudeur / Soudeuse");
    app.anonymous().get(&format!("/catalog/jobs/{ROBOTS}")).await.expect_problem(404, "not_found");
}

/// An archive cut short, one that lost links, a page instead of an archive: refused with the reason, each time.
async fn what_is_not_whole_is_refused(publisher: &Publisher, app: &TestApp, staff: &Client, before: &str) {
    let whole = release_61().zip();
    let mut seen = 0;
    let shrunken = release_61().edit("coherence_item", |_| {
        seen += 1;
        seen % 5 < 3
    });
    let success = staff.get("/admin/catalog").await.expect(200)["last_success_at"].clone();
    for (bytes, outcome, reason) in [
        (whole[..whole.len() / 2].to_vec(), "refused", "L’archive est illisible"),
        (shrunken.zip(), "refused", "une perte de plus de 5 %"),
        (b"<!doctype html><title>Maintenance</title>".to_vec(), "failed", "n’a pas envoyé d’archive zip"),
    ] {
        publisher.serves(bytes).await;
        let attempt = import(app, staff, false).await;
        assert_eq!(attempt["outcome"], outcome, "{attempt}");
        assert!(attempt["error"].as_str().unwrap().contains(reason), "{attempt}");
        assert_eq!(checksum(app).await, before, "{reason}");
        let sync = staff.get("/admin/catalog").await.expect(200);
        assert_eq!((&sync["release"], &sync["last_attempt"]["id"]), (&json!(60), &attempt["id"]));
        assert_eq!((&sync["running"], &sync["last_success_at"]), (&json!(false), &success));
    }
}

/// Whom the new job concerns is found there, under today's names, and nobody did anything for it.
async fn the_search_follows(app: &SearchApp, recruiter: &Client) {
    let asked = json!({ "rome": [ROBOTS], "facets": ["rome"] });
    app.until("the person is found under the new job", async || {
        recruiter.post("/profile-search", &asked).await.expect(200)["total"] == 1
    })
    .await;
    let found = recruiter.post("/profile-search", &asked).await.expect(200);
    assert_eq!(found["hits"][0]["last_name"], "Lefèvre");
    assert_eq!(one(list(&found["hits"][0], "skills"), "code", ASSEMBLE)["label"], NEW_ASSEMBLE);
    let place = one(list(&found["facets"], "rome"), "code", ROBOTS);
    assert_eq!((&place["kind"], &place["count"]), (&json!("job"), &json!(1)));
}

/// What people wrote of a training, without what is told beside it of the catalogue of today.
fn as_written(content: &Value) -> Value {
    let line = |line: &Value| {
        let fields = ["skill", "label", "kind", "jobs", "grid", "target", "pass"];
        fields.map(|field| line[field].clone())
    };
    let skills: Vec<_> = list(content, "skills").iter().map(line).collect();
    json!([content["title"], content["texts"], content["jobs"], skills, content["courses"]])
}

async fn what_people_wrote_reads_the_same(house: &House, taught: &Taught) {
    for training in [&taught.welding, &taught.driving, &taught.old] {
        let shown = house.read(training, "").await;
        assert_eq!(as_written(&shown["content"]), as_written(&training["content"]));
        assert_eq!((&shown["version"], &shown["has_draft"]), (&training["version"], &training["has_draft"]));
    }
    // As of its release, and beside it what today's says otherwise.
    let first = house.read(&taught.welding, "/revisions/1").await;
    assert_eq!(
        (&first["release"], as_written(&first["content"])),
        (&json!(60), as_written(&taught.welding["content"]))
    );
    let differences = list(&first["content"], "differences");
    let told: Vec<_> = differences
        .iter()
        .map(|told| json!([told["code"], told["then"], told["now"], told["active"]]))
        .collect();
    let document = &taught.welding["content"]["skills"][2]["label"];
    assert_eq!(
        told,
        [
            json!([WELDER, "Soudeur / Soudeuse", NEW_WELDER, true]),
            json!([
                TURNER,
                "Tourneur-fraiseur / Tourneuse-fraiseuse",
                "Opérateur / Opératrice sur centre d’usinage",
                true
            ]),
            json!([ASSEMBLE, "Assembler des éléments métalliques", NEW_ASSEMBLE, true]),
            json!([DOCUMENT, document, document, false]),
        ]
    );
    // Who was writing when the release came writes on, from the version that was read.
    let draft = json!({
        "title": "Conduite de bus", "jobs": [{ "code": BUS }], "skills": [{ "skill": SETTINGS, "target": 3, "pass": 2 }],
    });
    let written = house.rewrite(&taught.driving, &draft).await;
    assert_eq!(written["content"]["jobs"], taught.driving["content"]["jobs"]);
    let warnings = each(list(&written, "warnings"), "kind");
    assert_eq!(warnings, ["retired_job", "skill_without_course"]);
}

/// Codes that trainings and own skills name (four jobs, five skills), those still there, and whom it touches.
async fn its_effect_is_counted(staff: &Client, applied: &Value, undecided: u32, told: &Value) {
    let path = format!("/admin/catalog-imports/{}/effect", applied["id"].as_str().unwrap());
    let kind = |item: &str, linked: u32, present: u32, to_decide: u32| json!({ "item": item, "linked": linked, "present": present, "to_decide": to_decide });
    let mut effect = staff.get(&path).await.expect(200);
    assert_ne!(effect.as_object_mut().unwrap().remove("measured_at"), Some(Value::Null));
    assert_eq!(
        effect,
        json!({
            "reviewed": true, "linked": 9, "present": 7, "trainings": 2, "notices": 6, "undecided": undecided,
            "own_skills": 1, "grids": 0, "saved_searches": 1, "recruiters_told": 1, "people": 2,
            "people_told": told,
            // As it was minutes after the release: what is decided since is counted at the next measure.
            "alignment": [
                kind("training_job", 4, 3, 3), kind("training_skill", 6, 5, 3), kind("own_skill", 1, 1, 0),
                kind("declared_skill", 3, 3, 0), kind("validation", 1, 0, 0),
            ],
        })
    );
}

async fn passports_keep_what_was_validated(lucie: &Client) {
    let skills = lucie.get("/me/skills").await.expect(200);
    let entry = one(list(&skills, "items"), "code", DOCUMENT);
    assert_eq!(entry["label"], "Documenter les procédures de soudage pour chaque projet");
    assert_eq!(
        (&entry["active"], &entry["searchable"]),
        (&json!(false), &json!({ "level": 3, "status": "validated" }))
    );
}

/// Training, code, what the release did, and where the meaning went.
type Told = (String, String, String, Value);

fn told(page: &Value) -> Vec<Told> {
    let text = |notice: &Value, field: &str| notice[field].as_str().unwrap().to_owned();
    let notice = |notice: &Value| {
        let replacement = notice["replacement"]["code"].clone();
        (text(notice, "training"), text(notice, "code"), text(notice, "kind"), replacement)
    };
    let mut told: Vec<_> = list(page, "items").iter().map(notice).collect();
    told.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    told
}

/// Exactly the lines that the release says otherwise, to their owner, in one mail to each who runs the organisation.
async fn owners_are_told_once(app: &SearchApp, house: &House, other: &House) {
    let expected = [
        ("Conduite de bus", BUS, "retired", Value::Null),
        ("Soudage", HEAT, "relabelled", Value::Null),
        ("Soudage", ASSEMBLE, "relabelled", Value::Null),
        ("Soudage", DOCUMENT, "retired", Value::Null),
        ("Soudage", TURNER, "reused", json!(REPAIRER)),
        ("Soudage", WELDER, "relabelled", Value::Null),
    ];
    let expected: Vec<Told> = expected
        .into_iter()
        .map(|(training, code, kind, moved)| (training.to_owned(), code.to_owned(), kind.to_owned(), moved))
        .collect();
    let page = house.trainer.client.get(&house.path("/catalog-notices")).await.expect(200);
    assert_eq!(told(&page), expected);
    let none = other.trainer.client.get(&other.path("/catalog-notices")).await.expect(200);
    assert_eq!(none["items"], json!([]));
    let people = [&house.admin, &house.manager, &house.trainer, &other.admin, &other.manager];
    let mut letters = Vec::new();
    for member in people {
        let mails = app.mails_to(&member.account.email).await;
        letters.push(mails.iter().filter(|mail| mail.subject.contains("ROME")).count());
    }
    assert_eq!(letters, [1, 1, 0, 0, 0]);
}

/// One name and one departure are accepted, one code is kept; the rest waits. What was published stays.
async fn each_line_is_decided(house: &House, taught: &Taught) {
    let page = house.trainer.client.get(&house.path("/catalog-notices")).await.expect(200);
    let decide = async |code: &str, decision: &str| {
        let id = one(list(&page, "items"), "code", code)["id"].as_str().unwrap();
        let path = house.path(&format!("/catalog-notices/{id}/decision"));
        house.manager.client.post(&path, json!({ "decision": decision })).await
    };
    decide(WELDER, "accepted").await.expect(200);
    decide(DOCUMENT, "accepted").await.expect(200);
    decide(TURNER, "kept").await.expect(200);
    let again = decide(TURNER, "accepted").await.expect_problem(409, "illegal_transition");
    assert_eq!(again["current_state"], "kept");
    let waiting = house.trainer.client.get(&house.path("/catalog-notices?decided=false")).await.expect(200);
    assert_eq!(told(&waiting).into_iter().map(|told| told.1).collect::<Vec<_>>(), [BUS, HEAT, ASSEMBLE]);
    let own = house.trainer.client.get(&house.path("/own-skills")).await.expect(200);
    let own = &list(&own, "items")[0];
    assert_eq!((&own["link"], &own["label"]), (&json!("linked"), &json!("Détendre les cordons au four")));
    assert_eq!(
        (&own["skill"]["code"], &own["skill"]["label"]),
        (&json!(HEAT), &json!("Traiter les soudures à chaud"))
    );

    let written = house.read(&taught.welding, "").await;
    assert_eq!((&written["revision"], &written["has_draft"]), (&json!(1), &json!(true)));
    assert_eq!(
        each(list(&written["content"], "jobs"), "label"),
        [NEW_WELDER, "Tourneur-fraiseur / Tourneuse-fraiseuse"]
    );
    let second = house.step(&written, "publish").await.expect(200);
    assert_eq!(each(list(&second["content"], "differences"), "code"), [TURNER, ASSEMBLE]);
    let revisions = house.read(&second, "/revisions").await;
    let releases: Vec<_> = list(&revisions, "items").iter().map(|revision| &revision["release"]).collect();
    assert_eq!(releases, [61, 60]);
    let first = house.read(&second, "/revisions/1").await;
    assert_eq!(as_written(&first["content"]), as_written(&taught.welding["content"]));
    let compared = house.read(&second, "/comparison?from=1&to=2").await;
    let changes = list(&compared, "changes").iter();
    let changes: Vec<_> =
        changes.map(|change| json!([change["subject"], change["kind"], change["property"]])).collect();
    let skills = json!(["course", "changed", "skills"]);
    assert_eq!(changes, [json!(["job", "changed", "label"]), json!(["skill", "removed", null]), skills]);
}
