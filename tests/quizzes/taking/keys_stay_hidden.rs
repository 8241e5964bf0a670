//! Whatever a trainee asks before the end, no byte of any answer holds what is right, why, or what answers are graded by.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::send;
use crate::support::taking::{Exam, Q, Rules, SECRETS, WHOLE, attempt_path};

/// Everything that can be asked of a quiz by its address, by those who take it and by those who have no right to.
fn requests(exam: &Exam, attempt: &Value) -> Vec<(Method, String, Value)> {
    let get = |path: String| (Method::GET, path, Value::Null);
    let organisation = |rest: &str| exam.class.organisation.path(rest);
    let bank = format!("/questions/{}", exam.question(Q::Single));
    let copy = uuid::Uuid::from_u128(4);
    let mut requests = vec![
        get("/me/quizzes".to_owned()),
        get(exam.own_path("")),
        (Method::POST, exam.own_path("/attempts"), json!({ "notice_accepted": true })),
        get(attempt_path(attempt, "")),
        get(attempt_path(attempt, "/copy")),
        (Method::PUT, attempt_path(attempt, "/answers"), json!({ "answers": [] })),
        (
            Method::PUT,
            attempt_path(attempt, "/answers"),
            json!({ "answers": [
            exam.answer(Q::Single, 1, &json!({ "kind": "number", "value": 1 })),
        ] }),
        ),
        (
            Method::PUT,
            attempt_path(attempt, "/answers"),
            json!({ "answers": [
            exam.answer(Q::Number, 1, &json!({ "kind": "number", "value": 1 })),
            exam.answer(Q::Multiple, 1, &json!({ "kind": "multiple", "choice_ids": [] })),
        ] }),
        ),
        (Method::PUT, exam.own_path("/adjustment-request"), json!({ "extra_time": "third" })),
        get(exam.path("/attachment")),
        get(organisation(&bank)),
        get(organisation("/questions")),
        get(organisation(&format!("{bank}/versions"))),
        get(organisation(&format!("{bank}/versions/1"))),
        get(organisation("/quizzes")),
        get(organisation(&format!("/quizzes/{}", exam.quiz))),
        get(organisation(&format!("/quizzes/{}/revisions/1", exam.quiz))),
        (
            Method::POST,
            exam.path("/correction-preview"),
            json!({ "question_id": exam.question(Q::Single), "number": 1 }),
        ),
        (
            Method::POST,
            exam.path("/corrections"),
            json!({
                "question_id": exam.question(Q::Single), "number": 1, "reason": "Erreur", "seen": "",
            }),
        ),
        (Method::POST, exam.path("/publication"), json!({})),
        (
            Method::PUT,
            exam.path(&format!("/copies/{copy}/grades/{}", exam.question(Q::Long))),
            json!({ "points": 1 }),
        ),
    ];
    let id = attempt["id"].as_str().unwrap();
    for rest in ["/results", "/statistics", "/results-export", "/copies", "/corrections", "/adjustments"] {
        requests.push(get(exam.path(rest)));
    }
    requests.push(get(exam.path(&format!("/attempts/{id}"))));
    requests
}

async fn scan(app: &TestApp, exam: &Exam, attempt: &Value, when: &str) -> usize {
    let mut scanned = 0;
    for (method, path, body) in requests(exam, attempt) {
        let client = exam.learner(app, 0);
        let request = client.starting_from(method.clone(), &path, &json!(0));
        let answer = send(if body.is_null() { request } else { request.json(&body) }).await;
        assert!(answer.status != 500, "{method} {path}: {}", answer.text);
        for secret in SECRETS {
            let headers = format!("{:?}", answer.headers);
            assert!(!answer.text.contains(secret), "{when}, {method} {path} tells {secret}: {}", answer.text);
            assert!(!headers.contains(secret), "{when}, {method} {path} tells {secret}: {headers}");
        }
        scanned += 1;
    }
    scanned
}

#[tokio::test]
async fn no_byte_of_any_answer_tells_what_is_right_before_its_moment() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.start(&app, 0).await;
    assert!(scan(&app, &exam, &attempt, "while it runs").await > 25);
    let wrong = exam.answer(Q::Long, 3, &json!({ "kind": "long_text", "text": "Je ne sais pas." }));
    exam.submit(&app, 0, &attempt, vec![wrong]).await;
    scan(&app, &exam, &attempt, "while it waits to be graded").await;
    exam.grade_all(&app).await;
    assert_eq!(exam.state_of(&app, &attempt).await, "graded");
    scan(&app, &exam, &attempt, "before it is published").await;
}

#[tokio::test]
async fn the_scan_would_see_it() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules::default()).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    exam.grade_all(&app).await;
    exam.publish(&app).await;
    let shown = exam.learner(&app, 0).get(&attempt_path(&attempt, "")).await;
    for secret in ["SECRET-RETOUR", "SECRET-EXPLICATION", "secret-mot", "SECRET-CRITERE", "98765.25", "0.125"]
    {
        assert!(shown.text.contains(secret), "{secret} is shown once it may be: {}", shown.text);
    }
    let bank = exam.class.organisation.path(&format!("/questions/{}", exam.question(Q::Single)));
    let asked = exam.class.teacher(&app).get(&bank).await;
    assert!(asked.text.contains("is_right") && asked.text.contains("SECRET-RETOUR"), "{}", asked.text);
}
