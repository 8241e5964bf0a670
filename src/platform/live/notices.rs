//! Notices: one row per person, kind and subject that they have not read yet.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Topic, changed};
use crate::ids::{Ids, PersonId};
use crate::notices::NoticeKind;
use crate::platform::db::Tx;

/// One thing to tell one person.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Who is told.
    pub person: PersonId,
    /// What.
    pub kind: NoticeKind,
    /// What it is about; a notice of the same kind about the same subject that was not read yet is renewed, not repeated.
    pub subject: Uuid,
    /// What is needed to word it: names and titles, never a message nor contact data. An object.
    pub facts: Value,
}

/// What became of the mail of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// No mail is due for this kind.
    None,
    /// It has not left yet: nobody has read the notice, and no mail server has taken the mail.
    Waiting,
    /// A mail server took it.
    Sent,
    /// None was sent: the person read the notice first, chose to get no mail, or has no address any more.
    Skipped,
    /// It was refused for good, or tried in vain for hours.
    Failed,
}

impl MailState {
    fn stored(state: &str) -> Self {
        match state {
            "waiting" | "leaving" => Self::Waiting,
            "sent" => Self::Sent,
            "skipped" => Self::Skipped,
            "failed" => Self::Failed,
            _ => Self::None,
        }
    }
}

/// The columns of new rows.
#[derive(Default)]
struct Columns {
    ids: Vec<Uuid>,
    people: Vec<Uuid>,
    kinds: Vec<String>,
    subjects: Vec<Uuid>,
    facts: Vec<Value>,
    mails: Vec<String>,
}

impl Columns {
    fn of(ids: &Ids, notices: &[Notice]) -> Self {
        // Of what is told twice the last word counts; one order for everybody, or two transactions could wait for each other.
        let keyed = notices.iter().map(|n| ((n.person, n.kind.kind(), n.subject), n));
        let distinct: BTreeMap<_, _> = keyed.collect();
        let mut columns = Self::default();
        for ((person, kind, subject), notice) in distinct {
            columns.ids.push(ids.ordered());
            columns.people.push(person.0);
            columns.kinds.push(kind.to_owned());
            columns.subjects.push(subject);
            columns.facts.push(notice.facts.clone());
            columns.mails.push(if notice.kind.is_mailed() { "waiting" } else { "none" }.to_owned());
        }
        columns
    }
}

/// Tells people, and hints to their open pages that they were told.
pub async fn tell(tx: &mut Tx<'_>, ids: &Ids, notices: &[Notice], now: DateTime<Utc>) -> sqlx::Result<()> {
    if notices.is_empty() {
        return Ok(());
    }
    let columns = Columns::of(ids, notices);
    sqlx::query!(
        "INSERT INTO notification (id, person_id, kind, subject_id, facts, created_at, told_at, mail)
         SELECT n.id, n.person, n.kind, n.subject, n.facts, $7, $7, n.mail
         FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::jsonb[], $6::text[])
              AS n (id, person, kind, subject, facts, mail)
         ON CONFLICT (person_id, kind, subject_id) WHERE read_at IS NULL
         DO UPDATE SET facts = EXCLUDED.facts, created_at = EXCLUDED.created_at",
        &columns.ids,
        &columns.people,
        &columns.kinds,
        &columns.subjects,
        &columns.facts,
        &columns.mails,
        now,
    )
    .execute(&mut **tx)
    .await?;
    let mut people: Vec<_> = notices.iter().map(|notice| notice.person).collect();
    people.sort_unstable();
    people.dedup();
    changed(tx, &people, Topic::Notices).await
}

/// Removes every notice about these subjects, read or not: for whoever deletes the subjects, in the same transaction.
///
/// A mail about them that has not left yet does not leave.
pub async fn forget(tx: &mut Tx<'_>, subjects: &[Uuid]) -> sqlx::Result<()> {
    let people = sqlx::query_scalar!(
        r#"DELETE FROM notification WHERE subject_id = ANY($1) RETURNING person_id AS "person: PersonId""#,
        subjects,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut people: Vec<_> = people.into_iter().collect();
    people.sort_unstable();
    people.dedup();
    changed(tx, &people, Topic::Notices).await
}

/// Tells what became of the mails of these notices: of the newest one for each subject; none for a subject nobody was told of.
pub async fn mail_states(
    conn: &mut PgConnection,
    kind: NoticeKind,
    subjects: &[Uuid],
) -> sqlx::Result<Vec<(Uuid, MailState)>> {
    let rows = sqlx::query!(
        "SELECT DISTINCT ON (subject_id) subject_id, mail FROM notification
         WHERE subject_id = ANY($1) AND kind = $2
         ORDER BY subject_id, created_at DESC, id DESC",
        subjects,
        kind.kind(),
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.subject_id, MailState::stored(&row.mail))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_twice_at_once_is_told_once_with_the_last_facts() {
        let ids = Ids::seeded(crate::platform::clock::Clock::system(), 1);
        let notice = |person: u128, text: &str| Notice {
            person: PersonId(Uuid::from_u128(person)),
            kind: NoticeKind::OfferReceived,
            subject: Uuid::nil(),
            facts: Value::from(text),
        };
        let columns = Columns::of(&ids, &[notice(2, "a"), notice(1, "b"), notice(2, "c")]);
        assert_eq!(columns.people, [Uuid::from_u128(1), Uuid::from_u128(2)]);
        assert_eq!(columns.facts, ["b", "c"]);
        assert_eq!(columns.mails, ["waiting", "waiting"]);
    }
}
