use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::CompanyExam;
use crate::support::taking::{AUTOMATIC, Q};

async fn three(app: &TestApp) -> CompanyExam {
    let exam = app.company_exam(&AUTOMATIC, json!({ "hides_names": true })).await;
    for (name, answers) in [
        ("Zoé", exam.all_right(1)),
        ("Ali", vec![]),
        ("Mia", vec![exam.answer(Q::Single, 1, &exam.right(Q::Single))]),
    ] {
        let person = app.candidate(name, "Vue").await;
        let invitation = exam.invite(app, &person).await;
        exam.start(app, &person, invitation).await;
        app.advance(Duration::seconds(90));
        exam.submit(app, &person, invitation, &answers).await;
    }
    exam
}

#[tokio::test]
async fn results_are_ranked_counted_and_spread() {
    let app = TestApp::with_catalogue().await;
    let exam = three(&app).await;
    let running = app.candidate("Tom", "Vue").await;
    let invitation = exam.invite(&app, &running).await;
    exam.start(&app, &running, invitation).await;
    let results = exam.results(&app).await;
    let names: Vec<_> =
        results["candidates"].as_array().unwrap().iter().map(|one| &one["first_name"]).collect();
    assert_eq!(names, [&json!("Zoé"), &json!("Mia"), &json!("Ali"), &json!("Tom")]);
    let figures = ["running", "to_grade", "to_publish", "published", "passed", "mean", "median"]
        .map(|name| &results[name]);
    assert_eq!(figures.map(Value::as_i64), [1, 0, 3, 0, 1, 41, 25].map(Some));
    assert_eq!(results["distribution"], json!([1, 0, 1, 0, 0, 0, 0, 0, 0, 1]));
    assert_eq!(
        (&results["candidates"][0]["seconds"], &results["candidates"][3]["seconds"]),
        (&json!(90), &Value::Null)
    );
}

#[tokio::test]
async fn the_table_has_figures_and_nothing_to_write_to_anybody_with() {
    let app = TestApp::with_catalogue().await;
    let exam = three(&app).await;
    let trap = app.candidate("=cmd", "Vue").await;
    exam.take(&app, &trap, &[]).await;
    let table = exam.client(&app).get(&exam.path("/results-export")).await;
    assert_eq!(
        (table.status.as_u16(), &table.headers["content-type"]),
        (200, &"text/csv; charset=utf-8".parse().unwrap())
    );
    let lines: Vec<&str> = table.text.lines().collect();
    assert_eq!(lines.len(), 5);
    assert!(
        lines[0].contains("Nom;") && lines[0].contains("Pourcentage") && lines[0].contains("Énoncé Single"),
        "{}",
        lines[0]
    );
    assert!(lines[1].contains("Zoé") && lines[1].contains(";100;"), "{}", lines[1]);
    assert!(!table.text.contains('@') && !table.text.contains(";=cmd"), "{}", table.text);
    let noted: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_event WHERE kind = 'session_quiz.exported'")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(noted, 1);
}

#[tokio::test]
async fn questions_that_deserve_a_second_look_are_flagged() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::TrueFalse], json!({})).await;
    for number in 0..10 {
        let person = app.candidate("Inès", &format!("Vue{number}")).await;
        let wrong = json!({ "kind": "true_false", "is_true": number > 0 });
        let answers =
            [exam.answer(Q::Single, 1, &exam.right(Q::Single)), exam.answer(Q::TrueFalse, 1, &wrong)];
        exam.take(&app, &person, &answers).await;
    }
    let statistics = exam.client(&app).get(&exam.path("/statistics")).await.expect(200);
    assert_eq!(statistics["attempts"], 10);
    let items = statistics["items"].as_array().unwrap();
    let of = |kind: &str| items.iter().find(|item| item["kind"] == kind).unwrap();
    assert_eq!(of("single")["figures"]["facility"], 1000);
    let flags = of("single")["figures"]["flags"].as_array().unwrap();
    assert!(flags.contains(&json!("too_easy")) && flags.contains(&json!("unused_distractor")), "{flags:?}");
    assert!(of("true_false")["figures"]["flags"].as_array().unwrap().contains(&json!("too_hard")));
}

#[tokio::test]
async fn results_that_are_shown_at_once_or_at_the_closing_are() {
    let app = TestApp::with_catalogue().await;
    let at_once = app.company_exam(&AUTOMATIC, json!({ "feedback": "after_attempt" })).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = at_once.take(&app, &person, &at_once.all_right(1)).await;
    assert_eq!(at_once.state_of(&app, invitation).await, "published");
    let later = app.company_exam(&AUTOMATIC, json!({ "feedback": "after_close" })).await;
    let invitation = later.take(&app, &person, &later.all_right(1)).await;
    app.advance(Duration::days(30));
    app.close_quizzes().await;
    assert_eq!(later.state_of(&app, invitation).await, "graded");
    app.advance(Duration::days(1));
    app.close_quizzes().await;
    assert_eq!(later.state_of(&app, invitation).await, "published");
}
