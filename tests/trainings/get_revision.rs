use carnet::catalog::{self, Catalog, Choices, Importer, Patience, check_partner};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::france_travail::{FranceTravail, partner};
use crate::support::rome::Rome;

#[tokio::test]
async fn a_revision_reads_as_it_was_published() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["skills"].as_array_mut().unwrap().truncate(1);
    draft["courses"][0]["skills"] = json!([draft["skills"][0]["skill"]]);
    let second = school.publish(&school.rewrite(&training, &draft).await).await;
    let client = &school.trainer.client;
    let first = client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!((&first["number"], &first["content"]), (&json!(1), &training["content"]));
    let newest = client.get(&school.training_path(&training, "/revisions/2")).await.expect(200);
    assert_eq!(newest["content"], second["content"]);
    for number in ["0", "3", "-1", "x", "99999999999"] {
        let path = school.training_path(&training, &format!("/revisions/{number}"));
        client.get(&path).await.expect_problem(404, "not_found");
    }
    let other = app.school("Autre").await;
    let foreign = other.training_path(&training, "/revisions/1");
    other.manager.client.get(&foreign).await.expect_problem(404, "not_found");
}

/// Skills of the web developer: central, on the rise, listed without a mark.
const CORE: &str = "109846";
const RISING: &str = "400759";
const PLAIN: &str = "102788";

#[tokio::test]
async fn what_a_skill_was_to_its_job_stays_in_the_revision_and_what_it_is_today_stands_beside_it() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let codes = [CORE, RISING, PLAIN];
    let mut draft = school.draft(&app, "Développement").await;
    draft["skills"] = codes.iter().map(|code| json!({ "skill": code, "target": 3, "pass": 2 })).collect();
    draft["courses"][0]["skills"] = json!(codes);
    let training = school.publish(&school.write(&draft).await).await;
    let marks = |content: &Value| -> Vec<(Value, Value)> {
        let lines = content["skills"].as_array().unwrap().iter();
        lines.map(|line| (line["core"].clone(), line["emerging"].clone())).collect()
    };
    let then = [(json!(true), json!(false)), (json!(false), json!(true)), (json!(false), json!(false))];
    assert_eq!(marks(&training["content"]), then);

    let next = Rome::starter().version(61).reweighted("M1805", CORE, Some(""));
    let next = next.reweighted("M1805", RISING, Some("Principale")).reweighted("M1805", PLAIN, None);
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    let client = &school.trainer.client;
    let first = client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!((&first["release"], marks(&first["content"])), (&json!(60), then.to_vec()));
    let told: Vec<_> = first["content"]["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|told| json!([told["code"], told["kinds"], told["marks"], told["active"]]))
        .collect();
    let mark = |core: bool, emerging: bool| json!({ "core": core, "emerging": emerging });
    assert_eq!(
        told,
        [
            json!([CORE, ["reweighted"], { "before": mark(true, false), "after": mark(false, false) }, true]),
            json!([RISING, ["reweighted"], { "before": mark(false, true), "after": mark(true, false) }, true]),
            json!([PLAIN, ["unlisted"], null, true]),
        ]
    );

    // Written anew, it bears the marks of the release it is written under, and the comparison says so.
    draft["title"] = json!("Développement web");
    let written = school.rewrite(&training, &draft).await;
    let now = [(json!(false), json!(false)), (json!(true), json!(false)), (json!(false), json!(false))];
    assert_eq!(marks(&written["content"]), now);
    assert_eq!(written["content"]["differences"], json!([]));
    let path = school.training_path(&training, "/comparison?from=1&to=2");
    let compared = client.get(&path).await.expect(200);
    let told: Vec<_> = compared["changes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|change| change["property"] == "marks")
        .map(|change| json!([change["key"], change["before"], change["after"]]))
        .collect();
    assert_eq!(told, [json!([CORE, "Clé", null]), json!([RISING, "Émergente", "Clé"])]);
    let first = client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!(marks(&first["content"]), then);
}

#[tokio::test]
async fn a_draft_published_under_a_newer_release_bears_its_marks() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let mut draft = school.draft(&app, "Développement").await;
    draft["skills"] = json!([{ "skill": CORE, "target": 3, "pass": 2 }]);
    draft["courses"][0]["skills"] = json!([CORE]);
    let written = school.write(&draft).await;
    app.import_zip(Rome::starter().version(61).reweighted("M1805", CORE, Some("")).zip()).await;
    let shown = school.manager.client.get(&school.training_path(&written, "")).await.expect(200);
    assert_eq!(shown["content"]["differences"][0]["kinds"], json!(["reweighted"]));
    let published = school.publish(&written).await;
    let content = &published["content"];
    assert_eq!((&content["skills"][0]["core"], &content["differences"]), (&json!(false), &json!([])));
    let first = school.manager.client.get(&school.training_path(&written, "/revisions/1")).await.expect(200);
    assert_eq!((&first["release"], &first["content"]["skills"][0]["core"]), (&json!(61), &json!(false)));
}

#[tokio::test]
async fn every_difference_says_its_cause_and_where_the_meaning_went() {
    let api = FranceTravail::well().await;
    let settings = api.settings();
    let app = TestApp::start_with(&settings.iter().map(String::as_str).collect::<Vec<_>>()).await;
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let mut draft = school.draft(&app, "Développement").await;
    draft["jobs"] = json!([{ "code": "M1805" }, { "code": "M1801" }]);
    draft["skills"] =
        [PLAIN, CORE].map(|code| json!({ "skill": code, "target": 3, "pass": 2 })).to_vec().into();
    draft["courses"][0]["skills"] = json!([PLAIN, CORE]);
    let training = school.publish(&school.write(&draft).await).await;
    let next = Rome::starter().version(61).reused_job("M1805", "Métier tout autre", "M1801");
    let next = next.relabelled_job("M1801", "Administration autrement");
    let next = next.relabelled_skill(PLAIN, "Autrement").without_skill(CORE);
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    api.substitutes(&[("COMPETENCE", CORE, Some(RISING))]).await;
    let asking = partner(&app, Patience::api());
    let importer = Importer::from(&app.state);
    let report = check_partner(&importer, &asking, Choices::default(), &|_| {}).await.unwrap();
    assert_eq!(report.attempt.error, None);
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();

    let path = school.training_path(&training, "/revisions/1");
    let content = school.trainer.client.get(&path).await.expect(200)["content"].clone();
    let told: Vec<_> = content["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|told| {
            json!([told["code"], told["kinds"], told["now"], told["replaced_by"]["code"], told["marks"]])
        })
        .collect();
    let gone = training["content"]["skills"][1]["label"].clone();
    assert_eq!(
        told,
        [
            json!(["M1805", ["reused"], "Métier tout autre", "M1801", null]),
            json!(["M1801", ["relabelled"], "Administration autrement", null, null]),
            json!([PLAIN, ["relabelled"], "Autrement", null, null]),
            json!([CORE, ["retired"], gone, RISING, null]),
        ]
    );
}
