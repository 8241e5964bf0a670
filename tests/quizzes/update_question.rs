use reqwest::Method;
use serde_json::{Value, json};

use super::only_for_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

/// What was shown, as it is sent back.
fn sent_back(question: &Value) -> Value {
    let mut draft = question["content"].clone();
    draft["skills"] = json!([]);
    draft
}

#[tokio::test]
async fn an_edit_is_the_next_version_and_what_was_published_keeps_its_own() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Avant")).await;
    let quiz = school.publish_quiz(&school.quiz(&quiz_draft("Quiz", &[item(&question)])).await).await;
    let mut draft = sent_back(&question);
    draft["statement"][0]["text"] = json!("Après");
    let choices = draft["answer"]["choices"].as_array_mut().unwrap();
    choices.push(json!({ "text": "Peut-être", "is_right": false }));
    let second = school.rewrite_question(&question, &draft).await;
    assert_eq!(
        (&second["number"], &second["version"], &second["title"]),
        (&json!(2), &json!(2), &json!("Après"))
    );
    assert_eq!(second["quizzes"], 1);
    let (before, after) =
        (&question["content"]["answer"]["choices"], &second["content"]["answer"]["choices"]);
    assert_eq!((&before[0]["id"], &before[1]["id"]), (&after[0]["id"], &after[1]["id"]));
    assert_ne!(after[2]["id"], after[0]["id"]);
    let revision = school.trainer.client.get(&school.quiz_path(&quiz, "/revisions/1")).await.expect(200);
    let asked = &revision["sections"][0]["items"][0]["questions"][0];
    assert_eq!((&asked["number"], &asked["content"]["statement"][0]["text"]), (&json!(1), &json!("Avant")));
}

#[tokio::test]
async fn what_says_the_same_writes_nothing() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let same = school.rewrite_question(&question, &sent_back(&question)).await;
    assert_eq!((&same["number"], &same["version"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn two_who_edit_at_once_notice_and_choices_are_the_questions_own() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let (question, other) =
        (school.question(&choice_draft("Une")).await, school.question(&choice_draft("Deux")).await);
    let (path, client) = (school.question_path(&question, ""), &school.trainer.client);
    let first = json!(1);
    let one = client.put_at(&path, &first, choice_draft("Premier"));
    let two = school.manager.client.put_at(&path, &first, choice_draft("Second"));
    let (one, two) = tokio::join!(one, two);
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    let refused = if one.status == 412 { one } else { two };
    assert_eq!(refused.expect_problem(412, "stale")["current"]["number"], 2);
    client.put(&path, choice_draft("Sans version")).await.expect_problem(428, "precondition_required");
    let mut stolen = choice_draft("Volée");
    stolen["answer"]["choices"][0]["id"] = other["content"]["answer"]["choices"][0]["id"].clone();
    let refused = client.put_at(&path, &json!(2), &stolen).await;
    refused.expect_field("/answer/choices/0/id", "unknown_choice");
    client.post_at(&school.question_path(&other, "/archive"), &json!(1)).await.expect(200);
    let refused =
        client.put_at(&school.question_path(&other, ""), &json!(2), choice_draft("Trop tard")).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
}

#[tokio::test]
async fn a_version_that_was_written_never_changes() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    school.question(&choice_draft("Une question")).await;
    for statement in [
        "UPDATE question_version SET content = '{}'",
        "UPDATE question_version SET tags = '{x}'",
        "UPDATE question_version SET number = 9",
    ] {
        let refused = sqlx::query(statement).execute(&app.state.pool).await.unwrap_err();
        assert!(refused.to_string().contains("never changed"), "{refused}");
    }
    sqlx::query("UPDATE question_version SET created_by = NULL").execute(&app.state.pool).await.unwrap();
}

#[tokio::test]
async fn only_those_who_teach_edit() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let path = school.question_path(&question, "");
    only_for_those_who_teach(&app, &school, Method::PUT, &path, &choice_draft("Autre")).await;
}
