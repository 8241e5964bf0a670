use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{Q, Rules};

#[tokio::test]
async fn everybody_who_takes_part_is_listed_by_name() {
    let app = TestApp::start().await;
    let exam = app.exam(2, &[Q::Single], &Rules::default()).await;
    for client in [exam.class.teacher(&app), exam.class.boss(&app)] {
        let page = client.get(&exam.path("/adjustments")).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!(
            items[0],
            json!({
                "enrolment_id": exam.class.enrolment(0), "first_name": "Samir", "last_name": "Stagiaire0",
                "extra_time": "none", "extra_attempts": 0, "asked_time": null, "asked_at": null, "version": 0,
            })
        );
    }
}

#[tokio::test]
async fn only_those_who_train_and_run_the_session_see_it() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    hidden_from_others(&app, &exam.class, Method::GET, &exam.path("/adjustments"), &Value::Null).await;
}
