//! People who hide and come back, and lists of people.

use carnet::platform::db::dirty::Urgency;
use serde_json::{Value, json};

use super::client::Client;
use super::search::{Added, SearchApp};

impl SearchApp {
    /// Hides somebody from recruiters, or shows them again, as the switch does.
    pub async fn turn_visible(&self, someone: &Added, is_visible: bool) {
        sqlx::query("UPDATE visibility SET visible = $2 WHERE person_id = $1")
            .bind(someone.person)
            .bind(is_visible)
            .execute(&self.state.pool)
            .await
            .unwrap();
        let urgency = if is_visible { Urgency::Soon } else { Urgency::Now };
        self.mark(&[someone.profile], urgency).await;
        self.settled().await;
    }
}

/// Makes a list; its address.
pub async fn list(recruiter: &Client, name: &str) -> String {
    let made = recruiter.post("/candidate-lists", json!({ "name": name })).await.expect(201);
    format!("/candidate-lists/{}", made["id"].as_str().unwrap())
}

/// Puts people on a list; what came of it.
pub async fn put_on(recruiter: &Client, list: &str, people: &[Added]) -> Value {
    let profiles: Vec<_> = people.iter().map(|added| added.profile).collect();
    recruiter.post(&format!("{list}/candidates"), json!({ "profiles": profiles })).await.expect(200)
}

/// The lines of a list, those added last first.
pub async fn lines(recruiter: &Client, list: &str) -> Vec<Value> {
    let page = recruiter.get(&format!("{list}/candidates")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}
