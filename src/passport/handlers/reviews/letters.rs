//! The mails that go with submissions.

use crate::ids::{ExperienceSubmissionId, OrganisationId, PersonId};
use crate::passport::mails;
use crate::passport::model::experience::review::Refusal;
use crate::passport::model::experience::status::Submission;
use crate::passport::store::experience::review::{Locked, reviewers};
use crate::passport::store::told;
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;

/// What a mail about a submission speaks of.
pub struct Letter<'a> {
    /// The organisation it was put before.
    pub organisation: OrganisationId,
    /// Where it is there.
    pub submission: ExperienceSubmissionId,
    /// What it was.
    pub title: &'a str,
    /// Who looks at it.
    pub assigned_to: Option<PersonId>,
}

/// Tells an organisation that an experience was put before it: whoever looks at it, or else every admin.
pub async fn tell_submitted(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    letter: &Letter<'_>,
) -> Result<()> {
    let Some(from) = told::person(&mut **tx, person).await? else { return Ok(()) };
    for to in reviewers(tx, letter.organisation, letter.assigned_to).await? {
        let context = context! {
            person => format!("{} {}", from.first_name, from.last_name), title => letter.title,
            organisation_id => letter.organisation.to_string(), submission_id => letter.submission.to_string(),
        };
        mail::send(tx, state, Mail { to: &to, template: &mails::EXPERIENCE_SUBMITTED, context }).await?;
    }
    Ok(())
}

/// Tells a person that an organisation asks for more.
pub async fn tell_asked(
    tx: &mut Tx<'_>,
    state: &AppState,
    of: &Locked,
    (organisation, text): (&str, &str),
) -> Result<()> {
    let Some(to) = told::person(&mut **tx, of.person).await? else { return Ok(()) };
    let context = context! {
        first_name => to.first_name, organisation => organisation, title => of.title.as_str(), text => text,
        experience_id => of.experience.to_string(),
    };
    mail::send(tx, state, Mail { to: &to.email, template: &mails::EXPERIENCE_TO_COMPLETE, context }).await
}

/// What was decided.
pub struct Decided<'a> {
    /// What it is.
    pub status: Submission,
    /// The organisation's name.
    pub organisation: &'a str,
    /// Each skill, with what was made of it.
    pub lines: Vec<String>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// In words.
    pub text: Option<&'a str>,
}

/// Tells a person what an organisation decided.
pub async fn tell_decided(
    tx: &mut Tx<'_>,
    state: &AppState,
    of: &Locked,
    decided: &Decided<'_>,
) -> Result<()> {
    let Some(to) = told::person(&mut **tx, of.person).await? else { return Ok(()) };
    let context = context! {
        first_name => to.first_name, organisation => decided.organisation, title => of.title.as_str(),
        status => decided.status.as_str(), lines => &decided.lines, text => decided.text,
        refusal => decided.refusal.map(Refusal::in_french), experience_id => of.experience.to_string(),
    };
    mail::send(tx, state, Mail { to: &to.email, template: &mails::EXPERIENCE_DECIDED, context }).await
}
