use carnet::orgs::Role;
use serde_json::{Value, json};

use crate::support::app::TestApp;

fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|m| m["first_name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn those_who_run_the_organisation_see_everybody_by_name() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (admin, trainee) = (app.member(&org, Role::Admin).await, app.trainee(&org).await);
    let manager = app.member(&org, Role::Manager).await;
    app.trainer(&org).await;
    app.trainee(&app.organisation("Autre").await).await;
    for reader in [&admin, &manager] {
        let page = reader.client.get(&org.path("/members")).await.expect(200);
        assert_eq!(names(&page), ["Adèle", "Farida", "Marc", "Samir"]);
        assert_eq!(page["items"][3]["email"], trainee.email);
        assert_eq!(page["items"][3]["role"], "trainee");
        assert!(page["next_cursor"].is_null());
    }
}

#[tokio::test]
async fn a_trainer_sees_the_trainees_names_only() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let (trainer, trainee) = (app.trainer(&org).await, app.trainee(&org).await);
    app.member(&org, Role::Admin).await;
    let page = trainer.client.get(&org.path("/members")).await.expect(200);
    assert_eq!(names(&page), ["Samir"]);
    assert_eq!(page["items"][0]["person_id"], trainee.id.to_string());
    assert!(page["items"][0]["email"].is_null());
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let admin = app.member(&org, Role::Admin).await;
    for first_name in ["Zoé", "Émile", "Bob", "Ève"] {
        let user = app.person(first_name, "Membre").await;
        app.join(&org, &user, Role::Trainee).await;
    }
    let (mut seen, mut path) = (Vec::new(), org.path("/members?limit=2"));
    loop {
        let page = admin.client.get(&path).await.expect(200);
        seen.extend(names(&page).into_iter().map(str::to_owned));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = org.path(&format!("/members?limit=2&cursor={cursor}"));
    }
    assert_eq!(seen, ["Adèle", "Bob", "Émile", "Ève", "Zoé"]);
    admin.client.get(&org.path("/members?limit=0")).await.expect_field("/limit", "out_of_range");
    admin.client.get(&org.path("/members?cursor=x")).await.expect_field("/cursor", "invalid_cursor");
    admin.client.get(&org.path("/members?role=admin")).await.expect_field("/role", "unknown_field");
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let path = org.path("/members");
    app.trainee(&org).await.client.get(&path).await.expect_problem(403, "forbidden");
    app.platform_admin().await.client.get(&path).await.expect_problem(403, "forbidden");
    let foreign = app.member(&app.organisation("Autre").await, Role::Admin).await;
    foreign.client.get(&path).await.expect_problem(404, "not_found");
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
    let unknown = foreign.client.get(&format!("/organisations/{}/members", uuid::Uuid::nil())).await;
    assert_eq!(unknown.expect_problem(404, "not_found")["errors"], json!(null));
}
