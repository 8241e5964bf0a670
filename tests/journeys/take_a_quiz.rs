//! A trainee takes a quiz on two devices, a trainer grades it without a name, a wrong key is put right, and the result proposes
//! what it should.

use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::quizzes::{choice_draft, item, quiz_draft};
use crate::support::trainings::School;

/// A quiz of two questions: one of two choices, whose key is wrong and which comes first, and a text to be read.
async fn published(school: &School) -> (Value, Value) {
    let mut wrong = choice_draft("Un disjoncteur protège-t-il des courts-circuits ?");
    wrong["answer"]["choices"][0]["is_right"] = json!(false);
    wrong["answer"]["choices"][1]["is_right"] = json!(true);
    let choice = school.question(&wrong).await;
    let text = school
        .question(&json!({
            "statement": [{ "type": "text", "text": "Pourquoi consigner une installation ?" }], "points": 3,
            "answer": { "kind": "long_text", "max_characters": 2000, "rubric": [
                { "title": "Le risque", "description": "", "points": 1 }, { "title": "Les étapes", "description": "", "points": 2 },
            ] },
        }))
        .await;
    let mut draft = quiz_draft("Habilitation électrique", &[item(&choice), item(&text)]);
    draft["settings"] =
        json!({ "minutes": 20, "pass_percent": 70, "hides_names": true, "feedback": "after_publication" });
    let quiz = school.publish_quiz(&school.quiz(&draft).await).await;
    (choice, quiz)
}

#[tokio::test]
async fn from_the_notice_to_a_result_that_a_corrected_key_changes() {
    let app = TestApp::with_catalogue().await;
    let school = app.school("Atelier").await;
    let trainer = &school.trainer.client;

    let (choice, quiz) = published(&school).await;
    let session = school.running(&app, "Habilitation").await;
    let place = school.session_quiz(&session, "Évaluation finale").await;
    school.attach(&session, &place, &quiz).await;
    let trainee = app.trainee(&school.organisation).await;
    school.enrol_member(&session, &trainee).await;

    // The trainee finds it, reads what to know, and begins.
    let quizzes = trainee.client.get("/me/quizzes").await.expect(200);
    let path = format!("/me/quizzes/{}", list(&quizzes, "items")[0]["id"].as_str().unwrap());
    let notice = trainee.client.get(&path).await.expect(200);
    assert_eq!((&notice["title"], &notice["seconds"]), (&json!("Évaluation finale"), &json!(1200)));
    let attempts = format!("{path}/attempts");
    let attempt = trainee.client.post(&attempts, json!({ "notice_accepted": true })).await.expect(201);
    let own = format!("/me/quiz-attempts/{}", attempt["id"].as_str().unwrap());
    let asked = list(&attempt, "questions");
    let single = one(asked, "kind", "single");
    let yes = one(list(single, "choices"), "text", "Oui")["id"].clone();
    let answer = |question: &Value, sequence: i64, answer: Value| json!({ "question_id": question["question_id"], "sequence": sequence, "answer": answer });
    let said = answer(single, 1, json!({ "kind": "single", "choice_id": yes }));
    trainee.client.put(&format!("{own}/answers"), json!({ "answers": [said] })).await.expect(200);

    // The phone goes on where the desk stopped, and hands in.
    let phone = app.second_device(&trainee).await.client;
    let there = phone.get(&own).await.expect(200);
    assert_eq!(one(list(&there, "questions"), "kind", "single")["answer"]["choice_id"], yes);
    let written = json!({ "kind": "long_text", "text": "Pour que personne ne remette sous tension." });
    let said = answer(one(list(&there, "questions"), "kind", "long_text"), 1, written);
    let done = phone.post(&format!("{own}/submission"), json!({ "answers": [said] })).await.expect(200);
    assert_eq!((&done["state"], &done["result"]), (&json!("to_grade"), &Value::Null));

    // The trainer grades a copy without a name, and publishes.
    let at = |rest: &str| school.attachment_path(&session, &place, rest);
    let queue = trainer.get(&at("/copies")).await;
    assert!(!queue.text.contains("Samir"), "{}", queue.text);
    let copy = list(&queue.body, "items")[0].clone();
    let grade = at(&format!(
        "/copies/{}/grades/{}",
        copy["copy_id"].as_str().unwrap(),
        copy["question"]["question_id"].as_str().unwrap()
    ));
    let graded = json!({ "criteria": [1, 1], "comment": "Citez les étapes." });
    trainer.put_at(&grade, &copy["version"], graded).await.expect(200);
    trainer.post(&at("/publication"), json!({})).await.expect(200);
    let seen = trainee.client.get(&own).await.expect(200);
    assert_eq!((&seen["result"]["percent"], &seen["result"]["is_passed"]), (&json!(50), &json!(false)));

    // The key was wrong: the question is put right, and what that changes is shown before it is done.
    let path = school.question_path(&choice, "");
    let question = trainer.get(&path).await.expect(200);
    let mut right = question["content"].clone();
    right["skills"] = json!([]);
    for (place, is_right) in [true, false].into_iter().enumerate() {
        right["answer"]["choices"][place]["is_right"] = json!(is_right);
    }
    school.rewrite_question(&question, &right).await;
    let mut correction = json!({ "question_id": choice["id"], "number": 2 });
    let shown = trainer.post(&at("/correction-preview"), &correction).await.expect(200);
    assert_eq!(each(list(&shown, "lines"), "last_name"), ["Membre"]);
    assert_eq!(
        (&shown["lines"][0]["before_percent"], &shown["lines"][0]["after_percent"]),
        (&json!(50), &json!(75))
    );
    correction["seen"] = shown["seen"].clone();
    correction["reason"] = json!("Le corrigé inversait les deux réponses.");
    trainer.post(&at("/corrections"), &correction).await.expect(201);

    // The trainee is told, sees what was right, and keeps a copy.
    let mails = app.mails_to(&trainee.email).await;
    let about = |words: &str| mails.iter().filter(|mail| mail.subject.contains(words)).count();
    assert_eq!((about("Votre résultat"), about("a changé")), (2, 1));
    let kept = trainee.client.get(&format!("{own}/copy")).await.expect(200);
    assert_eq!((&kept["result"]["percent"], &kept["result"]["is_passed"]), (&json!(75), &json!(true)));
    let marked = one(list(&kept, "marked"), "kind", "single");
    assert_eq!((&marked["verdict"], &marked["key"]["right_choice_ids"]), (&json!("right"), &json!([yes])));

    // Those who run the organisation read the same, and take it away as a table.
    let results = school.manager.client.get(&at("/results")).await.expect(200);
    assert_eq!(
        (&results["published"], &results["passed"], &results["mean"]),
        (&json!(1), &json!(1), &json!(75))
    );
    let table = school.manager.client.get(&at("/results-export")).await;
    assert!(table.text.contains(";3;4;75;oui;"), "{}", table.text);
}
