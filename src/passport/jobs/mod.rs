//! Timed work on passports: which validations have expired or soon will, whose answers are overdue, and how well passports
//! are aligned with a new release.

mod experiences;
mod exports;

pub use experiences::{MaskProof, RemindReviewers};
pub use exports::{EraseExports, WriteExport};

use chrono::Duration;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::catalog::{self, AlignedItem, Measure};
use crate::events::Event;
use crate::passport::handlers::letters::in_french;
use crate::passport::mails;
use crate::passport::store::replies::{self, Filter};
use crate::passport::store::{alignment, experience, expiry, told};
use crate::platform::db::audit::{self, Entry};
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// Marks the profiles whose validations or experiences expired since the last run, days without a run included.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkExpired {}

impl Job for MarkExpired {
    const KIND: &'static str = "mark_expired_validations";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let today = state.clock.today();
        let mut profiles = expiry::take_expired(&mut tx, today).await?;
        profiles.extend(experience::due::take_expired(&mut tx, today).await?);
        profiles.sort_unstable();
        profiles.dedup();
        dirty::mark(&mut tx, &profiles, Urgency::Soon, state.clock.now()).await?;
        tx.commit().await?;
        tracing::info!(profiles = profiles.len(), "expired validations marked");
        Ok(())
    }
}

/// How long a measure of the alignment holds: every passport is read for it.
const MEASURED: Duration = Duration::hours(23);

/// Measures how well declared skills and validations are aligned with the release in place: minutes after it came, then
/// every day.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureAlignment {}

impl Job for MeasureAlignment {
    const KIND: &'static str = "measure_alignment";

    async fn run(self, state: AppState, _run: Run) -> anyhow::Result<()> {
        let mut tx = state.pool.begin().await?;
        let (item, now) = (AlignedItem::Validation, state.clock.now());
        let Some(import) = catalog::alignment::take_unmeasured(&mut tx, item, now - MEASURED).await? else {
            return Ok(());
        };
        let mut measures = alignment::validations(&mut tx).await?;
        measures.extend(Measure::whole(&measures, &[item]));
        measures.push(alignment::declared(&mut tx).await?);
        catalog::alignment::record(&mut tx, import, &measures, now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Reminds people that a validation of theirs ends, ninety and thirty days before, once each: unless it was renewed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemindExpiry {}

impl Job for RemindExpiry {
    const KIND: &'static str = "remind_expiry";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && remind_one(&state).await? {}
        Ok(())
    }
}

/// Reminds of one validation, noted and mailed in one transaction; false when there is none.
async fn remind_one(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let (today, now) = (state.clock.today(), state.clock.now());
    let Some(due) = expiry::take_ending(&mut tx, today, now).await? else { return Ok(false) };
    if let Some(to) = told::person(&mut *tx, due.person).await? {
        let context = context! {
            first_name => to.first_name, skill => due.skill, step => due.step, organisation => due.organisation,
            last_day => in_french(due.last_day), days => (due.last_day - today).num_days(),
        };
        mail::send(&mut tx, state, Mail { to: &to.email, template: &mails::EXPIRES_SOON, context }).await?;
    }
    let entry = Entry::new(Event::ExpiryReminded, now, "validation", due.id.0);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "days": due.days }))).await?;
    tx.commit().await?;
    Ok(true)
}

/// How often an organisation is reminded of answers that are overdue.
const REMINDED_EVERY: Duration = Duration::days(7);

/// Most replies a reminder names.
const MOST_NAMED: i64 = 20;

/// Reminds those who run an organisation, once a week, of people whose reply waits longer than its delay.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemindReplies {}

impl Job for RemindReplies {
    const KIND: &'static str = "remind_replies";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && remind_organisation(&state).await? {}
        Ok(())
    }
}

/// Reminds one organisation, noted and mailed in one transaction; false when there is none.
async fn remind_organisation(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let (today, now) = (state.clock.today(), state.clock.now());
    let taken = replies::take_overdue(&mut tx, today, (now - REMINDED_EVERY, now)).await?;
    let Some((organisation, name)) = taken else { return Ok(false) };
    let filter = Filter { is_answered: Some(false), due_before: Some(today), ..Filter::default() };
    let overdue = replies::list(&mut *tx, organisation, &filter, MOST_NAMED).await?;
    let line = |reply: &replies::Reply| {
        format!("{}, {}\u{a0}: attendue le {}", reply.person_name, reply.skill, in_french(reply.due_on))
    };
    let lines: Vec<String> = overdue.iter().map(line).collect();
    for to in told::managers(&mut *tx, organisation).await? {
        let context = context! {
            organisation => name.as_str(), organisation_id => organisation.to_string(),
            count => lines.len(), lines => lines.clone(),
        };
        mail::send(&mut tx, state, Mail { to: &to, template: &mails::REPLY_OVERDUE, context }).await?;
    }
    let entry = Entry::new(Event::ReplyReminded, now, "organisation", organisation.0).within(organisation);
    audit::record(&mut tx, &state.ids, entry.change(None, json!({ "replies": lines.len() }))).await?;
    tx.commit().await?;
    Ok(true)
}
