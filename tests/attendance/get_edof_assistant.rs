use chrono::Duration;
use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_run_it;
use crate::support::app::TestApp;

#[tokio::test]
async fn deadlines_and_the_rate_are_proposed_with_their_computation() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    app.advance(Duration::hours(5));
    let mut late = class.row(1, "pm", "late");
    late["minutes_late"] = json!(60);
    class
        .mark(
            &app,
            vec![
                class.row(0, "am", "present"),
                class.row(0, "pm", "present"),
                class.row(1, "am", "present"),
                late,
                class.row(2, "am", "absent"),
                class.row(2, "pm", "absent"),
            ],
        )
        .await;
    let path = class.path("/edof");
    let lines = class.boss(&app).get(&path).await.expect(200)["lines"].clone();
    // Entered on a Tuesday: three working days later is Friday.
    assert_eq!(
        (&lines[0]["entered_on"], &lines[0]["declare_entry_by"]),
        (&json!("2026-03-03"), &json!("2026-03-06"))
    );
    assert_eq!(
        (&lines[0]["left_on"], &lines[0]["proposal"]["service_done"]),
        (&Value::Null, &json!("not_yet"))
    );
    assert_eq!(lines[2]["entered_on"], Value::Null);
    app.execute("UPDATE training_session SET status = 'ended'").await;
    let lines = class.boss(&app).get(&path).await.expect(200)["lines"].clone();
    let told = |line: &Value| {
        (line["proposal"]["service_done"].clone(), line["proposal"]["completion_rate"].clone())
    };
    assert_eq!(told(&lines[0]), (json!("total"), json!(1000)));
    assert_eq!(told(&lines[1]), (json!("partial"), json!(875)));
    assert_eq!(told(&lines[2]), (json!("none"), json!(0)));
    assert_eq!(lines[1]["computation"], "420 min suivies ÷ (480 min prévues − 0 min dispensées)");
    // The session ended on a Friday: three working days later is Wednesday.
    assert_eq!(
        (&lines[0]["left_on"], &lines[0]["declare_exit_by"]),
        (&json!("2026-03-13"), &json!("2026-03-18"))
    );
    only_for_those_who_run_it(&app, &class, Method::GET, &path, &Value::Null).await;
}

#[tokio::test]
async fn who_gave_up_was_to_follow_the_whole_session() {
    let app = TestApp::start().await;
    let class = app.class(1).await;
    class.add_slot(&app, app.state.clock.now() + Duration::hours(24), 8).await;
    app.advance(Duration::hours(5));
    class.mark(&app, vec![class.row(0, "am", "present"), class.row(0, "pm", "present")]).await;
    app.execute("UPDATE enrolment SET status = 'abandoned', ends_on = '2026-03-03'").await;
    let lines = class.boss(&app).get(&class.path("/edof")).await.expect(200)["lines"].clone();
    assert_eq!((&lines[0]["has_abandoned"], &lines[0]["left_on"]), (&json!(true), &json!("2026-03-03")));
    assert_eq!(
        (&lines[0]["totals"]["planned"], &lines[0]["proposal"]["completion_rate"]),
        (&json!(960), &json!(500))
    );
}

#[tokio::test]
async fn a_session_called_off_is_partly_done_and_the_organisation_stopped_it() {
    let app = TestApp::start().await;
    let class = app.class(3).await;
    let later = class.add_slot(&app, app.state.clock.now() + Duration::hours(24), 8).await;
    let gone = class.add_slot(&app, app.state.clock.now() + Duration::hours(48), 8).await;
    app.advance(Duration::hours(5));
    let marks = [["present", "present"], ["absent", "absent"], ["present", "absent"]];
    let rows = marks.iter().enumerate().flat_map(|(at, [morning, afternoon])| {
        [class.row(at, "am", morning), class.row(at, "pm", afternoon)]
    });
    class.mark(&app, rows.collect()).await;
    let now = app.state.clock.now();
    for statement in [
        // One slot had been cancelled before: it was not promised any more. The other goes with the session.
        format!(
            "UPDATE session_slot SET cancelled_at = '{}', cancel_reason = 'x' WHERE id = '{gone}'",
            now - Duration::hours(1)
        ),
        format!("UPDATE session_slot SET cancelled_at = '{now}', cancel_reason = 'x' WHERE id = '{later}'"),
        format!("UPDATE training_session SET status = 'cancelled', status_at = '{now}'"),
        format!(
            "UPDATE enrolment SET status = 'abandoned', ends_on = '2026-03-03' WHERE id = '{}'",
            class.enrolment(2)
        ),
    ] {
        app.execute(&statement).await;
    }
    let lines = class.boss(&app).get(&class.path("/edof")).await.expect(200)["lines"].clone();
    let told = |at: usize| {
        let proposal = &lines[at]["proposal"];
        (&proposal["service_done"], &proposal["completion_rate"], &proposal["reason"])
    };
    assert_eq!(told(0), (&json!("partial"), &json!(500), &json!("provider_stopped")));
    assert_eq!(told(1), (&json!("none"), &json!(0), &json!("provider_stopped")));
    assert_eq!(told(2), (&json!("partial"), &json!(250), &json!("abandonment_or_absence")));
    assert_eq!(
        (&lines[0]["left_on"], &lines[0]["declare_exit_by"]),
        (&json!("2026-03-03"), &json!("2026-03-06"))
    );
}
