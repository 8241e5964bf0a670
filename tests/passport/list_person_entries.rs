use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_organisation_reads_its_own_part_and_nothing_else() {
    let app = TestApp::with_catalogue().await;
    let (class, other) = (app.evaluation("Atelier").await, app.workshop("Ailleurs").await);
    class.zoe.client.put(&format!("/me/skills/{}", class.skills[0]), json!({ "level": 4 })).await.expect(200);
    let own = class.validate(&app, 2).await;
    app.join(&other.organisation, &class.zoe, Role::Trainee).await;
    let body =
        json!({ "person_id": class.zoe.id, "skill": class.skills[0], "grid_id": other.grid, "step": 2 });
    other.trainer.client.post(&other.path(), body).await.expect(201);
    let path = class.org(&format!("/people/{}/passport", class.zoe.id));
    for reader in [
        &class.school.manager,
        &class.school.trainer,
        &app.member(&class.school.organisation, Role::Admin).await,
    ] {
        let page = reader.client.get(&path).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "neither the declaration nor the entry of the other organisation");
        assert_eq!((&items[0]["entry_id"], &items[0]["kind"]), (&json!(own), &json!("validated")));
    }
    // The person sees all of it.
    assert_eq!(
        class.zoe.client.get("/me/passport/entries").await.expect(200)["items"].as_array().unwrap().len(),
        3
    );
}

#[tokio::test]
async fn who_is_no_business_of_theirs_does_not_exist() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.validate(&app, 2).await;
    let path = class.org(&format!("/people/{}/passport", class.zoe.id));
    class.outsider(&app).await.client.get(&path).await.expect_problem(404, "not_found");
    class.ali.client.get(&path).await.expect_problem(403, "forbidden");
    let other = app.evaluation("Ailleurs").await;
    other.school.manager.client.get(&path).await.expect_problem(404, "not_found");
    // Under one's own organisation, somebody it has never known.
    let stranger = other.org(&format!("/people/{}/passport", class.zoe.id));
    other.school.manager.client.get(&stranger).await.expect_problem(404, "not_found");
    let unknown = class.org(&format!("/people/{}/passport", uuid::Uuid::nil()));
    class.school.manager.client.get(&unknown).await.expect_problem(404, "not_found");
}
