use carnet::orgs::Role;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::rome::Rome;

#[tokio::test]
async fn a_trainer_validates_a_trainee_s_skill() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    sqlx::query("UPDATE organisation SET siret = '73282932000074', nda = '84690000069' WHERE id = $1")
        .bind(workshop.organisation.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    let skill = app.skills_of("M1805")[0].clone();
    let mut index = app.watch_index().await;
    let mut body = workshop.body(&skill, 2);
    body["comment"] = json!(" Autonome sur toute la chaîne. ");
    body["jobs"] = json!(["M1805", "D1102"]);
    body["expires_on"] = json!("2026-03-04");
    let entry = workshop.trainer.client.post(&workshop.path(), &body).await.expect(201);
    assert_eq!(
        entry,
        json!({
            "id": entry["id"], "person_id": workshop.trainee.id,
            "skill": {"code": skill, "label": app.label_of(&skill), "release": 60},
            "organisation": {
                "name": "Atelier des métiers", "legal_name": null, "siret": "73282932000074",
                "siret_check": "unverified", "nda": "84690000069", "nda_check": "unverified", "qualiopi": null,
                "qualiopi_categories": [],
                "checked_at": null,
            },
            "validator_id": workshop.trainer.id, "validator_name": "Farida Membre", "confirmed_by_name": null,
            "origin": "organisation", "session_id": null, "off_programme": false,
            "grid_id": workshop.grid, "grid_version": 1,
            "step": 2, "step_name": "Acquis", "common_level": 3, "passing": true,
            "comment": "Autonome sur toute la chaîne.", "jobs": ["D1102", "M1805"],
            "validated_at": "2026-03-03T08:00:00Z", "expires_on": "2026-03-04", "revocation": null,
        })
    );
    assert_eq!(index.look().await, (vec![(workshop.trainee.profile, false)], 0));
    let id = entry["id"].as_str().unwrap().parse().unwrap();
    let trail = app.trail(id).await;
    assert_eq!(trail.len(), 1);
    assert_eq!(trail[0].0, "passport.validation_created");
    let mine = workshop.trainee.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!({"level": 3, "status": "validated"}));

    // Twice is two entries: each is somebody's word at its time.
    workshop.trainer.client.post(&workshop.path(), &body).await.expect(201);
    let list = workshop.trainer.client.get(&workshop.path()).await.expect(200);
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_failed_step_tells_the_index_nothing() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let mut index = app.watch_index().await;
    let skill = app.skills_of("M1805")[0].clone();
    let entry = workshop.trainer.client.post(&workshop.path(), workshop.body(&skill, 1)).await.expect(201);
    assert_eq!((&entry["passing"], &entry["common_level"]), (&json!(false), &json!(2)));
    assert_eq!(index.look().await, (vec![], 0));
}

#[tokio::test]
async fn only_a_trainer_of_the_organisation_validates() {
    let app = TestApp::with_catalogue().await;
    let (workshop, other) = (app.workshop("Atelier des métiers").await, app.workshop("École du Rhône").await);
    let body = workshop.body(&app.skills_of("M1805")[0], 2);
    for role in [Role::Admin, Role::Manager, Role::Trainee] {
        let member = app.member(&workshop.organisation, role).await;
        member.client.post(&workshop.path(), &body).await.expect_problem(403, "forbidden");
    }
    // To a stranger, a trainer of another organisation and a platform admin, it does not exist.
    let strangers = [app.person("Inès", "Lefèvre").await, other.trainer.clone(), app.platform_admin().await];
    for stranger in &strangers {
        stranger.client.post(&workshop.path(), &body).await.expect_problem(404, "not_found");
    }
    let nowhere = format!("/organisations/{}/validations", uuid::Uuid::nil());
    workshop.trainer.client.post(&nowhere, &body).await.expect_problem(404, "not_found");
    app.anonymous().post(&workshop.path(), &body).await.expect_problem(401, "unauthenticated");
    let list = workshop.trainer.client.get(&workshop.path()).await.expect(200);
    assert_eq!(list["items"], json!([]));
}

#[tokio::test]
async fn only_a_trainee_of_the_organisation_is_validated() {
    let app = TestApp::with_catalogue().await;
    let (workshop, other) = (app.workshop("Atelier des métiers").await, app.workshop("École du Rhône").await);
    let mut body = workshop.body(&app.skills_of("M1805")[0], 2);
    let colleague = app.trainer(&workshop.organisation).await;
    for person in [other.trainee.id.0, colleague.id.0, uuid::Uuid::nil()] {
        body["person_id"] = json!(person);
        let answer = workshop.trainer.client.post(&workshop.path(), &body).await;
        answer.expect_field("/person_id", "not_a_trainee");
    }
    body["person_id"] = json!(workshop.trainer.id);
    let answer = workshop.trainer.client.post(&workshop.path(), &body).await;
    answer.expect_problem(403, "self_validation");
}

#[tokio::test]
async fn a_suspended_organisation_validates_nothing() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    app.suspend(&workshop.organisation).await;
    let body = workshop.body(&app.skills_of("M1805")[0], 2);
    let answer = workshop.trainer.client.post(&workshop.path(), &body).await;
    answer.expect_problem(409, "organisation_suspended");
}

#[tokio::test]
async fn every_fault_is_told_at_once() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let body = json!({
        "person_id": uuid::Uuid::nil(), "skill": "999999", "grid_id": uuid::Uuid::nil(), "step": 0,
        "comment": "é".repeat(2001), "jobs": ["M1805", "Z9999"], "expires_on": "2026-03-03",
    });
    let answer =
        workshop.trainer.client.post(&workshop.path(), &body).await.expect_problem(422, "invalid_request");
    let mut faults: Vec<String> = answer["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| format!("{} {}", fault["pointer"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    faults.sort();
    assert_eq!(
        faults,
        [
            "/comment too_long",
            "/expires_on not_in_future",
            "/jobs/1 unknown_job",
            "/person_id not_a_trainee",
            "/skill unknown_skill",
            "/step unknown_step",
        ]
    );
}

#[tokio::test]
async fn a_step_is_of_the_organisation_s_newest_grid() {
    let app = TestApp::with_catalogue().await;
    let (workshop, other) = (app.workshop("Atelier des métiers").await, app.workshop("École du Rhône").await);
    let skill = app.skills_of("M1805")[0].clone();
    for step in [-1, 4, i16::MAX] {
        let answer = workshop.trainer.client.post(&workshop.path(), workshop.body(&skill, step)).await;
        answer.expect_field("/step", "unknown_step");
    }
    let mut foreign = workshop.body(&skill, 2);
    foreign["grid_id"] = json!(other.grid);
    let answer = workshop.trainer.client.post(&workshop.path(), &foreign).await;
    answer.expect_field("/step", "unknown_step");

    // A newer version with a single step: the old one's steps are no longer given.
    let admin = app.member(&workshop.organisation, Role::Admin).await;
    let newer = json!({"name": "Grille", "steps": [{"name": "Validé", "common_level": 4, "passing": true}]});
    let path = workshop.organisation.path(&format!("/grids/{}", workshop.grid));
    admin.client.put(&path, newer).await.expect(200);
    let answer = workshop.trainer.client.post(&workshop.path(), workshop.body(&skill, 2)).await;
    answer.expect_field("/step", "unknown_step");
    let entry = workshop.trainer.client.post(&workshop.path(), workshop.body(&skill, 0)).await.expect(201);
    assert_eq!((&entry["grid_version"], &entry["step_name"]), (&json!(2), &json!("Validé")));
}

#[tokio::test]
async fn names_and_labels_stay_as_they_were() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let skill = app.skills_of("M1805")[0].clone();
    let label = app.label_of(&skill);
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    sqlx::query("UPDATE organisation SET name = 'Nouveau nom' WHERE id = $1")
        .bind(workshop.organisation.id)
        .execute(&app.state.pool)
        .await
        .unwrap();
    app.import_zip(Rome::starter().version(61).without_skill(&skill).zip()).await;
    let list = workshop.trainer.client.get(&workshop.path()).await.expect(200);
    assert_eq!(list["items"][0]["organisation"]["name"], "Atelier des métiers");
    assert_eq!(list["items"][0]["skill"], json!({"code": skill, "label": label, "release": 60}));

    // A training that began before goes on: a retired skill may still be validated.
    let entry = workshop.trainer.client.post(&workshop.path(), workshop.body(&skill, 2)).await.expect(201);
    assert_eq!(entry["skill"], json!({"code": skill, "label": label, "release": 61}));
    assert_eq!(entry["organisation"]["name"], "Nouveau nom");
}

#[tokio::test]
async fn an_entry_is_never_changed() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let id = workshop.validate(&app, &workshop.body(&app.skills_of("M1805")[0], 2)).await;
    let change = sqlx::query("UPDATE validation SET common_level = 4 WHERE id = $1")
        .bind(id.parse::<uuid::Uuid>().unwrap())
        .execute(&app.state.pool)
        .await;
    assert!(change.unwrap_err().to_string().contains("validation is append-only"));
}
