//! One attempt to bring the catalogue up to date: where the archive came from and what came of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::catalogue::Counts;
use super::diff::Tally;
use super::known::Origin;

/// Where an archive came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A file given by the operator.
    File,
    /// The publisher's address.
    Download,
    /// The catalogue that comes with Carnet.
    Starter,
    /// The publisher's API, for what the archive lacks.
    Api,
    /// France compétences' table of certifications, downloaded or given by the operator.
    Certifications,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The catalogue changed.
    Applied,
    /// The archive says what the catalogue already says.
    Unchanged,
    /// The archive was compared with the catalogue, and nothing was changed: that was all that was asked.
    Compared,
    /// The archive is unreadable, incomplete or loses too much.
    Refused,
    /// The archive could not be fetched.
    Failed,
}

/// One line of the history of imports.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its id.
    pub id: Uuid,
    /// Version of the archive, where it could be read.
    pub release: Option<i32>,
    /// Where the archive came from.
    pub source: Source,
    /// Hash of its bytes, where there were any.
    pub sha256: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// Why it was refused or failed: a French sentence.
    pub error: Option<String>,
    /// Oddities that did not prevent reading.
    pub notices: Vec<String>,
    /// Sizes of the archive's lists, where they could be read.
    pub counts: Option<Counts>,
    /// What it changed, all lists together.
    pub tally: Tally,
    /// What the release changes, list by list, where it could be read.
    pub summary: Option<String>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: DateTime<Utc>,
}

impl Source {
    /// The word used in the history.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Download => "download",
            Self::Starter => "starter",
            Self::Api => "api",
            Self::Certifications => "certifications",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::File, Self::Download, Self::Starter, Self::Api, Self::Certifications]
            .into_iter()
            .find(|source| source.as_str() == word)
    }

    /// What the catalogue says of itself after importing from here.
    pub fn origin(self) -> Origin {
        match self {
            Self::File | Self::Download | Self::Api | Self::Certifications => Origin::Archive,
            Self::Starter => Origin::Starter,
        }
    }
}

impl Outcome {
    /// The word used in the history.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Unchanged => "unchanged",
            Self::Compared => "compared",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        let all = [Self::Applied, Self::Unchanged, Self::Compared, Self::Refused, Self::Failed];
        all.into_iter().find(|outcome| outcome.as_str() == word)
    }
}
