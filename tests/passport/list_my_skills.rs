use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_new_passport_is_empty() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    assert_eq!(ines.client.get("/me/skills").await.expect(200), json!({"items": [], "next_cursor": null}));
    app.anonymous().get("/me/skills").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn every_organisation_s_word_is_shown_and_the_highest_counts() {
    let app = TestApp::with_catalogue().await;
    let (one, two) = (app.workshop("Atelier des métiers").await, app.workshop("École du Rhône").await);
    app.join(&two.organisation, &one.trainee, carnet::orgs::Role::Trainee).await;
    let skill = app.skills_of("M1805")[0].clone();
    let trainee = &one.trainee;
    trainee.client.put(&format!("/me/skills/{skill}"), json!({"level": 1})).await.expect(200);
    let mut theirs = two.body(&skill, 3);
    theirs["person_id"] = json!(trainee.id);
    let recognised = two.validate(&app, &theirs).await;
    app.advance(chrono::Duration::minutes(1));
    let acquired = one.validate(&app, &one.body(&skill, 2)).await;
    app.advance(chrono::Duration::minutes(1));
    let failed = one.validate(&app, &one.body(&skill, 1)).await;

    let mine = trainee.client.get("/me/skills").await.expect(200);
    let entry = |id: &str, organisation: &str, step: &str, level: Value, passing: bool, at: &str| {
        json!({
            "id": id, "organisation_name": organisation, "step_name": step, "common_level": level,
            "issuer": {
                "name": organisation, "legal_name": null, "siret": null, "siret_check": null, "nda": null,
                "nda_check": null, "qualiopi": null, "checked_at": null,
            },
            "passing": passing, "validated_at": at, "revoked_at": null, "expires_at": null,
        })
    };
    assert_eq!(
        mine["items"],
        json!([{
            "code": skill, "label": app.label_of(&skill), "active": true, "declared_level": 1,
            "searchable": {"level": 3, "status": "validated"},
            "validations": [
                entry(&failed, "Atelier des métiers", "En cours", json!(2), false, "2026-03-03T08:02:00Z"),
                entry(&acquired, "Atelier des métiers", "Acquis", json!(3), true, "2026-03-03T08:01:00Z"),
                entry(&recognised, "École du Rhône", "Reconnu", json!(null), true, "2026-03-03T08:00:00Z"),
            ],
        }])
    );
}

#[tokio::test]
async fn a_failed_step_is_history_and_nothing_else() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let skill = app.skills_of("M1805")[0].clone();
    workshop.validate(&app, &workshop.body(&skill, 0)).await;
    let mine = workshop.trainee.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["searchable"], json!(null));
    assert_eq!(mine["items"][0]["declared_level"], json!(null));
    assert_eq!(mine["items"][0]["validations"][0]["passing"], false);
}

#[tokio::test]
async fn skills_stand_in_the_order_of_their_labels() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let mut skills = app.skills_of("M1805");
    skills.truncate(12);
    for skill in &skills {
        ines.client.put(&format!("/me/skills/{skill}"), json!({"level": 1})).await.expect(200);
    }
    let mine = ines.client.get("/me/skills").await.expect(200);
    let labels: Vec<&str> =
        mine["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
    let mut sorted = labels.clone();
    sorted.sort_by_key(|label| carnet_index::text::words(label));
    assert_eq!(labels.len(), 12);
    assert_eq!(labels, sorted);
}

#[tokio::test]
async fn one_sees_one_s_own_passport() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let skill = app.skills_of("M1805")[0].clone();
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    let trainer = workshop.trainer.client.get("/me/skills").await.expect(200);
    assert_eq!(trainer["items"], json!([]));
}
