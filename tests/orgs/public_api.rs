//! What other slices ask of organisations.

use carnet::orgs::{self, Check, Issuer, Role, Status};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_membership_has_a_role_and_says_whether_writes_are_taken() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let trainer = app.trainer(&org).await;
    let pool = &app.state.pool;
    let membership = orgs::membership(pool, org.id, trainer.id).await.unwrap().unwrap();
    assert_eq!((membership.role, membership.status), (Role::Trainer, Status::Active));
    assert_eq!(membership.to_write().unwrap(), Role::Trainer);
    assert!(orgs::membership(pool, other.id, trainer.id).await.unwrap().is_none());
    app.suspend(&org).await;
    let membership = orgs::membership(pool, org.id, trainer.id).await.unwrap().unwrap();
    assert!(membership.to_write().is_err());
}

#[tokio::test]
async fn a_step_is_found_in_its_own_organisation_only() {
    let app = TestApp::start().await;
    let (org, other) = (app.organisation("Atelier").await, app.organisation("Autre").await);
    let grid = app.grid(&org).await;
    let pool = &app.state.pool;
    let step = orgs::grid_step(pool, org.id, grid, 3).await.unwrap().unwrap();
    assert_eq!(
        (step.position, step.name.as_str(), step.common_level, step.passing),
        (3, "Reconnu", None, true)
    );
    assert!(orgs::grid_step(pool, org.id, grid, 4).await.unwrap().is_none());
    assert!(orgs::grid_step(pool, org.id, grid, -1).await.unwrap().is_none());
    assert!(orgs::grid_step(pool, other.id, grid, 3).await.unwrap().is_none());
}

#[tokio::test]
async fn an_organisation_signs_with_what_it_is_today() {
    let app = TestApp::start().await;
    let org = app.organisation("Atelier").await;
    sqlx::query("UPDATE organisation SET siret = '73282932000074', nda = '11755432175'")
        .execute(&app.state.pool)
        .await
        .unwrap();
    let today = app.state.clock.today();
    let issuer = orgs::issuer(&app.state.pool, org.id, today).await.unwrap().unwrap();
    let expected = Issuer {
        name: "Atelier".to_owned(),
        legal_name: None,
        siret: Some("73282932000074".to_owned()),
        siret_check: Some(Check::Unverified),
        nda: Some("11755432175".to_owned()),
        nda_check: Some(Check::Unverified),
        qualiopi: None,
        qualiopi_categories: vec![],
        checked_at: None,
    };
    assert_eq!(issuer, expected);
    assert!(orgs::issuer(&app.state.pool, uuid::Uuid::nil().into(), today).await.unwrap().is_none());
}
