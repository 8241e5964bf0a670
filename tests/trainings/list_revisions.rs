use carnet::orgs::Role;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::users::User;

#[tokio::test]
async fn revisions_come_newest_first_with_the_one_being_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    draft["title"] = json!("Développement web");
    school.rewrite(&training, &draft).await;
    let path = school.training_path(&training, "/revisions");
    let listed = school.trainer.client.get(&path).await.expect(200);
    let told: Vec<_> = listed["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (&r["number"], &r["title"], &r["release"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!(2), &json!("Développement web"), &json!(60)),
            (&json!(1), &json!("Développement"), &json!(60)),
        ]
    );
    assert_eq!(listed["items"][0]["published_at"], Value::Null);
    assert_ne!(listed["items"][1]["published_at"], Value::Null);
    let other = app.school("Autre").await;
    other.manager.client.get(&path).await.expect_problem(404, "not_found");
    let foreign = other.training_path(&training, "/revisions");
    other.manager.client.get(&foreign).await.expect_problem(404, "not_found");
    app.trainee(&school.organisation).await.client.get(&path).await.expect_problem(403, "forbidden");
}

async fn name(user: &User) -> Value {
    let me = user.client.get("/me").await.expect(200);
    json!(format!("{} {}", me["first_name"].as_str().unwrap(), me["last_name"].as_str().unwrap()))
}

#[tokio::test]
async fn each_revision_says_who_published_it_until_the_account_is_gone() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (training, mut draft) = school.published(&app, "Développement").await;
    let deputy = app.member(&school.organisation, Role::Admin).await;
    draft["title"] = json!("Développement web");
    let path = school.training_path(&training, "");
    let second = deputy.client.put_at(&path, &training["version"], &draft).await.expect(200);
    let publish = school.training_path(&training, "/publish");
    let second = school.manager.client.post_at(&publish, &second["version"]).await.expect(200);
    draft["title"] = json!("Développement mobile");
    deputy.client.put_at(&path, &second["version"], &draft).await.expect(200);
    let path = school.training_path(&training, "/revisions");
    let names = async || -> Vec<Value> {
        let page = school.trainer.client.get(&path).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|revision| revision["written_by"].clone()).collect()
    };
    let (deputy_name, manager_name) = (name(&deputy).await, name(&school.manager).await);
    assert_ne!(deputy_name, manager_name);
    assert_eq!(names().await, [&deputy_name, &manager_name, &manager_name].map(Clone::clone));

    // The account goes: what was published stays, without the name.
    for sql in ["DELETE FROM organisation_member WHERE person_id = $1", "DELETE FROM person WHERE id = $1"] {
        sqlx::query(sql).bind(school.manager.id.0).execute(&app.state.pool).await.unwrap();
    }
    assert_eq!(names().await, [deputy_name, Value::Null, Value::Null]);
    let first = school.trainer.client.get(&format!("{path}/1")).await.expect(200);
    assert_eq!((&first["written_by"], &first["content"]["title"]), (&Value::Null, &json!("Développement")));
    let forged =
        sqlx::query("UPDATE training_revision SET written_by = $1 WHERE number = 1").bind(deputy.id.0);
    assert!(forged.execute(&app.state.pool).await.is_err(), "nobody else becomes its author");
}
