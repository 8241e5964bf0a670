use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Q, Rules, WHOLE};

#[tokio::test]
async fn the_notice_says_what_for_how_long_who_reads_and_until_when() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &WHOLE, &Rules { hides_names: true, attempts: 2, ..Rules::default() }).await;
    let notice = exam.learner(&app, 0).get(&exam.own_path("")).await.expect(200);
    assert_eq!(
        (&notice["title"], &notice["description"]),
        (&json!("Contrôle"), &json!("Ce que vous savez."))
    );
    assert_eq!(notice["purpose_text"], "Évaluer ce que vous avez acquis pendant la formation.");
    let readers = notice["readers"].as_str().unwrap();
    assert!(
        readers.contains("l’organisme Atelier, et personne d’autre") && readers.contains("sans votre nom")
    );
    // Six years after the last day of the session.
    assert_eq!(notice["kept_until"], "2032-03-13");
    assert!(notice["choice"].as_str().unwrap().starts_with("Vous pouvez vous retirer"));
    assert_eq!((&notice["questions"], &notice["seconds"]), (&json!(7), &json!(3600)));
    assert_eq!((&notice["state"], &notice["attempts_left"]), (&json!("invited"), &json!(2)));
    assert_eq!((&notice["may_begin"], &notice["attempts"]), (&json!(true), &json!([])));
}

#[tokio::test]
async fn it_shows_one_s_own_attempts_and_their_results_once_published() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules { attempts: 3, ..Rules::default() }).await;
    exam.hand_in(&app, 0, exam.all_right(1)).await;
    let read = async || exam.learner(&app, 0).get(&exam.own_path("")).await.expect(200);
    assert_eq!(read().await["attempts"][0]["result"], Value::Null);
    exam.publish(&app).await;
    let notice = read().await;
    assert_eq!(notice["attempts"][0]["result"]["percent"], 100);
    assert_eq!((&notice["percent"], &notice["is_passed"]), (&json!(100), &json!(true)));
    let running = exam.start(&app, 0).await;
    let notice = read().await;
    assert_eq!(notice["attempts"][1]["deadline"], running["deadline"]);
    assert_eq!((&notice["state"], &notice["percent"]), (&json!("started"), &json!(100)));
}

#[tokio::test]
async fn it_is_there_for_those_who_take_part_once_something_is_attached() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    let path = exam.own_path("");
    only_for_those_who_take_part(&app, &exam, &path).await;
    app.execute(&format!(
        "UPDATE session_quiz SET quiz_id = NULL, quiz_revision = NULL WHERE id = '{}'",
        exam.place
    ))
    .await;
    exam.learner(&app, 0).get(&path).await.expect_problem(404, "not_found");
}

/// Whoever takes part in the session reads the notice too; nobody else does.
async fn only_for_those_who_take_part(app: &TestApp, exam: &crate::support::taking::Exam, path: &str) {
    let neighbour = exam.class.add_trainee(app, "Voisin").await;
    app.renewed(&neighbour.user).client.get(path).await.expect(200);
    let stranger = app.trainee(&exam.class.organisation).await;
    for client in [stranger.client, exam.class.teacher(app), exam.class.boss(app)] {
        client.get(path).await.expect_problem(404, "not_found");
    }
    app.anonymous().get(path).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_draft_of_a_session_tells_nobody_of_its_quizzes() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &[Q::Single], &Rules::default()).await;
    app.execute(&format!("UPDATE training_session SET status = 'draft' WHERE id = '{}'", exam.class.session))
        .await;
    exam.learner(&app, 0).get(&exam.own_path("")).await.expect_problem(404, "not_found");
}
