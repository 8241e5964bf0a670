//! Offers: a company that writes them, people who may receive them.

use carnet::ids::OfferRecipientId;
use reqwest::Method;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::TestApp;
use super::client::{Answer, Client, send};
use super::companies::{Recruiter, SIRET};
use super::search::load_catalog;
use super::users::User;

/// An offer that lacks nothing.
pub fn whole_offer() -> Value {
    json!({
        "title": "Monteuse ou monteur", "job": "A1101", "message": "Venez monter avec nous.", "contract": "permanent",
        "place": "Lyon", "weekly_minutes": 2100, "schedule": "du lundi au vendredi",
        "pay": { "min": 190_000, "max": 220_000, "per": "month" },
    })
}

/// The same with other fields.
pub fn offer_with(changes: &Value) -> Value {
    let mut offer = whole_offer();
    offer.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    offer
}

/// The address of an offer, or of something of it.
pub fn offer_path(offer: &Value, rest: &str) -> String {
    format!("/offers/{}{rest}", offer["id"].as_str().unwrap())
}

/// An offer that was sent: its id, and what each person received, in their order.
pub struct SentOffer {
    pub id: String,
    pub received: Vec<OfferRecipientId>,
}

impl SentOffer {
    /// The company's address of the offer, or of something of it.
    pub fn path(&self, rest: &str) -> String {
        format!("/offers/{}{rest}", self.id)
    }

    /// The company's address of what somebody received.
    pub fn of(&self, place: usize, rest: &str) -> String {
        self.path(&format!("/recipients/{}{rest}", self.received[place]))
    }

    /// The person's address of what they received.
    pub fn mine(&self, place: usize, rest: &str) -> String {
        mine(self.received[place], rest)
    }
}

/// The person's address of what they received.
pub fn mine(received: OfferRecipientId, rest: &str) -> String {
    format!("/me/offers/{received}{rest}")
}

/// Answers from this version.
pub async fn answer_at(client: &Client, path: &str, version: i32, body: impl Serialize) -> Answer {
    send(client.starting_from(Method::POST, path, &json!(version)).json(&body)).await
}

/// A yes that shares nothing.
pub fn yes() -> Value {
    json!({ "confirmed": true })
}

impl TestApp {
    /// A server with the small catalogue.
    pub async fn hiring() -> Self {
        Self::hiring_with(&[]).await
    }

    /// The same with more settings.
    pub async fn hiring_with(settings: &[&str]) -> Self {
        let app = Self::start_with(settings).await;
        load_catalog(&app).await;
        app
    }

    /// A recruiter who may write offers.
    pub async fn hirer(&self) -> Recruiter {
        self.recruiter_granted(SIRET).await
    }

    /// Somebody recruiters may see.
    pub async fn seeker(&self, first_name: &str) -> User {
        self.candidate(first_name, "Visible").await
    }

    /// Makes somebody invisible.
    pub async fn hide(&self, user: &User) {
        self.set_visible(user, false).await;
    }

    /// A draft for these people.
    pub async fn draft(&self, hirer: &User, offer: &Value, people: &[&User]) -> Value {
        let profiles: Vec<_> = people.iter().map(|person| person.profile).collect();
        let body = json!({ "offer": offer, "recipients": profiles });
        self.renewed(hirer).client.post("/offers", body).await.expect(201)
    }

    /// An offer that was sent to these people, all of whom can receive it.
    pub async fn sent(&self, hirer: &User, offer: &Value, people: &[&User]) -> SentOffer {
        let draft = self.draft(hirer, offer, people).await;
        let path = offer_path(&draft, "/send");
        let sent = self.renewed(hirer).client.post_at(&path, &draft["version"]).await.expect(200);
        assert_eq!((&sent["sent"], &sent["skipped"]), (&json!(people.len()), &json!([])));
        let id = draft["id"].as_str().unwrap().to_owned();
        let received = self.received_of(&id).await;
        SentOffer { id, received }
    }

    /// One offer that was sent to one person.
    pub async fn sent_to(&self, person: &User) -> (Recruiter, SentOffer) {
        let hirer = self.hirer().await;
        let sent = self.sent(&hirer.user, &whole_offer(), &[person]).await;
        (hirer, sent)
    }

    /// What those an offer is for received, in their order.
    pub async fn received_of(&self, offer: &str) -> Vec<OfferRecipientId> {
        sqlx::query_scalar("SELECT id FROM offer_recipient WHERE offer_id = $1 ORDER BY position, id")
            .bind(offer.parse::<Uuid>().unwrap())
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    /// Where something somebody received stands.
    pub async fn stands(&self, received: OfferRecipientId) -> String {
        sqlx::query_scalar("SELECT state FROM offer_recipient WHERE id = $1")
            .bind(received)
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }

    /// The moves of something somebody received: what happened, and who made it happen.
    pub async fn moves(&self, received: OfferRecipientId) -> Vec<(String, String)> {
        sqlx::query_as("SELECT event, actor FROM offer_transition WHERE recipient_id = $1 ORDER BY number")
            .bind(received)
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    /// What somebody was told of a kind, newest last: what it is about, and in which words.
    pub async fn told(&self, user: &User, kind: &str) -> Vec<Value> {
        sqlx::query_scalar(
            "SELECT facts FROM notification WHERE person_id = $1 AND kind = $2 ORDER BY created_at, id",
        )
        .bind(user.id)
        .bind(kind)
        .fetch_all(&self.state.pool)
        .await
        .unwrap()
    }

    /// Says yes from the first version, sharing nothing.
    pub async fn accept(&self, person: &User, received: OfferRecipientId) -> Value {
        let client = self.renewed(person).client;
        answer_at(&client, &mine(received, "/acceptance"), 1, yes()).await.expect(200)
    }

    /// The moves of something received: from which state to which, in the log and in the trail.
    pub async fn log_and_trail(&self, received: OfferRecipientId) -> [Vec<(String, String)>; 2] {
        let log = sqlx::query_as(
            "SELECT from_state, to_state FROM offer_transition WHERE recipient_id = $1 ORDER BY number",
        )
        .bind(received)
        .fetch_all(&self.state.pool)
        .await
        .unwrap();
        let trail = self
            .trail(received.0)
            .await
            .into_iter()
            .filter(|(kind, ..)| kind == "offer.moved")
            .map(|(_, _, before, after)| {
                let state = |value: &Value| value["state"].as_str().unwrap().to_owned();
                (state(&before), state(&after))
            })
            .collect();
        [log, trail]
    }

    /// Checks that log, trail and state of something received agree, and that each move is one of the table.
    pub async fn assert_agrees(&self, received: OfferRecipientId) {
        let [log, trail] = self.log_and_trail(received).await;
        assert_eq!(log, trail, "log and trail differ");
        let mut at = "draft".to_owned();
        for (from, to) in &log {
            assert_eq!(from, &at, "a gap in {log:?}");
            at.clone_from(to);
        }
        assert_eq!(at, self.stands(received).await, "the log leads elsewhere");
    }
}
