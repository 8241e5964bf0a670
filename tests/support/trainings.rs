//! Organisations that write trainings.

use carnet::ids::GridId;
use carnet::orgs::Role;
use carnet::platform::jobs::{Job, Run};
use carnet::profiles::ReviewSavedSearches;
use carnet::trainings::ReviewCatalog;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::app::TestApp;
use super::organisations::Organisation;
use super::users::User;

/// An organisation with a manager, a trainer and a grid, on the starter catalogue.
pub struct School {
    pub organisation: Organisation,
    pub manager: User,
    pub trainer: User,
    /// 0 "Non acquis", 1 "En cours", 2 "Acquis", 3 "Reconnu".
    pub grid: GridId,
}

impl TestApp {
    /// An organisation that writes trainings.
    pub async fn school(&self, name: &str) -> School {
        let organisation = self.organisation(name).await;
        let manager = self.member(&organisation, Role::Manager).await;
        let trainer = self.trainer(&organisation).await;
        let grid = self.grid(&organisation).await;
        School { organisation, manager, trainer, grid }
    }
}

impl TestApp {
    /// Looks into the releases that were applied.
    pub async fn review_catalog(&self) {
        let run = || Run { id: uuid::Uuid::nil(), attempt: 1, stop: CancellationToken::new() };
        ReviewCatalog::default().run(self.state.clone(), run()).await.unwrap();
        ReviewSavedSearches::default().run(self.state.clone(), run()).await.unwrap();
    }
}

impl School {
    /// An address of the organisation.
    pub fn path(&self, rest: &str) -> String {
        self.organisation.path(rest)
    }

    /// The address of one of its trainings.
    pub fn training_path(&self, training: &Value, rest: &str) -> String {
        self.path(&format!("/trainings/{}{rest}", training["id"].as_str().unwrap()))
    }

    /// Writes a course of two hours and gives it.
    pub async fn course(&self, title: &str) -> Value {
        let body = json!({ "title": title, "minutes": 120, "modality": "in_person" });
        self.manager.client.post(&self.path("/courses"), body).await.expect(201)
    }

    /// Writes an own skill and gives it.
    pub async fn own_skill(&self, label: &str) -> Value {
        self.manager.client.post(&self.path("/own-skills"), json!({ "label": label })).await.expect(201)
    }

    /// A sound training for the web developer: two skills of the job, one course that teaches both.
    pub async fn draft(&self, app: &TestApp, title: &str) -> Value {
        let skills = app.skills_of("M1805");
        let course = self.course(&format!("Module de {title}")).await;
        json!({
            "title": title,
            "jobs": [{ "code": "M1805" }],
            "skills": [
                { "skill": skills[0], "target": 3, "pass": 2 },
                { "skill": skills[1], "grid_id": self.grid, "target": 2, "pass": 2 },
            ],
            "courses": [{ "course_id": course["id"], "skills": [skills[0], skills[1]] }],
        })
    }

    /// Writes a training and gives it.
    pub async fn write(&self, draft: &Value) -> Value {
        self.manager.client.post(&self.path("/trainings"), draft).await.expect(201)
    }

    /// Writes a training anew and gives it.
    pub async fn rewrite(&self, training: &Value, draft: &Value) -> Value {
        let path = self.training_path(training, "");
        self.manager.client.put_at(&path, &training["version"], draft).await.expect(200)
    }

    /// Publishes a training and gives it.
    pub async fn publish(&self, training: &Value) -> Value {
        let path = self.training_path(training, "/publish");
        self.manager.client.post_at(&path, &training["version"]).await.expect(200)
    }

    /// A published training and the draft it was made of.
    pub async fn published(&self, app: &TestApp, title: &str) -> (Value, Value) {
        let draft = self.draft(app, title).await;
        let written = self.write(&draft).await;
        (self.publish(&written).await, draft)
    }
}
