//! Story A: an organisation makes a training of jobs of the national catalogue.

use reqwest::Method;
use serde_json::{Value, json};

use super::people::{House, sign_in};
use super::release::{import, release_60};
use super::{each, faults, list, one};
use crate::support::app::TestApp;
use crate::support::client::{Client, send};
use crate::support::publisher::Publisher;

/// The jobs of the training, and one that nobody names.
const WELDER: &str = "H2913";
const OPERATOR: &str = "H2102";
const TURNER: &str = "H2903";
/// What people call the first two.
const TIG: &str = "Soudeur / Soudeuse Tungsten Inert Gas -TIG-";
const PRODUCTION: &str = "Agent / Agente de production en industrie alimentaire";
/// "Assurer la maintenance préventive des équipements de soudage", central to the welder.
const UPKEEP: &str = "486593";
/// "Documenter les procédures de soudage pour chaque projet", central to the welder as well.
const DOCUMENT: &str = "486592";

/// A server with release 60, and two organisations.
async fn opened() -> (TestApp, House, House) {
    let publisher = Publisher::start().await;
    publisher.serves(release_60().zip()).await;
    let app = publisher.app().await;
    let staff = sign_in(&app, app.platform_admin().await).await.client;
    assert_eq!(import(&app, &staff, false).await["outcome"], "applied");
    let house = House::found(&app, &staff, "Atelier du métal").await;
    let other = House::found(&app, &staff, "École voisine").await;
    (app, house, other)
}

#[tokio::test]
async fn from_plain_words_to_a_training_in_use() {
    let (_app, house, _) = opened().await;
    plain_words_find_jobs(&house.admin.client).await;
    let [welder, operator, turner] = sheets(&house.admin.client).await;
    let own = an_own_skill_finds_its_match(&house).await;
    let draft = skills_of_two_jobs(&house, [&welder, &operator, &turner], &own).await;
    let empty = house.write(&json!({ "title": "Soudage en atelier" })).await;
    let training = house.rewrite(&empty, &draft).await;
    each_skill_stands_once_with_its_origin(&training, &welder, &operator);
    let (draft, training) = courses_teach_skills(&house, draft, &training).await;
    let published = house.step(&training, "publish").await.expect(200);
    assert_eq!((&published["status"], &published["revision"]), (&json!("published"), &json!(1)));
    assert_eq!(
        each(list(&published, "warnings"), "kind"),
        ["skill_without_course"],
        "a warning stops nobody"
    );
    coverage_tells_what_would_close_the_gaps(&house, &published, &turner).await;
    let second = a_revision_leaves_the_first_one(&house, draft, &published).await;
    put_away_and_taken_back(&house, &second).await;
}

async fn plain_words_find_jobs(client: &Client) {
    for (typed, code, name) in [
        ("agent de production", OPERATOR, PRODUCTION),
        ("AGENTE DE PRODUCTION", OPERATOR, PRODUCTION),
        ("agent de prod", OPERATOR, PRODUCTION),
        ("soudeur TIG", WELDER, TIG),
        ("soudeuze tig", WELDER, TIG),
        ("M1805", "M1805", "Développeur / Développeuse informatique"),
        ("m1805", "M1805", "Développeur / Développeuse informatique"),
        ("19475", WELDER, TIG),
    ] {
        let asked = client.request(Method::GET, "/catalog/jobs").query(&[("q", typed)]);
        let found = send(asked).await.expect(200);
        let first = &list(&found, "items")[0];
        assert_eq!((&first["code"], &first["matched"]), (&json!(code), &json!(name)), "{typed}");
    }
}

/// Reads the sheets of the three jobs: each says what the job is, and its central skills come first.
async fn sheets(client: &Client) -> [Value; 3] {
    let mut read = Vec::new();
    for code in [WELDER, OPERATOR, TURNER] {
        let sheet = client.get(&format!("/catalog/jobs/{code}")).await.expect(200);
        assert_eq!((&sheet["parent"]["code"], &sheet["active"]), (&json!(code), &json!(true)));
        assert!(!sheet["definition"].as_str().unwrap().is_empty());
        let core: Vec<bool> = list(&sheet, "skills").iter().map(|skill| skill["core"] == true).collect();
        assert!(core[0] && !core[core.len() - 1] && core.is_sorted_by(|one, next| one >= next));
        read.push(sheet);
    }
    assert!(each(list(&read[0], "appellations"), "label").contains(&TIG.to_owned()));
    read.try_into().unwrap()
}

/// The skills a sheet calls central: those that are chosen to begin with.
fn core(sheet: &Value) -> Vec<String> {
    let central: Vec<Value> =
        list(sheet, "skills").iter().filter(|skill| skill["core"] == true).cloned().collect();
    each(&central, "code")
}

/// Writes a skill in the organisation's words, refuses one official match with a reason, accepts another.
async fn an_own_skill_finds_its_match(house: &House) -> Value {
    let client = &house.admin.client;
    let body =
        json!({ "label": "Entretenir nos équipements de soudage", "description": "Torches et postes TIG" });
    let own = client.post(&house.path("/own-skills"), body).await.expect(201);
    let path = house.path(&format!("/own-skills/{}", own["id"].as_str().unwrap()));
    let matches = async || {
        let proposed = client.get(&format!("{path}/matches")).await.expect(200);
        assert!(list(&proposed, "items").iter().all(|skill| !list(skill, "words").is_empty()));
        each(list(&proposed, "items"), "code")
    };
    let proposed = matches().await;
    assert!(proposed.len() <= 5 && proposed.iter().any(|code| code == UPKEEP), "{proposed:?}");
    let refused = proposed.iter().find(|code| *code != UPKEEP).expect("a second match").clone();
    let unreasoned = json!({ "skill": refused, "reason": " " });
    client.post(&format!("{path}/refusals"), unreasoned).await.expect_field("/reason", "required");
    let refusal = json!({ "skill": refused, "reason": "Nous n’intervenons pas sur les machines." });
    let told = client.post(&format!("{path}/refusals"), &refusal).await.expect(200);
    assert_eq!(told["refusals"][0]["reason"], refusal["reason"]);
    assert!(!matches().await.contains(&refused));
    let renamed = json!({ "label": "Entretenir nos machines et équipements de soudage" });
    client.put_at(&path, &told["version"], renamed).await.expect(200);
    assert!(!matches().await.contains(&refused), "not under another name either");
    let linked = client.put(&format!("{path}/link"), json!({ "skill": UPKEEP })).await.expect(200);
    assert_eq!((&linked["link"], &linked["skill"]["code"]), (&json!("linked"), &json!(UPKEEP)));
    assert!(matches().await.is_empty());
    linked
}

/// A draft for two jobs: their central skills but for two, one that both list, enough of a third job's, the own one.
async fn skills_of_two_jobs(house: &House, [welder, operator, turner]: [&Value; 3], own: &Value) -> Value {
    let steps = [("Non acquis", None, false), ("Avec aide", Some(2), false), ("Seul", Some(3), true)];
    let steps = steps
        .map(|(name, level, passing)| json!({ "name": name, "common_level": level, "passing": passing }));
    let grid = json!({ "name": "Grille de soudage", "steps": steps });
    let grid = house.admin.client.post(&house.path("/grids"), grid).await.expect(201);
    let on_grid = |code: &String| json!({ "skill": code, "grid_id": grid["id"], "target": 2, "pass": 1 });
    let common = |code: &String| json!({ "skill": code, "target": 3, "pass": 2 });
    let of_welder: Vec<String> =
        core(welder).into_iter().filter(|code| ![UPKEEP, DOCUMENT].contains(&code.as_str())).collect();
    let of_operator = core(operator);
    let shared = shared_skill(welder, operator);
    // Three fifths of its central skills make a job worth naming.
    let of_turner = core(turner);
    let (taught, wanted): (Vec<&String>, Vec<&String>) =
        of_turner.iter().partition(|code| of_welder.contains(code) || of_operator.contains(code));
    let enough = (of_turner.len() * 3).div_ceil(5) - taught.len();
    let mut skills: Vec<Value> = of_welder.iter().map(on_grid).collect();
    skills.extend(of_operator.iter().map(common));
    skills.extend(wanted[..enough].iter().map(|code| common(code)));
    skills.push(json!({ "skill": own["id"], "target": 3, "pass": 3 }));
    skills.push(common(&shared));
    json!({
        "title": "Soudage en atelier",
        "jobs": [{ "code": WELDER, "appellation": TIG }, { "code": OPERATOR, "appellation": PRODUCTION }],
        "skills": skills,
    })
}

/// A skill that both sheets list, central to neither.
fn shared_skill(welder: &Value, operator: &Value) -> String {
    let of_operator = each(list(operator, "skills"), "code");
    let found = list(welder, "skills").iter().find(|skill| {
        skill["core"] == false && of_operator.contains(&skill["code"].as_str().unwrap().to_owned())
    });
    found.expect("both jobs list a skill")["code"].as_str().unwrap().to_owned()
}

fn each_skill_stands_once_with_its_origin(training: &Value, welder: &Value, operator: &Value) {
    let content = &training["content"];
    assert_eq!(each(list(content, "jobs"), "appellation"), [TIG, PRODUCTION]);
    let skills = list(content, "skills");
    let mut codes = each(skills, "skill");
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), skills.len());
    let shared = one(skills, "skill", &shared_skill(welder, operator));
    assert_eq!((&shared["jobs"], &shared["core"]), (&json!([WELDER, OPERATOR]), &json!(false)));
    let own = skills.iter().find(|line| line["kind"].is_null()).expect("the own skill");
    assert_eq!((&own["jobs"], &own["linked"]["code"]), (&json!([]), &json!(UPKEEP)));
    let first = &skills[0];
    assert_eq!((&first["jobs"], &first["core"]), (&json!([WELDER]), &json!(true)));
    assert_eq!(first["grid"]["name"], "Grille de soudage");
    assert_eq!(first["target"], json!({ "value": 2, "name": "Seul" }));
    assert_eq!(first["pass"], json!({ "value": 1, "name": "Avec aide" }));
}

/// Writes three courses, fills the matrix of skills and courses but for one skill, and reads what still deserves a look.
async fn courses_teach_skills(house: &House, mut draft: Value, training: &Value) -> (Value, Value) {
    let safety = house.course("Sécurité à l’atelier", 210, "in_person").await;
    let practice = house.course("Gestes de soudage", 1680, "workplace").await;
    let plans = house.course("Lire un plan", 420, "remote_self_paced").await;
    let skills = each(list(&draft, "skills"), "skill");
    let (untaught, taught) = skills.split_last().unwrap();
    draft["courses"] = json!([
        { "course_id": safety["id"], "skills": [taught[0]] },
        { "course_id": practice["id"], "skills": taught },
        { "course_id": plans["id"] },
    ]);
    let written = house.rewrite(training, &draft).await;
    let told = list(&written, "warnings");
    assert_eq!(each(told, "kind"), ["skill_without_course", "course_without_skill"]);
    assert_eq!((&told[0]["subject"], &told[1]["subject"]), (&json!(untaught), &plans["id"]));
    draft["courses"][2]["skills"] = json!([taught[1], taught[2]]);
    let written = house.rewrite(&written, &draft).await;
    let courses = list(&written["content"], "courses");
    assert_eq!(each(courses, "title"), ["Sécurité à l’atelier", "Gestes de soudage", "Lire un plan"]);
    assert_eq!(each(courses, "modality"), ["in_person", "workplace", "remote_self_paced"]);
    assert_eq!((&courses[1]["skills"], &written["content"]["minutes"]), (&json!(taught), &json!(2310)));
    (draft, written)
}

async fn coverage_tells_what_would_close_the_gaps(house: &House, training: &Value, turner: &Value) {
    // Another training uses a course of this one, and a course that teaches what this one leaves out.
    let safety = &training["content"]["courses"][0]["course_id"];
    let files = house.course("Dossiers de soudage", 90, "remote_live").await;
    let other = json!({
        "title": "Dossiers", "skills": [{ "skill": DOCUMENT, "target": 3, "pass": 2 }],
        "courses": [{ "course_id": safety }, { "course_id": files["id"], "skills": [DOCUMENT] }],
    });
    house.write(&other).await;
    let courses = house.trainer.client.get(&house.path("/courses")).await.expect(200);
    assert_eq!(one(list(&courses, "items"), "title", "Sécurité à l’atelier")["trainings"], 2);
    let coverage = house.read(training, "/coverage").await;
    let [welder, operator] = [0, 1].map(|place| &list(&coverage, "jobs")[place]);
    // The skill that the own one is linked to counts.
    assert_eq!(
        (&welder["code"], &welder["core"], &welder["covered"]),
        (&json!(WELDER), &json!(11), &json!(10))
    );
    let missing = list(welder, "missing");
    assert_eq!(each(missing, "code"), [DOCUMENT]);
    assert_eq!(missing[0]["courses"], json!([{ "id": files["id"], "title": "Dossiers de soudage" }]));
    assert_eq!((&operator["covered"], &operator["missing"]), (&operator["core"], &json!([])));
    let gap = one(list(&coverage, "other_jobs"), "code", TURNER);
    assert_eq!((&gap["core"], &gap["covered"]), (&json!(11), &json!(7)), "three fifths, rounded up");
    let taught = each(list(&training["content"], "skills"), "skill");
    let left: Vec<String> = core(turner).into_iter().filter(|code| !taught.contains(code)).collect();
    assert_eq!(sorted(each(list(gap, "missing"), "code")), sorted(left));
}

fn sorted(mut codes: Vec<String>) -> Vec<String> {
    codes.sort_unstable();
    codes
}

/// Writes on, publishes revision 2, and compares it with the first one, which is read as it was.
async fn a_revision_leaves_the_first_one(house: &House, mut draft: Value, published: &Value) -> Value {
    draft["title"] = json!("Soudage en atelier, niveau 2");
    let skills = draft["skills"].as_array_mut().unwrap();
    let dropped = skills.pop().unwrap()["skill"].clone();
    let raised = skills.iter_mut().rfind(|line| line["target"] == 3 && line["pass"] == 2).unwrap();
    raised["target"] = json!(4);
    let raised = raised["skill"].clone();
    draft["courses"].as_array_mut().unwrap().swap(0, 1);
    let written = house.rewrite(published, &draft).await;
    assert_eq!((&written["revision"], &written["has_draft"]), (&json!(1), &json!(true)));
    let second = house.step(&written, "publish").await.expect(200);
    assert_eq!((&second["revision"], &second["warnings"]), (&json!(2), &json!([])));
    house.step(&second, "publish").await.expect_problem(409, "nothing_to_publish");
    let first = house.read(published, "/revisions/1").await;
    assert_eq!((&first["content"], &first["release"]), (&published["content"], &json!(60)));
    let compared = house.read(published, "/comparison?from=1&to=2").await;
    let changes = list(&compared, "changes");
    let told: Vec<_> = changes.iter().map(|change| [&change["kind"], &change["subject"]]).collect();
    let expected = [["changed", "field"], ["removed", "skill"], ["changed", "skill"], ["moved", "course"]];
    assert_eq!(json!(told), json!(expected));
    assert_eq!((&changes[1]["key"], &changes[2]["key"]), (&dropped, &raised));
    assert_eq!((&changes[2]["before"], &changes[2]["after"]), (&json!("Autonome"), &json!("Expert")));
    second
}

async fn put_away_and_taken_back(house: &House, published: &Value) {
    let archived = house.step(published, "archive").await.expect(200);
    assert_eq!(archived["status"], "archived");
    let path = house.training(published, "");
    let body = json!({ "title": "Autre chose" });
    let refused = house.admin.client.put_at(&path, &archived["version"], body).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
    let restored = house.step(&archived, "restore").await.expect(200);
    assert_eq!((&restored["status"], &restored["revision"]), (&json!("published"), &json!(2)));
    assert_eq!(restored["content"], published["content"]);
    let listed = house.trainer.client.get(&house.path("/trainings?status=published")).await.expect(200);
    assert_eq!(each(list(&listed, "items"), "title"), ["Soudage en atelier, niveau 2"]);
}

#[tokio::test]
async fn slips_second_writers_and_strangers_lose_nobody_anything() {
    let (app, house, other) = opened().await;
    let empty = house.write(&json!({ "title": "Soudage" })).await;
    let refused = house.step(&empty, "publish").await.expect_problem(422, "invalid_request");
    assert_eq!(faults(&refused), pairs(&[("/skills", "required"), ("/courses", "required")]));
    let course = house.course("Gestes de soudage", 600, "workplace").await;
    let draft = json!({
        "title": "Soudage",
        "jobs": [{ "code": WELDER }],
        "skills": [{ "skill": DOCUMENT, "target": 3, "pass": 2 }],
        "courses": [{ "course_id": course["id"], "skills": [DOCUMENT] }],
    });
    let training = house.rewrite(&empty, &draft).await;
    slips_are_named_and_nothing_is_written(&house, &other, &training, &draft).await;
    let current = the_second_writer_sees_the_first_one(&house, &training, &draft).await;
    others_see_nothing(&house, &other, &current).await;
    a_trainer_reads_and_writes_nothing(&app, &house, &current).await;
    let shown = house.read(&current, "").await;
    assert_eq!(shown, current);
    house.step(&shown, "publish").await.expect(200);
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned())).collect()
}

async fn slips_are_named_and_nothing_is_written(
    house: &House,
    other: &House,
    training: &Value,
    draft: &Value,
) {
    let (client, path) = (&house.admin.client, house.training(training, ""));
    let theirs = other.course("Ailleurs", 60, "in_person").await;
    let body = json!({ "label": "Souder à leur façon" });
    let foreign = other.admin.client.post(&other.path("/own-skills"), body).await.expect(201);
    let slips = json!({
        "title": "S",
        "certification": { "code": "35584" },
        "jobs": [{ "code": WELDER, "appellation": "Roi du métal" }, { "code": "Z9999" }, { "code": WELDER }],
        "skills": [
            { "skill": DOCUMENT, "target": 2, "pass": 3 },
            { "skill": UPKEEP, "target": 5, "pass": 1 },
            { "skill": foreign["id"], "target": 3, "pass": 3 },
            { "skill": "102828", "target": 3, "pass": 3 },
            { "skill": "102828", "target": 3, "pass": 3 },
        ],
        "courses": [{ "course_id": theirs["id"] }, { "course_id": draft["courses"][0]["course_id"], "skills": [UPKEEP] }],
    });
    let refused = client.put_at(&path, &training["version"], slips).await;
    assert_eq!(
        faults(&refused.expect_problem(422, "invalid_request")),
        pairs(&[
            ("/title", "too_short"),
            ("/certification/code", "certification_format"),
            ("/jobs/0/appellation", "unknown_appellation"),
            ("/jobs/1/code", "unknown_job"),
            ("/jobs/2/code", "duplicate"),
            ("/skills/0/pass", "above_target"),
            ("/skills/1/target", "unknown_level"),
            ("/skills/2/skill", "unknown_skill"),
            ("/skills/4/skill", "duplicate"),
            ("/courses/0/course_id", "unknown_course"),
            ("/courses/1/skills/0", "not_in_training"),
        ])
    );
    let mut unknown = draft.clone();
    unknown["price"] = json!("900 €");
    client.put_at(&path, &training["version"], unknown).await.expect_field("/price", "unknown_field");
    client.put(&path, draft).await.expect_problem(428, "precondition_required");
    let course = json!({ "title": "Gestes", "minutes": -5, "modality": "in_person" });
    client.post(&house.path("/courses"), course).await.expect_field("/minutes", "out_of_range");
    assert_eq!(house.read(training, "").await, *training);
}

/// Two read the same version; the first one writes. The second one is shown that, and writes on from there.
async fn the_second_writer_sees_the_first_one(house: &House, training: &Value, draft: &Value) -> Value {
    let path = house.training(training, "");
    let manager = &house.manager.client;
    let read = manager.get(&path).await.expect(200);
    let mut renamed = draft.clone();
    renamed["title"] = json!("Soudage TIG");
    house.rewrite(training, &renamed).await;
    let mut priced = draft.clone();
    priced["texts"] = json!({ "price": "900 €" });
    let stale = manager.put_at(&path, &read["version"], &priced).await.expect_problem(412, "stale");
    let current = &stale["current"];
    assert_eq!(current["content"]["title"], "Soudage TIG");
    assert_eq!(
        (&current["updated_by"], &current["content"]["texts"]["price"]),
        (&json!("Adèle Directrice"), &json!(""))
    );
    priced["title"] = current["content"]["title"].clone();
    let written = manager.put_at(&path, &current["version"], &priced).await.expect(200);
    assert_eq!(written["content"]["title"], "Soudage TIG");
    assert_eq!(written["content"]["texts"]["price"], "900 €");
    written
}

/// What there is to read of a training and beside it.
const READINGS: [&str; 5] = ["", "/revisions", "/revisions/1", "/comparison?from=1&to=1", "/coverage"];

async fn others_see_nothing(house: &House, other: &House, training: &Value) {
    let stranger = &other.admin.client;
    for rest in READINGS {
        for path in [house.training(training, rest), other.training(training, rest)] {
            stranger.get(&path).await.expect_problem(404, "not_found");
        }
    }
    for rest in ["", "/trainings", "/courses", "/own-skills", "/catalog-notices", "/grids"] {
        stranger.get(&house.path(rest)).await.expect_problem(404, "not_found");
    }
    let taken = json!({ "title": "À nous" });
    let path = house.training(training, "");
    stranger.put_at(&path, &training["version"], taken).await.expect_problem(404, "not_found");
    stranger.post_at(&format!("{path}/publish"), &training["version"]).await.expect_problem(404, "not_found");
    stranger.delete_at(&path, &training["version"]).await.expect_problem(404, "not_found");
    let own = stranger.get(&other.path("/trainings")).await.expect(200);
    assert_eq!(own["items"], json!([]));
}

async fn a_trainer_reads_and_writes_nothing(app: &TestApp, house: &House, training: &Value) {
    let trainee = house.enrol(app, app.person("Samir", "Apprenti").await).await.client;
    let trainer = &house.trainer.client;
    for rest in READINGS {
        trainer.get(&house.training(training, rest)).await.expect(200);
        trainee.get(&house.training(training, rest)).await.expect_problem(403, "forbidden");
    }
    let (path, version) = (house.training(training, ""), &training["version"]);
    let titled = json!({ "title": "Corrigé" });
    trainer.put_at(&path, version, &titled).await.expect_problem(403, "forbidden");
    trainer.delete_at(&path, version).await.expect_problem(403, "forbidden");
    for step in ["publish", "archive", "restore"] {
        trainer.post_at(&format!("{path}/{step}"), version).await.expect_problem(403, "forbidden");
    }
    trainer.post(&house.path("/trainings"), &titled).await.expect_problem(403, "forbidden");
    let course = json!({ "title": "Cours", "minutes": 60, "modality": "in_person" });
    trainer.post(&house.path("/courses"), course).await.expect_problem(403, "forbidden");
    trainer
        .post(&house.path("/own-skills"), json!({ "label": "La mienne" }))
        .await
        .expect_problem(403, "forbidden");
}
