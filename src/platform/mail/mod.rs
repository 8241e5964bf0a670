//! Mails: French plain text from a template, written as a job in the transaction that causes them.
//!
//! A mail is rendered when it is written, so a faulty template is a failed request and not a silent loss, and a new
//! version of the program sends what the old one wrote. Slices own their templates; this room knows none of them.

mod job;
mod template;
mod transport;

use anyhow::Context;

use crate::platform::db::Tx;
use crate::platform::http::Error;
use crate::platform::jobs;
use crate::platform::state::AppState;

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
