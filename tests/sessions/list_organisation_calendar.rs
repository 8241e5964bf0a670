use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn an_organisation_sees_all_its_slots_and_a_trainer_their_own() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let session = school.planned(&app, "Développement").await;
    let (training, _) = school.published(&app, "Soudure").await;
    let mut draft = school.session_draft(&training);
    (draft["trainers"], draft["place"]) = (json!([]), json!("Atelier"));
    let other = school.open(&draft).await;
    school.slot(&other, "2026-03-11", "09:00", "12:00").await;
    let path = school.path("/calendar?from=2026-03-09&to=2026-03-15");
    let count = |page: &serde_json::Value| page["items"].as_array().unwrap().len();
    let all = school.manager.client.get(&path).await.expect(200);
    assert_eq!((count(&all), &all["items"][0]["role"]), (3, &json!("staff")));
    let one = school
        .manager
        .client
        .get(&format!("{path}&session_id={}", session["id"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!(count(&one), 2);
    let own = school.trainer.client.get(&path).await.expect(200);
    assert_eq!((count(&own), &own["items"][0]["role"]), (2, &json!("trainer")));
    let trainee = app.trainee(&school.organisation).await;
    trainee.client.get(&path).await.expect_problem(403, "forbidden");
    let foreign = app.school("Ailleurs").await;
    foreign.manager.client.get(&path).await.expect_problem(404, "not_found");
}
