use serde_json::{Value, json};
use uuid::Uuid;

use super::only_for_the_company;
use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q};

#[tokio::test]
async fn a_candidate_is_read_with_what_is_right() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let path = exam.path(&format!("/candidates/{invitation}"));
    exam.client(&app).get(&path).await.expect_problem(404, "not_found");
    exam.start(&app, &person, invitation).await;
    let running = exam.client(&app).get(&path).await;
    assert_eq!(running.expect_problem(409, "illegal_transition")["current_state"], "started");
    exam.submit(&app, &person, invitation, &exam.all_right(1)).await;
    let read = exam.client(&app).get(&path).await.expect(200);
    assert_eq!((&read["first_name"], read["questions"].as_array().unwrap().len()), (&json!("Inès"), 5));
    assert_eq!(
        (&read["questions"][0]["verdict"], &read["questions"][0]["saved_at"]),
        (&json!("right"), &Value::Null)
    );
    only_for_the_company(&app, reqwest::Method::GET, &path, &Value::Null).await;
}

#[tokio::test]
async fn candidates_stand_side_by_side() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::Number], json!({})).await;
    let (one, other) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let first = exam.take(&app, &one, &exam.all_right(1)).await;
    let second = exam.take(&app, &other, &[exam.answer(Q::Number, 1, &exam.right(Q::Number))]).await;
    let compare = async |list: String| {
        exam.client(&app).get(&exam.path(&format!("/comparison?invitations={list}"))).await
    };
    let table = compare(format!("{first},{second}")).await.expect(200);
    assert_eq!(table["candidates"][1]["first_name"], "Léa");
    let points: Vec<_> = table["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| {
            question["answers"]
                .as_array()
                .unwrap()
                .iter()
                .map(|answer| answer["points"].as_f64())
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(points, [[Some(2.0), Some(0.0)], [Some(1.0), Some(1.0)]]);
    assert_eq!(table["questions"][0]["answers"][1]["verdict"], "missing");
    compare(first.to_string()).await.expect_field("/invitations", "required");
    compare(format!("{first},{}", Uuid::nil())).await.expect_field("/invitations", "unknown_invitation");
    compare("a,b".to_owned()).await.expect_field("/invitations", "unknown_invitation");
    let many: Vec<_> = (0..11).map(|number| Uuid::from_u128(number).to_string()).collect();
    compare(many.join(",")).await.expect_field("/invitations", "too_many");
}
