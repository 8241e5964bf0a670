use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;

#[tokio::test]
async fn a_training_needs_only_its_title() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let answer =
        school.manager.client.post(&school.path("/trainings"), json!({ "title": " Soudure " })).await;
    assert_eq!(answer.headers["etag"], "\"1\"");
    let training = answer.expect(201);
    assert_eq!((&training["status"], &training["revision"]), (&json!("draft"), &json!(0)));
    assert_eq!((&training["has_draft"], &training["warnings"]), (&json!(true), &json!([])));
    assert_eq!(
        (&training["content"]["title"], &training["content"]["nature"]),
        (&json!("Soudure"), &json!("training"))
    );
    assert_eq!(training["updated_by"], "Marc Membre");
    assert_eq!(noted(&app, "training.written").await, [Some(json!({ "revision": 1 }))]);
}

#[tokio::test]
async fn everything_that_was_sent_is_there_with_the_names_of_the_catalogue() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let own = school.own_skill("À notre façon").await;
    let mut draft = school.draft(&app, "Développement").await;
    draft["texts"] = json!({ "objectives": "Créer un site", "price": "900 € net de taxe" });
    draft["nature"] = json!("experience_validation");
    draft["certification"] = json!({
        "code": "rncp35584", "blocks": ["RNCP35584BC01"], "formacodes": ["46252"], "specialities": ["326t"],
    });
    let line = json!({ "skill": own["id"], "target": 4, "pass": 3 });
    draft["skills"].as_array_mut().unwrap().push(line);
    let content = school.write(&draft).await["content"].clone();
    let codes = app.skills_of("M1805");
    assert_eq!(content["nature"], "experience_validation");
    assert_eq!(content["texts"]["objectives"], "Créer un site");
    assert_eq!(content["texts"]["audience"], "");
    assert_eq!(content["certification"]["code"], "RNCP35584");
    assert_eq!(content["certification"]["specialities"], json!(["326T"]));
    assert_eq!(content["jobs"][0]["code"], "M1805");
    assert!(!content["jobs"][0]["label"].as_str().unwrap().is_empty());
    let [first, second, third] = [0, 1, 2].map(|place| content["skills"][place].clone());
    assert_eq!((&first["skill"], &first["label"]), (&json!(codes[0]), &json!(app.label_of(&codes[0]))));
    assert_eq!((&first["jobs"], &first["grid"]), (&json!(["M1805"]), &Value::Null));
    assert_eq!(first["target"], json!({ "value": 3, "name": "Autonome" }));
    assert_eq!(first["pass"], json!({ "value": 2, "name": "Guidé" }));
    assert_eq!((&second["grid"]["version"], &second["target"]["name"]), (&json!(1), &json!("Acquis")));
    assert_eq!((&third["kind"], &third["jobs"]), (&Value::Null, &json!([])));
    assert_eq!(third["label"], "À notre façon");
    assert_eq!(content["courses"][0]["skills"], json!([codes[0], codes[1]]));
    assert_eq!((&content["minutes"], &content["differences"]), (&json!(120), &json!([])));
}

#[tokio::test]
async fn a_skill_that_two_jobs_list_stands_once_and_names_both() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    // Two jobs of the starter catalogue that share a skill.
    let (one, other, shared) = app.sharing_jobs();
    let draft = json!({
        "title": "Deux métiers", "jobs": [{ "code": one }, { "code": other }],
        "skills": [{ "skill": shared, "target": 3, "pass": 3 }],
    });
    let training = school.write(&draft).await;
    assert_eq!(training["content"]["skills"][0]["jobs"], json!([one, other]));
}

#[tokio::test]
async fn every_fault_is_told_at_its_place_and_nothing_is_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let foreign = app.school("Autre").await;
    let (course, own) = (foreign.course("Ailleurs").await, foreign.own_skill("Ailleurs").await);
    let code = app.skills_of("M1805").swap_remove(0);
    let draft = json!({
        "title": "A",
        "texts": { "description": "x".repeat(5001) },
        "certification": { "code": "35584" },
        "jobs": [{ "code": "M1805" }, { "code": "Z9999" }, { "code": "M1805" }, { "code": "M1801", "appellation": "Roi" }],
        "skills": [
            { "skill": code, "target": 5, "pass": 1 },
            { "skill": code, "target": 3, "pass": 4 },
            { "skill": own["id"], "target": 3, "pass": 3 },
            { "skill": "999999999", "target": 3, "pass": 3 },
            { "skill": code, "grid_id": foreign.grid, "target": 1, "pass": 1 },
            { "skill": code, "target": 3, "pass": 3 },
            { "skill": code, "target": 3, "pass": 3 },
        ],
        "courses": [{ "course_id": course["id"] }],
    });
    let refused = school.manager.client.post(&school.path("/trainings"), draft).await;
    let problem = refused.expect_problem(422, "invalid_request");
    let told: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("/title", "too_short"),
            ("/texts/description", "too_long"),
            ("/certification/code", "certification_format"),
            ("/jobs/1/code", "unknown_job"),
            ("/jobs/2/code", "duplicate"),
            ("/jobs/3/appellation", "unknown_appellation"),
            ("/skills/0/target", "unknown_level"),
            ("/skills/1/pass", "above_target"),
            ("/skills/2/skill", "unknown_skill"),
            ("/skills/3/skill", "unknown_skill"),
            ("/skills/4/grid_id", "unknown_grid"),
            ("/skills/6/skill", "duplicate"),
            ("/courses/0/course_id", "unknown_course"),
        ]
    );
    let listed = school.manager.client.get(&school.path("/trainings")).await.expect(200);
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn unknown_fields_are_refused_and_lists_are_bounded() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let path = school.path("/trainings");
    let client = &school.manager.client;
    client
        .post(&path, json!({ "title": "Soudure", "state": "published" }))
        .await
        .expect_field("/state", "unknown_field");
    client
        .post(&path, json!({ "title": "Soudure", "texts": { "prix": "" } }))
        .await
        .expect_field("/texts/prix", "unknown_field");
    client.post(&path, json!({})).await.expect_field("/title", "required");
    let many = |n: usize| json!({ "title": "Soudure", "jobs": vec![json!({ "code": "M1805" }); n] });
    client.post(&path, many(11)).await.expect_field("/jobs", "too_many");
    only_for_those_who_run_it(&app, &school, Method::POST, &path, &json!({ "title": "Soudure" })).await;
}
