use reqwest::Method;
use serde_json::json;

use super::only_for_those_who_teach;
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

#[tokio::test]
async fn a_published_quiz_is_written_as_its_next_revision_and_the_one_before_stays() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let first = quiz_draft("Premier", &[item(&question)]);
    let quiz = school.publish_quiz(&school.quiz(&first).await).await;
    let (path, client) = (school.quiz_path(&quiz, ""), &school.trainer.client);
    let second = quiz_draft("Second", &[item(&question)]);
    let written = client.put_at(&path, &quiz["version"], &second).await.expect(200);
    assert_eq!(
        (&written["has_draft"], &written["revision"], &written["status"], &written["title"]),
        (&json!(true), &json!(1), &json!("published"), &json!("Second"))
    );
    let revision = client.get(&school.quiz_path(&quiz, "/revisions/1")).await.expect(200);
    assert_eq!(revision["title"], "Premier");
    // What says what was published leaves no draft.
    let back = client.put_at(&path, &written["version"], &first).await.expect(200);
    assert_eq!((&back["has_draft"], &back["title"]), (&json!(false), &json!("Premier")));
}

#[tokio::test]
async fn two_who_edit_at_once_notice() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.quiz(&quiz_draft("Quiz", &[])).await;
    let (path, first) = (school.quiz_path(&quiz, ""), json!(1));
    let (client, body) = (&school.trainer.client, quiz_draft("Autre", &[]));
    let (one, two) =
        tokio::join!(client.put_at(&path, &first, &body), school.manager.client.put_at(&path, &first, &body));
    let refused = if one.status == 412 { one } else { two };
    assert_eq!(refused.expect_problem(412, "stale")["current"]["version"], 2);
    client.put(&path, &body).await.expect_problem(428, "precondition_required");
    let mut work = body.clone();
    work["kind"] = json!("assignment");
    client.put_at(&path, &json!(2), &work).await.expect_field("/kind", "not_changeable");
    only_for_those_who_teach(&app, &school, Method::PUT, &path, &body).await;
}

#[tokio::test]
async fn an_archived_quiz_is_not_written() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let quiz = school.published_quiz("Quiz").await;
    let client = &school.trainer.client;
    let archived = client.post_at(&school.quiz_path(&quiz, "/archive"), &quiz["version"]).await.expect(200);
    let refused =
        client.put_at(&school.quiz_path(&quiz, ""), &archived["version"], quiz_draft("Autre", &[])).await;
    assert_eq!(refused.expect_problem(409, "illegal_transition")["current_state"], "archived");
}
