use chrono::Duration;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::company_quizzes::{accepted, own};
use crate::support::taking::{AUTOMATIC, Q};

#[tokio::test]
async fn everything_is_said_before_one_begins() {
    let app = TestApp::with_catalogue().await;
    let settings = json!({ "minutes": 45, "hides_names": true, "integrity_signals": true });
    let exam = app.company_exam(&AUTOMATIC, settings).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let notice = exam.notice(&app, &person, invitation).await;
    assert_eq!(
        (&notice["purpose"], &notice["seconds"], &notice["questions"]),
        (&json!("Soudeur en CDI"), &json!(2700), &json!(5))
    );
    let text = notice["notice_text"].as_str().unwrap();
    assert!(text.contains("facultatif") && text.contains("trois mois"), "{text}");
    let company = notice["company_name"].as_str().unwrap();
    assert!(notice["readers"].as_str().unwrap().contains(company));
    assert!(notice["signals"].as_str().unwrap().contains("changements d’onglet"));
    // The thirtieth day in Paris, and three months after it.
    assert_eq!(
        (&notice["closes_at"], &notice["kept_until"]),
        (&json!("2026-04-02T22:00:00Z"), &json!("2026-07-02"))
    );
    let stranger = app.candidate("Léa", "Autre").await;
    stranger.client.get(&own(invitation, "")).await.expect_problem(404, "not_found");
    exam.client(&app).get(&own(invitation, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn whoever_begins_has_read_what_holds_now() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&[Q::Single, Q::TrueFalse], json!({})).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let read = exam.notice(&app, &person, invitation).await;
    // Meanwhile the company publishes another revision.
    let mut draft =
        json!({ "kind": "quiz", "title": "Test de soudage", "settings": { "minutes": 10 }, "sections": [] });
    draft["sections"] = json!([{ "items": [{ "question_id": exam.question(Q::Single)["id"] }] }]);
    let client = exam.client(&app);
    let written = client.put_at(&exam.path(""), &exam.quiz["version"], &draft).await.expect(200);
    client.post_at(&exam.path("/publish"), &written["version"]).await.expect(200);
    let stale = person.client.post(&own(invitation, "/attempt"), accepted(&read)).await;
    let now = stale.expect_problem(412, "stale");
    assert_eq!((&now["current"]["revision"], &now["current"]["seconds"]), (&json!(2), &json!(600)));
    let other = json!({ "notice_version": "1999-01", "seen": now["current"]["seen"] });
    person.client.post(&own(invitation, "/attempt"), other).await.expect_problem(412, "stale");
    person.client.post(&own(invitation, "/attempt"), accepted(&now["current"])).await.expect(201);
    let kept: (Option<String>, Option<String>) =
        sqlx::query_as("SELECT notice_version, notice_sha256 FROM quiz_invitation WHERE id = $1")
            .bind(invitation)
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    assert_eq!(kept.0.as_deref(), Some("2026-11"));
    assert_eq!(kept.1.as_deref(), now["current"]["seen"].as_str());
    // What was begun stays on its revision, whatever is published.
    let told = exam.notice(&app, &person, invitation).await;
    assert_eq!(told["revision"], 2);
}

#[tokio::test]
async fn more_time_is_given_at_once_and_the_company_never_reads_it() {
    let app = TestApp::with_catalogue().await;
    let exam = app.company_exam(&AUTOMATIC, json!({ "minutes": 60 })).await;
    let person = app.candidate("Inès", "Vue").await;
    let invitation = exam.invite(&app, &person).await;
    let path = own(invitation, "/adjustment");
    for (asked, seconds) in [("third", json!(4800)), ("unlimited", Value::Null), ("half", json!(5400))] {
        let told = person.client.put(&path, json!({ "extra_time": asked })).await.expect(200);
        assert_eq!((&told["extra_time"], &told["seconds"]), (&json!(asked), &seconds));
    }
    let odd = person.client.put(&path, json!({ "extra_time": "half", "reason": "dyslexie" })).await;
    odd.expect_problem(422, "invalid_request");
    let attempt = exam.start(&app, &person, invitation).await;
    assert_eq!(attempt["seconds_left"], 5400);
    let late = person.client.put(&path, json!({ "extra_time": "none" })).await;
    assert_eq!(late.expect_problem(409, "illegal_transition")["current_state"], "started");
    app.advance(Duration::minutes(85));
    exam.submit(&app, &person, invitation, &exam.all_right(1)).await;
    // Eighty-five minutes of sixty: told as everybody's sixty, and without a time of beginning.
    let candidate = &exam.results(&app).await["candidates"][0];
    assert_eq!(candidate["seconds"], 3600);
    let bodies = [
        exam.results(&app).await.to_string(),
        exam.client(&app).get(&exam.path("/invitations")).await.text,
        exam.client(&app).get(&exam.path(&format!("/candidates/{invitation}"))).await.text,
        exam.client(&app).get(&exam.path("/results-export")).await.text,
        exam.client(&app).get(&exam.path("/copies?graded=true")).await.text,
    ];
    for body in bodies {
        for sign in ["\"extra_time", "\"half", "\"started_at", ":5400", ":5100"] {
            assert!(!body.contains(sign), "{sign}: {body}");
        }
        assert!(!body.contains("saved_at\":\"2"), "{body}");
    }
}
