//! Every consent can be proved: the chain of events is computed again, whatever was altered or removed behind the
//! server's back is found, and the text that was shown can be shown again.

use std::process::{Command, Output};

use carnet::ids::PersonId;
use carnet::sharing::{Chain, ConsentReport, Flaw, Notice, verify_consents};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use sqlx::{AssertSqlSafe, Executor, PgPool};

use super::{conclude, dice, trials};
use crate::support::app::TestApp;
use crate::support::database::TestDatabase;
use crate::support::users::User;

/// The table's name and the migration that chained what was there.
const MIGRATION: &str = include_str!("../../migrations/20261126000200_consent_chain.sql");

async fn switch(app: &TestApp, user: &User, visible: bool) {
    let body = json!({ "visible": visible, "policy_version": Notice::visibility().version });
    app.renewed(user).client.put("/me/visibility", body).await.expect(200);
}

async fn report(app: &TestApp) -> ConsentReport {
    verify_consents(&app.state).await.unwrap()
}

/// People who changed their mind five times each.
async fn undecided(app: &TestApp, people: usize) -> Vec<User> {
    let mut undecided = Vec::new();
    for number in 0..people {
        let user = app.person("Inès", &format!("Indécise {number}")).await;
        for visible in [true, false, true, false, true] {
            app.advance(chrono::Duration::seconds(1));
            switch(app, &user, visible).await;
        }
        undecided.push(user);
    }
    undecided
}

/// What somebody with every right on the database may do, without the server and its triggers.
pub(super) async fn tamper(pool: &PgPool, sql: &str) {
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    let done = tx.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    assert!(done.rows_affected() > 0, "{sql} changed nothing");
    tx.commit().await.unwrap();
}

/// Puts everything back as it was set aside.
async fn restore(pool: &PgPool) {
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    for table in ["consent_event", "visibility"] {
        tx.execute(AssertSqlSafe(format!("DELETE FROM {table}"))).await.unwrap();
        tx.execute(AssertSqlSafe(format!("INSERT INTO {table} SELECT * FROM kept_{table}"))).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// One statement per column of the table: the columns to come as well.
async fn alterations(pool: &PgPool, table: &str, place: &str) -> Vec<String> {
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT column_name::text, data_type::text FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1",
    )
    .bind(table)
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(columns.len() > 3, "the columns of {table} were not found");
    let altered = |(column, kind): &(String, String)| {
        let value = match (column.as_str(), kind.as_str()) {
            ("kind", _) => {
                "CASE kind WHEN 'visibility_given' THEN 'visibility_withdrawn' ELSE 'visibility_given' END"
                    .to_owned()
            }
            (_, "uuid") => "gen_random_uuid()".to_owned(),
            (_, "text") => format!("{column} || 'x'"),
            (_, "boolean") => format!("NOT {column}"),
            (_, "integer") => format!("{column} + 100"),
            (_, "timestamp with time zone") => format!("{column} + interval '1 microsecond'"),
            (_, other) => panic!("say how to alter a {other}"),
        };
        format!("UPDATE {table} SET {column} = {value} WHERE {place}")
    };
    columns.iter().map(altered).collect()
}

/// A consent that was never given: chained to the last event as the database itself would, and the switch says the same.
fn forged(person: PersonId) -> String {
    format!(
        "WITH forged AS (
             INSERT INTO consent_event
             SELECT chained.*
             FROM consent_event last,
                  jsonb_populate_record(last, jsonb_build_object(
                      'id', gen_random_uuid(), 'kind', 'visibility_given', 'position', last.position + 1,
                      'at', last.at + interval '1 second')) event,
                  jsonb_populate_record(event, jsonb_build_object(
                      'chain_sha256', consent_link(last.chain_sha256, event))) chained
             WHERE last.person_id = '{person}'
               AND last.position = (SELECT max(position) FROM consent_event WHERE person_id = '{person}')
             RETURNING *
         )
         UPDATE visibility v SET visible = true, changed_at = forged.at, notice_version = forged.policy_version
         FROM forged WHERE v.person_id = forged.person_id"
    )
}

#[tokio::test]
async fn whatever_is_altered_or_removed_is_found() {
    let (seed, mut rng) = dice();
    let app = TestApp::start().await;
    let pool = &app.state.pool;
    let people = undecided(&app, 3).await;
    pool.execute("CREATE TABLE kept_consent_event AS TABLE consent_event; CREATE TABLE kept_visibility AS TABLE visibility").await.unwrap();
    let clean = ConsentReport { people: 3, events: 15, receipts: 15, faults: Vec::new() };
    assert_eq!(report(&app).await, clean);
    let (mut tried, mut missed) = (0, Vec::new());
    for _ in 0..trials(1) {
        let person = people.choose(&mut rng).unwrap().id;
        let other = people.iter().find(|other| other.id != person).unwrap().id;
        let whose = format!("person_id = '{person}'");
        let mut tampering = alterations(pool, "visibility", &whose).await;
        for position in 1..=5 {
            let place = format!("{whose} AND position = {position}");
            tampering.push(format!("DELETE FROM consent_event WHERE {place}"));
            tampering.extend(alterations(pool, "consent_event", &place).await);
            tampering.push(format!(
                "UPDATE consent_event e SET method = o.method || ' ', chain_sha256 = o.chain_sha256
                 FROM consent_event o
                 WHERE e.{whose} AND e.position = {position} AND o.person_id = '{other}' AND o.position = {position}"
            ));
        }
        tampering.push(format!(
            "DELETE FROM consent_event WHERE {whose} AND position > {}",
            rng.random_range(0..5)
        ));
        tampering.push(format!("DELETE FROM visibility WHERE {whose}"));
        tampering.push(forged(person));
        tampering.push(format!("UPDATE consent_event SET position = 200 - position WHERE {whose}"));
        for sql in tampering {
            tamper(pool, &sql).await;
            if report(&app).await.faults.is_empty() {
                missed.push(sql);
            }
            restore(pool).await;
            assert_eq!(report(&app).await, clean);
            tried += 1;
        }
    }
    conclude("consent proof", seed, format!("{tried} ways to tamper"), &missed);
}

#[tokio::test]
async fn a_forged_consent_that_is_rightly_chained_is_found_for_want_of_its_receipt() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Retirée").await;
    for visible in [true, false] {
        app.advance(chrono::Duration::seconds(1));
        switch(&app, &ines, visible).await;
    }
    tamper(&app.state.pool, &forged(ines.id)).await;
    let report = report(&app).await;
    assert_eq!((report.events, report.receipts), (3, 2));
    // The events follow one another and the switch is what the last one says.
    let [fault] = &report.faults[..] else { panic!("{:?}", report.faults) };
    assert_eq!((fault.person, fault.chain, fault.flaw), (ines.id, Chain::Receipts, Flaw::Unproven));
}

#[tokio::test]
async fn a_chain_stays_whole_when_several_devices_change_it_at_once() {
    let (_, mut rng) = dice();
    let app = std::sync::Arc::new(TestApp::start().await);
    let mut devices = Vec::new();
    for name in ["Inès", "Zoé"] {
        let user = app.person(name, "Pressée").await;
        for _ in 0..4 {
            devices.push((app.second_device(&user).await, StdRng::seed_from_u64(rng.random())));
        }
    }
    let tasks = devices.into_iter().map(|(user, mut rng)| {
        let app = app.clone();
        tokio::spawn(async move {
            for _ in 0..20 {
                switch(&app, &user, rng.random_bool(0.5)).await;
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    let report = report(&app).await;
    assert_eq!((report.people, report.faults), (2, Vec::new()));
    assert!(report.events > 10, "only {} changes", report.events);
}

#[tokio::test]
async fn two_events_of_one_person_at_once_never_fork_the_chain() {
    let app = TestApp::start().await;
    let pool = &app.state.pool;
    let ines = app.person("Inès", "Lefèvre").await;
    let insert = "INSERT INTO consent_event (id, person_id, kind, policy_version, policy_sha256, method, at)
                  VALUES (gen_random_uuid(), $1, 'visibility_given', 'v', 's', 'm', now())";
    // As whoever forgets to hold the person's row would write it.
    let mut one = pool.begin().await.unwrap();
    sqlx::query(insert).bind(ines.id).execute(&mut *one).await.unwrap();
    let (beside, person) = (pool.clone(), ines.id);
    let other = tokio::spawn(async move { sqlx::query(insert).bind(person).execute(&beside).await });
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    one.commit().await.unwrap();
    let refused = other.await.unwrap().unwrap_err();
    let constraint = refused.as_database_error().and_then(|error| error.constraint().map(str::to_owned));
    assert_eq!(constraint.as_deref(), Some("consent_event_person_position_key"));
}

#[tokio::test]
async fn the_text_that_was_shown_can_be_shown_again() {
    let app = TestApp::start().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let shown = ines.client.get("/me/visibility").await.expect(200);
    switch(&app, &ines, true).await;
    let (version, sha256): (String, String) =
        sqlx::query_as("SELECT policy_version, policy_sha256 FROM consent_event")
            .fetch_one(&app.state.pool)
            .await
            .unwrap();
    let text = Notice::find(&version).expect("the version is kept");
    assert_eq!((text.text, text.sha256()), (shown["policy_text"].as_str().unwrap(), sha256));
    // A text that nobody knows any more is a fault, even in a chain that holds.
    let zoe = app.person("Zoé", "Martin").await;
    sqlx::query(
        "WITH event AS (
             INSERT INTO consent_event (id, person_id, kind, policy_version, policy_sha256, method, at)
             VALUES (gen_random_uuid(), $1, 'visibility_given', '1999-01', 's', 'switch', now())
             RETURNING person_id, at, policy_version
         )
         INSERT INTO visibility (person_id, visible, changed_at, notice_version)
         SELECT person_id, true, at, policy_version FROM event",
    )
    .bind(zoe.id)
    .execute(&app.state.pool)
    .await
    .unwrap();
    let faults = report(&app).await.faults;
    let found: Vec<_> = faults.iter().map(|fault| (fault.person, fault.flaw)).collect();
    // In the chain of what was said, and in that of its receipts.
    assert_eq!(found, [(zoe.id, Flaw::UnknownText); 2]);
}

#[tokio::test]
async fn what_was_there_before_is_chained_by_the_migration() {
    let app = TestApp::start().await;
    let pool = &app.state.pool;
    undecided(&app, 4).await;
    let chains = "SELECT string_agg(person_id || ' ' || position || ' ' || chain_sha256, ',' ORDER BY person_id, position) FROM consent_event";
    let before: String = sqlx::query_scalar(chains).fetch_one(pool).await.unwrap();
    pool.execute(
        "DROP TRIGGER consent_event_chain ON consent_event; DROP FUNCTION chain_consent;
         DROP FUNCTION consent_link;
         ALTER TABLE consent_event DROP COLUMN position, DROP COLUMN chain_sha256",
    )
    .await
    .unwrap();
    pool.execute(MIGRATION).await.unwrap();
    let after: String = sqlx::query_scalar(chains).fetch_one(pool).await.unwrap();
    assert_eq!(before, after);
    assert_eq!(report(&app).await, ConsentReport { people: 4, events: 20, receipts: 20, faults: Vec::new() });
    let refused = pool.execute("UPDATE consent_event SET method = ''").await.unwrap_err();
    assert!(refused.to_string().contains("append-only"), "{refused}");
}

#[tokio::test]
async fn the_command_says_whether_the_proofs_hold() {
    let database = TestDatabase::create().await;
    let folder = tempfile::tempdir().unwrap();
    let data = format!("--data={}", folder.path().display());
    let verify = async || -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
        command.args(["verify-consents", &data]).env("DATABASE_URL", database.url());
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    };
    let told = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let sound = verify().await;
    assert!(sound.status.success(), "{sound:?}");
    assert_eq!(told(&sound), "0 consents of 0 people and 0 receipts checked\n");
    let pool = PgPool::connect_with(database.options()).await.unwrap();
    pool.execute(
        "SET session_replication_role = replica;
         INSERT INTO visibility VALUES ('00000000-0000-0000-0000-000000000007', true, now(), '2026-11')",
    )
    .await
    .unwrap();
    pool.close().await;
    let unsound = verify().await;
    assert_eq!(unsound.status.code(), Some(1));
    let person = "person 00000000-0000-0000-0000-000000000007: the switch or a chosen company is not what the last event says";
    assert!(told(&unsound).contains(person), "{unsound:?}");
}
