//! The pool of connections: what somebody who goes away leaves behind in one of them.

use std::pin::pin;
use std::time::Duration;

use carnet::platform::db::pool;
use futures::poll;
use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, PgPool};

use crate::support::database::TestDatabase;

/// Begins a transaction on the only connection of the pool and goes away before it is told that it began; then somebody else
/// writes a word without a transaction of their own, and is told that it is written.
async fn write_after_somebody_left(pool: &PgPool, word: &str) {
    let mut connection = pool.acquire().await.unwrap();
    {
        let mut beginning = pin!(connection.begin());
        assert!(poll!(&mut beginning).is_pending());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    drop(connection);
    let written = sqlx::query("INSERT INTO said (word) VALUES ($1)").bind(word).execute(pool).await.unwrap();
    assert_eq!(written.rows_affected(), 1);
}

#[tokio::test]
async fn what_is_written_after_somebody_left_a_transaction_that_began_is_written() {
    let database = TestDatabase::create().await;
    let reader = pool::connect(database.options(), 1).await.unwrap();
    sqlx::query("CREATE TABLE said (word text NOT NULL)").execute(&reader).await.unwrap();
    let ours = pool::connect(database.options(), 1).await.unwrap();
    let plain = PgPoolOptions::new().max_connections(1).connect_with(database.options()).await.unwrap();
    write_after_somebody_left(&ours, "ours").await;
    write_after_somebody_left(&plain, "plain").await;
    // A plain pool loses it (sqlx 0.9): once this fails, `pool::connect` may ask less.
    let said: Vec<String> = sqlx::query_scalar("SELECT word FROM said").fetch_all(&reader).await.unwrap();
    assert_eq!(said, ["ours"]);
}
