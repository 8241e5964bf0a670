//! What the words of the recipes of quizzes stand for. The first word of a recipe makes a quiz of a session for whoever asks; the
//! others name parts of it. A trainer who asks trains in the session; whoever asks about themselves takes part.

use std::collections::HashMap;

use carnet::ids::PersonId;
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::world::World;
use crate::support::attendance::Trainee;
use crate::support::taking::{Exam, Q, Rules, WHOLE, attempt_path, content};
use crate::support::users::User;

/// The words that name parts of the quiz made last for whoever asks.
type Parts = HashMap<&'static str, String>;

/// The quizzes made, by who asks.
#[derive(Default)]
pub struct Taking(Mutex<HashMap<Option<PersonId>, Parts>>);

/// The word's meaning for whoever asks; none when it is no word of quizzes.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let who = user.map(|user| user.id);
    let (told, parts) = match word {
        "exam" => graded(world, user).await,
        "my_exam" => own(world, user, false, false).await,
        "my_attempt" => own(world, user, true, false).await,
        "my_answered_attempt" => own(world, user, true, true).await,
        _ => {
            let made = world.taking.0.lock();
            return made.get(&who).and_then(|parts| parts.get(word)).cloned();
        }
    };
    world.taking.0.lock().insert(who, parts);
    Some(told)
}

/// A quiz of a session in the recipes' organisation, with one trainee and with whoever asks as a trainer or a trainee.
async fn exam(world: &World, user: Option<&User>, is_mine: bool) -> Exam {
    let app = &world.app;
    let mut class = app.class_in(world.org, 0).await;
    let first = class.add_trainee(app, "Premier").await;
    class.trainees.push(first);
    match user {
        Some(user) if is_mine => {
            let enrolment = class.enrol(app, Some(user), "Lui-même").await;
            class.trainees[0] = Trainee { user: user.clone(), enrolment };
        }
        Some(user) => class.assign(app, class.slot, user).await,
        None => {}
    }
    app.exam_in(class, &WHOLE, &Rules { attempts: 3, ..Rules::default() }).await
}

/// The file with which the first trainee answers, and the answers.
async fn answers(world: &World, exam: &Exam) -> (String, Value) {
    let file = exam.learner(&world.app, 0).upload_pdf().await;
    let id = file["id"].as_str().unwrap().to_owned();
    let mut answers = exam.all_right(1);
    answers[6]["answer"] = json!({ "kind": "file", "file_ids": [id] });
    (id, json!({ "answers": answers }))
}

/// A quiz that the first trainee has handed in and that is graded, with everything about it at its first version.
async fn graded(world: &World, user: Option<&User>) -> (String, Parts) {
    let app = &world.app;
    let exam = exam(world, user, false).await;
    let attempt = exam.start(app, 0).await;
    let (file, body) = answers(world, &exam).await;
    let path = attempt_path(&attempt, "/submission");
    exam.learner(app, 0).post(&path, body).await.expect(200);
    exam.grade_all(app).await;
    let enrolment = exam.class.enrolment(0).to_string();
    let adjustment = json!({ "extra_time": "half" });
    let path = exam.path(&format!("/adjustments/{enrolment}"));
    exam.class.teacher(app).put_at(&path, &json!(0), adjustment).await.expect(200);
    app.write_version(exam.question(Q::Single), 2, &content(Q::Single)).await;
    let question = json!({ "question_id": exam.question(Q::Single), "number": 2 });
    let preview = exam.class.teacher(app).post(&exam.path("/correction-preview"), question).await.expect(200);
    let copies = exam.class.teacher(app).get(&exam.path("/copies?graded=true")).await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let parts = HashMap::from([
        ("exam_quiz", exam.place.to_string()),
        ("exam_attempt", text(&attempt["id"])),
        ("exam_copy", text(&copies["items"][0]["copy_id"])),
        ("exam_question", exam.question(Q::Long).to_string()),
        ("exam_corrected", exam.question(Q::Single).to_string()),
        ("exam_seen", text(&preview["seen"])),
        ("exam_enrolment", enrolment),
        ("exam_file", file),
    ]);
    world.run_jobs().await;
    (exam.class.session.to_string(), parts)
}

/// A quiz that whoever asks takes: invited, or with an attempt that runs, with answers or without.
async fn own(world: &World, user: Option<&User>, starts: bool, answered: bool) -> (String, Parts) {
    let app = &world.app;
    let exam = exam(world, user, true).await;
    let mut parts = HashMap::from([("exam_question", exam.question(Q::Long).to_string())]);
    if !starts {
        return (exam.place.to_string(), parts);
    }
    let attempt = exam.start(app, 0).await;
    if answered {
        let (file, body) = answers(world, &exam).await;
        exam.learner(app, 0).put(&attempt_path(&attempt, "/answers"), body).await.expect(200);
        parts.insert("exam_file", file);
        world.run_jobs().await;
    }
    (attempt["id"].as_str().unwrap().to_owned(), parts)
}
