//! Experiences that staff write down for their own trainees: they appear once their person accepts them.

use std::collections::BTreeMap;

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::catalog::{Catalog, CatalogSnapshot};
use crate::events::Event;
use crate::ids::{ExperienceId, OrganisationId, PersonId};
use crate::orgs::{active_name, membership};
use crate::passport::mails;
use crate::passport::model::experience::rows::{self, Row};
use crate::passport::policy;
use crate::passport::store::experience::own::{self as experiences, MOST_EXPERIENCES, Worded};
use crate::passport::store::experience::proposed::{self, Proposal};
use crate::passport::store::told;
use crate::platform::db::{Tx, audit};
use crate::platform::http::{Error, FieldError, Json, Path, Problems, Result};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// A table of experiences.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeExperiences {
    /// The table as text: headings `e-mail`, `intitulé`, `début` (needed), `fin`, `organisme`, `lieu`, `description`, `compétences` (`103091:3 107405:2`);
    /// 500 rows at most.
    csv: String,
    /// True: nothing is written, and the answer says what would be.
    #[serde(default)]
    dry_run: bool,
}

/// What a table made, or would make.
#[derive(Serialize, ToSchema)]
pub struct ProposedExperiences {
    /// How many experiences.
    experiences: usize,
    /// Of how many people.
    people: usize,
    dry_run: bool,
}

/// Proposes experiences to trainees of the organisation, from one table, all of them or none. Each is seen by its person
/// alone, who declares it, or deletes it; until then it counts nowhere.
#[utoipa::path(post, path = "/organisations/{id}/experience-proposals", tag = "passport",
    params(("id" = OrganisationId, Path)), request_body = ProposeExperiences,
    responses((status = 200, body = ProposedExperiences), Problems))]
pub async fn propose_experiences(
    State(state): State<AppState>,
    actor: Actor,
    Path(organisation): Path<OrganisationId>,
    Json(body): Json<ProposeExperiences>,
) -> Result<Json<ProposedExperiences>> {
    let mut tx = state.pool.begin().await?;
    policy::may_run(membership(&mut *tx, organisation, actor.person).await?)?;
    let rows = rows::read(&body.csv, state.clock.today()).map_err(Error::Invalid)?;
    let catalog = state.part::<Catalog>().snapshot();
    let emails: Vec<String> = rows.iter().map(|row| row.email.clone()).collect();
    let people: BTreeMap<String, PersonId> =
        proposed::trainees(&mut tx, organisation, &emails).await?.into_iter().collect();
    ensure_sound(&mut tx, &rows, &people, &catalog).await?;
    let told = ProposedExperiences { experiences: rows.len(), people: people.len(), dry_run: body.dry_run };
    if !body.dry_run {
        let name = active_name(&mut *tx, organisation).await?.ok_or_else(Error::not_found)?;
        for row in &rows {
            if let Some(person) = people.get(&row.email) {
                write(&mut tx, &state, (actor, organisation, name.as_str()), (*person, row), &catalog)
                    .await?;
            }
        }
        for person in people.values() {
            let count = rows.iter().filter(|row| people.get(&row.email) == Some(person)).count();
            tell(&mut tx, &state, *person, (name.as_str(), count)).await?;
        }
        tx.commit().await?;
    }
    Ok(Json(told))
}

/// Everybody is a trainee here and has room; every skill is known.
async fn ensure_sound(
    tx: &mut Tx<'_>,
    rows: &[Row],
    people: &BTreeMap<String, PersonId>,
    catalog: &CatalogSnapshot,
) -> Result<()> {
    let mut faults = Vec::new();
    for row in rows {
        let at = |column: &str| format!("/csv/lines/{}/{column}", row.line);
        if !people.contains_key(&row.email) {
            let message = "Cette personne n’est pas stagiaire de l’organisme.";
            faults.push(FieldError::new(at("e-mail"), "not_a_trainee", message));
        }
        if row.claims.iter().any(|(code, _)| catalog.skill(*code).is_none_or(|card| !card.is_active)) {
            let message = "Une compétence n’existe pas au référentiel.";
            faults.push(FieldError::new(at("compétences"), "unknown_skill", message));
        }
    }
    let mut ordered: Vec<PersonId> = people.values().copied().collect();
    // Locked in one order, so that no two tables wait for each other.
    ordered.sort_unstable();
    for person in ordered {
        let coming = rows.iter().filter(|row| people.get(&row.email) == Some(&person));
        let count = experiences::count(tx, person).await? + coming.clone().count() as i64;
        if count > MOST_EXPERIENCES {
            let message = "Le carnet de cette personne ne peut plus en recevoir autant.";
            let line = coming.map(|row| row.line).next().unwrap_or_default();
            faults.push(FieldError::new(format!("/csv/lines/{line}/e-mail"), "too_many", message));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

async fn write(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, organisation, name): (Actor, OrganisationId, &str),
    (person, row): (PersonId, &Row),
    catalog: &CatalogSnapshot,
) -> Result<()> {
    let id: ExperienceId = state.ids.ordered();
    let now = state.clock.now();
    proposed::insert(tx, &Proposal { id, person, organisation: (organisation, name), row, at: now }).await?;
    let release = catalog.release().map_or(0, |card| card.release.version);
    let claims: Vec<_> = row
        .claims
        .iter()
        .filter_map(|(code, level)| {
            let label = catalog.skill(*code)?.skill.label.clone();
            Some((Worded { code: *code, label, release }, i16::from(level.get())))
        })
        .collect();
    experiences::set_claims(tx, id, &claims).await?;
    let entry = audit::Entry::new(Event::ExperienceProposed, now, "experience", id.0);
    let entry = entry.by(actor.person).within(organisation).change(None, json!({ "status": "proposed" }));
    audit::record(tx, &state.ids, entry).await?;
    Ok(())
}

async fn tell(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    (organisation, count): (&str, usize),
) -> Result<()> {
    let Some(to) = told::person(&mut **tx, person).await? else { return Ok(()) };
    let context = context! { first_name => to.first_name, organisation => organisation, count => count };
    mail::send(tx, state, Mail { to: &to.email, template: &mails::EXPERIENCES_PROPOSED, context }).await
}
