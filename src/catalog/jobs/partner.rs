//! Asking the publisher's API for what the archive lacks, and taking over what is believed.

use serde::{Deserialize, Serialize};

use super::breaker;
use super::check::{log_report, log_step};
use super::download::Patience;
use super::import::{Choices, ImportError, Importer, Progress, Report, Step};
use crate::catalog::model::supplement::{Doubt, Held, Supplement};
use crate::catalog::model::{Attempt, Outcome, Source};
use crate::catalog::partner::{Partner, PartnerError};
use crate::catalog::snapshot::{self, Catalog};
use crate::catalog::store::{self, Substitution, Unasked};
use crate::platform::db::Tx;
use crate::platform::jobs::{Job, Run};
use crate::platform::state::AppState;

/// Retired codes asked about in one run: at one question a second, five minutes.
const SUBSTITUTIONS_PER_RUN: i64 = 300;

/// Asks the publisher's API what the archive lacks. Twice does no harm: the second finds nothing new.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckPartner {}

impl Job for CheckPartner {
    const KIND: &'static str = "check_partner";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        // A server that stops leaves the check to the next start: nothing is half written.
        run.stop.run_until_cancelled(check(&state)).await.unwrap_or(Ok(()))
    }
}

/// No account, nothing to ask. A failure is tried again by the queue; a doubt waits for the next check.
async fn check(state: &AppState) -> anyhow::Result<()> {
    let Some(partner) = Partner::from_config(&state.config, Patience::api(), state.clock.clone())? else {
        return Ok(());
    };
    if let Some(paused) = breaker::pause(&state.pool, Source::Api, state.clock.now()).await? {
        return Err(paused.into());
    }
    let importer = Importer::from(state);
    let report = check_partner(&importer, &partner, Choices::default(), &log_step).await?;
    log_report(&report);
    snapshot::refresh(state.part::<Catalog>(), &state.pool).await?;
    match (report.attempt.outcome, report.attempt.error) {
        (Outcome::Failed, Some(error)) => Err(anyhow::anyhow!(error)),
        _ => Ok(()),
    }
}

/// Asks the API and takes over what it says; whatever goes wrong, what it said last stays.
pub async fn check_partner(
    importer: &Importer,
    partner: &Partner,
    choices: Choices,
    progress: Progress<'_>,
) -> Result<Report, ImportError> {
    let mut attempt = importer.begin(Source::Api);
    progress(Step::Asking);
    let supplement = match partner.supplement().await {
        Ok(supplement) => supplement,
        Err(error) => {
            attempt.error = Some(error.to_string());
            let attempt = importer.conclude(attempt, Outcome::Failed, choices).await?;
            return Ok(Report { attempt, summary: None });
        }
    };
    // Minutes of questions whose answers a comparison would throw away.
    let answers =
        if choices.dry_run { Vec::new() } else { ask_successors(importer, partner, &mut attempt).await? };
    progress(Step::Comparing);
    take_over(importer, attempt, supplement, &answers, choices, progress).await
}

/// Asks about retired codes. An account may lack this subscription, and it is no reason to refuse the rest.
async fn ask_successors(
    importer: &Importer,
    partner: &Partner,
    attempt: &mut Attempt,
) -> Result<Vec<Substitution>, ImportError> {
    let mut conn = importer.pool.acquire().await?;
    let codes = store::unasked(&mut conn, SUBSTITUTIONS_PER_RUN).await?;
    drop(conn);
    let mut answers = Vec::with_capacity(codes.len());
    for code in codes {
        match ask_successor(partner, code).await {
            Ok(answer) => answers.push(answer),
            Err(error) => {
                attempt.notices.push(error.to_string());
                break;
            }
        }
    }
    Ok(answers)
}

async fn ask_successor(partner: &Partner, code: Unasked) -> Result<Substitution, PartnerError> {
    match code {
        Unasked::Job(code) => Ok(Substitution::Job(code, partner.successor_of_job(code).await?)),
        Unasked::Skill(code) => Ok(Substitution::Skill(code, partner.successor_of_skill(code).await?)),
    }
}

async fn take_over(
    importer: &Importer,
    mut attempt: Attempt,
    mut supplement: Supplement,
    answers: &[Substitution],
    choices: Choices,
    progress: Progress<'_>,
) -> Result<Report, ImportError> {
    let mut tx = importer.pool.begin().await?;
    if !store::try_lock(&mut tx).await? {
        return Err(ImportError::Busy);
    }
    let held = store::load_held(&mut tx).await?;
    let doubts = supplement.doubts(&held);
    let unknown = supplement.keep_known(&held);
    attempt.notices.extend(notices(&supplement, unknown));
    let summary = supplement.summary(&held);
    attempt.summary = Some(summary.clone());
    if doubts.iter().any(|doubt| !(choices.accept_losses && doubt.is_loss())) {
        tx.rollback().await?;
        attempt.error = Some(sentence(&doubts));
        let attempt = importer.conclude(attempt, Outcome::Refused, choices).await?;
        return Ok(Report { attempt, summary: Some(summary) });
    }
    attempt.tally = supplement.tally(&held);
    if choices.dry_run {
        tx.rollback().await?;
        let attempt = importer.conclude(attempt, Outcome::Compared, choices).await?;
        return Ok(Report { attempt, summary: Some(summary) });
    }
    progress(Step::Writing);
    write(importer, &mut tx, &mut attempt, &held, &supplement, answers).await?;
    tx.commit().await?;
    Ok(Report { attempt, summary: Some(summary) })
}

async fn write(
    importer: &Importer,
    tx: &mut Tx<'_>,
    attempt: &mut Attempt,
    held: &Held,
    supplement: &Supplement,
    answers: &[Substitution],
) -> Result<(), ImportError> {
    if !attempt.tally.is_zero() {
        store::write_supplement(tx, held, supplement).await?;
    }
    let succeeded = store::write_substitutions(tx, answers, importer.clock.now()).await?;
    attempt.tally.changed += usize::try_from(succeeded).unwrap_or(usize::MAX);
    attempt.outcome = if attempt.tally.is_zero() { Outcome::Unchanged } else { Outcome::Applied };
    if attempt.outcome == Outcome::Applied {
        importer.audit(tx, attempt).await?;
    }
    attempt.finished_at = importer.clock.now();
    store::insert_attempt(tx, attempt).await?;
    Ok(())
}

fn notices(supplement: &Supplement, unknown: usize) -> Vec<String> {
    let mut notices = Vec::new();
    if unknown > 0 {
        notices.push(format!(
            "{unknown} correspondances portent sur des codes que le référentiel n’a pas encore."
        ));
    }
    if supplement.passed_over > 0 {
        notices.push(format!("{} correspondances mal formées ont été écartées.", supplement.passed_over));
    }
    notices
}

fn sentence(doubts: &[Doubt]) -> String {
    let reasons: Vec<String> = doubts.iter().map(ToString::to_string).collect();
    format!("La réponse de l’API est refusée : {}.", reasons.join(" ; "))
}
