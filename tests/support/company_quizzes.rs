//! A quiz of a company, with questions of every kind, and those it invites.

use carnet::ids::{CompanyId, QuizInvitationId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::TestApp;
use super::client::Client;
use super::companies::{Recruiter, drawn_siret};
use super::taking::{Q, content};
use super::users::User;

/// A published quiz of a company.
pub struct CompanyExam {
    pub recruiter: Recruiter,
    pub company: CompanyId,
    /// The quiz, as it was published.
    pub quiz: Value,
    questions: Vec<(Q, Value)>,
}

/// A question as it is sent: without the ids that choices get.
pub fn question_draft(question: Q) -> Value {
    let mut draft = content(question);
    if let Some(choices) = draft["answer"]["choices"].as_array_mut() {
        for choice in choices {
            let fields = choice.as_object_mut().unwrap();
            fields.remove("id");
            fields.remove("weight");
        }
    }
    draft
}

impl TestApp {
    /// A recruiter of a company of their own, who may recruit.
    pub async fn recruiter_somewhere(&self) -> Recruiter {
        let siret = drawn_siret(self.state.ids.opaque::<Uuid>().as_u128());
        self.recruiter_granted(&siret).await
    }

    /// A recruiter's company.
    pub async fn company_of(&self, recruiter: &Recruiter) -> CompanyId {
        sqlx::query_scalar("SELECT company_id FROM recruiter WHERE id = $1")
            .bind(recruiter.id)
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }

    /// Another recruiter of the same company.
    pub async fn fellow_recruiter(&self, recruiter: &Recruiter) -> Recruiter {
        let company = self.company_of(recruiter).await;
        let siret: String = sqlx::query_scalar("SELECT siret FROM company WHERE id = $1")
            .bind(company)
            .fetch_one(&self.state.pool)
            .await
            .unwrap();
        self.recruiter_granted(&siret).await
    }

    /// Somebody whom recruiters see.
    pub async fn candidate(&self, first_name: &str, last_name: &str) -> User {
        let person = self.person(first_name, last_name).await;
        self.show(&person).await;
        person
    }

    /// Shows somebody to recruiters.
    pub async fn show(&self, person: &User) {
        self.set_visible(person, true).await;
    }

    /// Shows somebody to recruiters, or no longer.
    pub async fn set_visible(&self, person: &User, visible: bool) {
        sqlx::query(
            "INSERT INTO visibility (person_id, visible, changed_at, notice_version) VALUES ($1, $2, $3, '2026-11')
             ON CONFLICT (person_id) DO UPDATE SET visible = excluded.visible",
        )
        .bind(person.id)
        .bind(visible)
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// A published quiz of a new company that asks this, sixty minutes long unless the settings say otherwise.
    pub async fn company_exam(&self, asks: &[Q], settings: Value) -> CompanyExam {
        let recruiter = self.recruiter_somewhere().await;
        self.company_exam_of(recruiter, asks, settings).await
    }

    /// A published quiz of this recruiter's company.
    pub async fn company_exam_of(&self, recruiter: Recruiter, asks: &[Q], settings: Value) -> CompanyExam {
        let client = &recruiter.user.client;
        let mut questions = Vec::new();
        for &question in asks {
            let made = client.post("/company/questions", question_draft(question)).await.expect(201);
            questions.push((question, made));
        }
        let items: Vec<_> = questions.iter().map(|(_, made)| json!({ "question_id": made["id"] })).collect();
        let mut rules =
            json!({ "minutes": 60, "shuffles_choices": false, "pass_percent": 50, "hides_names": false });
        rules.as_object_mut().unwrap().extend(settings.as_object().cloned().unwrap_or_default());
        let draft = json!({
            "kind": "quiz", "title": "Test de soudage", "settings": rules,
            "sections": [{ "title": "Une", "items": items }],
        });
        let quiz = client.post("/company/quizzes", &draft).await.expect(201);
        let path = format!("/company/quizzes/{}/publish", quiz["id"].as_str().unwrap());
        let quiz = client.post_at(&path, &quiz["version"]).await.expect(200);
        let company = self.company_of(&recruiter).await;
        CompanyExam { recruiter, company, quiz, questions }
    }
}

/// The id of an invitation.
pub fn invitation_id(invited: &Value) -> QuizInvitationId {
    QuizInvitationId(invited["invitation_id"].as_str().expect("somebody was invited").parse().unwrap())
}

impl CompanyExam {
    /// Speaks as the recruiter, signed in at this instant.
    pub fn client(&self, app: &TestApp) -> Client {
        app.renewed(&self.recruiter.user).client
    }

    /// The address of the quiz for the company.
    pub fn path(&self, rest: &str) -> String {
        format!("/company/quizzes/{}{rest}", self.quiz["id"].as_str().unwrap())
    }

    /// A question of the quiz.
    pub fn question(&self, question: Q) -> &Value {
        &self.questions.iter().find(|(of, _)| *of == question).expect("the quiz asks it").1
    }

    /// Invites somebody, and gives the invitation.
    pub async fn invite(&self, app: &TestApp, person: &User) -> QuizInvitationId {
        let body = json!({ "profile_ids": [person.profile], "purpose": "Soudeur en CDI" });
        let sent = self.client(app).post(&self.path("/invitations"), body).await.expect(201);
        invitation_id(&sent["invited"][0])
    }

    /// What one reads before one begins.
    pub async fn notice(&self, app: &TestApp, person: &User, invitation: QuizInvitationId) -> Value {
        app.renewed(person).client.get(&own(invitation, "")).await.expect(200)
    }

    /// Begins, having read the notice.
    pub async fn start(&self, app: &TestApp, person: &User, invitation: QuizInvitationId) -> Value {
        let notice = self.notice(app, person, invitation).await;
        let body = accepted(&notice);
        app.renewed(person).client.post(&own(invitation, "/attempt"), body).await.expect(201)
    }

    /// What answers a question rightly; of a long answer something, of a file nothing.
    pub fn right(&self, question: Q) -> Value {
        let choice =
            |number: usize| self.question(question)["content"]["answer"]["choices"][number]["id"].clone();
        match question {
            Q::Single => json!({ "kind": "single", "choice_id": choice(0) }),
            Q::Multiple => json!({ "kind": "multiple", "choice_ids": [choice(0), choice(1)] }),
            Q::TrueFalse => json!({ "kind": "true_false", "is_true": false }),
            Q::Short => json!({ "kind": "short_text", "text": "Secret-Mot" }),
            Q::Number => json!({ "kind": "number", "value": 98765.3 }),
            Q::Long => json!({ "kind": "long_text", "text": "Il faut nettoyer la pièce." }),
            Q::File => Value::Null,
        }
    }

    /// An answer to be saved.
    pub fn answer(&self, question: Q, sequence: i64, answer: &Value) -> Value {
        json!({ "question_id": self.question(question)["id"], "sequence": sequence, "answer": answer })
    }

    /// Every question, answered rightly as far as that can be.
    pub fn all_right(&self, sequence: i64) -> Vec<Value> {
        let asked = self.questions.iter().map(|(question, _)| *question);
        asked.map(|question| self.answer(question, sequence, &self.right(question))).collect()
    }

    /// Is invited, begins, answers and hands in; gives the invitation.
    pub async fn take(&self, app: &TestApp, person: &User, answers: &[Value]) -> QuizInvitationId {
        let invitation = self.invite(app, person).await;
        self.start(app, person, invitation).await;
        self.submit(app, person, invitation, answers).await;
        invitation
    }

    /// Hands in with these answers.
    pub async fn submit(
        &self,
        app: &TestApp,
        person: &User,
        invitation: QuizInvitationId,
        answers: &[Value],
    ) -> Value {
        let path = own(invitation, "/submission");
        app.renewed(person).client.post(&path, json!({ "answers": answers })).await.expect(200)
    }

    /// The queue of those who grade.
    pub async fn copies(&self, app: &TestApp) -> Vec<Value> {
        let page = self.client(app).get(&self.path("/copies")).await.expect(200);
        page["items"].as_array().unwrap().clone()
    }

    /// Grades an answer of the queue with all its points.
    pub async fn grade(&self, app: &TestApp, copy: &Value) -> Value {
        let rubric = copy["rubric"].as_array().unwrap();
        let body = if rubric.is_empty() {
            json!({ "points": copy["question"]["points"] })
        } else {
            json!({ "criteria": rubric.iter().map(|criterion| &criterion["points"]).collect::<Vec<_>>() })
        };
        let (id, question) =
            (copy["copy_id"].as_str().unwrap(), copy["question"]["question_id"].as_str().unwrap());
        let path = self.path(&format!("/copies/{id}/grades/{question}"));
        self.client(app).put_at(&path, &copy["version"], body).await.expect(200)
    }

    /// The results, as the company reads them.
    pub async fn results(&self, app: &TestApp) -> Value {
        self.client(app).get(&self.path("/results")).await.expect(200)
    }

    /// Publishes every result that is graded.
    pub async fn publish(&self, app: &TestApp) -> Value {
        self.client(app).post(&self.path("/publication"), json!({})).await.expect(200)
    }

    /// How far an invitation is, as the slices above ask it.
    pub async fn state_of(&self, app: &TestApp, invitation: QuizInvitationId) -> String {
        let mut db = app.state.pool.acquire().await.unwrap();
        let states = carnet::quizzes::quiz_invitation_states(&mut db, &[invitation]).await.unwrap();
        states[0].1.as_str().to_owned()
    }
}

/// The address of one's own invitation.
pub fn own(invitation: QuizInvitationId, rest: &str) -> String {
    format!("/me/quiz-invitations/{invitation}{rest}")
}

/// What one says to begin, having read this notice.
pub fn accepted(notice: &Value) -> Value {
    json!({ "notice_version": notice["notice_version"], "seen": notice["seen"] })
}
