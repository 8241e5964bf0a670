use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::{NDA, whole_identity};
use crate::support::register::FakeRegister;

#[tokio::test]
async fn the_platform_lists_them_by_name() {
    let app = TestApp::start().await;
    let platform = app.platform_admin().await;
    for name in ["Zinc", "atelier", "Écluse"] {
        let org = app.organisation(name).await;
        app.trainee(&org).await;
    }
    let (mut seen, mut path) = (Vec::new(), "/admin/organisations?limit=2".to_owned());
    loop {
        let page = platform.client.get(&path).await.expect(200);
        for row in page["items"].as_array().unwrap() {
            assert_eq!(row["members"], 1);
            seen.push(row["name"].as_str().unwrap().to_owned());
        }
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/admin/organisations?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, ["atelier", "Écluse", "Zinc"]);
    platform.client.get("/admin/organisations?cursor=W10").await.expect_field("/cursor", "invalid_cursor");
}

#[tokio::test]
async fn the_platform_sees_who_is_confirmed_and_who_is_contradicted() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    register.does_not_hold("18004623700012").await;
    let app = register.app().await;
    let names = ["Confirmée", "Démentie", "Endormie", "Inconnue"];
    let mut orgs = Vec::new();
    for name in names {
        orgs.push(app.organisation(name).await);
    }
    for (org, siret) in orgs.iter().zip([SIRET, "18004623700012", "26570134200148"]) {
        app.declare(org, &whole_identity(siret)).await;
    }
    app.run_jobs().await;
    let page = app.platform_admin().await.client.get("/admin/organisations").await.expect(200);
    let told: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!([row["name"], row["standing"], row["contradictions"], row["checked_at"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!(["Confirmée", "confirmed", [], "2026-03-03T08:00:00Z"]),
            json!(["Démentie", "contradicted", ["siret_unknown"], "2026-03-03T08:00:00Z"]),
            json!(["Endormie", "unverified", [], null]),
            json!(["Inconnue", "incomplete", [], null]),
        ]
    );
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::start().await;
    let admin = app.member(&app.organisation("Atelier").await, Role::Admin).await;
    admin.client.get("/admin/organisations").await.expect_problem(403, "forbidden");
    app.anonymous().get("/admin/organisations").await.expect_problem(401, "unauthenticated");
}
