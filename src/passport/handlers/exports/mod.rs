//! What leaves a passport, by its person's will alone: exports, single claims, badges, links; and what comes in from elsewhere.

mod badges;
mod disclosures;
mod imports;
mod intake;
mod issuers;
mod public;
mod requests;
mod shared;
mod shares;
pub mod shown;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::model::export::{Audience, Choice, Scope};
use crate::platform::http::{Error, Operations, Result, routes};
use crate::platform::seal::{PublicKey, SealKey, published_keys};
use crate::platform::state::AppState;

/// The operations on exports, shares and imports.
pub fn routes() -> Operations {
    Operations::new()
        .routes(routes!(requests::create_passport_export, requests::list_passport_exports))
        .routes(routes!(requests::get_passport_export, requests::delete_passport_export))
        .routes(routes!(requests::get_passport_export_file))
        .routes(routes!(requests::list_passport_log))
        .routes(routes!(disclosures::create_passport_disclosure))
        .routes(routes!(badges::create_badge))
        .routes(routes!(badges::get_status_list))
        .routes(routes!(issuers::get_badge_issuer))
        .routes(routes!(shares::create_passport_share, shares::list_passport_shares))
        .routes(routes!(shares::revoke_passport_share))
        .routes(routes!(shared::view_passport_share))
        .routes(routes!(shared::open_shared_proof))
        .routes(routes!(public::check_passport))
        .routes(routes!(public::check_passport_file))
        .routes(routes!(imports::import_passport, imports::list_passport_imports))
        .routes(routes!(imports::delete_passport_import))
}

/// What of the passport: all of it, unless skills or days are named.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = PassportChoice)]
pub struct Chosen {
    /// Codes of skills, 300 at most; null: all of them.
    pub skills: Option<Vec<String>>,
    /// From this day on (Europe/Paris).
    pub from: Option<NaiveDate>,
    /// Through this day.
    pub to: Option<NaiveDate>,
    /// Whether the files of proofs go with it.
    pub with_proofs: bool,
    /// Whether the person's address is in it.
    pub with_contact: bool,
    /// For whom: it is printed, and others than the holder are not shown what is kept between the holder and organisations.
    pub audience: Option<Audience>,
}

impl Chosen {
    /// The choice, for this audience where none is named; faults are told below `/content`.
    fn parse(&self, otherwise: Audience) -> Result<Choice> {
        let whole = Choice {
            with_proofs: self.with_proofs,
            with_contact: self.with_contact,
            audience: self.audience.unwrap_or(otherwise),
            ..Choice::whole()
        };
        whole.of(self.skills.as_deref(), (self.from, self.to)).map_err(|mut faults| {
            for fault in &mut faults {
                fault.pointer.insert_str(0, "/content");
            }
            Error::Invalid(faults)
        })
    }
}

impl From<&Choice> for Chosen {
    fn from(choice: &Choice) -> Self {
        let Scope { skills, from, to, with_proofs, with_contact, audience, .. } = choice.scope();
        let skills = Some(skills).filter(|skills| !skills.is_empty());
        Self { skills, from, to, with_proofs, with_contact, audience: Some(audience) }
    }
}

/// The keys that verify what this platform sealed: the present one, and every one before it.
async fn own_keys(state: &AppState) -> Result<Vec<PublicKey>> {
    let mut keys = published_keys(&state.pool).await?;
    let present = state.part::<SealKey>().public();
    if !keys.contains(present) {
        keys.push(present.clone());
    }
    Ok(keys)
}
