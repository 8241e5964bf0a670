//! Whatever is altered or removed of who saw whom, behind the server's back, is found.

use carnet::sharing::{AccessFlaw, verify_accesses};
use sqlx::{AssertSqlSafe, Executor};

use super::open;
use crate::support::search::{Added, SearchApp, someone};

/// Two people who were opened four times each.
async fn opened() -> (SearchApp, [Added; 2]) {
    let app = SearchApp::start().await;
    let recruiter = app.searcher().await;
    let people = [app.add(&someone("Inès", "Lefèvre")).await, app.add(&someone("Zoé", "Martin")).await];
    for person in [0, 1, 1, 0, 0, 1, 0, 1] {
        app.advance(chrono::Duration::seconds(1));
        open(&app, &recruiter, &people[person]).await;
    }
    (app, people)
}

/// Does what somebody with every right on the database may do, tells what is found, and puts it back.
async fn flaws(app: &SearchApp, sql: &str) -> Vec<(Option<i64>, AccessFlaw)> {
    let pool = &app.state.pool;
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    let done = tx.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    assert!(done.rows_affected() > 0, "{sql} changed nothing");
    tx.commit().await.unwrap();
    let report = verify_accesses(&app.state).await.unwrap();
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    for table in ["profile_access", "profile_access_chain"] {
        tx.execute(AssertSqlSafe(format!("DELETE FROM {table}"))).await.unwrap();
        tx.execute(AssertSqlSafe(format!("INSERT INTO {table} SELECT * FROM kept_{table}"))).await.unwrap();
    }
    tx.commit().await.unwrap();
    report.faults.iter().map(|fault| (fault.number, fault.flaw)).collect()
}

/// One statement per column of the table: the columns to come as well.
async fn alterations(app: &SearchApp, table: &str, place: &str) -> Vec<String> {
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT column_name::text, data_type::text FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1",
    )
    .bind(table)
    .fetch_all(&app.state.pool)
    .await
    .unwrap();
    assert!(columns.len() > 4, "the columns of {table} were not found");
    let altered = |(column, kind): &(String, String)| {
        let value = match (column.as_str(), kind.as_str()) {
            ("purpose", _) => "CASE purpose WHEN 'offer' THEN 'list' ELSE 'offer' END".to_owned(),
            ("purged", _) => "1".to_owned(),
            (_, "uuid") => "gen_random_uuid()".to_owned(),
            (_, "text") => format!("{column} || 'x'"),
            (_, "ARRAY") => format!("{column} || 'x'::text"),
            (_, "bigint") => format!("{column} + 100"),
            (_, "timestamp with time zone") => format!("{column} + interval '1 microsecond'"),
            (_, other) => panic!("say how to alter a {other}"),
        };
        format!("UPDATE {table} SET {column} = {value} WHERE {place}")
    };
    columns.iter().map(altered).collect()
}

#[tokio::test]
async fn whatever_is_altered_or_removed_is_found() {
    let (app, people) = opened().await;
    app.state
        .pool
        .execute(
            "CREATE TABLE kept_profile_access AS TABLE profile_access;
             CREATE TABLE kept_profile_access_chain AS TABLE profile_access_chain",
        )
        .await
        .unwrap();
    let clean = verify_accesses(&app.state).await.unwrap();
    assert_eq!((clean.people, clean.accesses, clean.faults.len()), (2, 8, 0), "{clean:?}");
    let whose = format!("person_id = '{}'", people[0].person);
    let mut tampering = alterations(&app, "profile_access_chain", &whose).await;
    tampering.push(format!("DELETE FROM profile_access_chain WHERE {whose}"));
    tampering.push(format!("DELETE FROM profile_access WHERE {whose}"));
    for number in 1..=4 {
        let place = format!("{whose} AND number = {number}");
        tampering.push(format!("DELETE FROM profile_access WHERE {place}"));
        tampering.extend(alterations(&app, "profile_access", &place).await);
    }
    assert!(tampering.len() > 50);
    for sql in tampering {
        assert!(!flaws(&app, &sql).await.is_empty(), "{sql} is not found");
    }
    assert_eq!(
        flaws(&app, &format!("DELETE FROM profile_access WHERE {whose} AND number = 4")).await,
        [(None, AccessFlaw::Cut)]
    );
    assert_eq!(
        flaws(&app, &format!("DELETE FROM profile_access WHERE {whose} AND number = 2")).await,
        [(Some(3), AccessFlaw::Missing)]
    );
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_what_was_opened() {
    let (app, people) = opened().await;
    let pool = &app.state.pool;
    for sql in [
        "UPDATE profile_access SET company_name = 'Autres'",
        "DELETE FROM profile_access WHERE number = 1",
        "DELETE FROM profile_access",
    ] {
        let refused = pool.execute(sql).await.unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
    // A person takes their openings along.
    sqlx::query("DELETE FROM person WHERE id = $1").bind(people[0].person).execute(pool).await.unwrap();
    let report = verify_accesses(&app.state).await.unwrap();
    assert_eq!((report.people, report.accesses, report.faults.len()), (1, 4, 0), "{report:?}");
    let mut tx = pool.begin().await.unwrap();
    carnet::sharing::erase_accesses(&mut tx, people[1].person).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(verify_accesses(&app.state).await.unwrap().people, 0);
}
