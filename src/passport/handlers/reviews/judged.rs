//! What is thought of proofs and skills, as it is sent and as it is read.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::catalog::CatalogSnapshot;
use crate::ids::{GridId, OrganisationId};
use crate::orgs::{GridStep, grid_step};
use crate::passport::handlers::validations::named;
use crate::passport::model::draft::skill_code;
use crate::passport::model::experience::review::{Authenticity, MOST_VERDICTS, Verdict, check_coverage};
use crate::passport::store::declared::{Named, level};
use crate::passport::store::experience::own::Claim as Claimed;
use crate::platform::db::Tx;
use crate::platform::http::{FieldError, Fields, Result, texts};

/// What is thought of the proofs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExperienceProofsDraft)]
pub struct ProofsDraft {
    /// Whether they are authentic.
    pub judgement: Authenticity,
    /// Why, 1000 characters at most; needed unless they are authentic.
    #[serde(default)]
    reason: Option<String>,
}

/// What is thought of one skill.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExperienceVerdictDraft)]
pub struct VerdictDraft {
    /// Code of the skill: one that is claimed, or one more.
    skill: String,
    /// A grid of the organisation, with `step`: attested. Without both: not attested.
    #[serde(default)]
    grid_id: Option<GridId>,
    /// Place of the step reached, counted from 0; one that means acquired.
    #[serde(default)]
    step: Option<i16>,
    /// Why, 1000 characters at most; needed where it is not attested.
    #[serde(default)]
    reason: Option<String>,
}

/// A skill that was judged.
pub struct Judged<'a> {
    /// The skill.
    pub skill: Named<'a>,
    /// At which level it is claimed, if it is.
    pub claimed: Option<i16>,
    /// What was made of it.
    pub verdict: Verdict,
    /// The step that is attested.
    pub step: Option<GridStep>,
    /// Why it is refused, or otherwise than claimed.
    pub reason: Option<String>,
}

impl<'a> Judged<'a> {
    /// A claim of which nothing is attested.
    pub fn refused(claim: &'a Claimed) -> Self {
        Self {
            skill: Named { code: claim.skill, label: &claim.label, release: claim.release },
            claimed: Some(claim.level),
            verdict: Verdict::Refused,
            step: None,
            reason: None,
        }
    }
}

fn reason(
    pointer: &str,
    text: Option<&str>,
    is_needed: bool,
) -> std::result::Result<Option<String>, FieldError> {
    let shortest = usize::from(is_needed);
    let text = texts::paragraphs(pointer, text.unwrap_or_default(), shortest..=1000)?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

impl ProofsDraft {
    /// Why, where that is needed or given.
    pub fn reason(&self, fields: &mut Fields) -> Option<String> {
        let is_needed = self.judgement != Authenticity::Authentic;
        fields.check(reason("/proofs/reason", self.reason.as_deref(), is_needed)).flatten()
    }
}

/// What is written to the person; empty is nothing.
pub fn text_of(text: Option<&str>, fields: &mut Fields) -> Option<String> {
    let text = fields.check(texts::paragraphs("/text", text.unwrap_or_default(), 0..=2000));
    text.filter(|text| !text.is_empty())
}

/// Reads what is thought of each skill, against the catalogue, the claims and the organisation's grids.
pub async fn judge<'a>(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (drafts, claims): (&[VerdictDraft], &[Claimed]),
    catalog: &'a CatalogSnapshot,
    fields: &mut Fields,
) -> Result<Vec<Judged<'a>>> {
    if drafts.len() > MOST_VERDICTS {
        let message = format!("{MOST_VERDICTS} compétences au plus.");
        fields.push(FieldError::new("/skills", "too_many", message));
        return Ok(Vec::new());
    }
    let mut judged = Vec::with_capacity(drafts.len());
    for (place, draft) in drafts.iter().enumerate() {
        let at =
            |fault: FieldError| FieldError { pointer: format!("/skills/{place}{}", fault.pointer), ..fault };
        let skill = fields.check(skill_code(&draft.skill).and_then(|code| named(catalog, code)).map_err(at));
        let step = fields.check(step(tx, organisation, draft).await?.map_err(at));
        let is_refused = draft.grid_id.is_none() && draft.step.is_none();
        let reason = fields.check(reason("/reason", draft.reason.as_deref(), is_refused).map_err(at));
        if let (Some(skill), Some(step), Some(reason)) = (skill, step, reason) {
            let claimed = claims.iter().find(|claim| claim.skill == skill.code).map(|claim| claim.level);
            let reached = step.as_ref().map(|step| step.common_level);
            let verdict = match reached {
                None => Verdict::Refused,
                Some(reached) => Verdict::of(claimed.and_then(level), reached),
            };
            if verdict == Verdict::Refused && claimed.is_none() {
                let message = "Cette compétence n’est pas revendiquée\u{a0}: il n’y a rien à refuser.";
                fields.push(at(FieldError::new("/skill", "not_claimed", message)));
            }
            judged.push(Judged { skill, claimed, verdict, step, reason });
        }
    }
    if judged.len() == drafts.len() {
        let claimed: Vec<_> = claims.iter().map(|claim| claim.skill).collect();
        let codes: Vec<_> = judged.iter().map(|one| one.skill.code).collect();
        fields.check(check_coverage(&claimed, &codes));
    }
    Ok(judged)
}

/// The step a draft names; none where it names none.
async fn step(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    draft: &VerdictDraft,
) -> Result<std::result::Result<Option<GridStep>, FieldError>> {
    let (grid, position) = match (draft.grid_id, draft.step) {
        (None, None) => return Ok(Ok(None)),
        (Some(grid), Some(position)) => (grid, position),
        (None, Some(_)) => return Ok(Err(FieldError::new("/grid_id", "required", "Indiquez la grille."))),
        (Some(_), None) => return Ok(Err(FieldError::new("/step", "required", "Indiquez l’échelon."))),
    };
    Ok(match grid_step(&mut **tx, organisation, grid, position).await? {
        Some(step) if step.passing => Ok(Some(step)),
        Some(_) => {
            let message = "Cet échelon ne signifie pas «\u{a0}acquis\u{a0}»\u{a0}: refusez la compétence.";
            Err(FieldError::new("/step", "not_passing", message))
        }
        None => {
            let message = "Cette grille de l’organisme n’a pas cet échelon.";
            Err(FieldError::new("/step", "unknown_step", message))
        }
    })
}
