//! Courses, own skills and trainings that recipes name, each made for one request and at its first version.

use carnet::orgs::Role;
use serde_json::{Value, json};

use super::world::World;
use crate::support::organisations::Organisation;
use crate::support::users::User;

/// What this word stands for.
pub async fn target(world: &World, word: &str) -> String {
    let manager = world.app.member(&world.org, Role::Manager).await;
    let teaching = Teaching { world, manager };
    let made = match word {
        "course" => teaching.course().await,
        "archived_course" => {
            let course = teaching.course().await;
            teaching.post(&format!("/courses/{}/archive", id(&course)), &Value::Null, 200).await
        }
        "own_skill" => teaching.own_skill().await,
        "linked_own_skill" => {
            let skill = teaching.own_skill().await;
            let path = world.org.path(&format!("/own-skills/{}/link", id(&skill)));
            teaching.manager.client.put(&path, json!({ "skill": "101" })).await.expect(200)
        }
        "training" => teaching.training().await,
        "published_training" => teaching.published().await,
        "archived_training" => {
            let training = teaching.published().await;
            teaching.move_on(&training, "/archive").await
        }
        "edited_training" => {
            let training = teaching.published().await;
            let path = world.org.path(&format!("/trainings/{}", id(&training)));
            let body = json!({ "title": "Soudage" });
            teaching.manager.client.put_at(&path, &training["version"], body).await.expect(200)
        }
        "notice" => return teaching.notice().await,
        unknown => panic!("no target is called ${unknown}"),
    };
    teaching.at_first_version(&made).await;
    id(&made)
}

/// A published training of an organisation, written by one of those who run it.
pub async fn published_training(organisation: &Organisation, manager: &User) -> Value {
    let client = &manager.client;
    let course = json!({ "title": "Module", "minutes": 60, "modality": "in_person" });
    let course = client.post(&organisation.path("/courses"), course).await.expect(201);
    let body = json!({
        "title": "Soudure", "skills": [{ "skill": "101", "target": 3, "pass": 2 }],
        "courses": [{ "course_id": course["id"], "skills": ["101"] }],
    });
    let training = client.post(&organisation.path("/trainings"), body).await.expect(201);
    let path = organisation.path(&format!("/trainings/{}/publish", id(&training)));
    client.post_at(&path, &training["version"]).await.expect(200)
}

fn id(made: &Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}

struct Teaching<'a> {
    world: &'a World,
    manager: User,
}

impl Teaching<'_> {
    async fn post(&self, path: &str, body: &Value, status: u16) -> Value {
        self.manager.client.post(&self.world.org.path(path), body).await.expect(status)
    }

    async fn course(&self) -> Value {
        let body = json!({ "title": "Module", "minutes": 60, "modality": "in_person" });
        self.post("/courses", &body, 201).await
    }

    async fn own_skill(&self) -> Value {
        let label = self.world.app.state.ids.opaque::<uuid::Uuid>();
        self.post("/own-skills", &json!({ "label": label }), 201).await
    }

    /// A training that can be published.
    async fn training(&self) -> Value {
        let course = self.course().await;
        let body = json!({
            "title": "Soudure", "skills": [{ "skill": "101", "target": 3, "pass": 2 }],
            "courses": [{ "course_id": course["id"], "skills": ["101"] }],
        });
        self.post("/trainings", &body, 201).await
    }

    async fn published(&self) -> Value {
        let training = self.training().await;
        self.move_on(&training, "/publish").await
    }

    async fn move_on(&self, training: &Value, step: &str) -> Value {
        let path = self.world.org.path(&format!("/trainings/{}{step}", id(training)));
        self.manager.client.post_at(&path, &training["version"]).await.expect(200)
    }

    /// A notice that waits for its decision.
    async fn notice(&self) -> String {
        let training = self.training().await;
        let pool = &self.world.app.state.pool;
        let import: uuid::Uuid =
            sqlx::query_scalar("SELECT id FROM rome_import WHERE release IS NOT NULL LIMIT 1")
                .fetch_one(pool)
                .await
                .unwrap();
        let notice: uuid::Uuid = self.world.app.state.ids.ordered();
        sqlx::query(
            "INSERT INTO training_notice (id, import_id, training_id, subject, code, kind, before, created_at)
             VALUES ($1, $2, $3::uuid, 'skill', '101', 'retired', 'Compétence', $4)",
        )
        .bind(notice)
        .bind(import)
        .bind(id(&training))
        .bind(self.world.app.state.clock.now())
        .execute(pool)
        .await
        .unwrap();
        notice.to_string()
    }

    async fn at_first_version(&self, made: &Value) {
        for table in ["course", "own_skill", "training"] {
            sqlx::query(sqlx::AssertSqlSafe(format!("UPDATE {table} SET version = 1 WHERE id = $1::uuid")))
                .bind(id(made))
                .execute(&self.world.app.state.pool)
                .await
                .unwrap();
        }
    }
}
