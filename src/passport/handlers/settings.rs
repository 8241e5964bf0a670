//! How an organisation reads its levels, validates and answers.

use std::collections::BTreeMap;

use axum::extract::State;
use carnet_index::SkillCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::super::model::cell::Rule;
use super::super::policy;
use super::super::store::settings::{self, Settings};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::ids::OrganisationId;
use crate::orgs::membership;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::versions::ensure_current;
use crate::platform::http::{FieldError, Fields, IfMatch, Json, Path, Problems, Result, Versioned};
use crate::platform::state::AppState;

/// Most skills that must be renewed.
const MOST_VALIDITIES: usize = 500;

/// The choices of an organisation.
#[derive(Serialize, ToSchema)]
pub struct PassportSettings {
    /// Raised by every write; 0 before the first.
    version: i32,
    /// Which of its standing entries is its current level of a skill. The search always takes the highest.
    level_rule: Rule,
    /// Whether what is written in a session counts only once a second person has confirmed it.
    two_people: bool,
    /// Within how many days it answers a person who answered an entry.
    reply_days: i16,
    /// Skills whose validation must be renewed, by code.
    validities: Vec<Validity>,
}

/// A skill whose validation must be renewed.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SkillValidity)]
struct Validity {
    /// Its code.
    skill: String,
    /// After how many months, 1 to 120.
    #[schema(minimum = 1, maximum = 120)]
    months: i16,
}

/// The same, to be written.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PassportSettingsDraft {
    level_rule: Rule,
    two_people: bool,
    /// 1 to 90.
    #[schema(minimum = 1, maximum = 90)]
    reply_days: i16,
    /// 500 at most, each skill once. Entries that are written keep their end.
    validities: Vec<Validity>,
}

impl From<&Settings> for PassportSettings {
    fn from(settings: &Settings) -> Self {
        let validity =
            |(code, months): (&SkillCode, &i16)| Validity { skill: code.to_string(), months: *months };
        Self {
            version: settings.version,
            level_rule: settings.rule,
            two_people: settings.two_people,
            reply_days: settings.reply_days,
            validities: settings.validities.iter().map(validity).collect(),
        }
    }
}

/// Shows how the organisation reads its levels, validates and answers.
#[utoipa::path(get, path = "/organisations/{id}/passport-settings", tag = "passport",
    params(("id" = OrganisationId, Path)), responses((status = 200, body = PassportSettings), Problems))]
pub async fn get_passport_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
) -> Result<Versioned<PassportSettings>> {
    let mut tx = state.pool.begin().await?;
    policy::may_oversee(membership(&mut *tx, organisation, actor.person).await?)?;
    let settings = settings::read(&mut tx, organisation).await?;
    tx.commit().await?;
    Ok(Versioned(settings.version, PassportSettings::from(&settings)))
}

/// Says how the organisation reads its levels, validates and answers. What is written stays as it is, and so does the search.
#[utoipa::path(put, path = "/organisations/{id}/passport-settings", tag = "passport",
    params(("id" = OrganisationId, Path),
           ("If-Match" = String, Header, description = "The version that was read, in quotes; \"0\" before the first")),
    request_body = PassportSettingsDraft, responses((status = 200, body = PassportSettings), Problems))]
pub async fn update_passport_settings(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    if_match: IfMatch,
    Json(draft): Json<PassportSettingsDraft>,
) -> Result<Versioned<PassportSettings>> {
    let mut tx = state.pool.begin().await?;
    policy::may_run(membership(&mut *tx, organisation, actor.person).await?)?;
    settings::lock(&mut tx, organisation).await?;
    let before = settings::read(&mut tx, organisation).await?;
    ensure_current(if_match.version()?, before.version, &PassportSettings::from(&before))?;
    let after = parse(&draft, &state.part::<Catalog>().snapshot(), before.version + 1)?;
    settings::write(&mut tx, organisation, &after).await?;
    let told = |settings: &Settings| json!({ "level_rule": settings.rule, "two_people": settings.two_people, "reply_days": settings.reply_days });
    let entry = Entry::new(Event::PassportSettingsChanged, state.clock.now(), "organisation", organisation.0);
    let entry = entry.by(actor.person).within(organisation).change(told(&before), told(&after));
    audit::record(&mut tx, &state.ids, entry).await?;
    tx.commit().await?;
    Ok(Versioned(after.version, PassportSettings::from(&after)))
}

fn parse(draft: &PassportSettingsDraft, catalog: &CatalogSnapshot, version: i32) -> Result<Settings> {
    let mut fields = Fields::default();
    if !(1..=90).contains(&draft.reply_days) {
        fields.push(FieldError::new("/reply_days", "out_of_range", "Entre 1 et 90 jours."));
    }
    if draft.validities.len() > MOST_VALIDITIES {
        let message = format!("{MOST_VALIDITIES} compétences au plus.");
        fields.push(FieldError::new("/validities", "too_many", message));
    }
    let mut validities = BTreeMap::new();
    for (place, validity) in draft.validities.iter().enumerate() {
        let at = format!("/validities/{place}");
        let code: Option<SkillCode> =
            validity.skill.parse().ok().filter(|code| catalog.skill(*code).is_some());
        if !(1..=120).contains(&validity.months) {
            fields.push(FieldError::new(format!("{at}/months"), "out_of_range", "Entre 1 et 120 mois."));
        }
        match code {
            None => {
                let message = "Cette compétence n’existe pas au référentiel.";
                fields.push(FieldError::new(format!("{at}/skill"), "unknown_skill", message));
            }
            Some(code) if validities.insert(code, validity.months).is_some() => {
                let message = "Cette compétence est donnée deux fois.";
                fields.push(FieldError::new(format!("{at}/skill"), "duplicate", message));
            }
            Some(_) => {}
        }
    }
    fields.finish()?;
    Ok(Settings {
        version,
        rule: draft.level_rule,
        two_people: draft.two_people,
        reply_days: draft.reply_days,
        validities,
    })
}
