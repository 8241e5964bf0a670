//! Where mails go: an SMTP server, or a folder where they can be read.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use lettre::message::header::ContentTransferEncoding;
use lettre::message::{Body, Mailbox, SinglePart};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use uuid::Uuid;

use crate::platform::config::Config;
use crate::platform::jobs::GiveUp;

/// How long the SMTP server may take for one command.
const SMTP_PATIENCE: Duration = Duration::from_secs(30);

/// Sends mails.
#[derive(Clone, Debug)]
pub struct Mailer {
    from: Mailbox,
    domain: String,
    transport: Transport,
}

#[derive(Clone, Debug)]
enum Transport {
    Folder(PathBuf),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// A mail ready to leave.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// Names the mail: sending it twice gives it the same `Message-ID`, so that it shows once.
    pub id: Uuid,
    /// The address it goes to.
    pub to: &'a str,
    /// One line.
    pub subject: &'a str,
    /// Plain text.
    pub body: &'a str,
    /// When it is sent.
    pub at: chrono::DateTime<chrono::Utc>,
}

impl Mailer {
    /// Reads the settings; a faulty one is refused at start.
    pub fn new(config: &Config) -> Result<Self> {
        let from: Mailbox = config
            .mail_from
            .parse()
            .with_context(|| format!("CARNET_MAIL_FROM is not an address: {}", config.mail_from))?;
        let domain = from.email.domain().to_owned();
        let transport = match &config.smtp_url {
            Some(url) => Transport::Smtp(smtp(url, &domain)?),
            None => Transport::Folder(config.data.join("mail")),
        };
        Ok(Self { from, domain, transport })
    }

    /// Sends one mail. A refusal that will not change is a [`GiveUp`].
    pub async fn send(&self, letter: &Letter<'_>) -> Result<()> {
        match &self.transport {
            Transport::Folder(folder) => {
                // Not encoded: a person reads the file as it is.
                let message = self.message(letter, ContentTransferEncoding::Binary)?;
                write(folder, letter.id, &message.formatted())
            }
            Transport::Smtp(smtp) => {
                let message = self.message(letter, ContentTransferEncoding::QuotedPrintable)?;
                match smtp.send(message).await {
                    Ok(_) => Ok(()),
                    Err(error) if error.is_permanent() => {
                        Err(GiveUp(format!("refused by the SMTP server: {error}")).into())
                    }
                    Err(error) => Err(error).context("the SMTP server did not take the mail"),
                }
            }
        }
    }

    fn message(&self, letter: &Letter<'_>, encoding: ContentTransferEncoding) -> Result<Message> {
        let to: Address = letter.to.parse().map_err(|error| GiveUp(format!("not an address: {error}")))?;
        let body = Body::new_with_encoding(letter.body.to_owned(), encoding)
            .map_err(|_| anyhow::anyhow!("the text does not fit its encoding"))?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject)
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .date(letter.at.into())
            .header(AutoSubmitted)
            .singlepart(
                SinglePart::builder().header(lettre::message::header::ContentType::TEXT_PLAIN).body(body),
            )
            .context("the mail cannot be put together")
    }
}

fn smtp(url: &str, domain: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>> {
    // The address may hold a password: it is not repeated.
    let builder =
        AsyncSmtpTransport::<Tokio1Executor>::from_url(url).context("CARNET_SMTP_URL is not understood")?;
    Ok(builder.timeout(Some(SMTP_PATIENCE)).hello_name(ClientId::Domain(domain.to_owned())).build())
}

/// Writes a file whole or not at all; sending again replaces it.
fn write(folder: &Path, id: Uuid, message: &[u8]) -> Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let fresh = folder.join(format!("{id}.new"));
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
    file.write_all(message)?;
    fs::rename(&fresh, folder.join(format!("{id}.eml")))?;
    Ok(())
}

/// Tells answering machines not to answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
