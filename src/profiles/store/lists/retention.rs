//! What of lists, contacts and exclusions is kept, and how long.

use chrono::{DateTime, Months, Utc};

use crate::platform::db::Tx;

/// How long somebody stays on a list nobody touches, among those a company excluded, and among those its offers reached.
const KEPT: Months = Months::new(24);
/// How long a company remembers that its offers reached somebody who is on none of its lists: as long as it sees the offer itself.
const UNLISTED: Months = Months::new(3);
/// Most rows deleted in one statement.
const BATCH: i64 = 1000;

/// What went.
#[derive(Clone, Copy, Debug, Default)]
pub struct Purged {
    /// Lines of lists.
    pub entries: u64,
    /// Exclusions.
    pub exclusions: u64,
    /// Contacts.
    pub contacts: u64,
}

impl Purged {
    /// Everything together.
    pub const fn total(self) -> u64 {
        self.entries + self.exclusions + self.contacts
    }
}

/// Deletes some of what was kept long enough; to be called until nothing goes.
pub async fn purge(tx: &mut Tx<'_>, now: DateTime<Utc>) -> sqlx::Result<Purged> {
    let before = now.checked_sub_months(KEPT).unwrap_or(DateTime::<Utc>::MIN_UTC);
    let unlisted = now.checked_sub_months(UNLISTED).unwrap_or(DateTime::<Utc>::MIN_UTC);
    let entries = sqlx::query!(
        "DELETE FROM candidate_list_entry WHERE id IN (
             SELECT e.id FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id
             WHERE e.moved_at <= $1 AND NOT EXISTS (
                 SELECT FROM company_contact k
                 WHERE k.company_id = l.company_id AND k.person_id = e.person_id AND k.at > $1)
             ORDER BY e.moved_at LIMIT $2)",
        before,
        BATCH,
    )
    .execute(&mut **tx)
    .await?;
    let exclusions = sqlx::query!(
        "WITH gone AS (
             DELETE FROM excluded_profile WHERE id IN (
                 SELECT id FROM excluded_profile WHERE excluded_at <= $1 ORDER BY excluded_at LIMIT $2)
             RETURNING company_id), outdated AS (
             UPDATE company SET exclusions = exclusions + 1 WHERE id IN (SELECT company_id FROM gone))
         SELECT company_id FROM gone",
        before,
        BATCH,
    )
    .fetch_all(&mut **tx)
    .await?;
    let contacts = sqlx::query!(
        "DELETE FROM company_contact WHERE (company_id, person_id) IN (
             SELECT k.company_id, k.person_id FROM company_contact k
             WHERE k.at <= $1 OR (k.at <= $2 AND NOT EXISTS (
                 SELECT FROM candidate_list_entry e JOIN candidate_list l ON l.id = e.list_id
                 WHERE l.company_id = k.company_id AND e.person_id = k.person_id))
             ORDER BY k.at LIMIT $3)",
        before,
        unlisted,
        BATCH,
    )
    .execute(&mut **tx)
    .await?;
    Ok(Purged {
        entries: entries.rows_affected(),
        exclusions: exclusions.len() as u64,
        contacts: contacts.rows_affected(),
    })
}
