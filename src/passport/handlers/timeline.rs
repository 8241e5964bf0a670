//! What happened in a passport, for its person and for the organisations that wrote in it.

use axum::extract::State;
use carnet_index::SkillCode;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::policy;
use super::super::store::cards;
use super::super::store::timeline::{self, Filter, Happened, Key, Kind};
use crate::actor::Actor;
use crate::ids::{OrganisationId, PersonId, ValidationId};
use crate::orgs::membership;
use crate::platform::http::{Error, Json, Page, PageParams, Path, Problems, Query, Result};
use crate::platform::state::AppState;

/// Which events.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListMyEntries {
    /// About the skill of this code only.
    skill: Option<String>,
    /// By this organisation only; what one declares is by none.
    organisation_id: Option<OrganisationId>,
    /// Of this kind only.
    #[param(inline)]
    kind: Option<Kind>,
    /// From this day on (Europe/Paris).
    from: Option<NaiveDate>,
    /// Through this day.
    to: Option<NaiveDate>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Which events an organisation reads.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPersonEntries {
    /// About the skill of this code only.
    skill: Option<String>,
    /// Of this kind only.
    #[param(inline)]
    kind: Option<Kind>,
    /// From this day on (Europe/Paris).
    from: Option<NaiveDate>,
    /// Through this day.
    to: Option<NaiveDate>,
    /// Rows per page, 1 to 100 (50 by default).
    limit: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Something that happened in a passport.
#[derive(Serialize, ToSchema)]
pub struct PassportEvent {
    at: DateTime<Utc>,
    kind: Kind,
    /// The entry that opens with its proof; null for what one declares.
    entry_id: Option<ValidationId>,
    /// Code of the skill.
    code: String,
    /// Its label that day.
    label: String,
    /// Null for what one declares.
    organisation_id: Option<OrganisationId>,
    /// As it was when the entry was written.
    organisation_name: Option<String>,
    /// What was found, in words.
    step_name: Option<String>,
    /// On the common scale; of a declaration, the level declared.
    common_level: Option<i16>,
    /// The comment, the reason, the reply or the answer.
    text: Option<String>,
}

impl From<Happened> for PassportEvent {
    fn from(happened: Happened) -> Self {
        Self {
            at: happened.at,
            kind: happened.kind,
            entry_id: happened.entry(),
            code: happened.skill().to_string(),
            label: happened.label,
            organisation_id: happened.organisation,
            organisation_name: happened.organisation_name,
            step_name: happened.step_name,
            common_level: happened.common_level,
            text: happened.text,
        }
    }
}

fn skill(text: Option<&str>) -> Result<Option<SkillCode>> {
    let parse = |text: &str| {
        text.parse().map_err(|_| {
            Error::field("/skill", "unknown_skill", "Cette compétence n’existe pas au référentiel.")
        })
    };
    text.map(parse).transpose()
}

/// What happened in one's own passport, newest first: entries and their ends, what one declares, replies and answers.
#[utoipa::path(get, path = "/me/passport/entries", tag = "passport", params(ListMyEntries),
    responses((status = 200, body = Page<PassportEvent>), Problems))]
pub async fn list_my_entries(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<ListMyEntries>,
) -> Result<Json<Page<PassportEvent>>> {
    let filter = Filter {
        skill: skill(query.skill.as_deref())?,
        organisation: query.organisation_id,
        kind: query.kind,
        from: query.from,
        to: query.to,
        before: None,
    };
    page(&state, actor.person, filter, &PageParams { limit: query.limit, cursor: query.cursor }).await
}

/// A person, as an organisation's paths name them.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfPerson {
    id: OrganisationId,
    person_id: PersonId,
}

/// What the organisation itself wrote in a person's passport, newest first, with what the person answered. Nothing of what
/// others wrote, and nothing of what the person declares. For those who run it, and the trainers of the person.
#[utoipa::path(get, path = "/organisations/{id}/people/{person_id}/passport", tag = "passport",
    params(("id" = OrganisationId, Path), ("person_id" = PersonId, Path), ListPersonEntries),
    responses((status = 200, body = Page<PassportEvent>), Problems))]
pub async fn list_person_entries(
    State(state): State<AppState>,
    actor: Actor,
    Path(of): Path<OfPerson>,
    Query(query): Query<ListPersonEntries>,
) -> Result<Json<Page<PassportEvent>>> {
    let member = membership(&state.pool, of.id, actor.person).await?;
    policy::may_read(member)?;
    let circle = cards::circle(&state.pool, of.id, (actor.person, of.person_id)).await?;
    policy::may_read_person(member, circle)?;
    let filter = Filter {
        skill: skill(query.skill.as_deref())?,
        organisation: Some(of.id),
        kind: query.kind,
        from: query.from,
        to: query.to,
        before: None,
    };
    page(&state, of.person_id, filter, &PageParams { limit: query.limit, cursor: query.cursor }).await
}

async fn page(
    state: &AppState,
    person: PersonId,
    filter: Filter,
    page: &PageParams,
) -> Result<Json<Page<PassportEvent>>> {
    let limit = page.limit()?;
    let before: Option<Key> = page.after()?;
    let filter = Filter { before, ..filter };
    let wanted = (state.clock.today(), i64::from(limit) + 1);
    let rows = timeline::of_person(&state.pool, person, &filter, wanted).await?;
    Ok(Json(Page::cut(rows, limit, Happened::key).map(PassportEvent::from)))
}
