//! What passports read of results: proposed levels, and the card of an attempt.

use carnet::ids::QuizAttemptId;
use carnet::quizzes::{attempt_card, proposed_levels};

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Exam, Q, Rules, id_of_attempt};

/// Gives the session's revision a skill on a grid, and the quiz rules for it: 50 % proposes step 1, 90 % step 2.
async fn rules(app: &TestApp, exam: &Exam) {
    let grid = app.grid(&exam.class.organisation).await;
    let own: uuid::Uuid = app.state.ids.ordered();
    let session = exam.class.session;
    for statement in [
        format!(
            "INSERT INTO own_skill (id, organisation_id, label, search_key, version, created_at, updated_at)
             VALUES ('{own}', '{}', 'Souder', 'souder', 1, now(), now())",
            exam.class.organisation.id
        ),
        // The revision of a test is written by hand, published or not.
        "ALTER TABLE training_skill DISABLE TRIGGER USER".to_owned(),
        format!(
            "INSERT INTO training_skill (training_id, revision, position, own_skill_id, label, jobs, grid_id, grid_version,
                 target, pass)
             SELECT training_id, revision, 0, '{own}', 'Souder', '{{}}', '{grid}', 1, 2, 2 FROM training_session
             WHERE id = '{session}'"
        ),
        format!(
            "INSERT INTO quiz_skill_rule (session_quiz_id, training_id, revision, skill_position, level, min_percent)
             SELECT '{}', training_id, revision, 0, rule.level, rule.percent
             FROM training_session, (VALUES (1, 50), (2, 90)) AS rule (level, percent) WHERE id = '{session}'",
            exam.place
        ),
    ] {
        app.execute(&statement).await;
    }
}

#[tokio::test]
async fn published_results_propose_the_highest_level_they_reach() {
    let app = TestApp::start().await;
    let exam = app.exam(4, &AUTOMATIC, &Rules { attempts: 2, ..Rules::default() }).await;
    rules(&app, &exam).await;
    let half = |count: usize| exam.all_right(1).into_iter().take(count).collect::<Vec<_>>();
    let best = exam.hand_in(&app, 0, exam.all_right(1)).await;
    exam.hand_in(&app, 0, vec![]).await;
    // Five points of eight: 62 %.
    let middle = exam.hand_in(&app, 1, half(2)).await;
    exam.hand_in(&app, 2, vec![exam.answer(Q::TrueFalse, 1, &exam.right(Q::TrueFalse))]).await;
    let mut db = app.state.pool.acquire().await.unwrap();
    assert!(proposed_levels(&mut db, exam.class.session).await.unwrap().is_empty());
    exam.publish(&app).await;
    exam.hand_in(&app, 3, exam.all_right(1)).await;
    let proposed = proposed_levels(&mut db, exam.class.session).await.unwrap();
    let told: Vec<_> = proposed
        .iter()
        .map(|level| (level.person_id, level.attempt_id.0, level.step_position, level.score_percent))
        .collect();
    let person = |position: usize| exam.class.trainees[position].user.id;
    let expected = [(person(0), id_of_attempt(&best), 2, 100), (person(1), id_of_attempt(&middle), 1, 62)];
    assert_eq!(told, expected);
    assert_eq!(proposed[0].quiz_title, "Contrôle");
    assert_eq!(
        (proposed[0].skill_position, proposed[0].skill_code, proposed[0].grid_version),
        (0, None, Some(1))
    );
    assert_eq!(proposed[0].published_at, app.state.clock.now());
}

#[tokio::test]
async fn a_card_is_there_once_the_result_is_published() {
    let app = TestApp::start().await;
    let exam = app.exam(1, &AUTOMATIC, &Rules::default()).await;
    let attempt = exam.hand_in(&app, 0, exam.all_right(1)).await;
    let id = QuizAttemptId(id_of_attempt(&attempt));
    let mut db = app.state.pool.acquire().await.unwrap();
    assert_eq!(attempt_card(&mut db, id).await.unwrap(), None);
    exam.publish(&app).await;
    let card = attempt_card(&mut db, id).await.unwrap().unwrap();
    assert_eq!((card.person_id, card.session_id), (Some(exam.class.trainees[0].user.id), exam.class.session));
    assert_eq!((card.quiz_title.as_str(), card.score_percent, card.passed), ("Contrôle", 100, Some(true)));
    assert_eq!(attempt_card(&mut db, QuizAttemptId(uuid::Uuid::nil())).await.unwrap(), None);
}
