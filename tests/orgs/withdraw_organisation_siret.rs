use carnet::orgs::Role;
use serde_json::{Value, json};

use super::audited;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::organisations::{NDA, Organisation, whole_identity};
use crate::support::register::FakeRegister;
use crate::support::users::User;

fn path(org: &Organisation) -> String {
    format!("/admin/organisations/{}/withdraw-siret", org.id)
}

async fn claims(org: &Organisation, admin: &User, version: i32) -> Value {
    admin.client.put_at(&org.path("/identity"), &json!(version), whole_identity(SIRET)).await.expect(200)
}

#[tokio::test]
async fn whoever_claimed_it_without_right_loses_it_and_the_other_declares_it() {
    let register = FakeRegister::start().await;
    register.holds_school(SIRET, &[NDA], true).await;
    let app = register.app().await;
    let (first, rightful) = (app.organisation("Premier venu").await, app.organisation("Ayant droit").await);
    let platform = app.platform_admin().await;
    let admin = app.member(&first, Role::Admin).await;
    let (manager, owner) =
        (app.member(&first, Role::Manager).await, app.member(&rightful, Role::Admin).await);
    claims(&first, &admin, 1).await;
    app.run_jobs().await;
    let taken = owner.client.put_at(&rightful.path("/identity"), &json!(1), whole_identity(SIRET)).await;
    taken.expect_problem(409, "siret_taken");

    let body = json!({ "siret": "732 829 320 00074", "reason": "Numéro d’un autre organisme" });
    platform.client.post(&path(&first), &body).await.expect(204);
    let identity = admin.client.get(&first.path("/identity")).await.expect(200);
    for field in ["legal_name", "siret", "nda", "siret_check", "nda_check", "qualiopi_check", "register"] {
        assert_eq!(identity[field], Value::Null, "{field}");
    }
    let told = (&identity["claims_qualiopi"], &identity["standing"], &identity["version"]);
    assert_eq!(told, (&json!(false), &json!("incomplete"), &json!(3)));

    let numbers = |siret: Value, nda: Value, claims: bool| json!({ "siret": siret, "nda": nda, "claims_qualiopi": claims, "qualiopi_certificates": [] });
    let trail = audited(&app, "organisation.siret_withdrawn").await;
    let (before, after) = (numbers(json!(SIRET), json!(NDA), true), numbers(json!(null), json!(null), false));
    assert_eq!(trail, [(Some(platform.id.0), Some(first.id.0), Some(before), Some(after))]);
    let reason: String =
        sqlx::query_scalar("SELECT reason FROM audit_event WHERE kind = 'organisation.siret_withdrawn'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(reason, "Numéro d’un autre organisme");
    let mails = app.mails_to(&admin.email).await;
    let mail = mails.last().expect("the admin is written to");
    assert_eq!(mail.subject, "Le SIRET de Premier venu a été retiré");
    assert!(mail.body.contains("Numéro d’un autre organisme") && mail.body.contains(SIRET), "{}", mail.body);
    assert!(app.mails_to(&manager.email).await.is_empty(), "those who answer for it are told");

    // The other one declares it; the first one cannot take it back.
    assert_eq!(claims(&rightful, &owner, 1).await["siret"], SIRET);
    let again = admin.client.put_at(&first.path("/identity"), &json!(3), whole_identity(SIRET)).await;
    again.expect_field("/siret", "siret_withdrawn");
    let other = json!({ "siret": "18004623700012", "claims_qualiopi": false });
    let written = admin.client.put_at(&first.path("/identity"), &json!(3), other).await.expect(200);
    assert_eq!(written["siret"], "18004623700012", "its own number is none of this");
    let listed = platform.client.get("/admin/organisations").await.expect(200);
    let row = listed["items"].as_array().unwrap().iter().find(|row| row["name"] == "Premier venu").unwrap();
    assert_eq!((&row["siret"], &row["withdrawn_sirets"]), (&json!("18004623700012"), &json!([SIRET])));
}

#[tokio::test]
async fn only_what_is_declared_is_taken_away_once_and_for_a_reason() {
    let app = TestApp::start().await;
    let (org, platform) = (app.organisation("Atelier").await, app.platform_admin().await);
    let admin = app.member(&org, Role::Admin).await;
    let body = json!({ "siret": SIRET, "reason": "Sans droit" });
    platform.client.post(&path(&org), &body).await.expect_field("/siret", "not_declared");
    claims(&org, &admin, 1).await;
    let other = json!({ "siret": "18004623700012", "reason": "Sans droit" });
    platform.client.post(&path(&org), other).await.expect_field("/siret", "not_declared");
    let blank = json!({ "siret": "1", "reason": " " });
    platform.client.post(&path(&org), &blank).await.expect_field("/reason", "required");
    admin.client.post(&path(&org), &body).await.expect_problem(403, "forbidden");
    app.anonymous().post(&path(&org), &body).await.expect_problem(401, "unauthenticated");
    let unknown = format!("/admin/organisations/{}/withdraw-siret", uuid::Uuid::nil());
    platform.client.post(&unknown, &body).await.expect_problem(404, "not_found");
    assert_eq!(admin.client.get(&org.path("/identity")).await.expect(200)["siret"], SIRET);

    // Suspended or not.
    app.suspend(&org).await;
    platform.client.post(&path(&org), &body).await.expect(204);
    platform.client.post(&path(&org), &body).await.expect_field("/siret", "not_declared");
    assert_eq!(audited(&app, "organisation.siret_withdrawn").await.len(), 1);
}

#[tokio::test]
async fn what_was_validated_keeps_the_number_it_bears() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier").await;
    let org = &workshop.organisation;
    let admin = app.member(org, Role::Admin).await;
    claims(org, &admin, 1).await;
    let skill = app.skills_of("M1805")[0].clone();
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let body = json!({ "siret": SIRET, "reason": "Sans droit" });
    app.platform_admin().await.client.post(&path(org), &body).await.expect(204);
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let mine = workshop.trainee.client.get("/me/skills").await.expect(200);
    let sirets: Vec<&Value> =
        mine["items"][0]["validations"].as_array().unwrap().iter().map(|it| &it["issuer"]["siret"]).collect();
    assert_eq!(sirets, [&Value::Null, &json!(SIRET)]);
}
