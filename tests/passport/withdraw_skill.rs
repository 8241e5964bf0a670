use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn a_withdrawn_skill_is_gone_before_the_answer() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let path = format!("/me/skills/{}", app.skills_of("M1805")[0]);
    for person in [&ines, &marc] {
        person.client.put(&path, json!({"level": 2})).await.expect(200);
    }
    let mut index = app.watch_index().await;
    let answer = ines.client.delete(&path).await;
    assert_eq!(answer.text, "");
    answer.expect(204);
    // Urgent, and the epoch is raised: no search that starts now may show it.
    assert_eq!(index.look().await, (vec![(ines.profile, true)], 1));
    assert_eq!(ines.client.get("/me/skills").await.expect(200)["items"], json!([]));
    assert_eq!(marc.client.get("/me/skills").await.expect(200)["items"].as_array().unwrap().len(), 1);
    let trail = app.trail(ines.id.0).await;
    assert_eq!(trail[1].0, "passport.skill_withdrawn");
    assert_eq!(trail[1].2["level"], 2);

    ines.client.delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(index.look().await, (vec![], 0));
}

#[tokio::test]
async fn a_validation_outlives_the_person_s_own_word() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let skill = app.skills_of("M1805")[0].clone();
    let path = format!("/me/skills/{skill}");
    workshop.validate(&app, &workshop.body(&skill, 2)).await;
    workshop.trainee.client.put(&path, json!({"level": 4})).await.expect(200);
    workshop.trainee.client.delete(&path).await.expect(204);
    let mine = workshop.trainee.client.get("/me/skills").await.expect(200);
    assert_eq!(mine["items"][0]["declared_level"], json!(null));
    assert_eq!(mine["items"][0]["searchable"], json!({"level": 3, "status": "validated"}));
    // A validation is not the person's to withdraw.
    workshop.trainee.client.delete(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_was_not_declared_is_not_withdrawn() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    for code in [app.skills_of("M1805")[0].as_str(), "999999", "abc"] {
        ines.client.delete(&format!("/me/skills/{code}")).await.expect_problem(404, "not_found");
    }
    app.anonymous().delete("/me/skills/999999").await.expect_problem(401, "unauthenticated");
}
