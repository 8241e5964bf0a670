//! Fetches France compétences' export of certifications: its data set on data.gouv.fr tells where today's archive lies.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable as _};
use chrono::NaiveDate;
use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{Client, Response, StatusCode, Url};
use serde::Deserialize;

use super::download::Patience;
use super::import::{Progress, Step};
use crate::catalog::archive::MAX_ARCHIVE_BYTES;
use crate::platform::clock::Clock;
use crate::platform::outside;

/// Largest description of a data set that is read: nothing is ever taken off the real one, which names thousands of files.
const MAX_DATASET_BYTES: u64 = 64 << 20;

/// Redirects followed, each to a host of the publisher.
const MOST_REDIRECTS: usize = 3;

/// Where data.gouv.fr keeps what it publishes.
const PUBLISHER_HOSTS: [&str; 2] = ["www.data.gouv.fr", "static.data.gouv.fr"];

/// Why the export could not be fetched, in words for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// No answer, or one that broke off.
    #[error("Le téléchargement des certifications a échoué : {0}.")]
    Broken(String),
    /// An answer that says no.
    #[error("Le serveur des certifications a répondu {status}.")]
    Status {
        /// The HTTP status.
        status: StatusCode,
        /// How long the server asks to wait.
        retry_after: Option<Duration>,
    },
    /// Sent on to a host that is not the publisher's, or again and again.
    #[error("Le serveur des certifications renvoie vers une adresse qui n’est pas suivie ({0}).")]
    Elsewhere(String),
    /// More bytes than there can be.
    #[error("Le serveur des certifications envoie plus de {} Mio.", .0 >> 20)]
    TooLarge(u64),
    /// The description of the data set is something else.
    #[error("La description du jeu de données des certifications est illisible.")]
    NotADataset,
    /// The data set has no such file.
    #[error("Le jeu de données des certifications ne propose aucun export CSV.")]
    NoExport,
    /// A page or a message instead of a zip.
    #[error("Le serveur des certifications n’a pas envoyé d’archive zip.")]
    NotAnArchive,
}

/// The data set at one address.
#[derive(Clone, Debug)]
pub struct Dataset {
    client: Client,
    address: Url,
    patience: Patience,
    clock: Clock,
}

/// What is read of the description; pages of the second version of data.gouv.fr's API name the list otherwise.
#[derive(Deserialize)]
struct Description {
    #[serde(alias = "data")]
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    title: Option<String>,
    url: Option<String>,
}

impl Dataset {
    /// Prepares a client that goes to the publisher's hosts only, and waits for nothing forever.
    pub fn new(address: &str, patience: Patience, clock: Clock) -> anyhow::Result<Self> {
        let client = patience.client().no_proxy().referer(false).build()?;
        Ok(Self { client, address: address.parse()?, patience, clock })
    }

    /// Finds the newest export and fetches it, trying each step again where that can help.
    pub async fn fetch(&self, progress: Progress<'_>) -> Result<Vec<u8>, DatasetError> {
        let description = self.get(&self.address, MAX_DATASET_BYTES, &|_| {}).await?;
        let description: Description =
            serde_json::from_slice(&description).map_err(|_| DatasetError::NotADataset)?;
        let export = newest_export(&description.resources).ok_or(DatasetError::NoExport)?;
        let export = self.address.join(export).map_err(|_| DatasetError::NotADataset)?;
        let zip = self.get(&export, MAX_ARCHIVE_BYTES, progress).await?;
        if zip.starts_with(b"PK") { Ok(zip) } else { Err(DatasetError::NotAnArchive) }
    }

    async fn get(&self, url: &Url, limit: u64, progress: Progress<'_>) -> Result<Vec<u8>, DatasetError> {
        let backoff = ExponentialBuilder::default()
            .with_jitter()
            .with_min_delay(self.patience.first_wait)
            .with_max_delay(self.patience.longest_wait)
            .with_max_times(self.patience.tries.saturating_sub(1));
        (|| self.get_once(url, limit, progress))
            .retry(backoff)
            .when(DatasetError::may_pass)
            .adjust(|error: &DatasetError, wait| self.patience.wait_as_asked(error.retry_after(), wait))
            .notify(|error, wait| {
                tracing::warn!(%error, wait_ms = wait.as_millis() as u64, "certifications will be asked for again");
                progress(Step::Retrying);
            })
            .await
    }

    /// One try. The client follows no redirect by itself: each address is looked at before it is asked.
    async fn get_once(&self, url: &Url, limit: u64, progress: Progress<'_>) -> Result<Vec<u8>, DatasetError> {
        let mut url = url.clone();
        for _ in 0..=MOST_REDIRECTS {
            if !self.is_publisher(&url) {
                break;
            }
            let response = self.client.get(url.clone()).send().await.map_err(broken)?;
            let status = response.status();
            match next(&url, status, response.headers()) {
                _ if status == StatusCode::OK => return body(response, limit, progress).await,
                Some(next) => url = next,
                None => {
                    let retry_after = outside::retry_after(response.headers(), self.clock.now());
                    return Err(DatasetError::Status { status, retry_after });
                }
            }
        }
        Err(DatasetError::Elsewhere(url.host_str().unwrap_or_default().to_owned()))
    }

    /// Whether an address is where the setting says, or where data.gouv.fr keeps its files.
    fn is_publisher(&self, url: &Url) -> bool {
        let is_own = url.origin() == self.address.origin();
        let is_listed = url.scheme() == "https"
            && url.port().is_none()
            && url.host_str().is_some_and(|host| PUBLISHER_HOSTS.contains(&host));
        (is_own || is_listed) && url.username().is_empty() && url.password().is_none()
    }
}

/// Where an answer sends on to.
fn next(url: &Url, status: StatusCode, headers: &HeaderMap) -> Option<Url> {
    let is_sent_on = matches!(
        status,
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    let location = headers.get(LOCATION).filter(|_| is_sent_on)?.to_str().ok()?;
    url.join(location).ok()
}

async fn body(mut response: Response, limit: u64, progress: Progress<'_>) -> Result<Vec<u8>, DatasetError> {
    let announced = response.content_length();
    if announced.is_some_and(|bytes| bytes > limit) {
        return Err(DatasetError::TooLarge(limit));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(broken)? {
        body.extend_from_slice(&chunk);
        if body.len() as u64 > limit {
            return Err(DatasetError::TooLarge(limit));
        }
        progress(Step::Downloading(body.len() as u64, announced));
    }
    Ok(body)
}

/// The address of the newest export. They are named `export-fiches-csv-2026-03-02.zip`, one a day; the XML ones otherwise.
fn newest_export(resources: &[Resource]) -> Option<&str> {
    let dated = resources
        .iter()
        .filter_map(|resource| Some((day_of(resource.title.as_deref()?)?, resource.url.as_deref()?)));
    dated.max_by_key(|(day, _)| *day).map(|(_, url)| url)
}

fn day_of(title: &str) -> Option<NaiveDate> {
    let title = title.trim().to_ascii_lowercase();
    let day = title.strip_prefix("export-fiches-csv-")?.strip_suffix(".zip")?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

impl DatasetError {
    /// How long the server asks to wait.
    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Whether another try could do better.
    fn may_pass(&self) -> bool {
        match self {
            Self::Broken(_) => true,
            Self::Status { status, .. } => {
                status.is_server_error()
                    || matches!(*status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
            }
            Self::Elsewhere(_)
            | Self::TooLarge(_)
            | Self::NotADataset
            | Self::NoExport
            | Self::NotAnArchive => false,
        }
    }
}

fn broken(error: reqwest::Error) -> DatasetError {
    DatasetError::Broken(outside::root_cause(&error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource(title: &str) -> Resource {
        Resource { title: Some(title.to_owned()), url: Some(format!("/{title}")) }
    }

    #[test]
    fn the_newest_csv_export_is_taken() {
        let resources = [
            "export-fiches-csv-2026-02-28.zip",
            "Export-Fiches-CSV-2026-03-02.zip",
            "export-fiches-rncp-v4-1-2026-03-03.zip",
            "export-fiches-csv-2026-03-32.zip",
            "Dictionnaire de données",
        ]
        .map(resource);
        assert_eq!(newest_export(&resources), Some("/Export-Fiches-CSV-2026-03-02.zip"));
        assert!(newest_export(&resources[2..]).is_none());
    }

    #[test]
    fn only_the_publishers_addresses_are_asked() {
        let address = "https://www.data.gouv.fr/api/1/datasets/5eebbc067a14b6fecc9c9976/";
        let dataset = Dataset::new(address, Patience::daily(), Clock::system()).expect("a client");
        let may = |url: &str| dataset.is_publisher(&url.parse().expect("an address"));
        assert!(may("https://static.data.gouv.fr/resources/x/export-fiches-csv-2026-03-02.zip"));
        assert!(may("https://www.data.gouv.fr/fr/datasets/r/35318a3e"));
        for url in [
            "http://static.data.gouv.fr/x",
            "https://static.data.gouv.fr:8443/x",
            "https://moi@static.data.gouv.fr/x",
            "https://static.data.gouv.fr.example/x",
            "http://169.254.169.254/latest",
            "file:///etc/passwd",
        ] {
            assert!(!may(url), "{url}");
        }
    }
}
