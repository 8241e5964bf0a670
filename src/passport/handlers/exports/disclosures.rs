//! One skill, proved without the rest.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use carnet_index::SkillCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::events::Event;
use crate::passport::model::export::{Audience, Choice, Claim, Disclosure};
use crate::passport::store::exports::log::{self, LogKind};
use crate::passport::store::exports::{dossier, issue_now};
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::{Error, Json, Problems, Result};
use crate::platform::state::AppState;

/// What to prove.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePassportDisclosure {
    /// Code of the skill.
    skill: String,
    /// That it is validated at this level or a higher one, 1 to 4; null: that it is validated, whatever the level.
    at_least: Option<u8>,
}

/// Proves that one skill is validated, at a level or a higher one, without saying anything of the rest of the passport: neither
/// the level that was reached, nor by whom, nor what else there is.
///
/// 422 `not_validated` at `/skill` or `/at_least` where it is not so. The answer is the file to hand on, byte for byte.
#[utoipa::path(post, path = "/me/passport/disclosures", tag = "passport", request_body = CreatePassportDisclosure,
    responses((status = 201, body = Disclosure), Problems))]
pub async fn create_passport_disclosure(
    State(state): State<AppState>,
    actor: Actor,
    Json(body): Json<CreatePassportDisclosure>,
) -> Result<(StatusCode, HeaderMap, String)> {
    let skill: SkillCode = body
        .skill
        .parse()
        .map_err(|_| Error::field("/skill", "unknown_skill", "Ce code n’est pas celui d’une compétence."))?;
    if body.at_least.is_some_and(|level| !(1..=4).contains(&level)) {
        return Err(Error::field("/at_least", "out_of_range", "Un niveau va de 1 à 4."));
    }
    // Of this skill alone: whether the proof still holds then depends on nothing else.
    let choice = Choice { skills: [skill].into(), audience: Audience::Recruiter, ..Choice::whole() };
    let dossier = dossier(&state, actor.person, &choice).await?;
    let proved = Disclosure::of(&dossier.passport.disclosures, |claim| match (claim, body.at_least) {
        (Claim::SkillAtLeast { level, .. }, Some(wanted)) => *level == wanted,
        (Claim::SkillValidated { .. }, None) => true,
        _ => false,
    })?;
    let pointer = if body.at_least.is_some() { "/at_least" } else { "/skill" };
    let missing = || Error::field(pointer, "not_validated", "Votre carnet ne le prouve pas aujourd’hui.");
    let proved = proved.ok_or_else(missing)?;
    let mut tx = state.pool.begin().await?;
    issue_now(&mut tx, &state, actor.person, &dossier).await?;
    let scope =
        json!({ "skill": skill.to_string(), "at_least": body.at_least, "number": proved.head.number });
    log::add(&mut tx, &state, actor.person, LogKind::ClaimDisclosed, (None, scope)).await?;
    let entry = Entry::new(Event::PassportClaimDisclosed, state.clock.now(), "person", actor.person.0);
    audit::record(&mut tx, &state.ids, entry.by(actor.person)).await?;
    tx.commit().await?;
    let name = format!("attachment; filename=\"carnet-preuve-{}.json\"", proved.head.number);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_DISPOSITION, HeaderValue::try_from(name).map_err(anyhow::Error::from)?);
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    Ok((StatusCode::CREATED, headers, proved.to_text()?))
}
