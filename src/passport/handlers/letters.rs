//! The mails that go with what is written in passports.

use chrono::NaiveDate;

use super::super::mails;
use super::super::store::replies::Reply;
use super::super::store::told::{self, Told};
use crate::ids::{OrganisationId, PersonId, ValidationId};
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// Most entries a mail names.
const MOST_NAMED: usize = 40;

/// Tells a person, once, of the entries that were written about them in this transaction by one organisation.
pub async fn tell_written(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    entries: &[ValidationId],
) -> Result<()> {
    let Some(to) = told::person(&mut **tx, person).await? else { return Ok(()) };
    let entries = told::entries(&mut **tx, entries).await?;
    let Some(first) = entries.first() else { return Ok(()) };
    let context = context! {
        organisation => first.organisation.as_str(),
        first_name => to.first_name,
        acquired => lines(&entries, true),
        not_acquired => lines(&entries, false),
    };
    mail::send(tx, state, Mail { to: &to.email, template: &mails::ENTRIES_WRITTEN, context }).await
}

fn lines(entries: &[Told], passing: bool) -> Vec<String> {
    let chosen: Vec<&Told> = entries.iter().filter(|entry| entry.passing == passing).collect();
    let named = chosen.iter().take(MOST_NAMED).map(|entry| format!("{}\u{a0}: {}", entry.skill, entry.step));
    let rest = chosen.len().saturating_sub(MOST_NAMED);
    named.chain((rest > 0).then(|| format!("et {rest} autres"))).collect()
}

/// Tells a person that an entry about them was revoked, and why.
pub async fn tell_revoked(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    entry: ValidationId,
) -> Result<()> {
    let Some(to) = told::person(&mut **tx, person).await? else { return Ok(()) };
    let entry_id = entry.to_string();
    let Some(entry) = told::entries(&mut **tx, &[entry]).await?.pop() else { return Ok(()) };
    let context = context! {
        organisation => entry.organisation,
        entry_id => entry_id,
        first_name => to.first_name,
        skill => entry.skill,
        step => entry.step,
        reason => entry.reason.unwrap_or_default(),
    };
    mail::send(tx, state, Mail { to: &to.email, template: &mails::ENTRY_REVOKED, context }).await
}

/// Tells those who run an organisation that somebody answered an entry of it, and until when they answer.
pub async fn tell_replied(
    tx: &mut Tx<'_>,
    state: &AppState,
    organisation: OrganisationId,
    reply: &Reply,
) -> Result<()> {
    let Some(entry) = told::entries(&mut **tx, &[reply.entry]).await?.pop() else { return Ok(()) };
    for to in told::managers(&mut **tx, organisation).await? {
        let context = context! {
            organisation => entry.organisation.as_str(),
            organisation_id => organisation.to_string(),
            name => reply.person_name.as_str(),
            skill => reply.skill.as_str(),
            step => reply.step.as_str(),
            text => reply.text.as_str(),
            due => in_french(reply.due_on),
        };
        mail::send(tx, state, Mail { to: &to, template: &mails::ENTRY_REPLIED, context }).await?;
    }
    Ok(())
}

/// Tells a person what the organisation answers them.
pub async fn tell_answered(tx: &mut Tx<'_>, state: &AppState, reply: &Reply) -> Result<()> {
    let Some(to) = told::person(&mut **tx, reply.person).await? else { return Ok(()) };
    let Some(entry) = told::entries(&mut **tx, &[reply.entry]).await?.pop() else { return Ok(()) };
    let context = context! {
        organisation => entry.organisation,
        entry_id => reply.entry.to_string(),
        first_name => to.first_name,
        skill => reply.skill.as_str(),
        text => reply.answer.as_deref().unwrap_or_default(),
    };
    mail::send(tx, state, Mail { to: &to.email, template: &mails::REPLY_ANSWERED, context }).await
}

/// A day as people read it.
pub fn in_french(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
