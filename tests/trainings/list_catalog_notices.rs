use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;
use crate::support::trainings::School;

fn told(page: &Value) -> Vec<(String, String, String)> {
    let text = |notice: &Value, field: &str| notice[field].as_str().unwrap().to_owned();
    let mut told: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|notice| (text(notice, "training"), text(notice, "kind"), text(notice, "code")))
        .collect();
    told.sort();
    told
}

/// A release in which one job's code is given to another job, one skill is renamed and one is gone.
fn next(draft: &Value) -> Rome {
    let code = |place: usize| draft["skills"][place]["skill"].as_str().unwrap().to_owned();
    Rome::starter()
        .version(61)
        .reused_job("M1805", "Métier tout autre", "M1801")
        .relabelled_skill(&code(0), "Autrement")
        .without_skill(&code(1))
}

async fn prepared(app: &TestApp) -> (School, Value, Value) {
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let (training, draft) = school.published(app, "Développement").await;
    app.run_jobs().await;
    (school, training, draft)
}

#[tokio::test]
async fn each_line_a_release_says_otherwise_is_told_once_and_nothing_else() {
    let app = TestApp::start().await;
    let (school, training, draft) = prepared(&app).await;
    let other = school.write(&json!({ "title": "Sans rapport" })).await;
    let archived = school.published(&app, "Rangée").await.0;
    let path = school.training_path(&archived, "/archive");
    school.manager.client.post_at(&path, &archived["version"]).await.expect(200);
    assert_eq!(app.import_zip(next(&draft).zip()).await.attempt.error, None);
    app.review_catalog().await;
    app.review_catalog().await;
    let path = school.path("/catalog-notices");
    let page = school.trainer.client.get(&path).await.expect(200);
    let code = |place: usize| draft["skills"][place]["skill"].as_str().unwrap().to_owned();
    let mut expected = vec![
        ("Développement".to_owned(), "relabelled".to_owned(), code(0)),
        ("Développement".to_owned(), "retired".to_owned(), code(1)),
        ("Développement".to_owned(), "reused".to_owned(), "M1805".to_owned()),
    ];
    expected.sort();
    assert_eq!(told(&page), expected, "neither {other} nor the archived one is concerned");
    let reused = page["items"].as_array().unwrap().iter().find(|n| n["kind"] == "reused").unwrap();
    assert_eq!(
        (&reused["after"], &reused["replacement"]["code"]),
        (&json!("Métier tout autre"), &json!("M1801"))
    );
    assert_eq!((&reused["release"], &reused["decision"]), (&json!(61), &Value::Null));
    let shown = school.trainer.client.get(&school.training_path(&training, "")).await.expect(200);
    assert_eq!(shown["content"]["skills"], training["content"]["skills"], "nothing changes by itself");
    let narrowed = format!("{path}?training_id={}&decided=false", training["id"].as_str().unwrap());
    assert_eq!(school.trainer.client.get(&narrowed).await.expect(200)["items"].as_array().unwrap().len(), 3);
    let none = format!("{path}?training_id={}", other["id"].as_str().unwrap());
    assert_eq!(school.trainer.client.get(&none).await.expect(200)["items"], json!([]));
    assert_eq!(
        school.trainer.client.get(&format!("{path}?decided=true")).await.expect(200)["items"],
        json!([])
    );
}

#[tokio::test]
async fn those_who_run_the_organisation_are_told_once_for_all_trainings() {
    let app = TestApp::start().await;
    let (school, _, draft) = prepared(&app).await;
    school.write(&draft).await;
    app.import_zip(next(&draft).zip()).await;
    app.review_catalog().await;
    app.review_catalog().await;
    let mails = app.mails_to(&school.manager.email).await;
    let about: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("ROME")).collect();
    assert_eq!(about.len(), 1);
    assert!(about[0].subject.contains("2 formations") && about[0].body.contains("Atelier"), "{:?}", about[0]);
    assert!(app.mails_to(&school.trainer.email).await.iter().all(|mail| !mail.subject.contains("ROME")));
}

#[tokio::test]
async fn two_nodes_that_look_at_once_tell_once() {
    let app = TestApp::start().await;
    let (school, _, draft) = prepared(&app).await;
    app.import_zip(next(&draft).zip()).await;
    futures::future::join_all((0..4).map(|_| app.review_catalog())).await;
    let page = school.trainer.client.get(&school.path("/catalog-notices")).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 3);
    let mails = app.mails_to(&school.manager.email).await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("ROME")).count(), 1);
}

#[tokio::test]
async fn a_release_that_says_the_same_tells_nothing_and_strangers_see_nothing() {
    let app = TestApp::start().await;
    let (school, _, draft) = prepared(&app).await;
    app.import_zip(Rome::starter().version(61).zip()).await;
    app.review_catalog().await;
    let path = school.path("/catalog-notices");
    assert_eq!(school.trainer.client.get(&path).await.expect(200)["items"], json!([]));
    app.import_zip(next(&draft).version(62).zip()).await;
    app.review_catalog().await;
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
    let other = app.school("Autre").await;
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
    assert_eq!(
        other.manager.client.get(&other.path("/catalog-notices")).await.expect(200)["items"],
        json!([])
    );
}

#[tokio::test]
async fn a_notice_tells_the_state_of_its_training() {
    let app = TestApp::start().await;
    let (school, training, draft) = prepared(&app).await;
    assert_eq!(app.import_zip(next(&draft).zip()).await.attempt.error, None);
    app.review_catalog().await;
    let path = school.path("/catalog-notices");
    let states = async || -> Vec<Value> {
        let page = school.trainer.client.get(&path).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|notice| notice["training_status"].clone()).collect()
    };
    assert_eq!(states().await, vec![json!("published"); 3]);
    let archive = school.training_path(&training, "/archive");
    school.manager.client.post_at(&archive, &training["version"]).await.expect(200);
    assert_eq!(states().await, vec![json!("archived"); 3]);
    // Keeping is possible all the same, and the answer tells the state too.
    let page = school.trainer.client.get(&path).await.expect(200);
    let decision = format!("{path}/{}/decision", page["items"][0]["id"].as_str().unwrap());
    let kept = school.manager.client.post(&decision, json!({ "decision": "kept" })).await.expect(200);
    assert_eq!(kept["training_status"], "archived");
}
