//! Questions and quizzes of organisations.

use reqwest::{Method, header};
use serde_json::{Value, json};

use super::client::{Answer, send};
use super::sessions::session_path;
use super::trainings::School;
use super::users::User;

/// A question with two choices, the first of which is right.
pub fn choice_draft(text: &str) -> Value {
    json!({
        "statement": [{ "type": "text", "text": text }],
        "answer": {
            "kind": "single",
            "choices": [{ "text": "Oui", "is_right": true }, { "text": "Non", "is_right": false }],
        },
    })
}

/// A quiz in one part with these items.
pub fn quiz_draft(title: &str, items: &[Value]) -> Value {
    json!({ "kind": "quiz", "title": title, "sections": [{ "title": "Première partie", "items": items }] })
}

/// The item of a question.
pub fn item(question: &Value) -> Value {
    json!({ "question_id": question["id"] })
}

fn id(made: &Value) -> &str {
    made["id"].as_str().expect("it has an id")
}

impl School {
    /// The address of a question.
    pub fn question_path(&self, question: &Value, rest: &str) -> String {
        self.path(&format!("/questions/{}{rest}", id(question)))
    }

    /// The address of a quiz.
    pub fn quiz_path(&self, quiz: &Value, rest: &str) -> String {
        self.path(&format!("/quizzes/{}{rest}", id(quiz)))
    }

    /// Writes a question and gives it.
    pub async fn question(&self, draft: &Value) -> Value {
        self.trainer.client.post(&self.path("/questions"), draft).await.expect(201)
    }

    /// Writes a question anew and gives it.
    pub async fn rewrite_question(&self, question: &Value, draft: &Value) -> Value {
        let path = self.question_path(question, "");
        self.trainer.client.put_at(&path, &question["version"], draft).await.expect(200)
    }

    /// Writes a quiz and gives it.
    pub async fn quiz(&self, draft: &Value) -> Value {
        self.trainer.client.post(&self.path("/quizzes"), draft).await.expect(201)
    }

    /// Publishes a quiz and gives it.
    pub async fn publish_quiz(&self, quiz: &Value) -> Value {
        let path = self.quiz_path(quiz, "/publish");
        self.trainer.client.post_at(&path, &quiz["version"]).await.expect(200)
    }

    /// A published quiz of one question.
    pub async fn published_quiz(&self, title: &str) -> Value {
        let question = self.question(&choice_draft(&format!("Question de {title}"))).await;
        let quiz = self.quiz(&quiz_draft(title, &[item(&question)])).await;
        self.publish_quiz(&quiz).await
    }

    /// A place for a quiz in a session.
    pub async fn session_quiz(&self, session: &Value, title: &str) -> Value {
        let body =
            json!({ "title": title, "purpose": "assessment", "skills": [session["skills"][0]["skill"]] });
        self.manager.client.post(&session_path(self, session, "/quizzes"), body).await.expect(201)
    }

    /// The address of what a quiz of a session asks, or of something else of it.
    pub fn attachment_path(&self, session: &Value, place: &Value, rest: &str) -> String {
        session_path(self, session, &format!("/quizzes/{}{rest}", id(place)))
    }

    /// Says which quiz is taken at a place, which is as it was read.
    pub async fn attach(&self, session: &Value, place: &Value, quiz: &Value) -> Value {
        let path = self.attachment_path(session, place, "/attachment");
        let body = json!({ "quiz_id": quiz["id"] });
        self.trainer.client.put_at(&path, &place["version"], body).await.expect(200)
    }

    /// Sends a file of questions.
    pub async fn send_questions(&self, user: &User, format: &str, file: impl Into<Vec<u8>>) -> Answer {
        let path = self.path(&format!("/question-imports?format={format}"));
        let request = user.client.request(Method::POST, &path);
        send(request.header(header::CONTENT_TYPE, "application/octet-stream").body(file.into())).await
    }

    /// The titles of the organisation's questions in use.
    pub async fn titles(&self) -> Vec<String> {
        let page =
            self.trainer.client.get(&self.path("/questions?archived=false&limit=100")).await.expect(200);
        let items = page["items"].as_array().unwrap().iter();
        items.map(|question| question["title"].as_str().unwrap().to_owned()).collect()
    }
}
