//! The rows about somebody, and a value of its own in each of their columns.

use std::collections::{BTreeMap, BTreeSet};

use carnet::ids::PersonId;
use carnet::platform::seal::hex;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, PgPool};

use crate::consistency::classes;

/// What every planted value begins with, and nothing else.
pub const MARK: &str = "zqowned";

/// Columns by which a row is about a person, beside `person_id`.
const ALSO_ABOUT: [(&str, &str); 2] = [("message", "author_id"), ("person", "id")];
/// Foreign keys that lead from somebody's row to what is somebody else's: the other side of a room, of an offer, of a search.
const OF_OTHERS: [(&str, &str); 3] =
    [("message", "room_id"), ("room_member", "room_id"), ("saved_search_match", "saved_search_id")];
/// Columns whose value is how something is found again: another one would only lose it.
const KEYS: [&str; 4] =
    ["file.object_key", "file.sha256", "experience_proof.sha256", "passport_document.number"];

/// What a company wrote, and goes on reading in its own notices.
const OF_COMPANIES: [&str; 1] = ["share.purpose_title"];

/// The rows about a person: a condition for each table.
pub type Owned = BTreeMap<String, String>;

/// A foreign key: the table and its columns, the table referred to and its columns.
type Reference = (String, Vec<String>, String, Vec<String>);

async fn references(pool: &PgPool) -> Vec<Reference> {
    sqlx::query_as(
        "SELECT c.conrelid::regclass::text,
                ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, o)
                      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.o),
                c.confrelid::regclass::text,
                ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, o)
                      JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.o)
         FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY c.oid",
    )
    .fetch_all(pool)
    .await
    .unwrap()
}

/// Follows the foreign keys from the account down.
pub async fn owned(pool: &PgPool, person: PersonId) -> Owned {
    let references = references(pool).await;
    let mut owned = Owned::new();
    owned.insert("person".to_owned(), format!("id = '{person}'"));
    for (table, columns, to, _) in &references {
        let about = |column: &str| column == "person_id" || ALSO_ABOUT.contains(&(table.as_str(), column));
        if to == "person" && columns.len() == 1 && about(&columns[0]) {
            let condition = format!("{} = '{person}'", columns[0]);
            owned
                .entry(table.clone())
                .and_modify(|known| *known = format!("{known} OR {condition}"))
                .or_insert(condition);
        }
    }
    // Four steps down: further down there is nothing.
    for _ in 0..4 {
        let known = owned.clone();
        for (table, columns, to, keys) in &references {
            let is_of_others =
                columns.iter().any(|column| OF_OTHERS.contains(&(table.as_str(), column.as_str())));
            let Some(condition) = known.get(to) else { continue };
            if to == "person" || known.contains_key(table) || is_of_others {
                continue;
            }
            let within = format!(
                "({}) IN (SELECT {} FROM {to} WHERE {condition})",
                columns.join(", "),
                keys.join(", ")
            );
            owned
                .entry(table.clone())
                .and_modify(|known| *known = format!("{known} OR {within}"))
                .or_insert(within);
        }
    }
    let mut with_rows = Owned::new();
    for (table, condition) in owned {
        let sql = AssertSqlSafe(format!("SELECT count(*) FROM {table} WHERE {condition}"));
        let rows: i64 = sqlx::query_scalar(sql).fetch_one(pool).await.unwrap();
        if rows > 0 {
            with_rows.insert(table, condition);
        }
    }
    with_rows
}

/// What was planted: the column, and the value's beginning.
#[derive(Clone, Debug)]
pub struct Planted {
    pub column: String,
    pub class: String,
    pub value: String,
}

/// A value in the words of SQL; none for a type that takes no text.
fn value(text: &str, column: &str, kind: &str) -> Option<String> {
    let numbered = format!("'{text}' || n");
    Some(match kind {
        "text" if column.ends_with("email") => format!("{numbered} || '@example.org'"),
        "text" => numbered,
        "ARRAY" => format!("ARRAY[{numbered}]"),
        "bytea" => format!("convert_to({numbered}, 'UTF8')"),
        "jsonb" => format!("jsonb_build_object('note', {numbered})"),
        _ => return None,
    })
}

/// Puts a value of its own into every column about somebody that takes one.
pub async fn plant(pool: &PgPool, owned: &Owned) -> Vec<Planted> {
    let classes = classes();
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    let mut planted = Vec::new();
    for (table, condition) in owned {
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT column_name::text, data_type::text FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position",
        )
        .bind(table)
        .fetch_all(&mut *tx)
        .await
        .unwrap();
        for (column, kind) in columns {
            let full = format!("{table}.{column}");
            let class = classes.get(&full).cloned().unwrap_or_default();
            let text = format!("{MARK}{:03}x", planted.len());
            let Some(value) = value(&text, &column, &kind) else { continue };
            if class == "none" || [KEYS.as_slice(), &OF_COMPANIES].concat().contains(&full.as_str()) {
                continue;
            }
            if update(&mut tx, (table, &column), (condition, &value)).await {
                planted.push(Planted { column: full, class, value: text });
            }
        }
    }
    tx.commit().await.unwrap();
    planted
}

/// Fills the column where it is filled; false when it takes no such value, or is nowhere filled.
async fn update(
    connection: &mut PgConnection,
    (table, column): (&str, &str),
    (condition, value): (&str, &str),
) -> bool {
    let sql = format!(
        "UPDATE {table} t SET {column} = {value}
         FROM (SELECT ctid AS place, row_number() OVER (ORDER BY ctid) AS n FROM {table} WHERE {condition}) numbered
         WHERE t.ctid = numbered.place AND t.{column} IS NOT NULL"
    );
    let mut savepoint = connection.begin().await.unwrap();
    match savepoint.execute(AssertSqlSafe(sql)).await {
        Ok(done) if done.rows_affected() > 0 => savepoint.commit().await.is_ok(),
        _ => {
            savepoint.rollback().await.unwrap();
            false
        }
    }
}

/// Every column of every table in which a text lies, as it is or in hexadecimal.
pub async fn columns_with(pool: &PgPool, text: &str) -> BTreeSet<String> {
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.table_name <> '_sqlx_migrations'
           AND c.data_type IN ('text', 'jsonb', 'bytea', 'uuid', 'ARRAY', 'tsvector')",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let hexadecimal = hex(text.as_bytes());
    let mut found = BTreeSet::new();
    for (table, column) in columns {
        let sql = format!(
            "SELECT EXISTS (SELECT FROM {table} WHERE strpos(lower({column}::text), $1) > 0 OR strpos({column}::text, $2) > 0)"
        );
        let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(text.to_lowercase()).bind(&hexadecimal);
        if query.fetch_one(pool).await.unwrap() {
            found.insert(format!("{table}.{column}"));
        }
    }
    found
}
