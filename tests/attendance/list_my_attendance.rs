use serde_json::{Value, json};

use crate::support::app::TestApp;

#[tokio::test]
async fn a_trainee_sees_each_mark_at_once_with_its_reason_and_nobody_else() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let mut away = class.row(0, "am", "absent");
    (away["reason"], away["note"]) = (json!("transport"), json!("Grève"));
    class.mark(&app, vec![away, class.row(1, "am", "present")]).await;
    let mine = class.learner(&app, 0).get("/me/attendance").await.expect(200)["items"].clone();
    assert_eq!(mine.as_array().unwrap().len(), 1);
    assert_eq!((&mine[0]["title"], &mine[0]["organisation"]), (&json!("Soudure"), &json!("Atelier")));
    let half_day = &mine[0]["slots"][0]["half_days"][0];
    assert_eq!(
        (&half_day["mark"]["reason"], &half_day["mark"]["note"]),
        (&json!("transport"), &json!("Grève"))
    );
    assert_eq!(half_day["contest_until"], Value::Null, "nothing is sealed yet");
    assert_eq!(
        (&mine[0]["totals"]["planned"], &mine[0]["totals"]["unjustified"], &mine[0]["rate"]),
        (&json!(480), &json!(240), &json!(0))
    );
    assert!(!mine.to_string().contains("Stagiaire1"));
    class.closed(&app).await;
    let mine = class.learner(&app, 0).get("/me/attendance").await.expect(200)["items"].clone();
    assert_eq!(mine[0]["slots"][0]["half_days"][0]["contest_until"], "2026-03-10T13:00:00Z");
}

#[tokio::test]
async fn nobody_sees_what_is_not_announced_or_not_theirs() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let trainer = class.teacher(&app).get("/me/attendance").await.expect(200);
    assert_eq!(trainer["items"], json!([]));
    app.execute("UPDATE training_session SET status = 'draft'").await;
    assert_eq!(class.learner(&app, 0).get("/me/attendance").await.expect(200)["items"], json!([]));
    app.anonymous().get("/me/attendance").await.expect_problem(401, "unauthenticated");
}
