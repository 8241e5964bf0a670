//! What recruiters have used of their quotas, on all nodes together.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::ids::PersonId;
use crate::platform::db::Tx;
use crate::profiles::policy::{Counted, Quotas, Waiting, day};

/// Somebody who was refused because all was used.
#[derive(Clone, Copy, Debug)]
pub struct Over {
    /// Who.
    pub person: PersonId,
    /// Of what.
    pub counted: Counted,
    /// Beginning of the hour or day.
    pub starts_at: DateTime<Utc>,
    /// Refused requests of it so far.
    pub refused: i64,
}

/// Adds what this node counted to what PostgreSQL knows, learns what the other nodes counted, and names who was refused.
pub async fn share(pool: &PgPool, quotas: &Quotas) -> sqlx::Result<Vec<Over>> {
    let mut over = Vec::new();
    for quota in quotas.in_memory() {
        let lines = quota.waiting();
        if lines.is_empty() {
            continue;
        }
        let rows = match add(pool, &lines).await {
            Ok(rows) => rows,
            Err(error) => {
                for line in &lines {
                    quota.put_back(line);
                }
                return Err(error);
            }
        };
        for row in &rows {
            quota.learn(row.person, row.starts_at, row.used);
        }
        let was_refused = |row: &&Row| {
            let same = |line: &&Waiting| (line.person, line.starts_at) == (row.person, row.starts_at);
            lines.iter().find(same).is_some_and(|line| line.refused > 0)
        };
        over.extend(rows.iter().filter(was_refused).map(|row| Over {
            person: row.person,
            counted: row.counted,
            starts_at: row.starts_at,
            refused: row.refused,
        }));
    }
    Ok(over)
}

struct Row {
    person: PersonId,
    counted: Counted,
    starts_at: DateTime<Utc>,
    used: i64,
    refused: i64,
}

/// Adds the lines up; those of people who are gone are let go.
async fn add(pool: &PgPool, lines: &[Waiting]) -> sqlx::Result<Vec<Row>> {
    let people: Vec<Uuid> = lines.iter().map(|line| line.person.0).collect();
    let kinds: Vec<String> = lines.iter().map(|line| line.counted.as_str().to_owned()).collect();
    let starts: Vec<DateTime<Utc>> = lines.iter().map(|line| line.starts_at).collect();
    let used: Vec<i64> = lines.iter().map(|line| line.used).collect();
    let refused: Vec<i64> = lines.iter().map(|line| line.refused).collect();
    // In one order on every node, so that two of them never wait for each other.
    sqlx::query_as!(
        Row,
        r#"INSERT INTO recruiter_quota AS q (person_id, kind, starts_at, used, refused)
           SELECT n.person, n.kind, n.starts_at, n.used, n.refused
           FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[])
                AS n (person, kind, starts_at, used, refused)
           JOIN person p ON p.id = n.person
           ORDER BY n.person, n.kind, n.starts_at
           ON CONFLICT ON CONSTRAINT recruiter_quota_pkey
           DO UPDATE SET used = q.used + excluded.used, refused = q.refused + excluded.refused
           RETURNING person_id AS "person: PersonId", kind AS "counted: Counted", starts_at, used, refused"#,
        &people,
        &kinds,
        &starts,
        &used,
        &refused,
    )
    .fetch_all(pool)
    .await
}

/// Takes one profile of the day; how many were taken then, or, when all were, the refusal.
pub async fn take_profile(
    pool: &PgPool,
    person: PersonId,
    most: u32,
    now: DateTime<Utc>,
) -> sqlx::Result<Result<u32, Over>> {
    let (starts_at, _) = day(now);
    if most > 0 {
        let used = sqlx::query_scalar!(
            "INSERT INTO recruiter_quota AS q (person_id, kind, starts_at, used, refused)
             VALUES ($1, 'profiles', $2, 1, 0)
             ON CONFLICT ON CONSTRAINT recruiter_quota_pkey
             DO UPDATE SET used = q.used + 1 WHERE q.used < $3
             RETURNING used",
            person.0,
            starts_at,
            i64::from(most),
        )
        .fetch_optional(pool)
        .await?;
        if let Some(used) = used {
            return Ok(Ok(u32::try_from(used).unwrap_or(u32::MAX)));
        }
    }
    let refused = sqlx::query_scalar!(
        "INSERT INTO recruiter_quota AS q (person_id, kind, starts_at, used, refused)
         VALUES ($1, 'profiles', $2, 0, 1)
         ON CONFLICT ON CONSTRAINT recruiter_quota_pkey DO UPDATE SET refused = q.refused + 1
         RETURNING refused",
        person.0,
        starts_at,
    )
    .fetch_one(pool)
    .await?;
    Ok(Err(Over { person, counted: Counted::Profiles, starts_at, refused }))
}

/// In how many hours or days up to this one somebody was refused as often as the rule counts.
pub async fn windows_over(pool: &PgPool, over: &Over) -> sqlx::Result<i64> {
    let patience = over.counted.patience();
    let within = chrono::Duration::from_std(patience.within).unwrap_or_default();
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "windows!" FROM recruiter_quota
           WHERE person_id = $1 AND kind = $2 AND starts_at > $3 AND starts_at <= $4 AND refused >= $5"#,
        over.person.0,
        over.counted.as_str(),
        over.starts_at - within,
        over.starts_at,
        patience.refusals_of_each,
    )
    .fetch_one(pool)
    .await
}

/// Deletes what was counted in hours and days that began before this instant.
pub async fn purge(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let gone = sqlx::query!("DELETE FROM recruiter_quota WHERE starts_at < $1", before).execute(pool).await?;
    Ok(gone.rows_affected())
}

/// What is held about how much a person asked for, for their download.
pub async fn quotas_data(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let rows = sqlx::query!(
        "SELECT kind, starts_at, used, refused FROM recruiter_quota WHERE person_id = $1 ORDER BY starts_at, kind",
        person.0,
    )
    .fetch_all(connection)
    .await?;
    let lines = rows.iter().map(|row| {
        json!({ "kind": row.kind, "starts_at": row.starts_at, "used": row.used, "refused": row.refused })
    });
    Ok(lines.collect())
}

/// Deletes how much a person asked for.
pub async fn erase_quotas(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!("DELETE FROM recruiter_quota WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}
