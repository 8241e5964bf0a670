use carnet::catalog::{self, Catalog, Choices, Importer, Patience, check_partner};
use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_run_it};
use crate::support::app::TestApp;
use crate::support::france_travail::{FranceTravail, partner};
use crate::support::rome::Rome;
use crate::support::trainings::School;

/// A published training and its notices after a release that renames its first skill, retires its second one and gives
/// the code of its job to another job.
async fn noticed(app: &TestApp) -> (School, Value, Vec<Value>) {
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let (training, draft) = school.published(app, "Développement").await;
    app.review_catalog().await;
    let code = |place: usize| draft["skills"][place]["skill"].as_str().unwrap().to_owned();
    let next = Rome::starter().version(61).reused_job("M1805", "Métier tout autre", "M1801");
    let next = next.relabelled_skill(&code(0), "Autrement").without_skill(&code(1));
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    app.review_catalog().await;
    let page = school.manager.client.get(&school.path("/catalog-notices")).await.expect(200);
    let mut notices = Vec::new();
    for kind in ["relabelled", "retired", "reused"] {
        let items = page["items"].as_array().unwrap();
        notices.push(items.iter().find(|notice| notice["kind"] == kind).expect(kind).clone());
    }
    (school, training, notices)
}

fn path(school: &School, notice: &Value) -> String {
    school.path(&format!("/catalog-notices/{}/decision", notice["id"].as_str().unwrap()))
}

#[tokio::test]
async fn what_is_kept_stays_as_it_is() {
    let app = TestApp::start().await;
    let (school, training, notices) = noticed(&app).await;
    for notice in &notices {
        let kept = school
            .manager
            .client
            .post(&path(&school, notice), json!({ "decision": "kept" }))
            .await
            .expect(200);
        assert_eq!(kept["decision"], "kept");
        assert_ne!(kept["decided_at"], Value::Null);
    }
    let shown = school.manager.client.get(&school.training_path(&training, "")).await.expect(200);
    assert_eq!((&shown["has_draft"], &shown["version"]), (&json!(false), &training["version"]));
    let waiting = school.manager.client.get(&school.path("/catalog-notices?decided=false")).await.expect(200);
    assert_eq!(waiting["items"], json!([]));
    assert_eq!(noted(&app, "training.notice_decided").await.len(), 3);
}

#[tokio::test]
async fn what_is_accepted_is_written_for_the_next_revision_and_the_published_one_stays() {
    let app = TestApp::start().await;
    let (school, training, notices) = noticed(&app).await;
    for notice in &notices {
        school
            .manager
            .client
            .post(&path(&school, notice), json!({ "decision": "accepted" }))
            .await
            .expect(200);
    }
    let shown = school.manager.client.get(&school.training_path(&training, "")).await.expect(200);
    let content = &shown["content"];
    assert_eq!((&shown["has_draft"], &shown["revision"]), (&json!(true), &json!(1)));
    assert_eq!(content["jobs"][0]["code"], "M1801", "the code that means the same today");
    assert_eq!(content["skills"].as_array().unwrap().len(), 1, "what is nowhere any more is gone");
    assert_eq!(content["skills"][0]["label"], "Autrement");
    assert_eq!(content["courses"][0]["skills"], json!([content["skills"][0]["skill"]]));
    assert_eq!(content["differences"], json!([]));
    let first = school.manager.client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!(first["content"]["skills"], training["content"]["skills"]);
    assert_eq!(first["content"]["jobs"], training["content"]["jobs"]);
    let published = school.publish(&shown).await;
    assert_eq!(published["revision"], json!(2));
}

#[tokio::test]
async fn a_notice_is_decided_once_even_by_two_at_the_same_time() {
    let app = TestApp::start().await;
    let (school, _, notices) = noticed(&app).await;
    let path = path(&school, &notices[0]);
    let decide = |decision: &'static str| {
        let (client, path) = (school.manager.client.clone(), path.clone());
        async move { client.post(&path, json!({ "decision": decision })).await }
    };
    let answers = futures::future::join_all(["kept", "accepted", "kept", "accepted"].map(decide)).await;
    let (done, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!((done.len(), refused.len()), (1, 3));
    let decision = done[0].body["decision"].clone();
    for answer in refused {
        assert_eq!(answer.expect_problem(409, "illegal_transition")["current_state"], decision);
    }
}

#[tokio::test]
async fn an_archived_training_accepts_nothing_and_strangers_decide_nothing() {
    let app = TestApp::start().await;
    let (school, training, notices) = noticed(&app).await;
    let archive = school.training_path(&training, "/archive");
    school.manager.client.post_at(&archive, &training["version"]).await.expect(200);
    let accepting =
        school.manager.client.post(&path(&school, &notices[0]), json!({ "decision": "accepted" })).await;
    assert_eq!(accepting.expect_problem(409, "illegal_transition")["current_state"], "archived");
    school.manager.client.post(&path(&school, &notices[0]), json!({ "decision": "kept" })).await.expect(200);
    let wrong = school.manager.client.post(&path(&school, &notices[1]), json!({ "decision": "lost" })).await;
    wrong.expect_field("/decision", "invalid_type");
    let unknown = school.path(&format!("/catalog-notices/{}/decision", uuid::Uuid::nil()));
    school
        .manager
        .client
        .post(&unknown, json!({ "decision": "kept" }))
        .await
        .expect_problem(404, "not_found");
    let body = json!({ "decision": "kept" });
    only_for_those_who_run_it(&app, &school, Method::POST, &path(&school, &notices[1]), &body).await;
}

#[tokio::test]
async fn a_successor_named_after_the_release_takes_the_place_of_what_was_retired() {
    let api = FranceTravail::well().await;
    let settings = api.settings();
    let app = TestApp::start_with(&settings.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (school, training, notices) = noticed(&app).await;
    let retired = notices.iter().find(|notice| notice["kind"] == "retired").unwrap();
    assert_eq!(retired["replacement"], Value::Null);
    let (gone, next) = (retired["code"].as_str().unwrap(), "100063");
    api.substitutes(&[("COMPETENCE", gone, Some(next))]).await;
    let asking = partner(&app, Patience::api());
    let importer = Importer::from(&app.state);
    let report = check_partner(&importer, &asking, Choices::default(), &|_| {}).await.unwrap();
    assert_eq!(report.attempt.error, None);
    catalog::refresh(app.state.part::<Catalog>(), &app.state.pool).await.unwrap();
    let decided = school
        .manager
        .client
        .post(&path(&school, retired), json!({ "decision": "accepted" }))
        .await
        .expect(200);
    assert_eq!(decided["replacement"]["code"], next);
    let shown = school.manager.client.get(&school.training_path(&training, "")).await.expect(200);
    let skills: Vec<&str> = shown["content"]["skills"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|line| line["skill"].as_str())
        .collect();
    assert!(skills.contains(&next) && !skills.contains(&gone), "{skills:?}");
}
