//! A download of everything held about a person: where it stands, what it is at.

use chrono::Duration;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long its file is kept.
pub const KEPT: Duration = Duration::hours(24);
/// After how long one that is not ready never will be.
pub const STALE: Duration = Duration::hours(24);
/// How many one person may ask for in a day.
pub const MOST_A_DAY: i64 = 5;
/// Most bytes of one.
pub const LARGEST: u64 = 1024 * 1024 * 1024;

/// Where a download stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = DataExportStatus)]
pub enum Status {
    /// Nobody works on it yet.
    Waiting,
    /// It is being put together.
    Running,
    /// Its file can be fetched.
    Ready,
    /// It could not be put together.
    Failed,
    /// Its file is gone: ask for another.
    Erased,
}

impl Status {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Erased => "erased",
        }
    }
}

/// What it is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = DataExportStep)]
pub enum Step {
    /// Nothing yet.
    Waiting,
    /// Data is read.
    Gathering,
    /// Files are packed.
    Packing,
    /// The file is put away.
    Keeping,
    /// All of it.
    Done,
}

impl Step {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Gathering => "gathering",
            Self::Packing => "packing",
            Self::Keeping => "keeping",
            Self::Done => "done",
        }
    }
}
