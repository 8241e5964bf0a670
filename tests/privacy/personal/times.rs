//! A moment of its own in each column about somebody that holds one: the same second, another microsecond,
//! so that nothing comes earlier or later than it did.

use chrono::{Days, NaiveDate};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, PgPool};

use super::rows::{Owned, Planted};
use crate::consistency::classes;

/// Puts a moment, or a day, of its own into every column about somebody that is filled.
pub async fn plant_times(pool: &PgPool, owned: &Owned) -> Vec<Planted> {
    let classes = classes();
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    let mut planted = Vec::new();
    for (table, condition) in owned {
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT column_name::text, data_type::text FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = $1
               AND data_type IN ('timestamp with time zone', 'date') ORDER BY ordinal_position",
        )
        .bind(table)
        .fetch_all(&mut *tx)
        .await
        .unwrap();
        for (column, kind) in columns {
            let full = format!("{table}.{column}");
            let class = classes.get(&full).cloned().unwrap_or_default();
            if class == "none" {
                continue;
            }
            let (value, shown) = of_its_own(planted.len(), &column, &kind);
            let sql =
                format!("UPDATE {table} SET {column} = {value} WHERE ({condition}) AND {column} IS NOT NULL");
            // Otherwise it is empty, or held to another column by a rule.
            if tried(&mut tx, sql).await > 0 {
                planted.push(Planted { column: full, class, value: shown });
            }
        }
    }
    tx.commit().await.unwrap();
    planted
}

/// Runs a statement, and undoes it where a rule forbids it; tells how many rows it changed.
pub async fn tried(connection: &mut PgConnection, sql: String) -> u64 {
    let mut savepoint = connection.begin().await.unwrap();
    if let Ok(done) = savepoint.execute(AssertSqlSafe(sql)).await {
        savepoint.commit().await.unwrap();
        return done.rows_affected();
    }
    savepoint.rollback().await.unwrap();
    0
}

/// A value in the words of SQL, and how it is written in a download.
fn of_its_own(number: usize, column: &str, kind: &str) -> (String, String) {
    if kind == "date" {
        let first = NaiveDate::from_ymd_opt(1907, 1, 1).unwrap();
        let day = first.checked_add_days(Days::new(number as u64)).unwrap();
        return (format!("'{day}'::date"), day.to_string());
    }
    // Six digits that end in no zero are written as they are.
    let digits = 100_007 + 10 * number;
    let value = format!("date_trunc('second', {column}) + interval '{digits} microseconds'");
    (value, format!(".{digits}"))
}

#[test]
fn a_moment_is_written_with_digits_of_its_own() {
    assert_eq!(of_its_own(3, "at", "date").1, "1907-01-04");
    let (value, shown) = of_its_own(3, "at", "timestamp with time zone");
    assert_eq!(value, "date_trunc('second', at) + interval '100037 microseconds'");
    assert_eq!(shown, ".100037");
}
