//! Notices that wait for a mail, and what becomes of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::ids::{NotificationId, PersonId};
use crate::notifications::model::{MailMode, Usual};
use crate::platform::db::Tx;

/// Gives up mails that nobody needs: of notices that were read, of people who chose to get none or have no address any more,
/// and of kinds this version does not know. Gives how many.
pub async fn skip(pool: &PgPool, limit: i64) -> sqlx::Result<u64> {
    let usual = Usual::table();
    let done = sqlx::query!(
        "UPDATE notification SET mail = 'skipped'
         WHERE mail = 'waiting' AND id IN (
             SELECT n.id
             FROM notification n
             JOIN person p ON p.id = n.person_id
             LEFT JOIN unnest($1::text[], $2::text[], $3::text[]) AS k (kind, notice_group, usual) ON k.kind = n.kind
             LEFT JOIN notification_setting s ON s.person_id = n.person_id AND s.notice_group = k.notice_group
             WHERE n.mail = 'waiting'
               AND (n.read_at IS NOT NULL OR p.disabled_at IS NOT NULL OR p.email_confirmed_at IS NULL
                    OR coalesce(s.mail, k.usual, 'none') = 'none')
             ORDER BY n.id
             LIMIT $4
             FOR UPDATE OF n SKIP LOCKED)",
        &usual.kinds,
        &usual.groups,
        &usual.mails,
        limit,
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected())
}

/// People who are due a mail of this mode: some notice of theirs has waited since before then.
pub async fn due(
    tx: &mut Tx<'_>,
    mode: MailMode,
    before: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<PersonId>> {
    let usual = Usual::table();
    sqlx::query_scalar!(
        r#"SELECT DISTINCT n.person_id AS "person: PersonId"
           FROM notification n
           JOIN unnest($1::text[], $2::text[], $3::text[]) AS k (kind, notice_group, usual) ON k.kind = n.kind
           LEFT JOIN notification_setting s ON s.person_id = n.person_id AND s.notice_group = k.notice_group
           WHERE n.mail = 'waiting' AND n.read_at IS NULL AND n.told_at <= $5 AND coalesce(s.mail, k.usual) = $4
           ORDER BY 1
           LIMIT $6"#,
        &usual.kinds,
        &usual.groups,
        &usual.mails,
        mode.name(),
        before,
        limit,
    )
    .fetch_all(&mut **tx)
    .await
}

/// People who chose the daily mail for rooms, and have not read messages told of before then.
pub async fn due_for_messages(
    tx: &mut Tx<'_>,
    before: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT n.person_id AS "person: PersonId"
           FROM notification_setting s
           JOIN notification n ON n.person_id = s.person_id
           JOIN person p ON p.id = s.person_id
           WHERE s.notice_group = 'rooms' AND s.mail = 'daily'
             AND n.kind = 'room.message' AND n.mail = 'none' AND n.read_at IS NULL AND n.told_at <= $1
             AND p.disabled_at IS NULL AND p.email_confirmed_at IS NOT NULL
           ORDER BY 1
           LIMIT $2"#,
        before,
        limit,
    )
    .fetch_all(&mut **tx)
    .await
}

/// Takes whatever waits for these people's mails of this mode, by person. Nobody else takes it then.
pub async fn take(
    tx: &mut Tx<'_>,
    mode: MailMode,
    people: &[PersonId],
) -> sqlx::Result<BTreeMap<PersonId, Vec<NotificationId>>> {
    let usual = Usual::table();
    let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
    let rows = sqlx::query!(
        r#"UPDATE notification SET mail = 'leaving'
           WHERE read_at IS NULL AND mail IN ('waiting', 'none') AND id IN (
               SELECT n.id
               FROM notification n
               JOIN unnest($1::text[], $2::text[], $3::text[]) AS k (kind, notice_group, usual) ON k.kind = n.kind
               LEFT JOIN notification_setting s
                      ON s.person_id = n.person_id AND s.notice_group = k.notice_group
               WHERE n.person_id = ANY($5) AND n.read_at IS NULL AND coalesce(s.mail, k.usual) = $4
                 AND (n.mail = 'waiting' OR (n.mail = 'none' AND n.kind = 'room.message' AND $4 = 'daily'))
               ORDER BY n.id
               FOR UPDATE OF n)
           RETURNING person_id AS "person: PersonId", id AS "id: NotificationId""#,
        &usual.kinds,
        &usual.groups,
        &usual.mails,
        mode.name(),
        &people,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut taken: BTreeMap<PersonId, Vec<NotificationId>> = BTreeMap::new();
    for row in rows {
        taken.entry(row.person).or_default().push(row.id);
    }
    Ok(taken)
}

/// The address a mail about these notices goes to, as long as one of them is there and not read.
pub async fn address(
    conn: &mut PgConnection,
    person: PersonId,
    notices: &[NotificationId],
) -> sqlx::Result<Option<String>> {
    let notices: Vec<Uuid> = notices.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        "SELECT p.email FROM person p
         WHERE p.id = $1 AND p.disabled_at IS NULL AND p.email_confirmed_at IS NOT NULL
           AND EXISTS (SELECT FROM notification n
                       WHERE n.id = ANY($2) AND n.person_id = p.id AND n.mail = 'leaving' AND n.read_at IS NULL)",
        person.0,
        &notices,
    )
    .fetch_optional(conn)
    .await
}

/// Notes what became of the mail about these notices.
pub async fn note(
    conn: &mut PgConnection,
    notices: &[NotificationId],
    outcome: &'static str,
) -> sqlx::Result<()> {
    let notices: Vec<Uuid> = notices.iter().map(|id| id.0).collect();
    sqlx::query!(
        "UPDATE notification SET mail = $2 WHERE id = ANY($1) AND mail = 'leaving'",
        &notices,
        outcome
    )
    .execute(conn)
    .await?;
    Ok(())
}
