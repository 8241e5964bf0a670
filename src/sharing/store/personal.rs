//! What sharing holds about a person altogether; the withdrawal that goes with the erasure of an account.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::{
    NewConsent, accesses_data, erase_accesses, erase_shares, insert_consent, lock_standing, save_choice,
    shares_data,
};
use crate::ids::{Ids, PersonId, ProfileId};
use crate::platform::db::dirty::{self, Urgency};
use crate::platform::db::{Tx, audit};
use crate::platform::http::Result;
use crate::sharing::model::{Choice, Method, Notice};

/// Everything held about the person.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let visibility = sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'visibility', (SELECT to_jsonb(v) FROM visibility v WHERE v.person_id = $1),
               'consents', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.position), '[]')
                            FROM consent_event e WHERE e.person_id = $1),
               'blocked_companies', (SELECT COALESCE(jsonb_agg(to_jsonb(b) ORDER BY b.blocked_at), '[]')
                                     FROM blocked_company b WHERE b.person_id = $1),
               'blocked_people', (SELECT COALESCE(jsonb_agg(jsonb_build_object('blocked_at', b.blocked_at)
                                                            ORDER BY b.blocked_at), '[]')
                                  FROM blocked_person b WHERE b.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(&mut *conn)
    .await?;
    let shares = shares_data(&mut *conn, person).await?;
    let accesses = accesses_data(conn, person).await?;
    Ok(json!({ "choices": visibility, "shares": shares, "accesses": accesses }))
}

/// Removes it. Every company to which something was shared stops seeing it, and every node forgets whom the person blocked.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    erase_shares(tx, ids, person, now).await?;
    erase_accesses(tx, person).await?;
    sqlx::query!("DELETE FROM blocked_person WHERE person_id = $1 OR blocked_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    let blocks =
        sqlx::query!("DELETE FROM blocked_company WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    if blocks.rows_affected() > 0 {
        dirty::outdate_block_lists(tx).await?;
    }
    sqlx::query!("DELETE FROM visibility WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

/// Hides somebody from recruiters because they asked to be erased: the same withdrawal as with the switch, said so.
pub async fn withdraw_visibility(
    tx: &mut Tx<'_>,
    ids: &Ids,
    (person, profile): (PersonId, ProfileId),
    now: DateTime<Utc>,
) -> Result<()> {
    let choice = Choice::parse(false, None, Notice::visibility().version)?;
    let standing = lock_standing(tx, person).await?;
    if let Some(kind) = choice.consent(&standing) {
        save_choice(tx, person, choice, &standing, now).await?;
        let consent = NewConsent { person, kind, method: Method::Erasure, notice: choice.notice() };
        insert_consent(tx, ids.ordered(), consent, now).await?;
        let entry = audit::Entry::new(kind.event(), now, "person", person.0).by(person);
        audit::record(tx, ids, entry).await?;
    }
    // Whatever the switch said: from now on the account is hidden by itself.
    dirty::mark(tx, &[profile], Urgency::Now, now).await?;
    Ok(())
}
