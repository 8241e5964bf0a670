//! Transactions that wait for each other.

use carnet::platform::http::{Code, Error};
use sqlx::PgConnection;

use crate::support::app::TestApp;

async fn lock(transaction: &mut PgConnection, thing: i64) -> sqlx::Result<()> {
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(thing).execute(transaction).await.map(drop)
}

#[tokio::test]
async fn whoever_loses_a_deadlock_is_told_to_come_again() {
    let app = TestApp::start().await;
    let (mut one, mut other) = tokio::try_join!(app.state.pool.begin(), app.state.pool.begin()).unwrap();
    lock(&mut one, 1).await.unwrap();
    lock(&mut other, 2).await.unwrap();
    let (one, other) = tokio::join!(lock(&mut one, 2), lock(&mut other, 1));
    let lost: Vec<sqlx::Error> = [one, other].into_iter().filter_map(Result::err).collect();
    assert_eq!(lost.len(), 1, "{lost:?}");
    for lost in lost {
        assert_eq!(Error::from(lost).code(), Code::Unavailable);
    }
}
