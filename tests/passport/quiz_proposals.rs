//! Results of quizzes propose levels in the grid; somebody confirms them, with the attempt as evidence.

use serde_json::json;

use crate::support::app::TestApp;
use crate::support::taking::{AUTOMATIC, Exam, Rules, id_of_attempt};

/// Gives the session's revision a skill of the catalogue on the common scale, and the quiz rules for it: 50 % proposes 2, 90 %
/// proposes 3.
async fn rules(app: &TestApp, exam: &Exam, skill: &str) {
    let session = exam.class.session;
    for statement in [
        // The revision of a test is written by hand, published or not.
        "ALTER TABLE training_skill DISABLE TRIGGER USER".to_owned(),
        format!(
            "INSERT INTO training_skill (training_id, revision, position, skill_code, label, jobs, target, pass)
             SELECT training_id, revision, 0, {skill}, 'Souder', '{{}}', 3, 2 FROM training_session
             WHERE id = '{session}'"
        ),
        format!(
            "INSERT INTO quiz_skill_rule (session_quiz_id, training_id, revision, skill_position, level, min_percent)
             SELECT '{}', training_id, revision, 0, rule.level, rule.percent
             FROM training_session, (VALUES (2, 50), (3, 90)) AS rule (level, percent) WHERE id = '{session}'",
            exam.place
        ),
    ] {
        app.execute(&statement).await;
    }
}

#[tokio::test]
async fn a_published_result_proposes_a_level_that_somebody_confirms() {
    let app = TestApp::with_catalogue().await;
    let exam = app.exam(2, &AUTOMATIC, &Rules::default()).await;
    let skill = app.skills_of("M1805")[0].clone();
    rules(&app, &exam, &skill).await;
    let attempt = id_of_attempt(&exam.hand_in(&app, 0, exam.all_right(1)).await);
    let (trainer, grid) = (exam.class.teacher(&app), exam.class.path("/validations"));
    let cells = async || trainer.get(&grid).await.expect(200)["cells"].as_array().unwrap().clone();
    assert_eq!(cells().await, Vec::<serde_json::Value>::new(), "nothing before it is published");
    let person = exam.class.trainees[0].user.id;
    let cell = json!({
        "person_id": person, "skill": skill, "level": { "common_level": 3 },
        "evidence": [{ "title": "Contrôle", "attempt_id": attempt }],
    });
    let early = trainer.post(&grid, json!({ "cells": [cell] })).await;
    early.expect_field("/cells/0/evidence/0/attempt_id", "unknown_attempt");

    exam.publish(&app).await;
    let told = cells().await;
    assert_eq!(told.len(), 1);
    let proposal = &told[0]["proposals"][0];
    assert_eq!((&told[0]["status"], &told[0]["version"]), (&json!("in_evaluation"), &json!(0)));
    assert_eq!(
        (&proposal["attempt_id"], &proposal["level"], &proposal["percent"], &proposal["quiz"]),
        (&json!(attempt), &json!(3), &json!(100), &json!("Contrôle"))
    );
    // Another's attempt proves nothing.
    let mut foreign = cell.clone();
    foreign["person_id"] = json!(exam.class.trainees[1].user.id);
    let refused = trainer.post(&grid, json!({ "cells": [foreign] })).await;
    refused.expect_field("/cells/0/evidence/0/attempt_id", "unknown_attempt");
    let written = trainer.post(&grid, json!({ "cells": [cell] })).await.expect(200);
    assert_eq!(cells().await[0]["status"], "validated");
    let entry = format!("/me/passport/entries/{}", written["validations"][0].as_str().unwrap());
    let proof = exam.learner(&app, 0).get(&entry).await.expect(200);
    let shown = &proof["evidence"][0];
    assert_eq!(
        (
            &shown["kind"],
            &shown["attempt"]["quiz"],
            &shown["attempt"]["percent"],
            &shown["attempt"]["passed"]
        ),
        (&json!("quiz_attempt"), &json!("Contrôle"), &json!(100), &json!(true))
    );
}
