//! Every night an invented recruiter asks for what nobody granted; what was found is public, and a leak is an alarm.

use carnet::privacy::{DisclosureCheck, PurgePrivacyLogs};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::search::{SearchApp, someone, validated};

async fn newest(app: &TestApp) -> Value {
    app.anonymous().get("/privacy/disclosure-checks").await.expect(200)["items"][0].clone()
}

async fn people(app: &SearchApp) {
    for number in 0..6 {
        let mut shown = someone(&format!("Anne{number}"), "Visible");
        shown.declared = vec![(101, 2), (104, 3)];
        shown.validated = vec![validated(101, 3), validated(105, None)];
        let mut hidden = someone(&format!("Zoé{number}"), "Cachée");
        (hidden.is_visible, hidden.declared) = (false, vec![(104, 2)]);
        app.add(&shown).await;
        app.add(&hidden).await;
    }
    app.settled().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_leaks_and_the_recruiter_is_gone_afterwards() {
    let app = SearchApp::start().await;
    people(&app).await;
    app.run_job(DisclosureCheck {}).await;
    let check = newest(&app).await;
    assert_eq!((&check["people"], &check["leaks"], &check["withheld"]), (&json!(12), &json!(0), &json!(0)));
    assert!(check["answers"].as_i64().unwrap() > 20, "{check}");
    for left in [
        "SELECT count(*) FROM person WHERE email LIKE '%.invalid'",
        "SELECT count(*) FROM company WHERE siren = '000099994'",
    ] {
        let left: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(left)).fetch_one(&app.state.pool).await.unwrap();
        assert_eq!(left, 0);
    }
    // Twice is as good as once.
    app.run_job(DisclosureCheck {}).await;
    assert_eq!(newest(&app).await["leaks"], 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leak_is_found() {
    let app = SearchApp::start().await;
    people(&app).await;
    // The view that says who may be found forgets to ask.
    let broken = "CREATE OR REPLACE VIEW searchable_person AS
         SELECT p.id AS person_id, p.profile_id, p.first_name, p.last_name, false AS chosen_only FROM person p";
    sqlx::query(broken).execute(&app.state.pool).await.unwrap();
    app.run_job(DisclosureCheck {}).await;
    let check = newest(&app).await;
    assert!(check["leaks"].as_i64().unwrap() >= 6, "{check}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_block_is_respected_and_too_little_is_no_leak() {
    let app = SearchApp::start().await;
    people(&app).await;
    let blocked = "INSERT INTO blocked_company (person_id, siren, blocked_at)
         SELECT person_id, '000099994', now() FROM searchable_person";
    sqlx::query(blocked).execute(&app.state.pool).await.unwrap();
    sqlx::query("UPDATE search_epoch SET blocks = blocks + 1").execute(&app.state.pool).await.unwrap();
    app.run_job(DisclosureCheck {}).await;
    let check = newest(&app).await;
    assert_eq!((&check["leaks"], &check["withheld"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn results_are_kept_two_years_to_the_second() {
    let app = TestApp::start().await;
    app.run_job(DisclosureCheck {}).await;
    for (time, expected) in [("2028-03-03T07:59:59Z", 1), ("2028-03-03T08:00:00Z", 0)] {
        app.advance(time.parse::<DateTime<Utc>>().unwrap() - app.state.clock.now());
        app.run_job(PurgePrivacyLogs {}).await;
        let items = app.anonymous().get("/privacy/disclosure-checks").await.expect(200)["items"].clone();
        assert_eq!(items.as_array().unwrap().len(), expected, "{time}");
    }
}
