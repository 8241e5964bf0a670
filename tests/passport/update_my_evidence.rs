use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::{cell, common};

#[tokio::test]
async fn the_person_says_who_sees_what_an_entry_rests_on() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let mut wish = cell(&class.zoe, &class.skills[0], &common(3));
    wish["evidence"] = json!([{ "title": "Observation", "note": "Vu en atelier." }]);
    let entry = class.save(&app, &[wish]).await.remove(0);
    let proof = class.zoe.client.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    let path = format!("/me/passport/evidence/{}", proof["evidence"][0]["id"].as_str().unwrap());
    let shared = json!({ "visibility": "shared" });
    let after = class.zoe.client.put(&path, &shared).await.expect(200);
    assert_eq!(after["evidence"][0]["visibility"], "shared");
    class.zoe.client.put(&path, &shared).await.expect(200);
    let trail = app.trail(entry.parse().unwrap()).await;
    let choices = trail.iter().filter(|row| row.0 == "passport.evidence_visibility_changed").count();
    assert_eq!(choices, 1, "the second time changes nothing");

    class
        .zoe
        .client
        .put(&path, json!({ "visibility": "everybody" }))
        .await
        .expect_field("/visibility", "invalid_type");
    for other in [&class.ali, &class.school.trainer, &class.school.manager] {
        other.client.put(&path, &shared).await.expect_problem(404, "not_found");
    }
    // The entry and its seal stay as they were.
    assert_eq!(carnet::passport::verify_chains(&app.state).await.unwrap().faults, Vec::<String>::new());
    let change = sqlx::query("UPDATE validation_evidence SET note = 'autre'").execute(&app.state.pool).await;
    assert!(change.unwrap_err().to_string().contains("validation_evidence is append-only"));
}
