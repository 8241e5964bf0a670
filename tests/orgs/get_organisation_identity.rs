use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::whole_identity;

#[tokio::test]
async fn those_who_run_it_read_what_is_missing() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    let expected = json!({
        "version": 1, "legal_name": null, "siret": null, "nda": null, "claims_qualiopi": false,
        "qualiopi_certificates": [],
        "standing": "incomplete", "siret_check": null, "nda_check": null, "qualiopi_check": null,
        "contradictions": [], "register": null,
    });
    for role in [Role::Admin, Role::Manager] {
        let answer = app.member(&org, role).await.client.get(&org.path("/identity")).await;
        assert_eq!(answer.headers["etag"], "\"1\"");
        assert_eq!(answer.expect(200), expected);
    }
    let platform = app.platform_admin().await;
    assert_eq!(platform.client.get(&org.path("/identity")).await.expect(200), expected);
}

#[tokio::test]
async fn a_suspended_organisation_is_read_all_the_same() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    app.suspend(&org).await;
    assert_eq!(app.identity_of(&org).await["siret"], SIRET);
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    app.declare(&org, &whole_identity(SIRET)).await;
    let path = org.path("/identity");
    for role in [Role::Trainer, Role::Trainee] {
        app.member(&org, role).await.client.get(&path).await.expect_problem(403, "forbidden");
    }
    let stranger = app.member(&other, Role::Admin).await;
    let foreign = stranger.client.get(&path).await.expect_problem(404, "not_found");
    let unknown = stranger.client.get(&format!("/organisations/{}/identity", uuid::Uuid::nil())).await;
    assert_eq!(foreign, unknown.expect_problem(404, "not_found"));
    app.anonymous().get(&path).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn every_member_sees_how_the_organisation_signs() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    app.declare(&org, &whole_identity(SIRET)).await;
    for role in [Role::Trainee, Role::Trainer] {
        let shown = app.member(&org, role).await.client.get(&org.path("")).await.expect(200);
        assert_eq!(shown["issuer"]["siret"], SIRET);
        assert_eq!(shown["issuer"]["siret_check"], "unverified");
        assert_eq!(shown["issuer"]["qualiopi"], "unverified");
    }
}
