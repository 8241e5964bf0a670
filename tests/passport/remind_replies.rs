//! An organisation is reminded, once a week, of people who wait longer than its delay.

use carnet::passport::RemindReplies;
use carnet::platform::jobs;
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::evaluation::Evaluation;

async fn run(app: &TestApp) {
    let mut tx = app.state.pool.begin().await.unwrap();
    jobs::enqueue(&mut tx, &app.state, &RemindReplies {}).await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

async fn reminders(app: &TestApp, class: &Evaluation) -> usize {
    let mails = app.mails_to(&class.school.manager.email).await;
    mails.iter().filter(|mail| mail.subject.starts_with("Des personnes attendent une réponse")).count()
}

#[tokio::test]
async fn an_overdue_answer_is_asked_for_each_week_until_it_is_given() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    class.choose(&app, &json!({ "reply_days": 7 })).await;
    let entry = class.validate(&app, 2).await;
    let say = json!({ "text": "Ce n’est pas exact." });
    let reply =
        class.zoe.client.post(&format!("/me/passport/entries/{entry}/replies"), say).await.expect(201);
    for (day, count) in [
        ("2026-03-10T07:20:00Z", 0),
        ("2026-03-11T07:20:00Z", 1),
        ("2026-03-12T07:20:00Z", 1),
        ("2026-03-18T07:20:00Z", 2),
    ] {
        app.go_to(day);
        run(&app).await;
        assert_eq!(reminders(&app, &class).await, count, "{day}");
    }
    let answer = class.org(&format!("/validation-replies/{}/answer", reply["id"].as_str().unwrap()));
    let manager = app.renewed(&class.school.manager).client;
    manager.post(&answer, json!({ "text": "Bien reçu." })).await.expect(200);
    app.go_to("2026-03-26T07:20:00Z");
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 2);
}

#[tokio::test]
async fn an_organisation_that_cannot_answer_is_left_alone() {
    let app = TestApp::with_catalogue().await;
    let class = app.evaluation("Atelier").await;
    let entry = class.validate(&app, 2).await;
    let say = json!({ "text": "Ce n’est pas exact." });
    class.zoe.client.post(&format!("/me/passport/entries/{entry}/replies"), say).await.expect(201);
    app.suspend(&class.school.organisation).await;
    app.advance(chrono::Duration::days(40));
    run(&app).await;
    assert_eq!(reminders(&app, &class).await, 0);
    // What the person reads says so all the same.
    let zoe = app.renewed(&class.zoe).client;
    let proof = zoe.get(&format!("/me/passport/entries/{entry}")).await.expect(200);
    assert_eq!(proof["replies"][0]["is_overdue"], true);
}
