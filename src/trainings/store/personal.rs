//! What trainings hold about a person: that they wrote them.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use crate::ids::{Ids, PersonId};
use crate::platform::db::Tx;

/// The trainings the person wrote or changed.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'changed_last', (SELECT COALESCE(jsonb_agg(jsonb_build_object('training', t.id, 'title', t.title,
                                                                             'updated_at', t.updated_at,
                                                                             'updated_by', t.updated_by)
                                                          ORDER BY t.updated_at), '[]')
                                FROM training t WHERE t.updated_by = $1),
               'revisions_written', (SELECT COALESCE(jsonb_agg(jsonb_build_object('training', r.training_id,
                                                                                  'number', r.number, 'title', r.title,
                                                                                  'written_at', r.written_at,
                                                                                  'written_by', r.written_by)
                                                               ORDER BY r.written_at), '[]')
                                     FROM training_revision r WHERE r.written_by = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// Takes the author's name off them; trainings are the organisation's.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    _now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("UPDATE training SET updated_by = NULL WHERE updated_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("UPDATE training_revision SET written_by = NULL WHERE written_by = $1", person.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
