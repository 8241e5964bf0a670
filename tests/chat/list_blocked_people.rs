use chrono::Duration;

use super::items;
use crate::support::app::TestApp;

#[tokio::test]
async fn one_sees_whom_one_blocks_the_latest_first() {
    let app = TestApp::start().await;
    let talk = app.talk(4).await;
    for place in 1..4 {
        app.advance(Duration::seconds(1));
        let profile = talk.class.trainees[place].user.profile;
        talk.learner(&app, 0).put(&format!("/me/blocked-people/{profile}"), ()).await.expect(200);
    }
    let client = talk.learner(&app, 0);
    let first = client.get("/me/blocked-people?limit=2").await.expect(200);
    let names = |page: &serde_json::Value| -> Vec<String> {
        items(page).iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&first), ["Samir Stagiaire3", "Samir Stagiaire2"]);
    let next = first["next_cursor"].as_str().unwrap();
    let rest = client.get(&format!("/me/blocked-people?limit=2&cursor={next}")).await.expect(200);
    assert_eq!(names(&rest), ["Samir Stagiaire1"]);
    assert!(names(&talk.learner(&app, 1).get("/me/blocked-people").await.expect(200)).is_empty());
    app.anonymous().get("/me/blocked-people").await.expect_problem(401, "unauthenticated");
}
