use serde_json::json;

use crate::support::app::TestApp;
use crate::support::rooms::room_path;

#[tokio::test]
async fn those_who_moderate_say_who_writes() {
    let app = TestApp::start().await;
    let talk = app.talk(1).await;
    let path = room_path(talk.general, "/settings");
    let (teacher, learner) = (talk.teacher(&app), talk.learner(&app, 0));
    let set = teacher.put_at(&path, &json!(1), json!({ "writing": "staff" })).await.expect(200);
    assert_eq!((&set["writing"], &set["version"]), (&json!("staff"), &json!(2)));
    learner.try_say(talk.general, "Moi").await.expect_problem(403, "staff_writes");
    let stale = talk.class.boss(&app).put_at(&path, &json!(1), json!({ "writing": "everybody" })).await;
    assert_eq!(stale.expect_problem(412, "stale")["current"]["writing"], "staff");
    teacher.put(&path, json!({ "writing": "everybody" })).await.expect_problem(428, "precondition_required");
    let set = teacher.put_at(&path, &json!(2), json!({ "writing": "approval" })).await.expect(200);
    assert_eq!(set["needs_approval"], false, "those who moderate wait for nobody");
    assert_eq!(learner.room(talk.general).await["needs_approval"], true);
    learner
        .put_at(&path, &json!(3), json!({ "writing": "everybody" }))
        .await
        .expect_problem(403, "forbidden");
    let trail = app.trail(talk.general).await;
    assert_eq!(trail.iter().filter(|(kind, ..)| kind == "room.settings_changed").count(), 2);
}

#[tokio::test]
async fn a_private_room_has_no_settings() {
    let app = TestApp::start().await;
    let pair = app.pair().await;
    let path = room_path(pair.room, "/settings");
    for client in [pair.person(&app), pair.company(&app)] {
        client.put_at(&path, &json!(1), json!({ "writing": "staff" })).await.expect_problem(403, "forbidden");
    }
}
