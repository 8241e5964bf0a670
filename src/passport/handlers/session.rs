//! A session as its grid of validations is drawn and written from.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use carnet_index::{Level, RomeCode, SkillCode};
use serde::Deserialize;

use super::super::model::batch::Column;
use super::super::model::cell::CellEntry;
use super::super::policy;
use super::super::store::cells::{self, Place};
use super::super::store::quizzes::{self, Proposed};
use super::super::store::settings::{self, Settings};
use crate::actor::Actor;
use crate::ids::{GridId, OrganisationId, PersonId, TrainingSessionId};
use crate::orgs::{GridStep, grid_steps};
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result};
use crate::sessions::{self, Participant, SessionCard, Standing};
use crate::trainings::{SkillRef, revision_content};

/// A session, as paths name it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfSession {
    /// The organisation.
    pub id: OrganisationId,
    /// The session.
    pub session_id: TrainingSessionId,
}

/// Who may do what with a session's grid.
pub type Rule = fn(Option<Standing>) -> Result<()>;

/// The session, for somebody this rule admits, in a state in which people are evaluated.
pub async fn admit(
    tx: &mut Tx<'_>,
    actor: Actor,
    of: OfSession,
    rule: Rule,
) -> Result<(SessionCard, Standing)> {
    let standing = sessions::standing(&mut **tx, of.id, of.session_id, actor.person).await?;
    rule(standing)?;
    let standing = standing.ok_or_else(Error::not_found)?;
    let card = sessions::session_card(&mut **tx, of.id, of.session_id).await?.ok_or_else(Error::not_found)?;
    policy::ensure_evaluates(card.status)?;
    Ok((card, standing))
}

/// Everything the grid of a session is drawn and checked from.
pub struct Loaded {
    /// What the organisation chose.
    pub settings: Settings,
    /// The programme.
    pub columns: Vec<Column>,
    /// The jobs of the training.
    pub jobs: Vec<RomeCode>,
    /// Participants with an account, by name.
    pub people: Vec<(PersonId, Participant)>,
    /// What the organisation wrote, newest first.
    pub entries: HashMap<Place, Vec<CellEntry>>,
    /// What people declare.
    pub declared: HashMap<Place, Level>,
    /// Where a proposal waits for a second person.
    pub waiting: HashSet<Place>,
    /// What quizzes propose.
    pub proposed: Vec<Proposed>,
}

/// Reads a session, with these skills beside those of its programme.
pub async fn load(tx: &mut Tx<'_>, card: &SessionCard, beside: &[SkillCode]) -> Result<Loaded> {
    let content = revision_content(tx, card.training, card.revision).await?.ok_or_else(Error::not_found)?;
    let mut columns = Vec::with_capacity(content.skills.len());
    let mut read: HashMap<(GridId, i32), Vec<GridStep>> = HashMap::new();
    for line in content.skills {
        let steps = match line.levels.scale.grid() {
            None => Vec::new(),
            Some(key) => {
                if let Entry::Vacant(place) = read.entry(key) {
                    place.insert(grid_steps(&mut **tx, card.organisation, key.0, Some(key.1)).await?);
                }
                read.get(&key).cloned().unwrap_or_default()
            }
        };
        let code = match line.skill {
            SkillRef::Catalog(code) => Some(code),
            SkillRef::Own(_) => line.linked,
        };
        columns.push(Column { skill: line.skill, code, label: line.label, levels: line.levels, steps });
    }
    let participants = sessions::participants(&mut **tx, card.id).await?;
    let people: Vec<_> =
        participants.into_iter().filter_map(|participant| Some((participant.person?, participant))).collect();
    let ids: Vec<PersonId> = people.iter().map(|(person, _)| *person).collect();
    let mut skills: Vec<SkillCode> = columns.iter().filter_map(|column| column.code).collect();
    skills.extend(beside);
    Ok(Loaded {
        settings: settings::read(tx, card.organisation).await?,
        columns,
        jobs: content.jobs.iter().map(|job| job.code).collect(),
        entries: cells::entries(&mut **tx, card.organisation, &ids, &skills).await?,
        declared: cells::declared(&mut **tx, &ids, &skills).await?,
        waiting: cells::waiting(&mut **tx, card.organisation, &ids).await?,
        proposed: quizzes::proposed(tx, card.id).await?,
        people,
    })
}
