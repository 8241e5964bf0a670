use serde_json::json;

use crate::support::app::TestApp;
use crate::support::rome::Rome;

#[tokio::test]
async fn a_skill_is_declared_with_its_level() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let mut index = app.watch_index().await;
    let skill = &app.skills_of("M1805")[0];
    let entry = ines.client.put(&format!("/me/skills/{skill}"), json!({"level": 3})).await.expect(200);
    assert_eq!(
        entry,
        json!({
            "code": skill, "label": app.label_of(skill), "active": true, "declared_level": 3,
            "searchable": {"level": 3, "status": "declared"}, "validations": [], "experiences": [], "difference": null,
            "declaration": {
                "level": 3, "label": app.label_of(skill), "release": 60, "declared_at": "2026-03-03T08:00:00Z",
            },
        })
    );
    assert_eq!(index.look().await, (vec![(ines.profile, false)], 0));
    let mine = ines.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"], json!([entry]));
    let trail = app.trail(ines.id.0).await;
    assert_eq!(trail.len(), 1);
    assert_eq!(
        (trail[0].0.as_str(), &trail[0].3),
        ("passport.skill_declared", &json!({"skill": skill, "level": 3}))
    );
}

#[tokio::test]
async fn declaring_again_changes_the_level_and_the_same_level_changes_nothing() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let path = format!("/me/skills/{}", app.skills_of("M1805")[0]);
    ines.client.put(&path, json!({"level": 2})).await.expect(200);
    let mut index = app.watch_index().await;
    let entry = ines.client.put(&path, json!({"level": 4})).await.expect(200);
    assert_eq!(entry["declared_level"], 4);
    assert_eq!(index.look().await.0.len(), 1);

    ines.client.put(&path, json!({"level": 4})).await.expect(200);
    assert_eq!(index.look().await, (vec![], 0));
    assert_eq!(app.trail(ines.id.0).await.len(), 2);
    assert_eq!(ines.client.get("/me/skills").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_level_goes_from_one_to_four() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let path = format!("/me/skills/{}", app.skills_of("M1805")[0]);
    for level in [0, 5, 9, -1, 257, i64::MAX] {
        ines.client.put(&path, json!({"level": level})).await.expect_field("/level", "out_of_range");
    }
    for level in [json!("3"), json!(2.5), json!(null), json!([3])] {
        ines.client.put(&path, json!({"level": level})).await.expect_field("/level", "invalid_type");
    }
    ines.client.put(&path, json!({})).await.expect_field("/level", "required");
    let more = json!({"level": 3, "status": "validated"});
    ines.client.put(&path, more).await.expect_field("/status", "unknown_field");
    assert_eq!(ines.client.get("/me/skills").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn an_unknown_skill_names_nothing() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for code in ["999999", "0", "-1", "4294967296", "99999999999999999999", "abc", "M1805", "1%002"] {
        let path = format!("/me/skills/{code}");
        ines.client.put(&path, json!({"level": 3})).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_retired_skill_is_kept_but_not_newly_declared() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let skill = app.skills_of("M1805")[0].clone();
    let (path, label) = (format!("/me/skills/{skill}"), app.label_of(&skill));
    ines.client.put(&path, json!({"level": 2})).await.expect(200);
    app.import_zip(Rome::starter().version(61).without_skill(&skill).zip()).await;

    marc.client.put(&path, json!({"level": 2})).await.expect_problem(409, "skill_retired");
    assert_eq!(marc.client.get("/me/skills").await.expect(200)["items"], json!([]));
    let mine = ines.client.get("/me/skills").await.expect(200);
    assert_eq!((&mine["items"][0]["label"], &mine["items"][0]["active"]), (&json!(label), &json!(false)));
    // Who has it already may still say how well.
    let entry = ines.client.put(&path, json!({"level": 3})).await.expect(200);
    assert_eq!(entry["searchable"], json!({"level": 3, "status": "declared"}));
}

#[tokio::test]
async fn label_and_release_are_kept_as_they_were() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skill = app.skills_of("M1805")[0].clone();
    ines.client.put(&format!("/me/skills/{skill}"), json!({"level": 2})).await.expect(200);
    let kept: (String, i32) = sqlx::query_as("SELECT skill_label, rome_release FROM declared_skill")
        .fetch_one(&app.state.pool)
        .await
        .unwrap();
    assert_eq!(kept, (app.label_of(&skill), 60));
}

#[tokio::test]
async fn a_passport_has_a_size() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let skill = app.skills_of("M1805")[0].clone();
    sqlx::query(
        "INSERT INTO declared_skill (person_id, skill_code, level, skill_label, rome_release, declared_at)
         SELECT $1, code, 1, label, 60, $2 FROM rome_skill WHERE code <> $3 ORDER BY code LIMIT 300",
    )
    .bind(ines.id)
    .bind(app.state.clock.now())
    .bind(skill.parse::<i32>().unwrap())
    .execute(&app.state.pool)
    .await
    .unwrap();
    let path = format!("/me/skills/{skill}");
    ines.client.put(&path, json!({"level": 3})).await.expect_problem(409, "too_many_skills");
    // A level of one that is there may still change.
    let first = ines.client.get("/me/skills").await.expect(200)["items"][0]["code"].clone();
    let path = format!("/me/skills/{}", first.as_str().unwrap());
    ines.client.put(&path, json!({"level": 4})).await.expect(200);
}

#[tokio::test]
async fn a_stranger_declares_nothing() {
    let app = TestApp::with_catalogue().await;
    let path = format!("/me/skills/{}", app.skills_of("M1805")[0]);
    app.anonymous().put(&path, json!({"level": 3})).await.expect_problem(401, "unauthenticated");
}
