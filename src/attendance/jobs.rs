//! What is done at a time of day: thresholds are looked at, and what was kept long enough is deleted.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::mails;
use super::model::threshold::Threshold;
use super::model::totals::rate_in_french;
use super::model::{Totals, units};
use super::store::facts::{self, Facts, Wanted};
use super::store::retention::{self, Kept};
use super::store::{alerts, settings};
use crate::events::Event;
use crate::files;
use crate::ids::{OrganisationId, TrainingSessionId};
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::Result;
use crate::platform::jobs::{Job, Run};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::sessions::{self, Participant};

/// Tells people of low attendance, session by session, once its marks have rested. Each threshold is told once.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckThresholds {}

impl Job for CheckThresholds {
    const KIND: &'static str = "check_attendance_thresholds";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        while !run.stop.is_cancelled() && check_one(&state).await? {}
        Ok(())
    }
}

/// Looks at one session, notes and mails in one transaction; false when there is none.
async fn check_one(state: &AppState) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some((organisation, session)) = alerts::take_due(&mut tx, state.clock.now()).await? else {
        return Ok(false);
    };
    let own = settings::of_session(&mut *tx, session).await?.thresholds;
    let thresholds = match own {
        Some(own) => own,
        None => settings::of_organisation(&mut tx, organisation).await?.thresholds,
    };
    if !thresholds.is_empty()
        && let Some(card) = sessions::session_card(&mut *tx, organisation, session).await?
    {
        let facts = facts::of_session(&mut tx, card, Wanted::default(), state.clock.today()).await?;
        for threshold in thresholds {
            tell(&mut tx, state, &facts, threshold).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

/// Totals and half-days marked of somebody.
fn so_far(facts: &Facts, person: &Participant) -> (Totals, i32) {
    let totals = facts.totals(person, |_| true);
    let marked = facts
        .held()
        .filter(|slot| person.is_expected_at(slot))
        .flat_map(|slot| {
            units(slot.starts_at, slot.ends_at).into_iter().map(move |unit| (slot.id, unit.part))
        })
        .filter(|(slot, part)| facts.status(*slot, *part, person.enrolment).is_final())
        .count();
    (totals, marked as i32)
}

/// Tells everybody whose attendance has crossed a threshold they were not told of, and staff in one mail.
async fn tell(tx: &mut Tx<'_>, state: &AppState, facts: &Facts, threshold: Threshold) -> Result<()> {
    let now = state.clock.now();
    let session = &facts.session;
    let mut names = Vec::new();
    for person in &facts.participants {
        let (totals, marked) = so_far(facts, person);
        let rate = totals.rate_so_far().unwrap_or_default();
        if !threshold.is_crossed(&totals, marked)
            || !alerts::note(tx, person.enrolment, threshold, rate, now).await?
        {
            continue;
        }
        let told = json!({ "below_percent": threshold.below_percent, "rate": rate });
        let entry = Entry::new(Event::AttendanceAlerted, now, "enrolment", person.enrolment.0);
        audit::record(tx, &state.ids, entry.within(session.organisation).change(None, told)).await?;
        names.push(format!("{} {}\u{a0}: {}", person.first_name, person.last_name, rate_in_french(rate)));
        if let Some(address) = mails::address(&mut **tx, person).await? {
            let context = context! {
                first_name => person.first_name.as_str(), session => session.title.as_str(), rate => rate_in_french(rate),
                threshold => threshold.below_percent,
            };
            mail::send(tx, state, Mail { to: &address, template: &mails::LOW_ATTENDANCE, context }).await?;
        }
    }
    if names.is_empty() {
        return Ok(());
    }
    for address in settings::staff_addresses(&mut **tx, session.organisation, session.id).await? {
        let context = context! {
            session => session.title.as_str(), threshold => threshold.below_percent, names => &names,
            organisation_id => session.organisation.to_string(), session_id => session.id.to_string(),
        };
        mail::send(tx, state, Mail { to: &address, template: &mails::LOW_ATTENDANCE_STAFF, context }).await?;
    }
    Ok(())
}

/// Deletes certificates and attendance whose time of retention is over, session by session, but for those held back.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurgeAttendance {}

impl Job for PurgeAttendance {
    const KIND: &'static str = "purge_attendance";

    async fn run(self, state: AppState, run: Run) -> anyhow::Result<()> {
        for kept in Kept::ALL {
            while !run.stop.is_cancelled() && purge_one(&state, kept).await? {}
        }
        Ok(())
    }
}

async fn purge_one(state: &AppState, kept: Kept) -> anyhow::Result<bool> {
    let mut tx = state.pool.begin().await?;
    let Some(due) = retention::take_due(&mut tx, kept, state.clock.today()).await? else { return Ok(false) };
    let (_, session): (OrganisationId, TrainingSessionId) = due;
    let now = state.clock.now();
    let rows = match kept {
        Kept::Certificates => retention::purge_certificates(&mut tx, session, now).await?,
        Kept::Attendance => {
            let (rows, files) = retention::purge_attendance(&mut tx, session, now).await?;
            for file in files {
                files::release(&mut tx, state, file).await?;
            }
            // The names of people who were erased were there for these papers.
            sessions::forget_erased(&mut tx, session).await?;
            rows
        }
    };
    let entry = Entry::new(Event::AttendancePurged, now, "training_session", session.0).within(due.0);
    let told = json!({ "kind": kept.as_str(), "rows": rows });
    audit::record(&mut tx, &state.ids, entry.change(None, told)).await?;
    tx.commit().await?;
    tracing::info!(rows, kind = kept.as_str(), "attendance deleted after its time of retention");
    Ok(true)
}
