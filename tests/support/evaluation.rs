//! Sessions in which people are evaluated.

use carnet::orgs::Role;
use serde_json::{Value, json};

use super::app::TestApp;
use super::client::{Answer, Client};
use super::sessions::session_path;
use super::trainings::School;
use super::users::User;

/// An announced session of two skills with two participants.
pub struct Evaluation {
    pub school: School,
    pub session: Value,
    pub zoe: User,
    pub ali: User,
    /// The first is read on the common scale, acquired from 2 on; the second on the school's grid, from its step 2 on.
    pub skills: [String; 2],
}

impl TestApp {
    /// A school with such a session.
    pub async fn evaluation(&self, name: &str) -> Evaluation {
        let school = self.school(name).await;
        let session = school.planned(self, &format!("Session de {name}")).await;
        let (zoe, ali) = (self.trainee(&school.organisation).await, self.trainee(&school.organisation).await);
        for trainee in [&zoe, &ali] {
            school.enrol_member(&session, trainee).await;
        }
        let mut skills = self.skills_of("M1805").into_iter();
        let skills = [skills.next().unwrap(), skills.next().unwrap()];
        Evaluation { school, session, zoe, ali, skills }
    }
}

/// A cell of a batch: never seen before, at this level.
pub fn cell(person: &User, skill: &str, level: &Value) -> Value {
    json!({ "person_id": person.id, "skill": skill, "level": level })
}

/// A level of the common scale.
pub fn common(level: i64) -> Value {
    json!({ "common_level": level })
}

impl Evaluation {
    /// The address of the session's grid.
    pub fn path(&self, rest: &str) -> String {
        session_path(&self.school, &self.session, &format!("/validations{rest}"))
    }

    /// An address of the organisation.
    pub fn org(&self, rest: &str) -> String {
        self.school.path(rest)
    }

    /// A step of the school's grid.
    pub fn step(&self, step: i16) -> Value {
        json!({ "grid_id": self.school.grid, "step": step })
    }

    /// Writes cells and gives the answer.
    pub async fn try_save(&self, client: &Client, cells: &[Value]) -> Answer {
        client.post(&self.path(""), json!({ "cells": cells })).await
    }

    /// Writes cells as the trainer and gives the ids of the entries.
    pub async fn save(&self, app: &TestApp, cells: &[Value]) -> Vec<String> {
        let trainer = app.renewed(&self.school.trainer);
        let written = self.try_save(&trainer.client, cells).await.expect(200);
        ids(&written["validations"])
    }

    /// Writes that Zoé has the first skill at this common level, as the trainer.
    pub async fn validate(&self, app: &TestApp, level: i64) -> String {
        self.save(app, &[cell(&self.zoe, &self.skills[0], &common(level))]).await.remove(0)
    }

    /// The grid, as the manager sees it.
    pub async fn grid(&self, app: &TestApp) -> Value {
        app.renewed(&self.school.manager).client.get(&self.path("")).await.expect(200)
    }

    /// A cell of the grid; null where nobody says anything.
    pub async fn cell(&self, app: &TestApp, person: &User, skill: &str) -> Value {
        let grid = self.grid(app).await;
        let cells = grid["cells"].as_array().unwrap();
        let found = cells.iter().find(|cell| cell["person_id"] == json!(person.id) && cell["code"] == skill);
        found.cloned().unwrap_or_default()
    }

    /// The organisation chooses; `changes` on the choices of one that has made none.
    pub async fn choose(&self, app: &TestApp, changes: &Value) -> Value {
        let manager = app.renewed(&self.school.manager);
        let path = self.org("/passport-settings");
        let now = manager.client.get(&path).await.expect(200);
        let mut draft = now.clone();
        draft.as_object_mut().unwrap().remove("version");
        for (name, value) in changes.as_object().unwrap() {
            draft[name] = value.clone();
        }
        manager.client.put_at(&path, &now["version"], draft).await.expect(200)
    }

    /// A colleague of the trainer who trains in the session too.
    pub async fn second_trainer(&self, app: &TestApp) -> User {
        let second = app.trainer(&self.school.organisation).await;
        sqlx::query(
            "INSERT INTO session_trainer (id, session_id, person_id, first_name, last_name, added_at)
             VALUES (gen_random_uuid(), $1::uuid, $2, 'Farida', 'Membre', $3)",
        )
        .bind(self.session["id"].as_str().unwrap())
        .bind(second.id)
        .bind(app.state.clock.now())
        .execute(&app.state.pool)
        .await
        .unwrap();
        second
    }

    /// A trainer of the organisation who does not train in the session.
    pub async fn outsider(&self, app: &TestApp) -> User {
        app.member(&self.school.organisation, Role::Trainer).await
    }
}

/// A list of ids.
pub fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}
