//! The visibility switch, the consent history, the blocked companies.

mod block_company;
mod get_visibility;
mod list_blocked_companies;
mod list_consents;
mod set_visibility;
mod unblock_company;

use serde_json::{Value, json};

use crate::support::users::User;

/// Switches visibility, with the text in force.
async fn switch(user: &User, visible: bool) -> Value {
    let version = user.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    user.client
        .put("/me/visibility", json!({ "visible": visible, "policy_version": version }))
        .await
        .expect(200)
}
