//! Decisions: one judgement of the proofs, one of each skill, and what follows in the passport.

use axum::extract::State;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::judged::{Judged, ProofsDraft, VerdictDraft, judge, text_of};
use super::letters::{self, Decided};
use super::moves::record;
use super::queue::view;
use super::views::ReviewView;
use super::{Place, begin};
use crate::actor::Actor;
use crate::catalog::Catalog;
use crate::events::Event;
use crate::files::{self, Claim, Owner, Purpose};
use crate::ids::{ExperienceSubmissionId, FileId, OrganisationId, ValidationId};
use crate::orgs::active_name;
use crate::passport::model::chain::LinkKind;
use crate::passport::model::draft;
use crate::passport::model::experience::review::{Authenticity, Refusal, outcome};
use crate::passport::model::experience::status::{Step, Submission};
use crate::passport::model::level::Outcome;
use crate::passport::store::chain;
use crate::passport::store::declared::Named;
use crate::passport::store::entries::{self, Evidence, Ground, NewEntry, Origin};
use crate::passport::store::experience::own;
use crate::passport::store::experience::proofs;
use crate::passport::store::experience::review::{self, Decision, Locked};
use crate::passport::store::experience::submissions::{self, StepKind};
use crate::passport::store::experience::verdicts::{self, NewJudgement};
use crate::platform::db::Tx;
use crate::platform::http::{Code, FieldError, Fields, Json, Path, Problems, Result, texts};
use crate::platform::seal::hex;
use crate::platform::state::AppState;

/// A decision that attests something.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideExperience {
    proofs: ProofsDraft,
    /// Every claimed skill, and any other that the proofs show.
    skills: Vec<VerdictDraft>,
    /// To the person, 2000 characters at most.
    #[serde(default)]
    text: Option<String>,
    /// Last day on which the validations count; never after that of the experience. Null: as the experience.
    #[serde(default)]
    expires_on: Option<NaiveDate>,
    /// A staged file of the organisation (PDF, PNG or JPEG), for the person.
    #[serde(default)]
    file_id: Option<FileId>,
}

/// A decision that attests nothing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseExperience {
    proofs: ProofsDraft,
    refusal: Refusal,
    /// To the person, 3 to 2000 characters.
    text: String,
    /// A staged file of the organisation (PDF, PNG or JPEG), for the person.
    #[serde(default)]
    file_id: Option<FileId>,
}

/// Attests skills of an experience: each becomes a validation of the passport, by the organisation's grid, in the same
/// transaction. `validated` when every claim is attested as it is, `completed` otherwise. The person's words stay as they
/// are.
#[utoipa::path(post, path = "/organisations/{id}/experience-submissions/{submission_id}/decide", tag = "passport",
    params(("id" = OrganisationId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    request_body = DecideExperience, responses((status = 200, body = ReviewView), Problems))]
pub async fn decide_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(body): Json<DecideExperience>,
) -> Result<Json<ReviewView>> {
    let (mut tx, found) = begin(&state, actor, place).await?;
    found.status.after(Step::Complete)?;
    if found.expires_on.is_some_and(|last| last < state.clock.today()) {
        return Err(Code::ExperienceExpired.into());
    }
    let catalog = state.part::<Catalog>().snapshot();
    let claims = own::claims(&mut *tx, &[found.experience]).await?;
    let mut fields = Fields::default();
    let proofs_reason = body.proofs.reason(&mut fields);
    if body.proofs.judgement == Authenticity::NotAuthentic {
        let message = "Des pièces non authentiques n’attestent rien\u{a0}: refusez l’expérience.";
        fields.push(FieldError::new("/proofs/judgement", "not_authentic", message));
    }
    let text = text_of(body.text.as_deref(), &mut fields);
    let expires_on = fields.check(draft::expiry(body.expires_on, state.clock.today())).flatten();
    let judged =
        judge(&mut tx, place.id, (body.skills.as_slice(), claims.as_slice()), &catalog, &mut fields).await?;
    let made = outcome(&judged.iter().map(|one| one.verdict).collect::<Vec<_>>());
    if made.is_none() && judged.len() == body.skills.len() {
        let message = "Rien n’est attesté\u{a0}: refusez l’expérience, avec un motif.";
        fields.push(FieldError::new("/skills", "nothing_attested", message));
    }
    fields.finish()?;
    let status = found.status.after(made.unwrap_or(Step::Complete))?;
    claim(&mut tx, &state, actor, (place.id, body.file_id)).await?;
    let last = [expires_on, found.expires_on].into_iter().flatten().min();
    attest(&mut tx, &state, (actor, place), &found, (judged.as_slice(), last)).await?;
    let decision = Decision {
        status,
        proofs: body.proofs.judgement,
        proofs_reason: proofs_reason.as_deref(),
        refusal: None,
        text: text.as_deref(),
        file: body.file_id,
        by: actor.person,
        at: state.clock.now(),
    };
    conclude(&mut tx, &state, (actor, place), &found, (&decision, judged.as_slice())).await?;
    let after = view(&mut tx, &state, place).await?;
    tx.commit().await?;
    Ok(Json(after))
}

/// Refuses an experience, with a reason and in words: nothing is attested. It stays declared by its person.
#[utoipa::path(post, path = "/organisations/{id}/experience-submissions/{submission_id}/refuse", tag = "passport",
    params(("id" = OrganisationId, Path), ("submission_id" = ExperienceSubmissionId, Path)),
    request_body = RefuseExperience, responses((status = 200, body = ReviewView), Problems))]
pub async fn refuse_experience(
    State(state): State<AppState>,
    actor: Actor,
    Path(place): Path<Place>,
    Json(body): Json<RefuseExperience>,
) -> Result<Json<ReviewView>> {
    let (mut tx, found) = begin(&state, actor, place).await?;
    let status = found.status.after(Step::Refuse)?;
    let mut fields = Fields::default();
    let proofs_reason = body.proofs.reason(&mut fields);
    let is_false = body.proofs.judgement == Authenticity::NotAuthentic;
    if body.refusal == Refusal::NotAuthentic && !is_false {
        let message =
            "Ce motif dit que les pièces ne sont pas authentiques\u{a0}: l’avis sur les pièces aussi.";
        fields.push(FieldError::new("/proofs/judgement", "contradictory", message));
    }
    let text = fields.check(texts::paragraphs("/text", &body.text, 3..=2000));
    fields.finish()?;
    claim(&mut tx, &state, actor, (place.id, body.file_id)).await?;
    let claims = own::claims(&mut *tx, &[found.experience]).await?;
    let judged: Vec<Judged<'_>> = claims.iter().map(Judged::refused).collect();
    for one in &judged {
        write(&mut tx, &found, one, None).await?;
    }
    let decision = Decision {
        status,
        proofs: body.proofs.judgement,
        proofs_reason: proofs_reason.as_deref(),
        refusal: Some(body.refusal),
        text: text.as_deref(),
        file: body.file_id,
        by: actor.person,
        at: state.clock.now(),
    };
    conclude(&mut tx, &state, (actor, place), &found, (&decision, judged.as_slice())).await?;
    let after = view(&mut tx, &state, place).await?;
    tx.commit().await?;
    Ok(Json(after))
}

/// Takes the document that goes with a decision into use.
async fn claim(
    tx: &mut Tx<'_>,
    state: &AppState,
    actor: Actor,
    (organisation, file): (OrganisationId, Option<FileId>),
) -> Result<()> {
    if let Some(file) = file {
        let (purpose, owner) = (Purpose::PassportProof, Owner::Organisation(organisation));
        let claim = Claim { file, purpose, owner, by: actor.person, pointer: "/file_id" };
        files::claim(tx, state, &claim).await?;
    }
    Ok(())
}

/// Writes the validations, with the experience as what they rest on, and the judgements beside them.
async fn attest(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, place): (Actor, Place),
    found: &Locked,
    (judged, expires_on): (&[Judged<'_>], Option<NaiveDate>),
) -> Result<()> {
    let evidence = [Evidence { title: found.title.clone(), ground: Ground::Note(note(tx, found).await?) }];
    for one in judged {
        let validation = match &one.step {
            Some(step) => {
                let outcome = Outcome::step(step);
                let entry = NewEntry {
                    person: found.person,
                    skill: Named { ..one.skill },
                    organisation: place.id,
                    validator: actor.person,
                    confirmed_by: None,
                    outcome: &outcome,
                    comment: one.reason.as_deref(),
                    // The jobs are the experience's own: taken back, it takes them along.
                    jobs: &[],
                    expires_on,
                    origin: Origin::Experience,
                    supersedes: None,
                    evidence: &evidence,
                };
                Some(entries::write(tx, state, &entry).await?)
            }
            None => None,
        };
        write(tx, found, one, validation).await?;
    }
    Ok(())
}

/// What validations of an experience rest on: which one, and the fingerprints of what was shown.
async fn note(tx: &mut Tx<'_>, found: &Locked) -> Result<String> {
    let proofs = proofs::of(&mut **tx, found.experience).await?;
    let shown = proofs.iter().filter(|proof| proof.removed_at.is_none());
    let lines = shown.enumerate().map(|(place, proof)| {
        let masked = match &proof.copy_sha256 {
            Some(copy) => format!(" (vue masquée\u{a0}: SHA-256 {})", hex(copy)),
            None => String::new(),
        };
        format!("\nPièce {}\u{a0}: SHA-256 {}{masked}", place + 1, hex(&proof.sha256))
    });
    let head = format!("Expérience déclarée par son titulaire, référence {}.", found.experience);
    Ok(head + &lines.collect::<String>())
}

async fn write(
    tx: &mut Tx<'_>,
    found: &Locked,
    one: &Judged<'_>,
    validation: Option<ValidationId>,
) -> Result<()> {
    let new = NewJudgement {
        submission: found.id,
        skill: &one.skill,
        verdict: one.verdict,
        claimed: one.claimed,
        common_level: one.step.as_ref().and_then(|step| step.common_level),
        step_name: one.step.as_ref().map(|step| step.name.as_str()),
        reason: one.reason.as_deref(),
        validation,
    };
    verdicts::insert(tx, &new).await?;
    Ok(())
}

/// Writes the decision, its line of history, its link in the person's chain, the trail, and tells the person.
async fn conclude(
    tx: &mut Tx<'_>,
    state: &AppState,
    (actor, place): (Actor, Place),
    found: &Locked,
    (decision, judged): (&Decision<'_>, &[Judged<'_>]),
) -> Result<()> {
    review::decide(tx, found.id, decision).await?;
    let kind = match decision.status {
        Submission::Validated => StepKind::Validated,
        Submission::Completed => StepKind::Completed,
        _ => StepKind::Refused,
    };
    submissions::note(tx, state, found.id, (kind, actor.person, decision.text)).await?;
    let verdicts: Vec<_> = judged
        .iter()
        .map(|one| json!({ "skill": one.skill.code.to_string(), "verdict": one.verdict }))
        .collect();
    let fact = json!({
        "experience_id": found.experience, "submission_id": found.id, "organisation_id": place.id,
        "status": decision.status, "proofs": decision.proofs, "refusal": decision.refusal, "skills": verdicts,
    });
    chain::append(tx, state, found.person, (LinkKind::Experience, found.experience.0), &fact).await?;
    let said = json!({ "status": decision.status, "proofs": decision.proofs, "refusal": decision.refusal });
    record(tx, state, (actor, place, Event::ExperienceDecided), said).await?;
    let organisation = active_name(&mut **tx, place.id).await?.unwrap_or_default();
    let decided = Decided {
        status: decision.status,
        organisation: &organisation,
        lines: judged.iter().map(line).collect(),
        refusal: decision.refusal,
        text: decision.text,
    };
    letters::tell_decided(tx, state, found, &decided).await
}

fn line(one: &Judged<'_>) -> String {
    let made = match &one.step {
        Some(step) => format!("attestée, «\u{a0}{}\u{a0}»", step.name),
        None => "non attestée".to_owned(),
    };
    format!("{}\u{a0}: {made}", one.skill.label)
}
