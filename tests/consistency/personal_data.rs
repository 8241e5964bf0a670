//! The census of personal data: every column is classed, in one committed table.
//!
//! `none` says nothing about anybody · `personal` is about someone · `sensitive` is what the house promises to
//! guard with care (who may see someone, what they consented to, what staff noted) · `secret` must never leave
//! the database.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::PgPool;

use crate::support::database::TestDatabase;

const CENSUS: &str = include_str!("personal_data.txt");
const CLASSES: &[&str] = &["none", "personal", "sensitive", "secret"];

/// Reads lines like `person personal: id, email` into column -> class.
fn parse(census: &str) -> BTreeMap<String, String> {
    let mut classed = BTreeMap::new();
    for line in census.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let (head, columns) = line.split_once(':').unwrap_or_else(|| panic!("no columns in {line:?}"));
        let (table, class) = head.split_once(' ').unwrap_or_else(|| panic!("no class in {line:?}"));
        for column in columns.split(',') {
            let before = classed.insert(format!("{table}.{}", column.trim()), class.to_owned());
            assert!(before.is_none(), "{table}.{column} is classed twice");
        }
    }
    classed
}

/// The class of every column, by `table.column`.
pub fn classes() -> BTreeMap<String, String> {
    parse(CENSUS)
}

/// What is wrong with the census of these columns.
fn faults(actual: &BTreeSet<String>, census: &BTreeMap<String, String>) -> Vec<String> {
    let unclassed = actual.iter().filter(|column| !census.contains_key(*column));
    let vanished = census.keys().filter(|column| !actual.contains(*column));
    let unknown = census.iter().filter(|(_, class)| !CLASSES.contains(&class.as_str()));
    unclassed
        .map(|column| format!("{column} has no class"))
        .chain(vanished.map(|column| format!("{column} is classed and does not exist")))
        .chain(unknown.map(|(column, class)| format!("{column}: {class} is no class")))
        .collect()
}

/// Every column of every table, `table.column`; the tables of other schemas with their schema's name.
async fn columns(pool: &PgPool) -> BTreeSet<String> {
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT CASE c.table_schema WHEN 'public' THEN '' ELSE c.table_schema || '.' END
             || c.table_name || '.' || c.column_name
         FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
           AND c.table_name <> '_sqlx_migrations'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    columns.into_iter().collect()
}

#[tokio::test]
async fn every_column_is_classed() {
    let database = TestDatabase::create().await;
    let pool = PgPool::connect_with(database.options()).await.unwrap();
    let actual = columns(&pool).await;
    pool.close().await;
    assert!(actual.contains("person.email") && actual.len() > 100, "the columns were not found");
    let faults = faults(&actual, &parse(CENSUS));
    assert!(faults.is_empty(), "tests/consistency/personal_data.txt:\n{}", faults.join("\n"));
}

#[test]
fn what_proves_who_one_is_never_counts_as_harmless() {
    let census = parse(CENSUS);
    for (column, class) in &census {
        let name = column.rsplit('.').next().unwrap_or_default();
        let is_credential =
            ["hash", "secret"].iter().any(|word| name.contains(word)) && !name.contains("sha256");
        assert!(!is_credential || class == "secret", "{column} is {class}");
        let is_about_someone = ["email", "first_name", "last_name", "person_id"].contains(&name);
        assert!(!is_about_someone || class != "none", "{column} is {class}");
    }
}

#[test]
fn a_new_a_vanished_and_a_misclassed_column_are_seen() {
    let actual = ["t.new", "t.known"].map(str::to_owned).into_iter().collect();
    let census = parse("# comment\nt personal: known\nt none: gone\nu harmless: odd\n");
    let found = faults(&actual, &census);
    assert_eq!(
        found,
        [
            "t.new has no class",
            "t.gone is classed and does not exist",
            "u.odd is classed and does not exist",
            "u.odd: harmless is no class",
        ]
    );
}
