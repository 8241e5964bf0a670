//! Sessions, slots and participants that recipes name, each made for one request and at its first version.

use carnet::orgs::Role;
use serde_json::{Value, json};

use super::teaching::published_training;
use super::world::World;
use crate::support::files::pdf;
use crate::support::organisations::Organisation;
use crate::support::users::User;

/// Whether [`target`] knows this word.
pub fn knows(word: &str) -> bool {
    WORDS.contains(&word)
}

const WORDS: [&str; 14] = [
    "shared_session",
    "draft_session",
    "planned_session",
    "running_session",
    "ended_session",
    "closed_session",
    "slot",
    "attended_slot",
    "enrolment",
    "enrolment_import",
    "resource",
    "file_resource",
    "room",
    "session_quiz",
];

/// What this word stands for. Slots and what else belongs to a session are those of the shared one.
pub async fn target(world: &World, word: &str) -> String {
    let manager = world.app.member(&world.org, Role::Manager).await;
    let giving = Giving { world, manager };
    let made = match word {
        "shared_session" => return giving.shared().await,
        "draft_session" => giving.draft().await,
        "planned_session" => giving.in_state("planned").await,
        "running_session" => giving.in_state("running").await,
        "ended_session" => giving.in_state("ended").await,
        "closed_session" => giving.in_state("closed").await,
        "slot" => giving.slot().await,
        "attended_slot" => {
            let slot = giving.slot().await;
            giving.write("UPDATE session_slot SET has_attendance = true WHERE id = $1::uuid", &slot).await;
            slot
        }
        "enrolment" => {
            giving.post("/enrolments", &json!({ "first_name": "Zoé", "last_name": "Durand" })).await
        }
        "enrolment_import" => giving.import().await,
        "resource" => {
            let body = json!({ "kind": "link", "title": "Le cours", "url": "https://cours.example/" });
            giving.post("/resources", &body).await
        }
        "file_resource" => {
            let file = file(&world.org, &giving.manager).await;
            giving.post("/resources", &json!({ "kind": "file", "title": "Le cours", "file_id": file })).await
        }
        "room" => giving.post("/rooms", &json!({ "name": giving.word() })).await,
        "session_quiz" => giving.post("/quizzes", &json!({ "title": "Quiz", "purpose": "assessment" })).await,
        unknown => panic!("no target is called ${unknown}"),
    };
    made["id"].as_str().unwrap().to_owned()
}

/// An invitation to a session, at this address.
pub async fn invitation(world: &World, email: &str) -> String {
    let manager = world.app.member(&world.elsewhere, Role::Manager).await;
    let session = session_of(&world.elsewhere, &manager).await;
    let path = world.elsewhere.path(&format!("/sessions/{}/enrolments", session["id"].as_str().unwrap()));
    let body = json!({ "first_name": "Inès", "last_name": "Personne", "email": email });
    let enrolment = manager.client.post(&path, body).await.expect(201);
    // A member is enrolled at once: here everybody is to be asked.
    sqlx::query("UPDATE enrolment SET status = 'invited', person_id = NULL WHERE id = $1::uuid")
        .bind(enrolment["id"].as_str().unwrap())
        .execute(&world.app.state.pool)
        .await
        .unwrap();
    let path = world.elsewhere.path(&format!("/sessions/{}/resources", session["id"].as_str().unwrap()));
    let body =
        json!({ "kind": "file", "title": "Le cours", "file_id": file(&world.elsewhere, &manager).await });
    manager.client.post(&path, body).await.expect(201);
    sqlx::query("UPDATE training_session SET status = 'planned' WHERE id = $1::uuid")
        .bind(session["id"].as_str().unwrap())
        .execute(&world.app.state.pool)
        .await
        .unwrap();
    enrolment["id"].as_str().unwrap().to_owned()
}

/// A file that was sent in the organisation's name.
async fn file(organisation: &Organisation, manager: &User) -> Value {
    let sent = manager.client.upload(&organisation.path("/files"), "cours.pdf", pdf("<< >>")).await;
    sent.expect(201)["id"].clone()
}

/// The file of the session in which this person takes part.
pub async fn own_resource(world: &World, user: Option<&User>) -> String {
    let Some(user) = user else { return uuid::Uuid::nil().to_string() };
    let found: uuid::Uuid = sqlx::query_scalar(
        "SELECT r.id FROM session_resource r JOIN enrolment e ON e.session_id = r.session_id WHERE e.person_id = $1",
    )
    .bind(user.id)
    .fetch_one(&world.app.state.pool)
    .await
    .unwrap();
    found.to_string()
}

/// A session in which this person takes part, with a file to download.
pub async fn own_session(world: &World, user: Option<&User>) -> String {
    let id = invitation(world, user.map_or("nobody@example.org", |user| &user.email)).await;
    if let Some(user) = user {
        let accept = format!("/me/session-invitations/{id}/accept");
        assert_eq!(user.client.post(&accept, ()).await.status, 204);
    }
    let session: uuid::Uuid = sqlx::query_scalar("SELECT session_id FROM enrolment WHERE id = $1::uuid")
        .bind(&id)
        .fetch_one(&world.app.state.pool)
        .await
        .unwrap();
    session.to_string()
}

/// A draft that may be announced: one slot, one trainer.
pub async fn session_of(organisation: &Organisation, manager: &User) -> Value {
    let training = published_training(organisation, manager).await;
    let body = json!({
        "training_id": training["id"], "starts_on": "2026-03-09", "ends_on": "2026-03-13", "trainers": [manager.id],
    });
    manager.client.post(&organisation.path("/sessions"), body).await.expect(201)
}

struct Giving<'a> {
    world: &'a World,
    manager: User,
}

impl Giving<'_> {
    fn word(&self) -> String {
        self.world.app.state.ids.opaque::<uuid::Uuid>().simple().to_string()
    }

    /// The one session that slots and participants are made in: a draft.
    async fn shared(&self) -> String {
        let made = async {
            let session = session_of(&self.world.org, &self.manager).await;
            session["id"].as_str().unwrap().to_owned()
        };
        self.world.session.get_or_init(|| made).await.clone()
    }

    async fn post(&self, rest: &str, body: &Value) -> Value {
        let path = self.world.org.path(&format!("/sessions/{}{rest}", self.shared().await));
        let made = self.manager.client.post(&path, body).await.expect(201);
        assert_eq!(made["version"], 1, "{rest}");
        made
    }

    /// A slot like no other.
    async fn slot(&self) -> Value {
        let body = json!({
            "title": "Séance", "date": "2026-03-09", "start_time": "09:00", "end_time": "12:00", "place": self.word(),
            "override_reason": "Salles voisines",
        });
        self.post("/slots", &body).await
    }

    async fn draft(&self) -> Value {
        let session = session_of(&self.world.org, &self.manager).await;
        let path = self.world.org.path(&format!("/sessions/{}/slots", session["id"].as_str().unwrap()));
        let body = json!({
            "title": "Séance", "date": "2026-03-09", "start_time": "09:00", "end_time": "12:00", "place": self.word(),
        });
        self.manager.client.post(&path, body).await.expect(201);
        session
    }

    /// A session without slots in this state.
    async fn in_state(&self, state: &str) -> Value {
        let session = session_of(&self.world.org, &self.manager).await;
        let statement = format!("UPDATE training_session SET status = '{state}' WHERE id = $1::uuid");
        self.write(&statement, &session).await;
        session
    }

    async fn write(&self, statement: &str, of: &Value) {
        sqlx::query(sqlx::AssertSqlSafe(statement.to_owned()))
            .bind(of["id"].as_str().unwrap())
            .execute(&self.world.app.state.pool)
            .await
            .unwrap();
    }

    async fn import(&self) -> Value {
        let path = self.world.org.path(&format!("/sessions/{}/enrolment-imports", self.shared().await));
        let request = self.manager.client.request(reqwest::Method::POST, &path);
        let request = request.header("content-type", "application/octet-stream");
        let body = format!("Nom;Prénom;E-mail\nDurand;Zoé;{}@example.org\n", self.word());
        crate::support::client::send(request.body(body)).await.expect(201)
    }
}
