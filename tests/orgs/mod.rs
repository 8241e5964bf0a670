//! Training organisations.

mod accept_invitation;
mod allow_organisation_siret;
mod check_organisations;
mod create_grid;
mod create_invitation;
mod create_organisation;
mod get_organisation;
mod get_organisation_identity;
mod list_grids;
mod list_members;
mod list_my_organisations;
mod list_organisations;
mod public_api;
mod purge;
mod reinstate_organisation;
mod remove_member;
mod suspend_organisation;
mod update_grid;
mod update_member;
mod update_organisation_identity;
mod withdraw_organisation_siret;

use carnet::ids::PersonId;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::organisations::Organisation;

/// A sound grid, as one is posted.
fn grid_body() -> Value {
    json!({
        "name": "Grille de l’atelier",
        "steps": [
            { "name": "Non acquis", "common_level": null, "passing": false },
            { "name": "Avec aide", "common_level": 2, "passing": false },
            { "name": "Seul", "common_level": 3, "passing": true },
        ],
    })
}

/// The role somebody has, as stored.
async fn role_of(app: &TestApp, organisation: &Organisation, person: PersonId) -> Option<String> {
    sqlx::query_scalar("SELECT role FROM organisation_member WHERE organisation_id = $1 AND person_id = $2")
        .bind(organisation.id)
        .bind(person)
        .fetch_optional(&app.state.pool)
        .await
        .unwrap()
}

/// An entry of the audit trail: its actor, organisation, state before and after.
type Entry = (Option<uuid::Uuid>, Option<uuid::Uuid>, Option<Value>, Option<Value>);

/// The entries of this kind, oldest first.
async fn audited(app: &TestApp, kind: &str) -> Vec<Entry> {
    sqlx::query_as(
        "SELECT actor_id, organisation_id, before, after FROM audit_event WHERE kind = $1 ORDER BY id",
    )
    .bind(kind)
    .fetch_all(&app.state.pool)
    .await
    .unwrap()
}
