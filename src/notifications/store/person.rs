//! What is held about one person here: for their download, and for its removal.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;

use crate::ids::{Ids, PersonId};
use crate::platform::db::Tx;
use crate::platform::http::idempotency;

/// Everything held about the person: what they were told, what they chose, and their requests whose answers are kept for a day.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let notices = sqlx::query!(
        "SELECT kind, facts, told_at, created_at, read_at, mail FROM notification
         WHERE person_id = $1 ORDER BY created_at, id",
        person.0,
    )
    .fetch_all(&mut *conn)
    .await?;
    let notices: Vec<Value> = notices
        .into_iter()
        .map(|n| {
            json!({ "kind": n.kind, "facts": n.facts, "first_told_at": n.told_at, "told_at": n.created_at,
                    "read_at": n.read_at, "mail": n.mail })
        })
        .collect();
    let settings = sqlx::query!(
        "SELECT notice_group, mail, in_app, updated_at FROM notification_setting
         WHERE person_id = $1 ORDER BY notice_group",
        person.0,
    )
    .fetch_all(&mut *conn)
    .await?;
    let settings: Vec<Value> = settings
        .into_iter()
        .map(|s| json!({ "group": s.notice_group, "mail": s.mail, "in_app": s.in_app, "chosen_at": s.updated_at }))
        .collect();
    let requests = idempotency::personal_data(conn, person).await?;
    Ok(
        json!({ "notifications": notices, "notification_settings": settings, "repeatable_requests": requests }),
    )
}

/// Removes all of it, and what others were told that names the person. A mail that has not left does not leave: it finds no
/// notice.
///
/// Before anything of the account is erased: its id, its address and its name are what is looked for.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    _now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM notification WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!(
        "DELETE FROM notification n USING person p
         WHERE p.id = $1 AND (
             (n.facts->>'first_name' = p.first_name AND n.facts->>'last_name' = p.last_name)
             OR EXISTS (SELECT FROM unnest(ARRAY[p.id::text, p.profile_id::text, p.email,
                                                 p.first_name || ' ' || p.last_name]) word
                        WHERE strpos(n.facts::text, word) > 0))",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM notification_setting WHERE person_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    idempotency::forget(tx, person).await
}
