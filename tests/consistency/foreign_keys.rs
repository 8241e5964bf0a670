//! A foreign key without an index makes every delete of the parent read the whole child.

use sqlx::PgPool;

use crate::support::database::TestDatabase;

/// Foreign keys of this schema that no index starts with, as `table.constraint`.
async fn unindexed(pool: &PgPool, schema: &str) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT c.conrelid::regclass || '.' || c.conname
         FROM pg_constraint c
         WHERE c.contype = 'f' AND c.connamespace = $1::regnamespace
           AND NOT EXISTS (
               SELECT FROM pg_index i
               WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
                 -- int2vector counts from 0; the order of the key's columns does not matter.
                 AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
           )
         ORDER BY 1",
    )
    .bind(schema)
    .fetch_all(pool)
    .await
    .unwrap()
}

#[tokio::test]
async fn every_foreign_key_is_indexed() {
    let database = TestDatabase::create().await;
    let pool = PgPool::connect_with(database.options()).await.unwrap();
    let keys: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(keys > 15, "the foreign keys were not found");
    assert_eq!(unindexed(&pool, "public").await, Vec::<String>::new());
    pool.close().await;
}

#[tokio::test]
async fn every_foreign_key_says_what_happens_when_its_parent_goes() {
    let database = TestDatabase::create().await;
    let pool = PgPool::connect_with(database.options()).await.unwrap();
    // 'a' is NO ACTION: what one gets by writing nothing.
    let silent: Vec<String> = sqlx::query_scalar(
        "SELECT conname FROM pg_constraint
         WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confdeltype = 'a'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(silent, Vec::<String>::new());
    pool.close().await;
}

#[tokio::test]
async fn a_foreign_key_without_an_index_is_seen() {
    let database = TestDatabase::create().await;
    let pool = PgPool::connect_with(database.options()).await.unwrap();
    let schema = "CREATE TABLE parent (a int, b int, PRIMARY KEY (a, b));
         CREATE TABLE good (a int, b int, FOREIGN KEY (a, b) REFERENCES parent); CREATE INDEX ON good (b, a);
         CREATE TABLE bare (a int, b int, CONSTRAINT bare_fkey FOREIGN KEY (a, b) REFERENCES parent);
         CREATE TABLE half (a int, b int, CONSTRAINT half_fkey FOREIGN KEY (a, b) REFERENCES parent);
         CREATE INDEX ON half (a);";
    sqlx::raw_sql(schema).execute(&pool).await.unwrap();
    assert_eq!(unindexed(&pool, "public").await, ["bare.bare_fkey", "half.half_fkey"]);
    pool.close().await;
}
