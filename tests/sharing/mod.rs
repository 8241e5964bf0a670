//! The visibility switch, the consent history, the blocked companies; contact details, shares and their receipts.

mod block_company;
mod choose_company;
mod end_shares;
mod get_contact_details;
mod get_cv_file;
mod get_policy;
mod get_receipt;
mod get_shared_file;
mod get_shared_passport;
mod get_visibility;
mod grant_shares;
mod list_blocked_companies;
mod list_chosen_companies;
mod list_consents;
mod list_policies;
mod list_profile_accesses;
mod list_profile_appearances;
mod list_receipts;
mod list_shareable_proofs;
mod list_shares;
mod purge_accesses;
mod remove_cv;
mod replace_cv;
mod revoke_share;
mod revoke_shares;
mod set_visibility;
mod unblock_company;
mod unchoose_company;
mod update_contact_details;
mod verify_accesses;

use serde_json::{Value, json};

use crate::support::companies::Recruiter;
use crate::support::search::{Added, SearchApp};
use crate::support::users::User;

/// Opens a profile, as a recruiter does.
async fn open(app: &SearchApp, recruiter: &Recruiter, whom: &Added) {
    let client = app.renewed(&recruiter.user).client;
    client.get(&format!("/profiles/{}", whom.profile)).await.expect(200);
}

/// Signs in the owner of a profile that was written straight into the database.
async fn owner(app: &SearchApp, of: &Added) -> User {
    let stand_in = app.person("Inès", "Lefèvre").await;
    let user = User { id: of.person, profile: of.profile, ..stand_in };
    app.second_device(&user).await
}

/// Changes the audience of somebody who is visible.
async fn show_to(user: &User, audience: &str) -> Value {
    let body = json!({ "visible": true, "audience": audience, "policy_version": "2026-11" });
    user.client.put("/me/visibility", body).await.expect(200)
}

/// Switches visibility, with the text in force.
async fn switch(user: &User, visible: bool) -> Value {
    let version = user.client.get("/me/visibility").await.expect(200)["policy_version"].clone();
    user.client
        .put("/me/visibility", json!({ "visible": visible, "policy_version": version }))
        .await
        .expect(200)
}
