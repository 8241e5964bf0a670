//! Sessions that organisations give.

use carnet::platform::jobs;
use carnet::sessions::AdvanceSessions;
use chrono::{DateTime, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use super::app::TestApp;
use super::client::{Answer, send};
use super::trainings::School;
use super::users::User;

/// The address of something of a session, under the organisation's.
pub fn session_path(school: &School, session: &Value, rest: &str) -> String {
    school.path(&format!("/sessions/{}{rest}", session["id"].as_str().expect("a session has an id")))
}

impl School {
    /// What opens a session of this training in the week of the 9th of March 2026, given by the school's trainer.
    pub fn session_draft(&self, training: &Value) -> Value {
        json!({
            "training_id": training["id"], "starts_on": "2026-03-09", "ends_on": "2026-03-13",
            "place": "Salle B", "trainers": [self.trainer.id],
        })
    }

    /// Opens a session of a new training: two skills, one course of two hours.
    pub async fn session(&self, app: &TestApp, title: &str) -> Value {
        let (training, _) = self.published(app, title).await;
        self.open(&self.session_draft(&training)).await
    }

    /// Opens a session and gives it.
    pub async fn open(&self, draft: &Value) -> Value {
        self.manager.client.post(&self.path("/sessions"), draft).await.expect(201)
    }

    /// The session as it is now.
    pub async fn reread(&self, session: &Value) -> Value {
        self.manager.client.get(&session_path(self, session, "")).await.expect(200)
    }

    /// Adds a slot about the session's first course and gives it.
    pub async fn slot(&self, session: &Value, date: &str, start: &str, end: &str) -> Value {
        let body = slot_draft(session, date, start, end);
        self.manager.client.post(&session_path(self, session, "/slots"), body).await.expect(201)
    }

    /// Enrols somebody without an account and gives the enrolment.
    pub async fn register(&self, session: &Value, first_name: &str, last_name: &str) -> Value {
        let body = json!({ "first_name": first_name, "last_name": last_name });
        self.enrol(session, &body).await
    }

    /// Enrols a member of the organisation and gives the enrolment.
    pub async fn enrol_member(&self, session: &Value, user: &User) -> Value {
        self.enrol(session, &json!({ "person_id": user.id })).await
    }

    /// Enrols somebody and gives the enrolment.
    pub async fn enrol(&self, session: &Value, body: &Value) -> Value {
        self.manager.client.post(&session_path(self, session, "/enrolments"), body).await.expect(201)
    }

    /// Does something with the session as it is now.
    pub async fn try_step(&self, session: &Value, step: &str, body: &Value) -> Answer {
        let now = self.reread(session).await;
        let path = session_path(self, session, &format!("/{step}"));
        let request = self.manager.client.starting_from(Method::POST, &path, &now["version"]);
        send(if body.is_null() { request } else { request.json(body) }).await
    }

    /// The same, when it must succeed.
    pub async fn step(&self, session: &Value, step: &str, body: &Value) -> Value {
        self.try_step(session, step, body).await.expect(200)
    }

    /// An announced session with two slots on the 9th of March, morning and afternoon.
    pub async fn planned(&self, app: &TestApp, title: &str) -> Value {
        let session = self.session(app, title).await;
        for (start, end) in [("09:00", "12:00"), ("14:00", "17:00")] {
            // A second session of the same test has the same trainer and room at the same hours.
            let mut body = slot_draft(&session, "2026-03-09", start, end);
            body["override_reason"] = json!("Groupes réunis");
            self.manager.client.post(&session_path(self, &session, "/slots"), body).await.expect(201);
        }
        self.step(&session, "plan", &Value::Null).await
    }

    /// A session that runs, started although nothing is ready.
    pub async fn running(&self, app: &TestApp, title: &str) -> Value {
        let session = self.planned(app, title).await;
        self.step(&session, "start", &json!({ "override_reason": "Pour l’essai" })).await
    }
}

/// A slot about the session's first course.
pub fn slot_draft(session: &Value, date: &str, start: &str, end: &str) -> Value {
    json!({
        "session_course_id": session["courses"][0]["id"], "date": date, "start_time": start, "end_time": end,
    })
}

impl TestApp {
    /// Moves the clock to this instant.
    pub fn go_to(&self, time: &str) {
        let time: DateTime<Utc> = time.parse().unwrap();
        self.advance(time - self.state.clock.now());
    }

    /// Moves the sessions whose time has come, as the schedule does.
    pub async fn advance_sessions(&self) {
        let mut tx = self.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &self.state, &AdvanceSessions {}).await.unwrap();
        tx.commit().await.unwrap();
        self.run_jobs().await;
    }

    /// Marks attendance at a slot by hand: what attendance does to the rows of sessions.
    pub async fn mark_attended(&self, slot: &Value, enrolments: &[&Value]) {
        let id = |value: &Value| value["id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap();
        let mut tx = self.state.pool.begin().await.unwrap();
        let enrolments: Vec<_> = enrolments.iter().map(|enrolment| id(enrolment).into()).collect();
        carnet::sessions::mark_attended(&mut tx, id(slot).into(), &enrolments).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Moves the sheets of every slot of a session, as attendance does.
    pub async fn set_sheets(&self, session: &Value, state: &str) {
        sqlx::query("UPDATE session_slot SET sheet_state = $2 WHERE session_id = $1::uuid")
            .bind(session["id"].as_str().unwrap())
            .bind(state)
            .execute(&self.state.pool)
            .await
            .unwrap();
    }

    /// The school's people after so much time that their access tokens ran out.
    pub fn renewed_school(&self, school: &School) -> School {
        School {
            organisation: school.organisation,
            manager: self.renewed(&school.manager),
            trainer: self.renewed(&school.trainer),
            grid: school.grid,
        }
    }
}

impl School {
    /// An announced session with nothing left that blocks: one slot of the announced two hours on the 9th of March, a
    /// participant, and an assessment of both skills.
    pub async fn ready(&self, app: &TestApp, title: &str) -> Value {
        let session = self.session(app, title).await;
        self.slot(&session, "2026-03-09", "10:00", "12:00").await;
        self.register(&session, "Zoé", "Durand").await;
        let skills: Vec<_> =
            session["skills"].as_array().unwrap().iter().map(|line| line["skill"].clone()).collect();
        let quiz = json!({ "title": "Évaluation finale", "purpose": "assessment", "skills": skills });
        self.manager.client.post(&session_path(self, &session, "/quizzes"), quiz).await.expect(201);
        self.step(&session, "plan", &Value::Null).await
    }
}
