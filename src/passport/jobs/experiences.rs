//! Work on experiences: the masked copies of proofs, and the reminders of organisations that let people wait.

use carnet_documents::masking::{MaskFault, Order, Zone};
use chrono::Duration;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::events::Event;
use crate::files::{self, MadeFile, Owner, Purpose, WholeFile};
use crate::ids::ExperienceProofId;
use crate::orgs::active_name;
use crate::passport::mails;
use crate::passport::model::experience::proof::{ProofZone, name_of_copy, source_of};
use crate::passport::model::experience::review::DAYS_TO_REMIND;
use crate::passport::store::experience::copies::{self, ToMask};
use crate::passport::store::experience::{due, review};
use crate::platform::apart;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::Code;
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// Makes the copy of a proof in which what its zones cover does not exist. Twice does no harm: the second finds it made.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaskProof {
    /// The proof.
    pub proof: ExperienceProofId,
    /// Which change of its zones: a later one has a copy of its own.
    pub round: i32,
}

/// After so many attempts a copy that cannot be made is not tried again.
const PATIENCE: u32 = 3;

impl Job for MaskProof {
    const KIND: &'static str = "mask_proof";

    fn key(&self) -> Option<String> {
        Some(format!("{} {}", self.proof, self.round))
    }

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        let Some(wanted) = copies::waiting(&state.pool, self.proof, self.round).await? else { return Ok(()) };
        let file = match files::read(&state, wanted.file).await {
            Ok(file) => file,
            // The antivirus has not spoken yet: this is tried again.
            Err(error) if error.code() == Code::FileNotChecked => return Err(error.into()),
            Err(error) if matches!(error.code(), Code::FileInfected | Code::FileLost | Code::NotFound) => {
                return self.fail(&state, MaskFault::Unreadable).await;
            }
            Err(error) => return Err(error.into()),
        };
        match copy(&state, &wanted, &file).await {
            Ok(Ok(bytes)) => self.keep(&state, &wanted, (&file, bytes)).await,
            Ok(Err(fault)) => self.fail(&state, fault).await,
            Err(error) if run.attempt < PATIENCE => Err(error),
            Err(error) => {
                tracing::warn!(proof = %self.proof, error = format!("{error:#}"), "a proof cannot be masked");
                self.fail(&state, MaskFault::TooLarge).await
            }
        }
    }
}

/// Has the copy made, in a process of its own.
async fn copy(
    state: &AppState,
    wanted: &ToMask,
    file: &WholeFile,
) -> anyhow::Result<Result<Vec<u8>, MaskFault>> {
    let Some(source) = source_of(file.kind) else { return Ok(Err(MaskFault::Unreadable)) };
    let zones: Vec<ProofZone> = serde_json::from_value(wanted.zones.clone())?;
    let order = Order { source, zones: zones.into_iter().map(Zone::from).collect() };
    let mut input = serde_json::to_vec(&order)?;
    input.push(b'\n');
    input.extend_from_slice(&file.bytes);
    let ended = apart::run(state, "mask-pages", input).await?;
    if ended.is_success && !ended.output.is_empty() {
        return Ok(Ok(ended.output));
    }
    // Whoever dies without a word met its limits, or bytes that are meant to break readers.
    let said = ended.words.rsplit(' ').next().and_then(MaskFault::parse);
    Ok(Err(said.unwrap_or(MaskFault::Unreadable)))
}

impl MaskProof {
    async fn keep(
        &self,
        state: &AppState,
        wanted: &ToMask,
        (file, bytes): (&WholeFile, Vec<u8>),
    ) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        if !copies::lock(&mut tx, self.proof, self.round).await? {
            return Ok(());
        }
        let Some(source) = source_of(file.kind) else { return Ok(()) };
        // Only what is a picture or a PDF of pictures is handed out: whatever the process answered.
        let is_one = bytes.starts_with(b"\xff\xd8") || bytes.starts_with(b"%PDF-");
        if !is_one {
            drop(tx);
            return self.fail(state, MaskFault::Unreadable).await;
        }
        let name = name_of_copy(&file.name, source);
        let made = MadeFile {
            owner: Owner::Person(wanted.person),
            by: wanted.person,
            purpose: Purpose::PassportProof,
            name: &name,
            bytes,
        };
        let card = files::keep_made(&mut tx, state, made).await?;
        copies::ready(&mut tx, self.proof, &card).await?;
        self.record(&mut tx, state, "ready").await?;
        tx.commit().await?;
        Ok(())
    }

    async fn fail(&self, state: &AppState, fault: MaskFault) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        if copies::lock(&mut tx, self.proof, self.round).await? {
            copies::failed(&mut tx, self.proof, fault.as_str()).await?;
            self.record(&mut tx, state, "failed").await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn record(&self, tx: &mut Tx<'_>, state: &AppState, mask: &str) -> sqlx::Result<()> {
        let entry =
            Entry::new(Event::ExperienceProofMasked, state.clock.now(), "experience_proof", self.proof.0);
        audit::record(tx, &state.ids, entry.change(None, json!({ "mask": mask }))).await
    }
}

/// Reminds organisations of the experiences that wait for them since a week, and again every week: whoever looks at them,
/// or else every admin, in one mail.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemindReviewers {}

impl Job for RemindReviewers {
    const KIND: &'static str = "remind_reviewers";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && remind_one(&state).await? {}
        Ok(())
    }
}

async fn remind_one(state: &AppState) -> anyhow::Result<bool> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let mut tx = state.pool.begin().await?;
    let before = now - Duration::days(DAYS_TO_REMIND);
    let Some(of) = due::take_waiting(&mut tx, (before, now), today).await? else { return Ok(false) };
    let organisation = active_name(&mut *tx, of.organisation).await?.unwrap_or_default();
    for to in review::reviewers(&mut tx, of.organisation, of.assigned_to).await? {
        let context = context! {
            organisation => organisation.as_str(), organisation_id => of.organisation.to_string(),
            waiting => of.waiting, overdue => of.overdue,
        };
        mail::send(&mut tx, state, Mail { to: &to, template: &mails::EXPERIENCES_WAITING, context }).await?;
    }
    let entry = Entry::new(Event::SubmissionReminded, now, "organisation", of.organisation.0);
    let told = json!({ "waiting": of.waiting, "overdue": of.overdue });
    audit::record(&mut tx, &state.ids, entry.within(of.organisation).change(None, told)).await?;
    tx.commit().await?;
    Ok(true)
}
