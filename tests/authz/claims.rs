//! Organisations that claim an establishment, and those it was taken from: each request about one of its own, for two
//! organisations cannot claim the same.

use std::collections::HashMap;

use carnet::ids::{OrganisationId, PersonId};
use parking_lot::Mutex;

use super::world::World;
use crate::support::companies::{SIRET, drawn_siret};
use crate::support::users::User;

/// The SIRET that the request of each person is about.
#[derive(Default)]
pub struct Claims(Mutex<HashMap<Option<PersonId>, String>>);

/// The word's meaning for whoever asks; none when it is no word of claims.
pub async fn target(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    let who = user.map(|user| user.id);
    let organisation = match word {
        "claiming_org" => organisation(world, "Usurpatrice", CLAIMING).await,
        "robbed_org" => organisation(world, "Démasquée", ROBBED).await,
        "claimed_siret" => {
            return Some(world.claims.0.lock().get(&who).map_or(SIRET, String::as_str).to_owned());
        }
        _ => return None,
    };
    world.claims.0.lock().insert(who, claimed(organisation));
    Some(organisation.to_string())
}

const CLAIMING: &str = "UPDATE organisation SET siret = $2 WHERE id = $1";
const ROBBED: &str =
    "INSERT INTO organisation_withdrawn_siret (organisation_id, siret, withdrawn_at) VALUES ($1, $2, now())";

fn claimed(organisation: OrganisationId) -> String {
    drawn_siret(organisation.0.as_u128())
}

async fn organisation(world: &World, name: &str, statement: &'static str) -> OrganisationId {
    let organisation = world.app.organisation(name).await.id;
    let written = sqlx::query(statement).bind(organisation).bind(claimed(organisation));
    written.execute(&world.app.state.pool).await.unwrap();
    organisation
}
