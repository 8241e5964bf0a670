use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

/// The address of what the newest import means.
async fn newest(staff: &crate::support::client::Client, rest: &str) -> String {
    let imports = staff.get("/admin/catalog-imports?limit=1").await.expect(200);
    format!("/admin/catalog-imports/{}/{rest}", imports["items"][0]["id"].as_str().unwrap())
}

#[tokio::test]
async fn grids_that_measure_what_a_release_changed_are_listed_as_they_were_then() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    app.review_catalog().await;
    let staff = app.platform_admin().await.client;
    let (school, other) = (app.school("Atelier").await, app.school("École").await);
    // The second skill of a draft is measured by the organisation's grid, the first by the common scale.
    let (_, draft) = school.published(&app, "Un").await;
    let (training, _) = school.published(&app, "Deux").await;
    school.write(&draft).await;
    other.published(&app, "Trois").await;
    let archived = school.published(&app, "Rangée").await.0;
    let path = school.training_path(&archived, "/archive");
    school.manager.client.post_at(&path, &archived["version"]).await.expect(200);
    let skill = draft["skills"][1]["skill"].as_str().unwrap();
    app.import_zip(Rome::starter().version(61).relabelled_skill(skill, "Autrement").zip()).await;
    let list = newest(&staff, "grids").await;
    assert_eq!(staff.get(&list).await.expect(200)["items"], json!([]), "nothing is known before the review");
    app.review_catalog().await;
    app.review_catalog().await;

    let page = staff.get(&list).await.expect(200);
    let told: Vec<Value> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|grid| json!([grid["organisation"], grid["id"], grid["lines"]]))
        .collect();
    assert_eq!(told, [json!(["Atelier", school.grid, 3]), json!(["École", other.grid, 1])]);
    assert_eq!(staff.get(&newest(&staff, "effect").await).await.expect(200)["grids"], 2);
    // What the training says afterwards changes nothing of what the release touched.
    school.rewrite(&training, &json!({ "title": "Deux" })).await;
    assert_eq!(staff.get(&list).await.expect(200), page);
    let first = staff.get(&format!("{list}?limit=1")).await.expect(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = staff.get(&format!("{list}?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!((&second["items"], &second["next_cursor"]), (&json!([page["items"][1]]), &Value::Null));
}

#[tokio::test]
async fn a_release_that_changes_no_measured_skill_touches_no_grid() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let staff = app.platform_admin().await.client;
    let school = app.school("Atelier").await;
    let (_, draft) = school.published(&app, "Un").await;
    let common = draft["skills"][0]["skill"].as_str().unwrap();
    let next = Rome::starter().version(61).relabelled_skill(common, "Autrement");
    app.import_zip(next.relabelled_job("M1805", "Métier tout autre").zip()).await;
    app.review_catalog().await;
    assert_eq!(staff.get(&newest(&staff, "grids").await).await.expect(200)["items"], json!([]));
    let effect = staff.get(&newest(&staff, "effect").await).await.expect(200);
    assert_eq!((&effect["grids"], &effect["trainings"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn only_staff_reads_it_and_only_of_imports_that_changed_something() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    app.import_zip(b"not a zip".to_vec()).await;
    let staff = app.platform_admin().await.client;
    let refused = newest(&staff, "grids").await;
    staff.get(&refused).await.expect_problem(404, "not_found");
    let unknown = format!("/admin/catalog-imports/{}/grids", uuid::Uuid::nil());
    staff.get(&unknown).await.expect_problem(404, "not_found");
    app.anonymous().get(&unknown).await.expect_problem(401, "unauthenticated");
    let somebody = app.person("Zoé", "Martin").await.client;
    somebody.get(&unknown).await.expect_problem(403, "forbidden");
}
