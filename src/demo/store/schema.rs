//! Sets aside the references and secondary indexes of the loaded tables, and puts them back.
//!
//! Checking twenty million rows one by one against their references, and sorting each into every index as
//! it comes, costs several times the load itself; checking and sorting them once at the end does not. All of
//! it happens inside the loading transaction: when it fails, nothing has changed. Primary keys and unique
//! indexes stay: rows come in the order of their ids, so that keeping them is cheap.

use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Executor, PgPool};

/// For this transaction, lifts the limits that protect requests and gives the sorts at the end some memory.
pub async fn be_patient(connection: &mut PgConnection) -> sqlx::Result<()> {
    for setting in [
        "SET LOCAL statement_timeout = 0",
        "SET LOCAL idle_in_transaction_session_timeout = 0",
        "SET LOCAL lock_timeout = '60s'",
        "SET LOCAL maintenance_work_mem = '512MB'",
    ] {
        connection.execute(setting).await?;
    }
    Ok(())
}

/// What was set aside, as the statements that put it back.
pub struct SetAside {
    restore: Vec<(String, String)>,
}

/// Drops the foreign keys and the secondary indexes of these tables.
pub async fn set_aside(connection: &mut PgConnection, tables: &[&str]) -> sqlx::Result<SetAside> {
    let tables: Vec<String> = tables.iter().map(|&table| table.to_owned()).collect();
    let mut restore = indexes(connection, &tables).await?;
    for (index, _) in &restore {
        connection.execute(AssertSqlSafe(format!("DROP INDEX {index}"))).await?;
    }
    for (table, constraint, definition) in references(connection, &tables).await? {
        connection
            .execute(AssertSqlSafe(format!("ALTER TABLE {table} DROP CONSTRAINT {constraint}")))
            .await?;
        let statement = format!("ALTER TABLE {table} ADD CONSTRAINT {constraint} {definition}");
        restore.push((constraint, statement));
    }
    Ok(SetAside { restore })
}

impl SetAside {
    /// Puts everything back; PostgreSQL checks every row on the way.
    pub async fn restore(self, connection: &mut PgConnection, note: impl Fn(&str)) -> sqlx::Result<()> {
        for (name, statement) in self.restore {
            note(&name);
            connection.execute(AssertSqlSafe(statement)).await?;
        }
        Ok(())
    }
}

/// Tells the planner about the loaded rows.
pub async fn gather_statistics(pool: &PgPool, tables: &[&str]) -> sqlx::Result<()> {
    let mut connection = pool.acquire().await?;
    for table in tables {
        connection.execute(AssertSqlSafe(format!("ANALYZE {table}"))).await?;
    }
    Ok(())
}

/// Secondary indexes: (name, statement that creates it).
async fn indexes(connection: &mut PgConnection, tables: &[String]) -> sqlx::Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        r#"SELECT quote_ident(c.relname) AS "name!", pg_get_indexdef(i.indexrelid) AS "definition!"
           FROM pg_index i
           JOIN pg_class c ON c.oid = i.indexrelid
           JOIN pg_class t ON t.oid = i.indrelid
           WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1) AND NOT i.indisunique
           ORDER BY 1"#,
        tables,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.definition)).collect())
}

/// Foreign keys: (table, name, definition).
async fn references(
    connection: &mut PgConnection,
    tables: &[String],
) -> sqlx::Result<Vec<(String, String, String)>> {
    let rows = sqlx::query!(
        r#"SELECT quote_ident(t.relname) AS "table_name!", quote_ident(c.conname) AS "name!",
               pg_get_constraintdef(c.oid) AS "definition!"
           FROM pg_constraint c
           JOIN pg_class t ON t.oid = c.conrelid
           WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1) AND c.contype = 'f'
           ORDER BY 1, 2"#,
        tables,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.table_name, row.name, row.definition)).collect())
}
