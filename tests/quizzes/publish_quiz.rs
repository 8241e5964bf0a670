use reqwest::Method;
use serde_json::{Value, json};

use super::{noted, only_for_those_who_teach, told};
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};

#[tokio::test]
async fn publication_pins_the_versions_that_are_asked_and_drawn_among() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let tagged = async |text: &str| {
        let mut draft = choice_draft(text);
        draft["tags"] = json!(["calcul"]);
        school.question(&draft).await
    };
    let asked = tagged("Toujours").await;
    let pool = [tagged("Un").await, tagged("Deux").await, tagged("Trois").await];
    let draw = json!({ "draw": { "count": 2, "tags": ["Calcul"] }, "points": 0.5 });
    let quiz = school.publish_quiz(&school.quiz(&quiz_draft("Quiz", &[item(&asked), draw])).await).await;
    assert_eq!(
        (&quiz["status"], &quiz["revision"], &quiz["has_draft"]),
        (&json!("published"), &json!(1), &json!(false))
    );
    // Afterwards a question changes, another appears: the revision stays what it is.
    let mut other = choice_draft("Deux, autrement");
    other["tags"] = json!(["autre"]);
    school.rewrite_question(&pool[1], &other).await;
    tagged("Quatre").await;
    let client = &school.trainer.client;
    let revision = client.get(&school.quiz_path(&quiz, "/revisions/1")).await.expect(200);
    let items = revision["sections"][0]["items"].as_array().unwrap();
    assert_eq!(
        (&items[0]["count"], &items[0]["is_draw"], &items[0]["points"]),
        (&json!(1), &json!(false), &json!(1.0))
    );
    let drawn: Vec<_> =
        items[1]["questions"].as_array().unwrap().iter().map(|one| one["question_id"].clone()).collect();
    assert_eq!(drawn, pool.iter().map(|one| one["id"].clone()).collect::<Vec<_>>());
    assert_eq!((&items[1]["count"], &items[1]["points"]), (&json!(2), &json!(0.5)));
    assert_eq!((&revision["points"], &revision["questions"]), (&json!(2.0), &json!(3)));
    // Published again without being written: its questions moved on.
    let second = school.publish_quiz(&quiz).await;
    assert_eq!(second["revision"], 2);
    let revision = client.get(&school.quiz_path(&quiz, "/revisions/2")).await.expect(200);
    let drawn: Vec<Value> = revision["sections"][0]["items"][1]["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["content"]["statement"][0]["text"].clone())
        .collect();
    assert_eq!(drawn, ["Un", "Trois", "Quatre"]);
    let nothing = client.post_at(&school.quiz_path(&quiz, "/publish"), &second["version"]).await;
    nothing.expect_problem(409, "nothing_to_publish");
    let published = |revision: i32| Some(json!({ "status": "published", "revision": revision }));
    assert_eq!(noted(&app, "quiz.status_changed").await, [published(1), published(2)]);
}

#[tokio::test]
async fn what_nobody_could_take_is_not_published() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let client = &school.trainer.client;
    let empty = school.quiz(&json!({ "kind": "quiz", "title": "Vide" })).await;
    let refused = client.post_at(&school.quiz_path(&empty, "/publish"), &json!(1)).await;
    refused.expect_field("/sections", "required");
    let question = school.question(&choice_draft("Une question")).await;
    let draw = |count: u8| json!({ "draw": { "count": count, "tags": ["calcul"] }, "points": 1 });
    let mut body = quiz_draft("Quiz", &[item(&question), draw(1)]);
    body["sections"].as_array_mut().unwrap().push(json!({ "title": "Vide" }));
    let quiz = school.quiz(&body).await;
    client.post_at(&school.question_path(&question, "/archive"), &json!(1)).await.expect(200);
    let refused = client.post_at(&school.quiz_path(&quiz, "/publish"), &json!(1)).await;
    let problem = refused.expect_problem(422, "invalid_request");
    assert_eq!(
        told(&problem),
        [
            ("/sections/1/items", "required"),
            ("/sections/0/items/0/question_id", "archived_question"),
            ("/sections/0/items/1/draw", "pool_too_small"),
        ]
    );
    let shown = client.get(&school.quiz_path(&quiz, "")).await.expect(200);
    assert_eq!((&shown["status"], &shown["version"]), (&json!("draft"), &json!(1)));
}

#[tokio::test]
async fn what_is_published_never_changes() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    school.published_quiz("Quiz").await;
    for statement in [
        "UPDATE quiz_revision SET attempts = 9",
        "UPDATE quiz_revision_section SET title = 'x'",
        "UPDATE quiz_revision_item SET points = 900",
        "DELETE FROM quiz_revision_item",
        "DELETE FROM quiz_revision",
        "UPDATE quiz_revision SET published_at = NULL",
    ] {
        let refused = sqlx::query(statement).execute(&app.state.pool).await.unwrap_err();
        assert!(refused.to_string().contains("never changed"), "{statement}: {refused}");
    }
    sqlx::query("UPDATE quiz_revision SET published_by = NULL").execute(&app.state.pool).await.unwrap();
}

#[tokio::test]
async fn two_who_publish_at_once_publish_once() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let question = school.question(&choice_draft("Une question")).await;
    let quiz = school.quiz(&quiz_draft("Quiz", &[item(&question)])).await;
    let (path, first) = (school.quiz_path(&quiz, "/publish"), json!(1));
    let (one, two) = tokio::join!(
        school.trainer.client.post_at(&path, &first),
        school.manager.client.post_at(&path, &first)
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    only_for_those_who_teach(&app, &school, Method::POST, &path, &Value::Null).await;
}
