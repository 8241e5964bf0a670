//! Mails: French plain text from a template, written as a job in the transaction that causes them.
//!
//! A mail is rendered when it is written, so a faulty template is a failed request and not a silent loss, and a new
//! version of the program sends what the old one wrote. Slices own their templates; this room knows none of them.

mod job;
mod template;
mod transport;

use anyhow::Context;
use uuid::Uuid;

use crate::platform::db::Tx;
use crate::platform::http::Error;
use crate::platform::jobs;
use crate::platform::state::AppState;
use transport::Letter;

pub use job::SendMail;
pub use minijinja::context;
pub use template::Template;
pub use transport::Mailer;

/// A mail to write.
#[derive(Debug)]
pub struct Mail<'a> {
    /// The address it goes to.
    pub to: &'a str,
    /// What it says.
    pub template: &'a Template,
    /// What the template names, made with [`context!`]; `site` (the public address) is always there.
    pub context: minijinja::Value,
}

/// Sends a mail now, from a job that wants to know what becomes of it. Its id names it: sent twice, it shows once. A refusal that
/// will not change is a [`jobs::GiveUp`].
pub async fn deliver(state: &AppState, id: Uuid, mail: Mail<'_>) -> anyhow::Result<()> {
    let text = mail.template.render(&state.config.public_url(), mail.context)?;
    let letter = Letter { id, to: mail.to, subject: &text.subject, body: &text.body, at: state.clock.now() };
    state.part::<Mailer>().send(&letter).await
}

/// Writes a mail: it leaves once the transaction is committed, and not at all when it is rolled back.
pub async fn send(tx: &mut Tx<'_>, state: &AppState, mail: Mail<'_>) -> Result<(), Error> {
    let text = mail
        .template
        .render(&state.config.public_url(), mail.context)
        .with_context(|| format!("cannot write the mail {}", mail.template.name))?;
    let job = SendMail { to: mail.to.to_owned(), subject: text.subject, body: text.body };
    jobs::enqueue(tx, state, &job).await?;
    Ok(())
}
