//! What the words of the recipes of companies' quizzes stand for: made in the company of the matrix's recruiters, by one more of them. The
//! first word of a recipe makes something, the others name parts of it.

use std::collections::HashMap;
use std::sync::LazyLock;

use carnet::ids::{PersonId, QuizInvitationId};
use parking_lot::Mutex;
use serde_json::{Value, json};
use uuid::Uuid;

use super::world::World;
use crate::support::client::send;
use crate::support::companies::{Recruiter, SIRET};
use crate::support::company_quizzes::{CompanyExam, own, question_draft};
use crate::support::files::png;
use crate::support::quizzes::{choice_draft, item, quiz_draft};
use crate::support::taking::{Q, WHOLE};
use crate::support::users::User;

/// Parts of what was made last, by who asked and by word.
type Parts = HashMap<(Option<PersonId>, String), String>;

/// The parts of what was made last for whoever asks.
static PARTS: LazyLock<Mutex<Parts>> = LazyLock::new(Mutex::default);

/// The word's meaning for whoever asks; none when it is no word of companies' quizzes.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let who = user.map(|user| user.id);
    let (told, parts) = match word {
        "bank_question" => (bank(world, "question").await, vec![]),
        "bank_archived" => (bank(world, "archived").await, vec![]),
        "bank_import" => (import(world).await, vec![]),
        "bank_illustrated" => illustrated(world).await,
        "test_draft" => (quiz(world, "draft").await, vec![]),
        "test_published" => (quiz(world, "published").await, vec![]),
        "test_archived" => (quiz(world, "archived").await, vec![]),
        "test_edited" => (quiz(world, "edited").await, vec![]),
        "test_graded" => graded(world).await,
        "test_open" => open(world).await,
        "invited" | "begun" | "answered" | "scored" | "own_quiz_evidence" => match user {
            Some(user) => mine(world, user, word).await,
            None => nobodys(),
        },
        part => return PARTS.lock().get(&(who, part.to_owned())).cloned(),
    };
    let mut made = PARTS.lock();
    for (part, value) in parts {
        made.insert((who, part.to_owned()), value);
    }
    Some(told)
}

type Made = (String, Vec<(&'static str, String)>);

/// What whoever is nobody names: nothing that exists.
fn nobodys() -> Made {
    let nil = Uuid::nil().to_string();
    (nil.clone(), ["invited_seen", "begun_question", "answered_file"].map(|part| (part, nil.clone())).into())
}

fn id(made: &Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}

async fn recruiter(world: &World) -> Recruiter {
    world.app.recruiter_granted(SIRET).await
}

/// Puts what was made at its first version, from which recipes start.
async fn at_first_version(world: &World, table: &str, made: &Value) {
    world.app.execute(&format!("UPDATE {table} SET version = 1 WHERE id = '{}'", id(made))).await;
}

async fn bank(world: &World, state: &str) -> String {
    let client = recruiter(world).await.user.client;
    let mut draft = choice_draft("Une question");
    draft["tags"] = json!(["calcul"]);
    let made = client.post("/company/questions", &draft).await.expect(201);
    if state == "archived" {
        let path = format!("/company/questions/{}/archive", id(&made));
        client.post_at(&path, &made["version"]).await.expect(200);
    }
    at_first_version(world, "question", &made).await;
    id(&made)
}

async fn import(world: &World) -> String {
    let client = recruiter(world).await.user.client;
    let request = client.request(reqwest::Method::POST, "/company/question-imports?format=gift");
    let request = request.header(reqwest::header::CONTENT_TYPE, "application/octet-stream");
    id(&send(request.body("Deux et deux ? {=4 ~5}\n".to_owned())).await.expect(201))
}

async fn illustrated(world: &World) -> Made {
    let client = recruiter(world).await.user.client;
    let card = client.upload("/me/files", "piece.png", png(4, 4, "")).await.expect(201);
    let draft = json!({
        "statement": [{ "type": "image", "file_id": card["id"], "alt": "Une pièce" }],
        "answer": { "kind": "true_false", "is_true": true },
    });
    let made = client.post("/company/questions", &draft).await.expect(201);
    world.run_jobs().await;
    (id(&made), vec![("bank_image", id(&card))])
}

async fn quiz(world: &World, state: &str) -> String {
    let client = recruiter(world).await.user.client;
    let mut draft = choice_draft("Une question");
    draft["tags"] = json!(["calcul"]);
    let question = client.post("/company/questions", &draft).await.expect(201);
    let mut quiz = client.post("/company/quizzes", quiz_draft("Test", &[item(&question)])).await.expect(201);
    let path = |rest: &str| format!("/company/quizzes/{}{rest}", id(&quiz));
    let (publish, archive, edit) = (path("/publish"), path("/archive"), path(""));
    if state != "draft" {
        quiz = client.post_at(&publish, &quiz["version"]).await.expect(200);
    }
    match state {
        "archived" => quiz = client.post_at(&archive, &quiz["version"]).await.expect(200),
        "edited" => quiz = client.put_at(&edit, &quiz["version"], quiz_draft("Autre", &[])).await.expect(200),
        _ => {}
    }
    at_first_version(world, "quiz", &quiz).await;
    id(&quiz)
}

async fn exam(world: &World) -> CompanyExam {
    let settings = json!({ "integrity_signals": true });
    world.app.company_exam_of(recruiter(world).await, &WHOLE, settings).await
}

/// The file with which somebody answers, and the answers.
async fn answers(exam: &CompanyExam, person: &User) -> (String, Vec<Value>) {
    let file = id(&person.client.upload_pdf().await);
    let mut answers = exam.all_right(1);
    answers[6]["answer"] = json!({ "kind": "file", "file_ids": [file] });
    (file, answers)
}

/// A quiz that two people answered and that is graded.
async fn graded(world: &World) -> Made {
    let app = &world.app;
    let exam = exam(world).await;
    let (first, second) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let (file, body) = answers(&exam, &first).await;
    let one = exam.take(app, &first, &body).await;
    let other = exam.take(app, &second, &[]).await;
    for copy in exam.copies(app).await {
        exam.grade(app, &copy).await;
    }
    let client = exam.client(app);
    let question = exam.question(Q::Single);
    let mut draft = question_draft(Q::Single);
    draft["explanation"] = json!("Autre");
    for (place, choice) in question["content"]["answer"]["choices"].as_array().unwrap().iter().enumerate() {
        draft["answer"]["choices"][place]["id"] = choice["id"].clone();
    }
    let path = format!("/company/questions/{}", id(question));
    client.put_at(&path, &question["version"], &draft).await.expect(200);
    let of = json!({ "question_id": question["id"], "number": 2 });
    let preview = client.post(&exam.path("/correction-preview"), &of).await.expect(200);
    let copies = client.get(&exam.path("/copies?graded=true")).await.expect(200);
    let with_file =
        copies["items"].as_array().unwrap().iter().find(|copy| copy["question"]["kind"] == "file");
    world.run_jobs().await;
    let parts = vec![
        ("test_candidate", one.to_string()),
        ("test_other", other.to_string()),
        ("test_copy", with_file.unwrap()["copy_id"].as_str().unwrap().to_owned()),
        ("test_question", id(exam.question(Q::Long))),
        ("test_corrected", id(question)),
        ("test_seen", preview["seen"].as_str().unwrap().to_owned()),
        ("test_file", file),
    ];
    (id(&exam.quiz), parts)
}

/// A quiz with an open invitation, and somebody who could have another.
async fn open(world: &World) -> Made {
    let app = &world.app;
    let exam = exam(world).await;
    let (invited, other) = (app.candidate("Inès", "Vue").await, app.candidate("Léa", "Vue").await);
    let invitation = exam.invite(app, &invited).await;
    let parts =
        vec![("test_invitation", invitation.to_string()), ("test_profile", other.profile.to_string())];
    (id(&exam.quiz), parts)
}

/// An invitation of whoever asks: not begun, begun, answered, or with a result they can put into their passport.
async fn mine(world: &World, user: &User, word: &str) -> Made {
    let app = &world.app;
    app.show(user).await;
    if matches!(word, "scored" | "own_quiz_evidence") {
        return scored(world, user, word).await;
    }
    let exam = exam(world).await;
    let invitation = exam.invite(app, user).await;
    let notice = exam.notice(app, user, invitation).await;
    let mut parts = vec![
        ("invited_seen", notice["seen"].as_str().unwrap().to_owned()),
        ("begun_question", id(exam.question(Q::Long))),
    ];
    if word != "invited" {
        exam.start(app, user, invitation).await;
    }
    if word == "answered" {
        let (file, answers) = answers(&exam, user).await;
        let body = json!({ "answers": answers });
        user.client.put(&own(invitation, "/answers"), body).await.expect(200);
        world.run_jobs().await;
        parts.push(("answered_file", file));
    }
    (invitation.to_string(), parts)
}

async fn scored(world: &World, user: &User, word: &str) -> Made {
    let client = recruiter(world).await.user.client;
    let mut draft = choice_draft("Une question");
    draft["skills"] = json!(["101"]);
    let question = client.post("/company/questions", &draft).await.expect(201);
    let mut draft = quiz_draft("Test", &[item(&question)]);
    draft["settings"] = json!({ "feedback": "after_attempt" });
    let quiz = client.post("/company/quizzes", &draft).await.expect(201);
    let path = format!("/company/quizzes/{}", id(&quiz));
    client.post_at(&format!("{path}/publish"), &quiz["version"]).await.expect(200);
    let body = json!({ "profile_ids": [user.profile] });
    let sent = client.post(&format!("{path}/invitations"), body).await.expect(201);
    let invitation: QuizInvitationId = crate::support::company_quizzes::invitation_id(&sent["invited"][0]);
    let notice = user.client.get(&own(invitation, "")).await.expect(200);
    let start = crate::support::company_quizzes::accepted(&notice);
    user.client.post(&own(invitation, "/attempt"), start).await.expect(201);
    user.client.post(&own(invitation, "/submission"), json!({})).await.expect(200);
    if word == "scored" {
        return (invitation.to_string(), vec![]);
    }
    let put = user.client.post(&own(invitation, "/proposal"), json!({ "skill": "101" })).await.expect(201);
    (id(&put), vec![])
}
