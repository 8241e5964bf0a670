//! The public registers: Sirene behind one question: what is this establishment?
//!
//! Two sources hold it. "Recherche d'entreprises" needs no key and is asked first; INSEE's API Sirene, when a
//! key is set, settles what the first masks, does not hold or cannot answer. Only a complete, well-formed
//! answer about this very number counts: anything else is [`Answer::Unavailable`], never a yes or a no.

mod insee;
mod recherche;
mod source;
mod state;

use std::time::Duration;

use anyhow::{Context, ensure};
use reqwest::Url;

pub use state::{RegisterState, retry_at};

use self::source::{Source, Wire};
use crate::platform::clock::Clock;
use crate::platform::config::Config;
use crate::platform::outside;
use crate::platform::siret::Siret;

/// What the register says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It holds this establishment.
    Found(Establishment),
    /// It holds no such number.
    NotFound,
    /// It could not be asked, or did not answer clearly.
    Unavailable,
}

/// An establishment as the register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Establishment {
    /// Whether the establishment and its legal unit are both open.
    pub is_active: bool,
    /// Name of the legal unit; absent when masked.
    pub name: Option<String>,
    /// Postal address; absent when masked.
    pub address: Option<String>,
    /// What its legal unit is known for in vocational training; absent when the source does not tell.
    pub training: Option<TrainingActivity>,
    /// The source that said so.
    pub source: &'static str,
}

/// What the public list of training organisations says of a legal unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingActivity {
    /// Whether it declared to be a training organisation.
    pub is_declared: bool,
    /// Whether it holds the Qualiopi certification.
    pub is_qualiopi: bool,
    /// The numbers its declarations bear (NDA), eleven digits each.
    pub ndas: Vec<String>,
}

/// Asks the register.
pub struct Register {
    recherche: Source,
    insee: Option<Source>,
}

impl Register {
    /// A register that asks the addresses of the settings.
    pub fn new(config: &Config, clock: &Clock) -> anyhow::Result<Self> {
        let timeout = Duration::from_millis(config.register_timeout_ms);
        let wire = Wire { client: outside::client(timeout)?, clock: clock.clone(), patience: 2 * timeout };
        let recherche = recherche::source(wire.clone(), base(&config.sirene_url)?);
        let insee = match &config.insee_key {
            Some(key) => Some(insee::source(wire, base(&config.insee_url)?, key)?),
            None => None,
        };
        Ok(Self { recherche, insee })
    }

    /// What the register says of this establishment. Takes seconds at worst: never called within a transaction.
    pub async fn ask(&self, siret: Siret) -> Answer {
        let first = self.recherche.ask(siret).await;
        let Some(insee) = &self.insee else { return first };
        match first {
            Answer::Found(establishment) if establishment.name.is_some() => Answer::Found(establishment),
            Answer::Found(masked) => match insee.ask(siret).await {
                Answer::Found(establishment) => Answer::Found(completed(establishment, masked)),
                Answer::NotFound | Answer::Unavailable => Answer::Found(masked),
            },
            Answer::NotFound | Answer::Unavailable => insee.ask(siret).await,
        }
    }
}

/// INSEE's answer, with what only the first source tells.
fn completed(establishment: Establishment, masked: Establishment) -> Establishment {
    let address = establishment.address.or(masked.address);
    Establishment { address, training: masked.training, ..establishment }
}

/// A base address: over TLS, unless it is this machine's own (the key must not travel in clear).
fn base(address: &str) -> anyhow::Result<Url> {
    let url = Url::parse(address).with_context(|| format!("{address} is not an address"))?;
    let is_local = match url.host_str() {
        Some("localhost") => true,
        Some(host) => {
            host.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
        None => false,
    };
    ensure!(
        url.scheme() == "https" || (url.scheme() == "http" && is_local),
        "{address} must start with https://"
    );
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_register_is_asked_over_tls_or_on_this_machine() {
        for address in
            ["https://api.exemple.fr/v3", "http://127.0.0.1:9/x", "http://[::1]:9", "http://localhost"]
        {
            assert!(base(address).is_ok(), "{address}");
        }
        for address in
            ["http://api.exemple.fr", "http://127.0.0.1.exemple.fr", "file:///etc/passwd", "ftp://x", "x"]
        {
            assert!(base(address).is_err(), "{address}");
        }
    }
}
