//! Rooms: of a session under way, and private ones.

use std::sync::atomic::{AtomicU64, Ordering};

use carnet::chat::EndRooms;
use carnet::ids::{OfferRecipientId, PersonId, RecruiterId};
use carnet::offers::{NewPrivateRoom, Rooms};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::TestApp;
use super::attendance::Class;
use super::client::{Answer, Client};
use super::companies::{Recruiter, SIRET};
use super::users::User;

/// A session under way whose people talk: its usual rooms.
pub struct Talk {
    pub class: Class,
    pub general: Uuid,
    pub staff: Uuid,
}

/// A private room and its two.
pub struct Pair {
    pub room: Uuid,
    pub recipient: OfferRecipientId,
    pub person: User,
    pub recruiter: Recruiter,
}

/// An address of a room.
pub fn room_path(room: Uuid, rest: &str) -> String {
    format!("/rooms/{room}{rest}")
}

/// An address of a message.
pub fn message_path(room: Uuid, message: &Value, rest: &str) -> String {
    room_path(room, &format!("/messages/{}{rest}", message["id"].as_str().unwrap()))
}

/// Something no device has drawn before.
pub fn client_id() -> Uuid {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(u128::from(DRAWN.fetch_add(1, Ordering::Relaxed)) << 64 | 0x4000_8000)
}

/// A message to send.
pub fn text(text: &str) -> Value {
    json!({ "client_id": client_id(), "text": text })
}

impl Client {
    /// Tries to say something in a room.
    pub async fn try_say(&self, room: Uuid, words: &str) -> Answer {
        self.post(&room_path(room, "/messages"), text(words)).await
    }

    /// Says something in a room.
    pub async fn say(&self, room: Uuid, words: &str) -> Value {
        self.try_say(room, words).await.expect(201)
    }

    /// The newest messages of a room, in order.
    pub async fn messages(&self, room: Uuid) -> Vec<Value> {
        let page = self.get(&room_path(room, "/messages?limit=100")).await.expect(200);
        page["items"].as_array().unwrap().clone()
    }

    /// What the newest messages of a room say, in order; nothing where there is nothing to read.
    pub async fn texts(&self, room: Uuid) -> Vec<Option<String>> {
        let messages = self.messages(room).await;
        messages.iter().map(|message| message["text"].as_str().map(str::to_owned)).collect()
    }

    /// The room, as this person reads it.
    pub async fn room(&self, room: Uuid) -> Value {
        self.get(&room_path(room, "")).await.expect(200)
    }
}

impl TestApp {
    /// A session under way with so many trainees, and its usual rooms.
    pub async fn talk(&self, trainees: usize) -> Talk {
        let class = self.class(trainees).await;
        self.talk_of(class).await
    }

    /// The usual rooms of a session that has none.
    pub async fn talk_of(&self, class: Class) -> Talk {
        let general = self.session_room(&class, "general", "Salon général").await;
        let staff = self.session_room(&class, "staff", "Salon de l’équipe").await;
        Talk { class, general, staff }
    }

    /// A room of a session.
    pub async fn session_room(&self, class: &Class, kind: &str, name: &str) -> Uuid {
        let room: Uuid = self.state.ids.ordered();
        sqlx::query(
            "INSERT INTO session_room (id, session_id, kind, name, version, created_at, updated_at)
             VALUES ($1, $2, $3, $4, 1, $5, $5)",
        )
        .bind(room)
        .bind(class.session)
        .bind(kind)
        .bind(name)
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
        room
    }

    /// A private room of two people nobody knows otherwise.
    pub async fn pair(&self) -> Pair {
        let person = self.person("Zoé", "Durand").await;
        let recruiter = self.recruiter_granted(SIRET).await;
        self.pair_of(person, recruiter).await
    }

    /// The private room of these two, as an accepted offer opens it.
    pub async fn pair_of(&self, person: User, recruiter: Recruiter) -> Pair {
        let recipient: OfferRecipientId = self.state.ids.opaque();
        let room = self.open_private(recipient, person.id, recruiter.id).await;
        Pair { room, recipient, person, recruiter }
    }

    /// Opens a private room, as offers do; gives it.
    pub async fn open_private(
        &self,
        recipient: OfferRecipientId,
        person: PersonId,
        recruiter: RecruiterId,
    ) -> Uuid {
        let company = sqlx::query_scalar("SELECT company_id FROM recruiter WHERE id = $1")
            .bind(recruiter)
            .fetch_one(&self.state.pool)
            .await
            .unwrap();
        let new = NewPrivateRoom { recipient, person, company, recruiter, title: "Soudeuse".to_owned() };
        let mut connection = self.state.pool.acquire().await.unwrap();
        let (rooms, now) = (self.state.part::<Rooms>(), self.state.clock.now());
        rooms.open(&mut connection, &self.state.ids, new, now).await.unwrap();
        sqlx::query_scalar("SELECT id FROM chat_room WHERE recipient_id = $1")
            .bind(recipient)
            .fetch_one(&mut *connection)
            .await
            .unwrap()
    }

    /// Does to rooms what is due, as the schedule does each minute; then all that follows from it.
    pub async fn end_rooms(&self) {
        self.run_job(EndRooms {}).await;
        self.run_jobs().await;
    }

    /// When a private room is deleted.
    pub async fn ends_at(&self, room: Uuid) -> Option<DateTime<Utc>> {
        sqlx::query_scalar("SELECT ends_at FROM chat_room WHERE id = $1")
            .bind(room)
            .fetch_optional(&self.state.pool)
            .await
            .unwrap()
    }

    /// The tables and columns in which a text is found, whatever their type; the trail of migrations left out.
    pub async fn places_of(&self, canary: &str) -> Vec<String> {
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c
             JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.table_name <> '_sqlx_migrations'",
        )
        .fetch_all(&self.state.pool)
        .await
        .unwrap();
        assert!(columns.len() > 500, "the columns were not found");
        let mut found = Vec::new();
        for (table, column) in columns {
            // A text, or its bytes as they are printed.
            let sql = format!(
                "SELECT count(*) FROM {table}
                 WHERE {column}::text ILIKE '%' || $1 || '%' OR {column}::text LIKE '%' || encode($2, 'hex') || '%'"
            );
            let count: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
                .bind(canary)
                .bind(canary.as_bytes())
                .fetch_one(&self.state.pool)
                .await
                .unwrap();
            if count > 0 {
                found.push(format!("{table}.{column}"));
            }
        }
        found
    }
}

impl Talk {
    /// A trainee, signed in at this instant.
    pub fn learner(&self, app: &TestApp, place: usize) -> Client {
        self.class.learner(app, place)
    }

    /// The trainer, signed in at this instant.
    pub fn teacher(&self, app: &TestApp) -> Client {
        self.class.teacher(app)
    }
}

impl Pair {
    /// The person, signed in at this instant.
    pub fn person(&self, app: &TestApp) -> Client {
        app.renewed(&self.person).client
    }

    /// The recruiter, signed in at this instant.
    pub fn company(&self, app: &TestApp) -> Client {
        app.renewed(&self.recruiter.user).client
    }
}
