use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_organisation_sees_its_own_entries_newest_first() {
    let app = TestApp::with_catalogue().await;
    let (one, two) = (app.workshop("Atelier des métiers").await, app.workshop("École du Rhône").await);
    let skills = app.skills_of("M1805");
    let mut recorded = Vec::new();
    for skill in &skills[..5] {
        recorded.insert(0, one.validate(&app, &one.body(skill, 2)).await);
        two.validate(&app, &two.body(skill, 2)).await;
        app.advance(chrono::Duration::seconds(1));
    }
    let (mut seen, mut path) = (Vec::new(), format!("{}?limit=2", one.path()));
    loop {
        let page = one.trainer.client.get(&path).await.expect(200);
        let items = page["items"].as_array().unwrap();
        seen.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("{}?limit=2&cursor={cursor}", one.path());
    }
    assert_eq!(seen, recorded);
}

#[tokio::test]
async fn entries_are_filtered_by_person() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let second = app.trainee(&workshop.organisation).await;
    let skill = app.skills_of("M1805")[0].clone();
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let mut body = workshop.body(&skill, 3);
    body["person_id"] = json!(second.id);
    workshop.validate(&app, &body).await;
    let of = async |person: uuid::Uuid| {
        let list =
            workshop.trainer.client.get(&format!("{}?person_id={person}", workshop.path())).await.expect(200);
        list["items"].as_array().unwrap().iter().map(|item| item["step"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(of(workshop.trainee.id.0).await, [json!(2)]);
    assert_eq!(of(second.id.0).await, [json!(3)]);
    assert!(of(uuid::Uuid::nil()).await.is_empty());
}

#[tokio::test]
async fn those_who_work_there_read() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    for role in [Role::Admin, Role::Manager, Role::Trainer] {
        app.member(&workshop.organisation, role).await.client.get(&workshop.path()).await.expect(200);
    }
    workshop.trainee.client.get(&workshop.path()).await.expect_problem(403, "forbidden");
    let other = app.workshop("École du Rhône").await;
    for stranger in [&other.trainer, &app.platform_admin().await] {
        stranger.client.get(&workshop.path()).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(&workshop.path()).await.expect_problem(401, "unauthenticated");
    // A suspended organisation still reads what it wrote.
    app.suspend(&workshop.organisation).await;
    workshop.trainer.client.get(&workshop.path()).await.expect(200);
}

#[tokio::test]
async fn wrong_parameters_are_refused() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    for (query, pointer, code) in [
        ("limit=0", "/limit", "out_of_range"),
        ("cursor=xyz", "/cursor", "invalid_cursor"),
        ("person_id=me", "/person_id", "invalid_type"),
        ("skill=1", "/skill", "unknown_field"),
    ] {
        let path = format!("{}?{query}", workshop.path());
        workshop.trainer.client.get(&path).await.expect_field(pointer, code);
    }
}
