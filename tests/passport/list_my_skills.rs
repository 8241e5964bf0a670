use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::rome::Rome;

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
            "id": id, "label": app.label_of(&skill), "release": 60, "organisation_name": organisation, "step_name": step, "common_level": level,
            "issuer": {
                "name": organisation, "legal_name": null, "siret": null, "siret_check": null, "nda": null,
                "nda_check": null, "qualiopi": null, "qualiopi_categories": [], "checked_at": null,
            },
            "passing": passing, "validated_at": at, "revoked_at": null, "superseded_by": null, "expires_at": null,
        })
    };
    assert_eq!(
        mine["items"],
        json!([{
            "code": skill, "label": app.label_of(&skill), "active": true, "declared_level": 1, "difference": null, "experiences": [],
            "declaration": {
                "level": 1, "label": app.label_of(&skill), "release": 60, "declared_at": "2026-03-03T08:00:00Z",
            },
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

#[tokio::test]
async fn a_passport_reads_with_the_names_of_its_day_or_of_today_and_says_why_they_differ() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let workshop = app.workshop("Atelier des métiers").await;
    let mut skills = app.skills_of("M1805");
    skills.sort();
    let [renamed, retired, steady] = [skills[0].clone(), skills[1].clone(), skills[2].clone()];
    let old = [&renamed, &retired, &steady].map(|code| app.label_of(code));
    let trainee = &workshop.trainee.client;
    for code in [&renamed, &steady] {
        trainee.put(&format!("/me/skills/{code}"), json!({ "level": 2 })).await.expect(200);
    }
    workshop.validate(&app, &workshop.body(&retired, 2)).await;
    let next = Rome::starter().version(61).relabelled_skill(&renamed, "Zébrer autrement");
    assert_eq!(app.import_zip(next.without_skill(&retired).zip()).await.attempt.error, None);

    let find = |page: &Value, code: &str| -> Value {
        page["items"].as_array().unwrap().iter().find(|item| item["code"] == code).unwrap().clone()
    };
    let today = trainee.get("/me/skills").await.expect(200);
    let then = trainee.get("/me/skills?names=as_written").await.expect(200);
    assert_eq!(trainee.get("/me/skills?names=today").await.expect(200), today);
    assert_eq!(find(&today, &renamed)["label"], "Zébrer autrement");
    assert_eq!(find(&then, &renamed)["label"], json!(old[0]));
    for page in [&today, &then] {
        let it = find(page, &renamed);
        assert_eq!(
            it["difference"],
            json!({
                "kinds": ["relabelled"], "then": old[0], "release": 60, "now": "Zébrer autrement", "replaced_by": null,
            })
        );
        assert_eq!(
            (&it["declaration"]["label"], &it["declaration"]["release"]),
            (&json!(old[0]), &json!(60))
        );
        let it = find(page, &retired);
        assert_eq!(
            (&it["label"], &it["active"], &it["difference"]["kinds"]),
            (&json!(old[1]), &json!(false), &json!(["retired"]))
        );
        assert_eq!(
            (&it["validations"][0]["label"], &it["validations"][0]["release"]),
            (&json!(old[1]), &json!(60))
        );
        assert_eq!(find(page, &steady)["difference"], Value::Null);
        let labels: Vec<&str> =
            page["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
        assert!(labels.is_sorted_by_key(|label| carnet_index::text::words(label)), "{labels:?}");
    }

    // Declared anew, it bears the words of that day; what was validated before keeps its own.
    app.advance(chrono::Duration::minutes(1));
    trainee.put(&format!("/me/skills/{renamed}"), json!({ "level": 3 })).await.expect(200);
    let then = trainee.get("/me/skills?names=as_written").await.expect(200);
    let it = find(&then, &renamed);
    assert_eq!((&it["label"], &it["difference"]), (&json!("Zébrer autrement"), &Value::Null));
    assert_eq!(it["declaration"]["release"], 61);
    trainee.get("/me/skills?names=yesterday").await.expect_field("/names", "invalid_type");
}
