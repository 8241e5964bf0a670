//! Low attendance is told once per threshold, to the trainee and to those chosen.

use carnet::attendance::CheckThresholds;
use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;

async fn check(app: &TestApp) {
    app.run_job(CheckThresholds::default()).await;
}

fn threshold(below_percent: i32, after_half_days: i32) -> Value {
    json!({ "below_percent": below_percent, "after_half_days": after_half_days })
}

#[tokio::test]
async fn a_threshold_is_told_once_to_the_trainee_and_to_those_chosen() {
    let app = TestApp::start().await;
    let class = app.class(2).await;
    let path = class.organisation.path("/attendance-settings");
    let body = json!({ "thresholds": [threshold(80, 2)], "recipients": [class.trainer.id] });
    class.boss(&app).put_at(&path, &json!(0), &body).await.expect(200);
    class.mark(&app, vec![class.row(0, "am", "absent"), class.row(1, "am", "present")]).await;
    app.advance(Duration::minutes(11));
    check(&app).await;
    let address = &class.trainees[0].user.email;
    assert_eq!(app.mails_to(address).await, [], "one half-day is too early to say");
    app.advance(Duration::hours(4));
    class.mark(&app, vec![class.row(0, "pm", "present"), class.row(1, "pm", "present")]).await;
    check(&app).await;
    assert_eq!(app.mails_to(address).await, [], "marks rest for ten minutes");
    app.advance(Duration::minutes(11));
    check(&app).await;
    let mails = app.mails_to(address).await;
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].body.contains("votre taux d’assiduité est de 50\u{a0}%, sous le seuil de 80\u{a0}%"),
        "{}",
        mails[0].body
    );
    let staff = app.mails_to(&class.trainer.email).await;
    assert_eq!(staff.len(), 1);
    assert!(
        staff[0].body.contains("- Samir Stagiaire0\u{a0}: 50\u{a0}%")
            && !staff[0].body.contains("Stagiaire1")
    );
    assert_eq!(app.mails_to(&class.manager.email).await, [], "somebody was chosen");
    // Another mark, the same threshold: nothing more.
    let mut worse = class.row(0, "pm", "absent");
    worse["seen_number"] = json!(1);
    class.mark(&app, vec![worse]).await;
    app.advance(Duration::minutes(11));
    check(&app).await;
    assert_eq!(app.mails_to(address).await.len(), 1);
}

#[tokio::test]
async fn a_session_has_its_own_thresholds_and_nobody_chosen_means_those_who_run_it() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let settings = json!({ "thresholds": [threshold(100, 1)], "asks_entry_exit": false, "legal_hold": null });
    let path = class.path("/attendance-settings");
    class.boss(&app).put_at(&path, &json!(0), &settings).await.expect(200);
    let mut late = class.row(0, "am", "late");
    late["minutes_late"] = json!(24);
    class.mark(&app, vec![late]).await;
    app.advance(Duration::minutes(11));
    check(&app).await;
    let mails = app.mails_to(&class.manager.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].subject.starts_with("Assiduité sous 100\u{a0}%"), "{}", mails[0].subject);
    assert!(mails[0].body.contains("90\u{a0}%"));
}

#[tokio::test]
async fn whoever_was_chosen_and_may_not_open_the_session_is_not_told() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    let colleague = app.trainer(&class.organisation).await;
    let path = class.organisation.path("/attendance-settings");
    let body = json!({ "thresholds": [threshold(100, 1)], "recipients": [colleague.id] });
    class.boss(&app).put_at(&path, &json!(0), &body).await.expect(200);
    class.mark(&app, vec![class.row(0, "am", "absent")]).await;
    app.advance(Duration::minutes(11));
    check(&app).await;
    assert_eq!(app.mails_to(&colleague.email).await, []);
    assert_eq!(app.mails_to(&class.manager.email).await.len(), 1, "nobody else would know");
}
