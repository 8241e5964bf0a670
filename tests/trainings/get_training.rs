use serde_json::json;

use crate::support::app::TestApp;
use crate::support::rome::Rome;

#[tokio::test]
async fn readers_see_what_is_being_written_and_its_version() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["title"] = json!("Développement web");
    school.rewrite(&training, &draft).await;
    let answer = school.trainer.client.get(&school.training_path(&training, "")).await;
    assert_eq!(answer.headers["etag"], "\"3\"");
    let shown = answer.expect(200);
    assert_eq!((&shown["status"], &shown["revision"]), (&json!("published"), &json!(1)));
    assert_eq!(
        (&shown["has_draft"], &shown["content"]["title"]),
        (&json!(true), &json!("Développement web"))
    );
}

#[tokio::test]
async fn what_deserves_a_look_is_told() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let mut draft = school.draft(&app, "Développement").await;
    draft["courses"][0]["skills"] = json!([]);
    let training = school.write(&draft).await;
    let kinds: Vec<_> = training["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| warning["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["skill_without_course", "skill_without_course", "course_without_skill"]);
    assert_eq!(training["warnings"][0]["subject"], draft["skills"][0]["skill"]);
}

#[tokio::test]
async fn a_new_release_changes_no_word_and_its_differences_are_shown() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let (training, draft) = school.published(&app, "Développement").await;
    let code = draft["skills"][0]["skill"].as_str().unwrap().to_owned();
    let gone = draft["skills"][1]["skill"].as_str().unwrap().to_owned();
    let (job, skill) = (training["content"]["jobs"][0]["label"].clone(), app.label_of(&code));
    let next = Rome::starter().version(61).without_skill(&gone).relabelled_job("M1805", "Métier tout autre");
    let next = next.relabelled_skill(&code, "Compétence tout autre");
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    let shown = school.trainer.client.get(&school.training_path(&training, "")).await.expect(200);
    assert_eq!(
        (&shown["content"]["jobs"][0]["label"], &shown["content"]["skills"][0]["label"]),
        (&job, &json!(skill))
    );
    let differences = shown["content"]["differences"].as_array().unwrap();
    let told: Vec<_> = differences.iter().map(|d| (&d["subject"], &d["code"], &d["active"])).collect();
    assert_eq!(
        told,
        [
            (&json!("job"), &json!("M1805"), &json!(true)),
            (&json!("skill"), &json!(code), &json!(true)),
            (&json!("skill"), &json!(gone), &json!(false)),
        ]
    );
    assert_eq!((&differences[0]["then"], &differences[0]["now"]), (&job, &json!("Métier tout autre")));
    assert_eq!(shown["warnings"][0]["kind"], "retired_skill");
}

#[tokio::test]
async fn foreign_unknown_and_hidden_trainings_do_not_exist() {
    let app = TestApp::with_catalogue().await;
    let (school, other) = (app.school("Atelier").await, app.school("Autre").await);
    let foreign = other.write(&json!({ "title": "Ailleurs" })).await;
    let client = &school.trainer.client;
    client.get(&school.training_path(&foreign, "")).await.expect_problem(404, "not_found");
    client.get(&school.path("/trainings/x")).await.expect_problem(404, "not_found");
    client.get(&other.training_path(&foreign, "")).await.expect_problem(404, "not_found");
    let trainee = app.trainee(&other.organisation).await;
    trainee.client.get(&other.training_path(&foreign, "")).await.expect_problem(403, "forbidden");
}
