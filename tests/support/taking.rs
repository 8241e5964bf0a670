//! A quiz of a running session, with questions of every kind, and those who take it.

use std::time::Duration;

use carnet::ids::{QuestionId, QuizId, SessionQuizId};
use carnet::platform::jobs::{Job, Run};
use carnet::quizzes::CloseQuizzes;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::app::TestApp;
use super::attendance::Class;
use super::client::Client;

/// What nobody who takes a quiz may read before its moment.
pub const SECRETS: [&str; 7] =
    ["SECRET-RETOUR", "SECRET-EXPLICATION", "secret-mot", "SECRET-CRITERE", "98765.25", "0.125", "is_right"];

/// Which question of the exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Q {
    /// Choice 0 of three is right; two points.
    Single = 0,
    /// Choices 0 and 1 of four are right, each choice counts; three points.
    Multiple = 1,
    /// False; one point.
    TrueFalse = 2,
    /// `secret-mot`; one point.
    Short = 3,
    /// 98765.25, give or take 0.125; one point.
    Number = 4,
    /// By two criteria of one and three points; four points.
    Long = 5,
    /// One PDF, without a rubric; two points.
    File = 6,
}

/// The questions that nobody has to grade: eight points.
pub const AUTOMATIC: [Q; 5] = [Q::Single, Q::Multiple, Q::TrueFalse, Q::Short, Q::Number];
/// All of them: fourteen points.
pub const WHOLE: [Q; 7] = [Q::Single, Q::Multiple, Q::TrueFalse, Q::Short, Q::Number, Q::Long, Q::File];

/// A choice of a question.
pub fn choice(question: Q, number: u128) -> Uuid {
    Uuid::from_u128(0xc000 + 100 * question as u128 + number)
}

fn choices(question: Q, right: &[bool]) -> Value {
    let choice = |(number, is_right): (usize, &bool)| {
        json!({
            "id": choice(question, number as u128), "text": format!("Choix {number}"), "is_right": is_right,
            "weight": null, "feedback": format!("SECRET-RETOUR {number}"),
        })
    };
    right.iter().enumerate().map(choice).collect()
}

/// What a question says.
pub fn content(question: Q) -> Value {
    let criterion = |title: &str, points: f64| json!({ "title": format!("SECRET-CRITERE {title}"), "description": "", "points": points });
    let (points, answer) = match question {
        Q::Single => (2, json!({ "kind": "single", "choices": choices(question, &[true, false, false]) })),
        Q::Multiple => {
            let choices = choices(question, &[true, true, false, false]);
            (3, json!({ "kind": "multiple", "choices": choices, "partial_credit": "per_choice" }))
        }
        Q::TrueFalse => {
            let feedback = "SECRET-RETOUR";
            let answer = json!({ "is_true": false, "feedback_true": feedback, "feedback_false": feedback });
            (1, kind("true_false", answer))
        }
        Q::Short => {
            let accepted = json!([{ "text": "secret-mot", "percent": 100, "feedback": "SECRET-RETOUR" }]);
            let ignores = json!({ "case": true, "accents": true, "spaces": true });
            (1, kind("short_text", json!({ "accepted": accepted, "ignores": ignores })))
        }
        Q::Number => (1, kind("number", json!({ "value": 98765.25, "tolerance": 0.125, "unit": "mm" }))),
        Q::Long => {
            let rubric = json!([criterion("A", 1.0), criterion("B", 3.0)]);
            (4, kind("long_text", json!({ "max_characters": 200, "rubric": rubric })))
        }
        Q::File => {
            let answer = json!({ "kinds": ["pdf"], "max_bytes": 5000, "max_files": 1, "rubric": [] });
            (2, kind("file", answer))
        }
    };
    json!({
        "statement": [{ "type": "text", "text": format!("Énoncé {question:?}") }], "points": points,
        "answer": answer, "explanation": "SECRET-EXPLICATION",
    })
}

fn kind(kind: &str, mut answer: Value) -> Value {
    answer["kind"] = json!(kind);
    answer
}

/// How the exam is taken.
#[derive(Clone, Debug)]
pub struct Rules {
    pub minutes: Option<i16>,
    pub attempts: i16,
    pub grading: &'static str,
    pub feedback: &'static str,
    pub hides_names: bool,
    pub shuffles: bool,
    pub negative_percent: i16,
    pub closes_at: Option<DateTime<Utc>>,
}

impl Default for Rules {
    /// Sixty minutes, one attempt, published by those who train, names shown, until the end of the session.
    fn default() -> Self {
        Self {
            minutes: Some(60),
            attempts: 1,
            grading: "highest",
            feedback: "after_publication",
            hides_names: false,
            shuffles: false,
            negative_percent: 0,
            closes_at: None,
        }
    }
}

/// A quiz of a session.
pub struct Exam {
    pub class: Class,
    pub place: SessionQuizId,
    pub quiz: QuizId,
    questions: Vec<(Q, QuestionId)>,
}

impl TestApp {
    /// A quiz of a new session with so many trainees.
    pub async fn exam(&self, trainees: usize, asks: &[Q], rules: &Rules) -> Exam {
        let class = self.class(trainees).await;
        self.exam_in(class, asks, rules).await
    }

    /// A quiz of this session.
    pub async fn exam_in(&self, class: Class, asks: &[Q], rules: &Rules) -> Exam {
        let mut questions = Vec::new();
        for &question in asks {
            questions.push((question, self.bank_question(&class, &content(question)).await));
        }
        let ids = &self.state.ids;
        let (quiz, place): (QuizId, SessionQuizId) = (ids.ordered(), ids.ordered());
        let organisation = class.organisation.id;
        let minutes = rules.minutes.map_or("NULL".to_owned(), |minutes| minutes.to_string());
        let closes = rules.closes_at.map_or("NULL".to_owned(), |at| format!("'{at}'"));
        let Rules { attempts, grading, feedback, hides_names, shuffles, negative_percent, .. } = rules;
        let mut statements = vec![
            format!(
                "INSERT INTO quiz (id, organisation_id, kind, status, version, revision, title, search_key, created_at, updated_at)
                 VALUES ('{quiz}', '{organisation}', 'quiz', 'published', 1, 1, 'Examen', 'examen', now(), now())"
            ),
            format!(
                "INSERT INTO quiz_revision (quiz_id, number, title, description, instructions, shuffles_questions,
                     shuffles_choices, minutes, attempts, grading, pass_percent, negative_percent, feedback, hides_names, written_at)
                 VALUES ('{quiz}', 1, 'Examen', 'Ce que vous savez.', 'Lisez tout.', {shuffles}, {shuffles}, {minutes}, {attempts},
                         '{grading}', 50, {negative_percent}, '{feedback}', {hides_names}, now())"
            ),
            format!("INSERT INTO quiz_revision_section VALUES ('{quiz}', 1, 0, 'Première partie', 'Répondez.')"),
        ];
        for (position, (_, id)) in questions.iter().enumerate() {
            statements.push(format!(
                "INSERT INTO quiz_revision_item (quiz_id, revision, position, section, question_id, question_number)
                 VALUES ('{quiz}', 1, {position}, 0, '{id}', 1)"
            ));
        }
        statements.push(format!("UPDATE quiz_revision SET published_at = now() WHERE quiz_id = '{quiz}'"));
        statements.push(format!(
            "INSERT INTO session_quiz (id, session_id, position, title, purpose, closes_at, version, created_at, updated_at,
                 quiz_id, quiz_revision)
             VALUES ('{place}', '{}', 0, 'Contrôle', 'assessment', {closes}, 1, now(), now(), '{quiz}', 1)",
            class.session
        ));
        for statement in statements {
            self.execute(&statement).await;
        }
        Exam { class, place, quiz, questions }
    }

    /// A question of the organisation's bank, at its first version.
    pub async fn bank_question(&self, class: &Class, content: &Value) -> QuestionId {
        let id: QuestionId = self.state.ids.ordered();
        let kind = content["answer"]["kind"].as_str().unwrap();
        self.execute(&format!(
            "INSERT INTO question (id, organisation_id, number, kind, title, search_key, version, created_at, updated_at)
             VALUES ('{id}', '{}', 1, '{kind}', 'Énoncé', 'enonce', 1, now(), now())",
            class.organisation.id
        ))
        .await;
        self.write_version(id, 1, content).await;
        id
    }

    /// Writes a version of a question.
    pub async fn write_version(&self, question: QuestionId, number: i32, content: &Value) {
        sqlx::query(
            "INSERT INTO question_version (question_id, number, kind, content, tags, release, created_at)
             VALUES ($1, $2, $3, $4, '{}', 0, now())",
        )
        .bind(question)
        .bind(number)
        .bind(content["answer"]["kind"].as_str().unwrap())
        .bind(content)
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Runs the clock of quizzes, as the schedule does.
    pub async fn close_quizzes(&self) {
        self.run_job(CloseQuizzes {}).await;
    }

    /// Has the clock of quizzes come by among many others: it may find no connection, and comes again a minute later.
    pub async fn close_quizzes_in_a_crowd(&self) {
        let run = Run { id: Uuid::nil(), attempt: 1, stop: CancellationToken::new() };
        if let Err(error) = (CloseQuizzes {}).run(self.state.clone(), run).await {
            println!("the clock comes again: {error:#}");
        }
    }
}

impl Exam {
    /// The id of a question.
    pub fn question(&self, question: Q) -> QuestionId {
        self.questions.iter().find(|(of, _)| *of == question).expect("the exam asks it").1
    }

    /// The address of the quiz for those who take it.
    pub fn own_path(&self, rest: &str) -> String {
        format!("/me/quizzes/{}{rest}", self.place)
    }

    /// The address of the quiz for those who train.
    pub fn path(&self, rest: &str) -> String {
        self.class.path(&format!("/quizzes/{}{rest}", self.place))
    }

    /// A trainee, signed in at this instant.
    pub fn learner(&self, app: &TestApp, position: usize) -> Client {
        self.class.learner(app, position)
    }

    /// Begins as a trainee, and gives the attempt.
    pub async fn start(&self, app: &TestApp, position: usize) -> Value {
        let path = self.own_path("/attempts");
        self.learner(app, position).post(&path, json!({ "notice_accepted": true })).await.expect(201)
    }

    /// What answers a question rightly; of a long answer and a file nothing.
    pub fn right(&self, question: Q) -> Value {
        assert!(self.questions.iter().any(|(asked, _)| *asked == question), "the exam asks {question:?}");
        match question {
            Q::Single => json!({ "kind": "single", "choice_id": choice(Q::Single, 0) }),
            Q::Multiple => {
                json!({ "kind": "multiple", "choice_ids": [choice(Q::Multiple, 0), choice(Q::Multiple, 1)] })
            }
            Q::TrueFalse => json!({ "kind": "true_false", "is_true": false }),
            Q::Short => json!({ "kind": "short_text", "text": "Secret-Mot" }),
            Q::Number => json!({ "kind": "number", "value": 98765.3 }),
            Q::Long => json!({ "kind": "long_text", "text": "Il faut nettoyer la pièce." }),
            Q::File => Value::Null,
        }
    }

    /// An answer to be saved.
    pub fn answer(&self, question: Q, sequence: i64, answer: &Value) -> Value {
        json!({ "question_id": self.question(question), "sequence": sequence, "answer": answer })
    }

    /// Every question of the exam, answered rightly as far as that can be.
    pub fn all_right(&self, sequence: i64) -> Vec<Value> {
        let asked = self.questions.iter().map(|(question, _)| *question);
        asked.map(|question| self.answer(question, sequence, &self.right(question))).collect()
    }

    /// Begins, answers and hands in as a trainee; gives the attempt.
    pub async fn hand_in(&self, app: &TestApp, position: usize, answers: Vec<Value>) -> Value {
        let attempt = self.start(app, position).await;
        self.submit(app, position, &attempt, answers).await
    }

    /// Hands in an attempt with these answers.
    pub async fn submit(
        &self,
        app: &TestApp,
        position: usize,
        attempt: &Value,
        answers: Vec<Value>,
    ) -> Value {
        let path = attempt_path(attempt, "/submission");
        self.learner(app, position).post(&path, json!({ "answers": answers })).await.expect(200)
    }

    /// Somebody's attempt as they see it now.
    pub async fn reread(&self, app: &TestApp, position: usize, attempt: &Value) -> Value {
        self.learner(app, position).get(&attempt_path(attempt, "")).await.expect(200)
    }

    /// Hands in with everything right, again whenever the server says that it is busy, as a browser does; tells whether that was
    /// acknowledged, or came too late.
    pub async fn insist(&self, app: &TestApp, position: usize, attempt: &Value) -> bool {
        let client = self.learner(app, position);
        let body = json!({ "answers": self.all_right(2) });
        for _ in 0..400 {
            let answer = client.post(&attempt_path(attempt, "/submission"), &body).await;
            match answer.status.as_u16() {
                200 => return true,
                503 => tokio::time::sleep(Duration::from_millis(50)).await,
                _ => {
                    answer.expect_problem(409, "attempt_over");
                    return false;
                }
            }
        }
        panic!("never answered");
    }

    /// Publishes every result that is graded, as the trainer.
    pub async fn publish(&self, app: &TestApp) -> Value {
        self.class.teacher(app).post(&self.path("/publication"), json!({})).await.expect(200)
    }

    /// The queue of those who grade.
    pub async fn copies(&self, app: &TestApp) -> Vec<Value> {
        let page = self.class.teacher(app).get(&self.path("/copies")).await.expect(200);
        page["items"].as_array().unwrap().clone()
    }

    /// The address of the grade of an answer of the queue.
    pub fn grade_path(&self, copy: &Value) -> String {
        let question = copy["question"]["question_id"].as_str().unwrap();
        self.path(&format!("/copies/{}/grades/{question}", copy["copy_id"].as_str().unwrap()))
    }

    /// Grades every answer of the queue with all its points.
    pub async fn grade_all(&self, app: &TestApp) {
        for copy in self.copies(app).await {
            let rubric = copy["rubric"].as_array().unwrap();
            let body = if rubric.is_empty() {
                json!({ "points": copy["question"]["points"] })
            } else {
                let criteria: Vec<_> = rubric.iter().map(|criterion| &criterion["points"]).collect();
                json!({ "criteria": criteria })
            };
            let path = self.grade_path(&copy);
            self.class.teacher(app).put_at(&path, &copy["version"], body).await.expect(200);
        }
    }

    /// The state of an attempt, as the database holds it.
    pub async fn state_of(&self, app: &TestApp, attempt: &Value) -> String {
        sqlx::query_scalar("SELECT state FROM quiz_attempt WHERE id = $1")
            .bind(id_of_attempt(attempt))
            .fetch_one(&app.state.pool)
            .await
            .unwrap()
    }
}

/// The id of an attempt.
pub fn id_of_attempt(attempt: &Value) -> Uuid {
    attempt["id"].as_str().expect("an attempt has an id").parse().unwrap()
}

/// The address of one's own attempt.
pub fn attempt_path(attempt: &Value, rest: &str) -> String {
    format!("/me/quiz-attempts/{}{rest}", id_of_attempt(attempt))
}
