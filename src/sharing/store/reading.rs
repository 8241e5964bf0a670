//! What a company reads of what was shared with it. Everything that leaves goes through the one query here.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;

use crate::files::{self, FileCard};
use crate::ids::{CompanyId, ExperienceProofId, FileId, OfferRecipientId, PersonId, ShareId};
use crate::passport;
use crate::platform::db::Tx;
use crate::sharing::model::ShareKind;

/// Something that was shared, as the company may read it now.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The share.
    pub id: ShareId,
    /// Who shares.
    pub person: PersonId,
    /// What it shows.
    pub kind: ShareKind,
    /// The proof, if it is one.
    pub proof: Option<ExperienceProofId>,
    /// When it was agreed to.
    pub granted_at: DateTime<Utc>,
    /// When it ends by itself.
    pub ends_at: Option<DateTime<Utc>>,
    /// Since when it shows nothing; then nothing else of it is read either.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The number or the address.
    value: Option<String>,
    /// The CV.
    cv: Option<FileId>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
enum Asked {
    Purpose(OfferRecipientId),
    Share(ShareId),
}

/// What a company may read, by item the share that is open, or the newest one. The state of the share decides, in this very statement, whether
/// there is anything to read: its end, written down or not; the company, its legal unit and the register; the person's account, closed or about to be erased;
/// and whether what is shared is still there.
async fn readings(
    connection: &mut PgConnection,
    company: CompanyId,
    asked: Asked,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Reading>> {
    let (purpose, share) = match asked {
        Asked::Purpose(id) => (Some(id.0), None),
        Asked::Share(id) => (None, Some(id.0)),
    };
    sqlx::query_as!(
        Reading,
        r#"SELECT DISTINCT ON (s.item, s.proof_id)
                  s.id AS "id: ShareId", s.person_id AS "person: PersonId", s.item AS "kind: ShareKind",
                  s.proof_id AS "proof: ExperienceProofId", s.granted_at, s.ends_at, withdrawn.at AS withdrawn_at,
                  CASE WHEN withdrawn.at IS NULL
                       THEN CASE s.item WHEN 'phone' THEN d.phone WHEN 'email' THEN p.email END END AS value,
                  CASE WHEN withdrawn.at IS NULL AND s.item = 'cv' THEN d.cv_file_id END AS "cv: FileId"
           FROM share s
           JOIN company c ON c.id = s.company_id AND c.siren = s.siren AND c.register_state = 'active'
           JOIN person p ON p.id = s.person_id
           LEFT JOIN contact_detail d ON d.person_id = s.person_id
           LEFT JOIN shareable_proof sp ON sp.proof_id = s.proof_id AND sp.person_id = s.person_id
           CROSS JOIN LATERAL (SELECT coalesce(
               s.ended_at,
               CASE WHEN s.ends_at <= $4 THEN s.ends_at END,
               p.disabled_at,
               p.erase_asked_at,
               CASE WHEN (s.item = 'phone' AND d.phone IS NULL) OR (s.item = 'cv' AND d.cv_file_id IS NULL)
                         OR (s.item = 'proof' AND sp.proof_id IS NULL) THEN $4 END) AS at) AS withdrawn
           WHERE s.company_id = $1 AND (s.purpose_id = $2 OR s.id = $3)
           ORDER BY s.item, s.proof_id, s.ended_at IS NULL DESC, s.granted_at DESC, s.id"#,
        company.0,
        purpose,
        share,
        now,
    )
    .fetch_all(connection)
    .await
}

/// A share with this company, held as it is until the end of the transaction: what is read was not taken back before.
pub async fn lock_reading(
    tx: &mut Tx<'_>,
    company: CompanyId,
    share: ShareId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Reading>> {
    sqlx::query!("SELECT FROM share WHERE id = $1 AND company_id = $2 FOR SHARE", share.0, company.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(readings(tx, company, Asked::Share(share), now).await?.pop())
}

impl Reading {
    /// The file of a CV; a proof's is the passport's to name.
    pub const fn cv(&self) -> Option<FileId> {
        self.cv
    }
}

/// Whether a company still reads an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SharedState {
    /// It does.
    Shared,
    /// « information retirée »: it was shared, and is not any more.
    Withdrawn,
}

/// Something that was shared with a company, as it reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SharedItem {
    /// The share: what its file or passport is asked for by.
    pub share: ShareId,
    /// What it is.
    pub kind: ShareKind,
    /// Whether it can still be read.
    pub state: SharedState,
    /// Since when it is so.
    pub since: DateTime<Utc>,
    /// When it ends by itself; null: while the conversation is open, or when it ended.
    pub until: Option<DateTime<Utc>>,
    /// The number (E.164) or the address, as it is now.
    pub value: Option<String>,
    /// The CV or the proof as it is shown; null while a masked copy is being made.
    pub file: Option<FileCard>,
}

/// What a company reads of what was shared with it for a purpose, what was taken back included, as lines without content. The only
/// way by which anything shared leaves, with the file and the passport of a share.
///
/// Whoever shows it to a recruiter calls `record_shared_reading` in the same transaction: the person reads who saw what.
pub async fn shared_with_company(
    connection: &mut PgConnection,
    company: CompanyId,
    purpose: OfferRecipientId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<SharedItem>> {
    let mut found = readings(connection, company, Asked::Purpose(purpose), now).await?;
    found.sort_by_key(|it| (it.kind, it.granted_at, it.id));
    let mut files = files_of(connection, &found).await?;
    let told = found.into_iter().map(|it| {
        let file = files.remove(&it.id);
        match it.withdrawn_at {
            None => SharedItem {
                share: it.id,
                kind: it.kind,
                state: SharedState::Shared,
                since: it.granted_at,
                until: it.ends_at,
                value: it.value,
                file,
            },
            Some(since) => SharedItem {
                share: it.id,
                kind: it.kind,
                state: SharedState::Withdrawn,
                since,
                until: None,
                value: None,
                file: None,
            },
        }
    });
    Ok(told.collect())
}

/// What is known of the files that can be read.
async fn files_of(
    connection: &mut PgConnection,
    found: &[Reading],
) -> sqlx::Result<HashMap<ShareId, FileCard>> {
    let readable = || found.iter().filter(|it| it.withdrawn_at.is_none());
    let proofs: Vec<ExperienceProofId> = readable().filter_map(|it| it.proof).collect();
    let shown = passport::shown_files(&mut *connection, &proofs).await?;
    let file_of = |it: &Reading| it.cv.or_else(|| shown.get(&it.proof?).copied());
    let named: Vec<(ShareId, FileId)> = readable().filter_map(|it| Some((it.id, file_of(it)?))).collect();
    let ids: Vec<FileId> = named.iter().map(|(_, file)| *file).collect();
    let cards: HashMap<FileId, FileCard> =
        files::cards(connection, &ids).await?.into_iter().map(|card| (card.id, card)).collect();
    Ok(named.into_iter().filter_map(|(share, file)| Some((share, cards.get(&file)?.clone()))).collect())
}
