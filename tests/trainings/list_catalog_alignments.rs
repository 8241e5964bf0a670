use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;
use crate::support::trainings::School;

fn counts(alignment: &Value) -> Vec<Value> {
    let items = alignment["items"].as_array().unwrap().iter();
    items.map(|it| json!([it["item"], it["linked"], it["present"], it["to_decide"]])).collect()
}

async fn read(app: &TestApp, school: &School) -> Vec<Value> {
    let client = app.renewed(&school.trainer).client;
    let page = client.get(&school.path("/catalog-alignments")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

/// A published training with one job and two skills, an archived one, and an own skill linked to the second skill.
async fn prepared(app: &TestApp) -> (School, Value) {
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let (training, _) = school.published(app, "Développement").await;
    let archived = school.published(app, "Rangée").await.0;
    let path = school.training_path(&archived, "/archive");
    school.manager.client.post_at(&path, &archived["version"]).await.expect(200);
    let own = school.own_skill("Faire autrement").await;
    let link = school.path(&format!("/own-skills/{}/link", own["id"].as_str().unwrap()));
    let skill = &training["content"]["skills"][1]["skill"];
    school.manager.client.put(&link, json!({ "skill": skill })).await.expect(200);
    (school, training)
}

#[tokio::test]
async fn each_release_keeps_the_proof_of_what_it_had_of_what_was_linked() {
    let app = TestApp::start().await;
    let (school, training) = prepared(&app).await;
    let foreign = app.school("Autre").await;
    foreign.published(&app, "Ailleurs").await;
    app.review_catalog().await;
    let whole =
        [json!(["training_job", 1, 1, 0]), json!(["training_skill", 2, 2, 0]), json!(["own_skill", 1, 1, 0])];
    let before = read(&app, &school).await;
    assert_eq!((before.len(), counts(&before[0])), (1, whole.to_vec()));
    let told = |it: &Value| json!([it["release"], it["linked"], it["present"], it["to_decide"]]);
    assert_eq!(told(&before[0]), json!([60, 4, 4, 0]));
    assert_eq!(before[0]["measured_at"], "2026-03-03T08:00:00Z");

    // The skill that both the training and the own skill name is gone, the code of the job names another one.
    let gone = training["content"]["skills"][1]["skill"].as_str().unwrap();
    let next =
        Rome::starter().version(61).reused_job("M1805", "Métier tout autre", "M1801").without_skill(gone);
    app.advance(Duration::minutes(10));
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    app.review_catalog().await;
    let after = read(&app, &school).await;
    assert_eq!(
        counts(&after[0]),
        [json!(["training_job", 1, 1, 1]), json!(["training_skill", 2, 1, 1]), json!(["own_skill", 1, 0, 1])]
    );
    assert_eq!(told(&after[0]), json!([61, 4, 2, 3]));
    assert_eq!(after[1], before[0], "what version 60 had stays proved");
    assert_eq!(told(&read(&app, &foreign).await[0]), json!([61, 3, 2, 2]));
}

#[tokio::test]
async fn what_is_decided_is_counted_an_hour_later_under_the_same_release() {
    let app = TestApp::start().await;
    let (school, training) = prepared(&app).await;
    let gone = training["content"]["skills"][1]["skill"].as_str().unwrap();
    assert_eq!(
        app.import_zip(Rome::starter().version(61).without_skill(gone).zip()).await.attempt.error,
        None
    );
    app.review_catalog().await;
    let page = school.manager.client.get(&school.path("/catalog-notices")).await.expect(200);
    let path =
        school.path(&format!("/catalog-notices/{}/decision", page["items"][0]["id"].as_str().unwrap()));
    school.manager.client.post(&path, json!({ "decision": "accepted" })).await.expect(200);
    app.advance(Duration::minutes(59));
    app.review_catalog().await;
    assert_eq!(counts(&read(&app, &school).await[0])[1], json!(["training_skill", 2, 1, 1]));
    app.advance(Duration::minutes(1));
    app.review_catalog().await;
    let measured = read(&app, &school).await;
    assert_eq!((measured.len(), counts(&measured[0])[1].clone()), (1, json!(["training_skill", 1, 1, 0])));
    assert_eq!(measured[0]["measured_at"], "2026-03-03T09:00:00Z");
}

#[tokio::test]
async fn an_organisation_without_anything_is_aligned_and_only_those_who_teach_there_read_it() {
    let app = TestApp::start().await;
    let school = app.school("Atelier").await;
    let path = school.path("/catalog-alignments");
    let client = &school.trainer.client;
    assert_eq!(client.get(&path).await.expect(200)["items"], json!([]), "no release yet");
    app.import_zip(Rome::starter().zip()).await;
    app.review_catalog().await;
    app.advance(Duration::minutes(1));
    app.import_zip(Rome::starter().version(61).zip()).await;
    app.review_catalog().await;
    let page = client.get(&format!("{path}?limit=1")).await.expect(200);
    assert_eq!((&page["items"][0]["release"], &page["items"][0]["linked"]), (&json!(61), &json!(0)));
    let cursor = page["next_cursor"].as_str().unwrap();
    let page = client.get(&format!("{path}?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!((&page["items"][0]["release"], &page["next_cursor"]), (&json!(60), &Value::Null));
    let trainee = app.trainee(&school.organisation).await;
    trainee.client.get(&path).await.expect_problem(403, "forbidden");
    app.school("Autre").await.manager.client.get(&path).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}
