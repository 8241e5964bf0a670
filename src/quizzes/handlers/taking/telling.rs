//! Telling people of quizzes: those of sessions by a letter of their own, those of companies by a notice, which is mailed without content.

use serde_json::json;

use crate::ids::QuizId;
use crate::notices::NoticeKind;
use crate::platform::db::Tx;
use crate::platform::http::Result;
use crate::platform::live::{self, Notice, Topic};
use crate::platform::mail::{self, Mail, context};
use crate::platform::state::AppState;
use crate::quizzes::mails;
use crate::quizzes::model::taking::place::Titles;
use crate::quizzes::model::taking::state::AttemptState;
use crate::quizzes::store::invitations;
use crate::quizzes::store::taking::attempts::Attempt;
use crate::quizzes::store::taking::people;

/// Tells somebody that they see their result now.
pub async fn published(tx: &mut Tx<'_>, state: &AppState, attempt: &Attempt, titles: &Titles) -> Result<()> {
    let (Some(enrolment), Some(session)) = (attempt.enrolment(), attempt.session) else {
        return notice(tx, state, attempt, NoticeKind::QuizPublished, titles).await;
    };
    let Some(reader) = people::of_enrolment(&mut **tx, enrolment).await? else { return Ok(()) };
    let context = context! {
        first_name => reader.first_name, quiz => titles.quiz.as_str(), session => titles.of.as_str(),
        session_id => session.to_string(),
    };
    mail::send(tx, state, Mail { to: &reader.email, template: &mails::RESULT_PUBLISHED, context }).await
}

/// Tells somebody who saw a result that it is another one now.
pub async fn changed(
    tx: &mut Tx<'_>,
    state: &AppState,
    (before, after): (&Attempt, &Attempt),
    title: &str,
) -> Result<()> {
    let (Some(was), Some(is)) = (before.percent, after.percent) else { return Ok(()) };
    if before.state != AttemptState::Published || before.points == after.points {
        return Ok(());
    }
    let (Some(enrolment), Some(session)) = (before.enrolment(), before.session) else {
        let of = invitations::company_name(&mut **tx, before.company).await?;
        let titles = Titles { quiz: title.to_owned(), of };
        return notice(tx, state, before, NoticeKind::QuizResultChanged, &titles).await;
    };
    let Some(reader) = people::of_enrolment(&mut **tx, enrolment).await? else { return Ok(()) };
    let context = context! {
        first_name => reader.first_name, quiz => title, before => was, after => is,
        session_id => session.to_string(),
    };
    mail::send(tx, state, Mail { to: &reader.email, template: &mails::RESULT_CHANGED, context }).await
}

/// Tells whoever sent an invitation that a copy came in, without a name: once until they have read it.
pub async fn handed_in(tx: &mut Tx<'_>, state: &AppState, attempt: &Attempt) -> Result<()> {
    let Some(invitation) = attempt.invitation else { return Ok(()) };
    if let Some(sender) = invitations::sender(&mut **tx, invitation).await? {
        let told = Notice {
            person: sender.person,
            kind: NoticeKind::QuizHandedIn,
            subject: attempt.quiz.0,
            facts: json!({ "quiz": sender.title }),
        };
        live::tell(tx, &state.ids, &[told], state.clock.now()).await?;
    }
    let people: Vec<_> = attempt.person.into_iter().collect();
    Ok(live::changed(tx, &people, Topic::Quizzes).await?)
}

/// Tells somebody something about their invitation. The result is not in it.
async fn notice(
    tx: &mut Tx<'_>,
    state: &AppState,
    attempt: &Attempt,
    kind: NoticeKind,
    titles: &Titles,
) -> Result<()> {
    let (Some(person), Some(invitation)) = (attempt.person, attempt.invitation) else { return Ok(()) };
    let facts = json!({ "quiz": titles.quiz, "company": titles.of });
    let told = Notice { person, kind, subject: invitation.0, facts };
    live::tell(tx, &state.ids, &[told], state.clock.now()).await?;
    Ok(live::changed(tx, &[person], Topic::Quizzes).await?)
}

/// What people are told of a quiz of a company.
pub async fn titles_of(tx: &mut Tx<'_>, quiz: QuizId) -> Result<Titles> {
    Ok(invitations::titles(&mut **tx, quiz).await?)
}
