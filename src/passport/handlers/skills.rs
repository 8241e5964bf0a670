//! One's own skills: listed with their history, declared, withdrawn.

use axum::extract::State;
use axum::http::StatusCode;
use carnet_index::{Level, SkillCode};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::super::model::draft::{MOST_DECLARED, declared_level};
use super::super::store::{declared, experience, history};
use super::views::{MySkill, Names, Passport};
use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::ids::PersonId;
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Code, Error, Json, Page, Path, Problems, Query, Result};
use crate::platform::search::Search;
use crate::platform::state::AppState;

/// A level to declare.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareSkill {
    /// 1 notions, 2 guided, 3 autonomous, 4 expert.
    #[schema(minimum = 1, maximum = 4)]
    level: i64,
}

/// How to read one's skills.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListMySkills {
    /// With the names of today (the default), or with those each skill was last written with.
    #[serde(default)]
    #[param(inline)]
    names: Names,
}

/// Every skill of the caller's passport: what they declare, what was validated, and what counts in the search.
///
/// Whichever names are asked for, each entry bears those it was written with and its release, and each skill what the
/// catalogue of today says otherwise.
#[utoipa::path(get, path = "/me/skills", tag = "passport", params(ListMySkills),
    responses((status = 200, body = Page<MySkill>), Problems))]
pub async fn list_my_skills(
    State(state): State<AppState>,
    actor: Actor,
    Query(query): Query<ListMySkills>,
) -> Result<Json<Page<MySkill>>> {
    let catalog = state.part::<Catalog>().snapshot();
    let passport = passport(&state, actor.person).await?;
    Ok(Json(Page::whole(passport.draw(&catalog, query.names, state.clock.today()))))
}

/// Declares a skill, or changes the level declared. A skill that left the catalogue cannot be newly declared.
#[utoipa::path(put, path = "/me/skills/{code}", tag = "passport",
    params(("code" = String, Path, description = "Code of the skill")), request_body = DeclareSkill,
    responses((status = 200, body = MySkill), Problems))]
pub async fn declare_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path(code): Path<String>,
    Json(body): Json<DeclareSkill>,
) -> Result<Json<MySkill>> {
    let level = declared_level(body.level).map_err(|fault| Error::Invalid(vec![fault]))?;
    let catalog = state.part::<Catalog>().snapshot();
    let code = known_skill(&catalog, &code)?;
    let mut tx = state.pool.begin().await?;
    declare(&mut tx, &state, actor, &catalog, (code, level)).await?;
    tx.commit().await?;
    let passport = passport(&state, actor.person).await?;
    Ok(Json(passport.draw_one(code, &catalog, Names::Today, state.clock.today())))
}

/// Withdraws a declaration. Validations stay: they are the organisations' word.
#[utoipa::path(delete, path = "/me/skills/{code}", tag = "passport",
    params(("code" = String, Path, description = "Code of the skill")),
    responses((status = 204), Problems))]
pub async fn withdraw_skill(
    State(state): State<AppState>,
    actor: Actor,
    Path(code): Path<String>,
) -> Result<StatusCode> {
    let code: SkillCode = code.parse().map_err(|_| Error::not_found())?;
    let mut tx = state.pool.begin().await?;
    let (before, _) = declared::lock(&mut tx, actor.person, code).await?;
    if !declared::withdraw(&mut tx, actor.person, code).await? {
        return Err(Error::not_found());
    }
    let change = (before.map(|level| entry(code, level)), None);
    record(&mut tx, &state, actor, Event::SkillWithdrawn, change).await?;
    dirty::mark(&mut tx, &[actor.profile], Urgency::Now, state.clock.now()).await?;
    tx.commit().await?;
    state.part::<Search>().settle(&state.pool).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn passport(state: &AppState, person: PersonId) -> Result<Passport> {
    let declared = declared::list(&state.pool, person).await?;
    let history = history::of_person(&state.pool, person).await?;
    let claims = experience::claims::said(&state.pool, person, state.clock.today()).await?;
    Ok(Passport::new(declared, history).with_claims(claims))
}

/// The skill a path names; the catalogue knows it, active or retired.
fn known_skill(catalog: &CatalogSnapshot, text: &str) -> Result<SkillCode> {
    text.parse().ok().filter(|code| catalog.skill(*code).is_some()).ok_or_else(Error::not_found)
}

async fn declare(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    catalog: &CatalogSnapshot,
    (code, level): (SkillCode, Level),
) -> Result<()> {
    let card = catalog.skill(code).ok_or_else(Error::not_found)?;
    let (before, count) = declared::lock(tx, actor.person, code).await?;
    match before {
        Some(before) if before == level => return Ok(()),
        None if !card.is_active => return Err(Code::SkillRetired.into()),
        None if count >= MOST_DECLARED => return Err(Code::TooManySkills.into()),
        _ => {}
    }
    let release = catalog.release().map_or(0, |card| card.release.version);
    let named = declared::Named { code, label: &card.skill.label, release };
    declared::declare(tx, actor.person, named, level, state.clock.now()).await?;
    let change = (before.map(|before| entry(code, before)), Some(entry(code, level)));
    record(tx, state, actor, Event::SkillDeclared, change).await?;
    dirty::mark(tx, &[actor.profile], Urgency::Soon, state.clock.now()).await?;
    Ok(())
}

async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    event: Event,
    (before, after): (Option<Value>, Option<Value>),
) -> Result<()> {
    let person: Uuid = actor.person.0;
    let entry = audit::Entry::new(event, state.clock.now(), "person", person).by(actor.person);
    audit::record(tx, &state.ids, entry.change(before, after)).await?;
    Ok(())
}

fn entry(code: SkillCode, level: Level) -> Value {
    json!({ "skill": code.to_string(), "level": level.get() })
}
