//! Skills, validations, and what the search index is told of them.

use carnet::catalog::Catalog;
use carnet::ids::{GridId, ProfileId};
use carnet_index::RomeCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::TestApp;
use super::organisations::Organisation;
use super::users::User;

/// A copy of the search index that only keeps what it is told.
pub struct IndexWatch<'a> {
    app: &'a TestApp,
    node: Uuid,
    epoch: i64,
}

/// An organisation with a trainer, a trainee and a grid.
pub struct Workshop {
    pub organisation: Organisation,
    pub trainer: User,
    pub trainee: User,
    /// 0 "Non acquis", 1 "En cours" (level 2) not passing; 2 "Acquis" (level 3), 3 "Reconnu" (no level) passing.
    pub grid: GridId,
}

impl TestApp {
    /// Codes of skills of a job, e.g. of `M1805`.
    pub fn skills_of(&self, job: &str) -> Vec<String> {
        let catalog = self.state.part::<Catalog>().snapshot();
        let job = catalog.job(RomeCode::parse(job).unwrap()).unwrap();
        job.skills.iter().map(|(code, _)| code.to_string()).collect()
    }

    /// Two jobs, in the order of their codes, and a skill that both list.
    pub fn sharing_jobs(&self) -> (String, String, String) {
        let catalog = self.state.part::<Catalog>().snapshot();
        let mut shared: Vec<_> = catalog.skills().filter(|card| card.jobs.len() >= 2).collect();
        shared.sort_by_key(|card| card.skill.code);
        let card = shared.first().expect("the starter's jobs share skills");
        let (one, other) = (card.jobs[0].0, card.jobs[1].0);
        (one.to_string(), other.to_string(), card.skill.code.to_string())
    }

    /// The label of a skill today.
    pub fn label_of(&self, skill: &str) -> String {
        let catalog = self.state.part::<Catalog>().snapshot();
        catalog.skill_label(skill.parse().unwrap()).unwrap().to_owned()
    }

    /// An organisation at work.
    pub async fn workshop(&self, name: &str) -> Workshop {
        let organisation = self.organisation(name).await;
        let (trainer, trainee) = (self.trainer(&organisation).await, self.trainee(&organisation).await);
        let grid = self.grid(&organisation).await;
        Workshop { organisation, trainer, trainee, grid }
    }

    /// Registers a copy of the index, to see what changes reach it.
    pub async fn watch_index(&self) -> IndexWatch<'_> {
        let node = Uuid::from_u128(0xfeed);
        sqlx::query(
            "INSERT INTO index_node (id, home, generation, registered_at, last_seen_at) VALUES ($1, $1, 1, $2, $2)",
        )
        .bind(node)
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
        let epoch = epoch(self).await;
        IndexWatch { app: self, node, epoch }
    }
}

impl IndexWatch<'_> {
    /// What was marked since the last look: profiles and their urgency, and how often the epoch was raised.
    pub async fn look(&mut self) -> (Vec<(ProfileId, bool)>, i64) {
        let marks =
            sqlx::query_as("DELETE FROM search_dirty WHERE node_id = $1 RETURNING profile_id, is_urgent")
                .bind(self.node)
                .fetch_all(&self.app.state.pool)
                .await
                .unwrap();
        let epoch = epoch(self.app).await;
        let raised = epoch - self.epoch;
        self.epoch = epoch;
        (marks, raised)
    }
}

async fn epoch(app: &TestApp) -> i64 {
    sqlx::query_scalar("SELECT epoch FROM search_epoch").fetch_one(&app.state.pool).await.unwrap()
}

impl Workshop {
    /// The address of the organisation's validations.
    pub fn path(&self) -> String {
        self.organisation.path("/validations")
    }

    /// A validation of the trainee's skill at this step.
    pub fn body(&self, skill: &str, step: i16) -> Value {
        json!({"person_id": self.trainee.id, "skill": skill, "grid_id": self.grid, "step": step})
    }

    /// Records a validation and gives its id.
    pub async fn validate(&self, app: &TestApp, body: &Value) -> String {
        let trainer = app.renewed(&self.trainer);
        let entry = trainer.client.post(&self.path(), body).await.expect(201);
        entry["id"].as_str().unwrap().to_owned()
    }
}
