use reqwest::Method;
use serde_json::{Value, json};

use super::hidden_from_others;
use crate::support::app::TestApp;
use crate::support::taking::{Q, Rules, choice};

#[tokio::test]
async fn a_wrong_key_and_an_idle_choice_are_seen() {
    let app = TestApp::start().await;
    let exam = app.exam(12, &[Q::Single, Q::TrueFalse, Q::Number], &Rules::default()).await;
    for position in 0..12 {
        // Those who know the rest choose 1, which the key calls wrong.
        let knows = position < 6;
        let mut answers = vec![exam.answer(
            Q::Single,
            1,
            &json!({
                "kind": "single", "choice_id": choice(Q::Single, u128::from(knows)),
            }),
        )];
        if knows {
            answers.extend([Q::TrueFalse, Q::Number].map(|q| exam.answer(q, 1, &exam.right(q))));
        }
        exam.hand_in(&app, position, answers).await;
    }
    let shown = exam.class.teacher(&app).get(&exam.path("/statistics")).await.expect(200);
    assert_eq!(shown["attempts"], 12);
    let of = |question: Q| {
        let items = shown["items"].as_array().unwrap();
        items.iter().find(|item| item["question_id"] == json!(exam.question(question))).unwrap().clone()
    };
    let single = of(Q::Single);
    assert_eq!(
        (&single["figures"]["facility"], &single["figures"]["discrimination"]),
        (&json!(500), &json!(-1000))
    );
    let taken = single["figures"]["choices"].as_array().unwrap().iter().map(|choice| choice["taken"].clone());
    assert_eq!(taken.collect::<Vec<_>>(), [6, 6, 0].map(Value::from));
    let flags = json!(["negative_discrimination", "unused_distractor", "attractive_distractor"]);
    assert_eq!(single["figures"]["flags"], flags);
    assert_eq!(of(Q::Number)["figures"]["choices"], json!([]));
}

#[tokio::test]
async fn without_attempts_there_is_nothing_to_say() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    exam.start(&app, 0).await;
    let shown = exam.class.boss(&app).get(&exam.path("/statistics")).await.expect(200);
    assert_eq!(shown, json!({ "attempts": 0, "items": [] }));
    hidden_from_others(&app, &exam.class, Method::GET, &exam.path("/statistics"), &Value::Null).await;
}
