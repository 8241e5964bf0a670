//! How well passports are aligned with the release in place: measured by a timed job, read by the platform.

use carnet::passport::MeasureAlignment;
use carnet::platform::jobs::{Job, Run};
use chrono::Duration;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::app::TestApp;
use crate::support::rome::Rome;

async fn measure(app: &TestApp) {
    let run = Run { id: uuid::Uuid::nil(), attempt: 1, stop: CancellationToken::new() };
    MeasureAlignment::default().run(app.state.clone(), run).await.unwrap();
}

/// What staff reads of the newest release.
async fn effect(app: &TestApp) -> Value {
    let staff = app.platform_admin().await.client;
    let imports = staff.get("/admin/catalog-imports").await.expect(200);
    let id = imports["items"][0]["id"].as_str().unwrap();
    staff.get(&format!("/admin/catalog-imports/{id}/effect")).await.expect(200)
}

fn counts(effect: &Value) -> Vec<Value> {
    let items = effect["alignment"].as_array().unwrap().iter();
    items.map(|it| json!([it["item"], it["linked"], it["present"], it["to_decide"]])).collect()
}

#[tokio::test]
async fn declared_skills_and_validations_in_force_are_counted_with_what_the_release_has_of_them() {
    let app = TestApp::start().await;
    app.import_zip(Rome::starter().zip()).await;
    let workshop = app.workshop("Atelier").await;
    let skills = app.skills_of("M1805");
    let trainee = &workshop.trainee.client;
    for skill in &skills[..2] {
        trainee.put(&format!("/me/skills/{skill}"), json!({ "level": 2 })).await.expect(200);
    }
    for skill in &skills[..3] {
        workshop.validate(&app, &workshop.body(skill, 2)).await;
    }
    let revoked = workshop.validate(&app, &workshop.body(&skills[0], 2)).await;
    let path = format!("{}/{revoked}/revoke", workshop.path());
    let body = json!({ "reason_code": "mistake", "reason": "Erreur de saisie" });
    app.renewed(&workshop.trainer).client.post(&path, body).await.expect(201);
    assert_eq!((counts(&effect(&app).await), &effect(&app).await["measured_at"]), (vec![], &Value::Null));

    let next = Rome::starter().version(61).without_skill(&skills[0]);
    assert_eq!(app.import_zip(next.zip()).await.attempt.error, None);
    measure(&app).await;
    let told = [json!(["declared_skill", 2, 1, 0]), json!(["validation", 3, 2, 0])];
    assert_eq!(counts(&effect(&app).await), told);
    // With trainings measured too, every kind is told; what the organisation recorded, to its own people.
    app.review_catalog().await;
    let kinds: Vec<_> =
        effect(&app).await["alignment"].as_array().unwrap().iter().map(|it| it["item"].clone()).collect();
    assert_eq!(kinds, ["training_job", "training_skill", "own_skill", "declared_skill", "validation"]);
    let path = workshop.organisation.path("/catalog-alignments");
    let page = app.renewed(&workshop.trainer).client.get(&path).await.expect(200);
    let items: Vec<_> =
        page["items"][0]["items"].as_array().unwrap().iter().map(|it| (&it["item"], &it["linked"])).collect();
    assert_eq!(items[3], (&json!("validation"), &json!(3)));
    assert_eq!(items.len(), 4, "what people declare is not the organisation's");

    // Measured again the next day, not before.
    trainee.delete(&format!("/me/skills/{}", skills[1])).await.expect(204);
    app.advance(Duration::hours(22));
    measure(&app).await;
    assert_eq!(counts(&effect(&app).await)[3], told[0]);
    app.advance(Duration::hours(1));
    measure(&app).await;
    assert_eq!(counts(&effect(&app).await)[3], json!(["declared_skill", 1, 0, 0]));
}
