//! How the organisation signs its trainings: as it is today, with what the registers say today.

use carnet::orgs::Role;
use serde_json::{Value, json};

use crate::support::companies::SIRET;
use crate::support::organisations::{NDA, whole_identity};
use crate::support::register::FakeRegister;

#[tokio::test]
async fn a_training_and_its_revisions_bear_the_organisation_of_today() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], false).await;
    let app = register.app().await;
    app.load_starter().await;
    let school = app.school("École du Rhône").await;
    let (training, _) = school.published(&app, "Développement").await;
    let nobody = json!({
        "name": "École du Rhône", "legal_name": null, "siret": null, "siret_check": null, "nda": null,
        "nda_check": null, "qualiopi": null, "qualiopi_categories": [], "checked_at": null,
    });
    assert_eq!(training["organisation"], nobody);

    app.declare(&school.organisation, &whole_identity(SIRET)).await;
    app.run_jobs().await;
    let expected = json!({
        "name": "École du Rhône", "legal_name": "École du Rhône SAS", "siret": SIRET, "siret_check": "confirmed",
        "nda": NDA, "nda_check": "confirmed", "qualiopi": "contradicted", "qualiopi_categories": [],
        "checked_at": "2026-03-03T08:00:00Z",
    });
    for path in ["", "/revisions/1"] {
        let shown = school.trainer.client.get(&school.training_path(&training, path)).await.expect(200);
        assert_eq!(shown["organisation"], expected, "{path:?}");
    }
}

#[tokio::test]
async fn another_organisation_s_trainings_bear_another_name() {
    let register = FakeRegister::start().await;
    let app = register.app().await;
    app.load_starter().await;
    let (school, other) = (app.school("École du Rhône").await, app.school("Ailleurs").await);
    app.declare(&school.organisation, &whole_identity(SIRET)).await;
    let (training, _) = other.published(&app, "Développement").await;
    assert_eq!(
        (&training["organisation"]["name"], &training["organisation"]["nda"]),
        (&json!("Ailleurs"), &Value::Null)
    );
    let admin = app.member(&school.organisation, Role::Admin).await;
    let foreign = other.training_path(&training, "");
    admin.client.get(&foreign).await.expect_problem(404, "not_found");
}
