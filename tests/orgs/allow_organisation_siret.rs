use carnet::orgs::Role;
use serde_json::json;

use super::audited;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::whole_identity;

#[tokio::test]
async fn a_number_taken_by_mistake_is_declared_again() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let admin = app.member(&org, Role::Admin).await;
    let identity = org.path("/identity");
    admin.client.put_at(&identity, &json!(1), whole_identity(SIRET)).await.expect(200);
    let withdraw = format!("/admin/organisations/{}/withdraw-siret", org.id);
    platform.client.post(&withdraw, json!({ "siret": SIRET, "reason": "Sans droit" })).await.expect(204);
    let path = format!("/admin/organisations/{}/withdrawn-sirets/{SIRET}", org.id);
    admin.client.delete(&path).await.expect_problem(403, "forbidden");
    app.anonymous().delete(&path).await.expect_problem(401, "unauthenticated");
    platform.client.delete(&path).await.expect(204);
    platform.client.delete(&path).await.expect_problem(404, "not_found");
    let written = admin.client.put_at(&identity, &json!(3), whole_identity(SIRET)).await.expect(200);
    assert_eq!(written["siret"], SIRET);
    let trail = audited(&app, "organisation.siret_allowed").await;
    assert_eq!(trail, [(Some(platform.id.0), Some(org.id.0), None, Some(json!({ "siret": SIRET })))]);
    let unknown = format!("/admin/organisations/{}/withdrawn-sirets/{SIRET}", uuid::Uuid::nil());
    platform.client.delete(&unknown).await.expect_problem(404, "not_found");
}
