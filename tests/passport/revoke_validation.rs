use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::passport::Workshop;

fn path(workshop: &Workshop, id: &str) -> String {
    format!("{}/{id}/revoke", workshop.path())
}

#[tokio::test]
async fn a_revoked_validation_stays_in_the_history_and_counts_no_more() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let skill = app.skills_of("M1805")[0].clone();
    workshop.trainee.client.put(&format!("/me/skills/{skill}"), json!({"level": 1})).await.expect(200);
    let id = workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let manager = app.member(&workshop.organisation, Role::Manager).await;
    let mut index = app.watch_index().await;

    let reason = json!({"reason_code": "mistake", "reason": " Saisie pour une autre personne. "});
    let entry = manager.client.post(&path(&workshop, &id), &reason).await.expect(201);
    assert_eq!(entry["id"], id.as_str());
    assert_eq!(
        entry["revocation"],
        json!({
            "revoked_at": "2026-03-03T08:00:00Z", "reason_code": "mistake",
            "reason": "Saisie pour une autre personne.", "superseded_by": null,
        })
    );
    // Urgent, and the epoch is raised: no search that starts now may count it.
    assert_eq!(index.look().await, (vec![(workshop.trainee.profile, true)], 1));
    let mine = workshop.trainee.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!({"level": 1, "status": "declared"}));
    assert_eq!(mine["items"][0]["validations"][0]["revoked_at"], "2026-03-03T08:00:00Z");
    let trail = app.trail(id.parse().unwrap()).await;
    assert_eq!(
        (trail[1].0.as_str(), trail[1].1.as_deref()),
        ("passport.validation_revoked", Some("mistake"))
    );

    manager.client.post(&path(&workshop, &id), &reason).await.expect_problem(409, "already_revoked");
    assert_eq!(index.look().await, (vec![], 0));
}

#[tokio::test]
async fn of_two_revocations_at_once_one_is_kept() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let id = workshop.validate(&app, &workshop.body(&app.skills_of("M1805")[0], 2)).await;
    let body = json!({"reason_code": "other", "reason": "Doublon"});
    let path = path(&workshop, &id);
    let (one, two) =
        tokio::join!(workshop.trainer.client.post(&path, &body), workshop.trainer.client.post(&path, &body));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

#[tokio::test]
async fn the_validator_and_those_who_run_the_organisation_revoke() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let body = json!({"reason_code": "fraud", "reason": "Épreuve passée par un tiers"});
    let skill = app.skills_of("M1805")[0].clone();
    let admin = app.member(&workshop.organisation, Role::Admin).await;
    for revoker in [&workshop.trainer, &admin] {
        let id = workshop.validate(&app, &workshop.body(&skill, 2)).await;
        revoker.client.post(&path(&workshop, &id), &body).await.expect(201);
    }
    let id = workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let colleague = app.trainer(&workshop.organisation).await;
    for member in [&colleague, &workshop.trainee] {
        member.client.post(&path(&workshop, &id), &body).await.expect_problem(403, "forbidden");
    }
    let other = app.workshop("École du Rhône").await;
    for stranger in [&other.trainer, &app.platform_admin().await] {
        stranger.client.post(&path(&workshop, &id), &body).await.expect_problem(404, "not_found");
    }
    // Another organisation does not reach it under its own address either.
    let foreign_admin = app.member(&other.organisation, Role::Admin).await;
    foreign_admin.client.post(&path(&other, &id), &body).await.expect_problem(404, "not_found");
    app.anonymous().post(&path(&workshop, &id), &body).await.expect_problem(401, "unauthenticated");
    admin.client.post(&path(&workshop, "x"), &body).await.expect_problem(404, "not_found");
    let mine = workshop.trainee.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!({"level": 3, "status": "validated"}));
}

#[tokio::test]
async fn a_trainer_who_left_revokes_nothing() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let id = workshop.validate(&app, &workshop.body(&app.skills_of("M1805")[0], 2)).await;
    sqlx::query("DELETE FROM organisation_member WHERE person_id = $1")
        .bind(workshop.trainer.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let body = json!({"reason_code": "mistake", "reason": "Erreur"});
    workshop.trainer.client.post(&path(&workshop, &id), &body).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_reason_is_due() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let id = workshop.validate(&app, &workshop.body(&app.skills_of("M1805")[0], 2)).await;
    let path = path(&workshop, &id);
    let post = async |body| workshop.trainer.client.post(&path, body).await;
    post(json!({"reason": "Erreur"})).await.expect_field("/reason_code", "required");
    post(json!({"reason_code": "mistake"})).await.expect_field("/reason", "required");
    post(json!({"reason_code": "mistake", "reason": " "})).await.expect_field("/reason", "required");
    let long = json!({"reason_code": "mistake", "reason": "a".repeat(1001)});
    post(long).await.expect_field("/reason", "too_long");
    let unknown = json!({"reason_code": "mood", "reason": "Erreur"});
    post(unknown).await.expect_problem(422, "invalid_request");
    app.suspend(&workshop.organisation).await;
    let right = json!({"reason_code": "mistake", "reason": "Erreur"});
    post(right).await.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn revoking_a_failed_step_tells_the_index_nothing() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let id = workshop.validate(&app, &workshop.body(&app.skills_of("M1805")[0], 0)).await;
    let mut index = app.watch_index().await;
    let body = json!({"reason_code": "mistake", "reason": "Erreur"});
    workshop.trainer.client.post(&path(&workshop, &id), &body).await.expect(201);
    assert_eq!(index.look().await, (vec![], 0));
}
