use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn one_sees_ones_organisations_and_no_other() {
    let app = TestApp::start().await;
    let person = app.person("Inès", "Lefèvre").await;
    assert_eq!(
        person.client.get("/me/organisations").await.expect(200),
        json!({ "items": [], "next_cursor": null })
    );
    let (atelier, beton) = (app.organisation("atelier").await, app.organisation("Béton").await);
    app.member(&app.organisation("Autre").await, Role::Admin).await;
    app.join(&beton, &person, Role::Manager).await;
    app.join(&atelier, &person, Role::Trainee).await;
    app.suspend(&beton).await;
    assert_eq!(
        person.client.get("/me/organisations").await.expect(200)["items"],
        json!([
            { "id": atelier.id, "name": "atelier", "role": "trainee", "status": "active" },
            { "id": beton.id, "name": "Béton", "role": "manager", "status": "suspended" },
        ])
    );
    app.anonymous().get("/me/organisations").await.expect_problem(401, "unauthenticated");
}
