//! What left a passport, for its person to read.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::PgExecutor;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::platform::state::AppState;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[schema(as = PassportLogKind)]
pub enum LogKind {
    /// An export was asked for.
    ExportRequested,
    /// Its file was fetched.
    ExportDownloaded,
    /// One skill was proved without the rest.
    ClaimDisclosed,
    /// The badge of a validation was issued.
    BadgeIssued,
    /// A link was given to somebody.
    ShareCreated,
    /// Somebody looked at what a link shows.
    ShareViewed,
    /// Somebody opened a proof through a link.
    ShareProofOpened,
    /// A link was taken back.
    ShareRevoked,
    /// Something another platform attested was imported.
    EntryImported,
    /// It was removed.
    ImportRemoved,
}

impl LogKind {
    /// The name that is stored and shown to programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ExportRequested => "export_requested",
            Self::ExportDownloaded => "export_downloaded",
            Self::ClaimDisclosed => "claim_disclosed",
            Self::BadgeIssued => "badge_issued",
            Self::ShareCreated => "share_created",
            Self::ShareViewed => "share_viewed",
            Self::ShareProofOpened => "share_proof_opened",
            Self::ShareRevoked => "share_revoked",
            Self::EntryImported => "entry_imported",
            Self::ImportRemoved => "import_removed",
        }
    }
}

/// A line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: LogKind,
    /// To whom; null where it was the person.
    pub who: Option<String>,
    /// What it was about.
    pub scope: Value,
}

/// Adds a line.
pub async fn add(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    kind: LogKind,
    (who, scope): (Option<&str>, Value),
) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO passport_log (id, person_id, at, kind, who, scope) VALUES ($1, $2, $3, $4, $5, $6)",
        state.ids.ordered::<Uuid>(),
        person.0,
        state.clock.now(),
        kind.as_str(),
        who,
        scope,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The lines of a person, newest first.
pub async fn list(
    db: impl PgExecutor<'_>,
    person: PersonId,
    before: Option<(DateTime<Utc>, Uuid)>,
    rows: i64,
) -> sqlx::Result<Vec<Line>> {
    let (at, id) = before.unzip();
    sqlx::query_as!(
        Line,
        r#"SELECT id, at, kind AS "kind: LogKind", who, scope FROM passport_log
           WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3))
           ORDER BY at DESC, id DESC LIMIT $4"#,
        person.0,
        at,
        id,
        rows,
    )
    .fetch_all(db)
    .await
}
