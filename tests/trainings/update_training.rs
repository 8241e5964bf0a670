use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;
use crate::support::rome::Rome;

#[tokio::test]
async fn what_is_written_after_publication_is_the_next_revision_and_nothing_else_moves() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["title"] = json!("Développement web");
    let written = school.rewrite(&training, &draft).await;
    assert_eq!((&written["revision"], &written["has_draft"]), (&json!(1), &json!(true)));
    let first = school.manager.client.get(&school.training_path(&training, "/revisions/1")).await.expect(200);
    assert_eq!(first["content"]["title"], "Développement");
    draft["title"] = json!("Développement");
    let back = school.rewrite(&written, &draft).await;
    assert_eq!(
        (&back["has_draft"], &back["version"]),
        (&json!(false), &json!(4)),
        "nothing is left to publish"
    );
}

#[tokio::test]
async fn two_who_write_at_once_end_with_one_and_the_other_sees_it() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let draft = school.draft(&app, "Développement").await;
    let training = school.write(&draft).await;
    let path = school.training_path(&training, "");
    let writes = (0..6).map(|n| {
        let mut draft = draft.clone();
        draft["title"] = json!(format!("Version {n}"));
        let (client, path) = (school.manager.client.clone(), path.clone());
        async move { client.put_at(&path, &json!(1), draft).await }
    });
    let answers = futures::future::join_all(writes).await;
    let winner = answers.iter().find(|answer| answer.status == 200).expect("one of them").body.clone();
    let mut refused = 0;
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        let problem = answer.expect_problem(412, "stale");
        assert_eq!(problem["current"]["content"]["title"], winner["content"]["title"]);
        refused += 1;
    }
    assert_eq!(refused, 5);
    let shown = school.manager.client.get(&path).await.expect(200);
    assert_eq!((&shown["version"], &shown["content"]["title"]), (&json!(2), &winner["content"]["title"]));
}

#[tokio::test]
async fn names_of_the_catalogue_change_only_when_a_line_accepts_it() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    let code = draft["skills"][0]["skill"].as_str().unwrap().to_owned();
    let (job, skill) = (training["content"]["jobs"][0]["label"].clone(), app.label_of(&code));
    let next = Rome::starter().version(61).relabelled_job("M1805", "Métier tout autre");
    app.import_zip(next.relabelled_skill(&code, "Compétence tout autre").zip()).await;
    draft["title"] = json!("Développement web");
    let written = school.rewrite(&training, &draft).await;
    let content = &written["content"];
    assert_eq!((&content["jobs"][0]["label"], &content["skills"][0]["label"]), (&job, &json!(skill)));
    draft["jobs"][0]["accept_label"] = json!(true);
    draft["skills"][0]["accept_label"] = json!(true);
    let accepted = school.rewrite(&written, &draft).await;
    let content = &accepted["content"];
    assert_eq!(content["jobs"][0]["label"], "Métier tout autre");
    assert_eq!(content["skills"][0]["label"], "Compétence tout autre");
    assert_eq!(content["differences"], json!([]));
}

#[tokio::test]
async fn archived_trainings_are_not_written_and_faults_lose_nothing() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    let path = school.training_path(&training, "");
    let client = &school.manager.client;
    client.put(&path, &draft).await.expect_problem(428, "precondition_required");
    draft["title"] = json!("");
    client.put_at(&path, &training["version"], &draft).await.expect_field("/title", "required");
    let shown = client.get(&path).await.expect(200);
    assert_eq!(shown["content"]["title"], "Développement");
    let archived = client.post_at(&format!("{path}/archive"), &training["version"]).await.expect(200);
    let refused = client.put_at(&path, &archived["version"], &draft).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
    let unknown = school.path(&format!("/trainings/{}", uuid::Uuid::nil()));
    client.put_at(&unknown, &json!(1), &draft).await.expect_problem(404, "not_found");
    let other = school.write(&json!({ "title": "Autre" })).await;
    let path = school.training_path(&other, "");
    only_for_those_who_run_it(&app, &school, Method::PUT, &path, &json!({ "title": "Soudure" })).await;
}
