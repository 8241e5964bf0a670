//! R12: yesterday's dump beside today's index, an empty database beside a full one.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use carnet_index::ProfileStore;
use reqwest::Method;
use serde_json::json;

use super::world::{Server, World};
use super::{BUSY, figure, report, until};
use crate::support::users::User;

fn program(name: &str) -> PathBuf {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/script/postgres-bin");
    let output = Command::new(script).output().unwrap();
    PathBuf::from(String::from_utf8(output.stdout).unwrap().trim()).join(name)
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Writes a dump of the database.
pub fn dump(world: &World, file: &Path) {
    run(Command::new(program("pg_dump"))
        .arg("--format=custom")
        .arg(format!("--file={}", file.display()))
        .arg(format!("--dbname={}", world.url())));
}

/// Makes the database what it was when the dump was written; no server may be using it.
pub fn restore(world: &World, file: &Path) {
    run(Command::new(program("psql"))
        .args(["-X", "-q", "-c", "DROP SCHEMA public CASCADE; CREATE SCHEMA public"])
        .arg(world.url()));
    run(Command::new(program("pg_restore")).arg(format!("--dbname={}", world.url())).arg(file));
}

/// Renames a person; the index follows in one batch.
async fn rename(world: &World, server: &Server, user: &User, name: &str) {
    let body = json!({ "last_name": name });
    let answer = world.ask(server, user, Method::PATCH, "/me", Some(&body)).await.unwrap();
    assert!(answer.status.is_success(), "{answer:?}");
    world.settled(Duration::from_secs(5) + BUSY).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restored_dump_is_never_served_from_a_newer_index() {
    let most: u32 = figure("CARNET_BATCHES", 2, 8);
    let world = World::new().await;
    world.populate(40).await;
    let file = world.data.with_file_name("carnet.dump");
    let ines = world.app.person("Inès", "Avant").await;
    let mut server = world.serve(&[]);
    server.ready().await;
    assert!(super::crowd::set_visible(&world, &server, &ines, true).await);
    world.settled(Duration::from_secs(5) + BUSY).await;
    let mut tried = 0;
    // The index is ahead of the dump by this many batches; by one it looks like a stop between two steps.
    for batches in 1..=most {
        dump(&world, &file);
        for n in 1..=batches {
            rename(&world, &server, &ines, &format!("Après {n}")).await;
        }
        server.kill();
        restore(&world, &file);
        server = world.serve(&[]);
        until("the search answers", Duration::from_secs(30), async || {
            let answer = world.search(&server, &json!({ "name": "Inès" })).await;
            let Some(answer) = answer.filter(|answer| answer.status.is_success()) else { return false };
            assert_eq!(answer.body["total"], 1);
            assert_eq!(
                answer.body["hits"][0]["last_name"], "Avant",
                "{batches} batches ahead: {}",
                answer.body["hits"][0]
            );
            true
        })
        .await;
        server.ready().await;
        world.settled(Duration::from_secs(5) + BUSY).await;
        world.assert_exact().await;
        tried += 1;
    }
    // An empty database beside a full index.
    server.kill();
    let elsewhere = crate::support::database::TestDatabase::create().await;
    let url = elsewhere.url();
    let port = super::world::free_port();
    let mut command = world.command(port, "", &["--without=jobs,schedule"]);
    command.env("DATABASE_URL", &url);
    let mut other = Server::start(port, command);
    other.ready().await;
    let found: i64 = sqlx::query_scalar("SELECT read_profiles FROM index_node WHERE built_at IS NOT NULL")
        .fetch_one(&carnet::platform::db::pool::connect(elsewhere.options(), 1).await.unwrap())
        .await
        .unwrap();
    assert_eq!(found, 0, "the index of an empty database is empty");
    let index = ProfileStore::open(world.data.join("index")).unwrap().open_current().unwrap().unwrap();
    assert_eq!(index.searcher().count(), 0);
    other.kill();
    report(
        "R12",
        format!(
            "{tried} dumps restored beside an index 1 to {most} batches ahead; an empty database beside a full index"
        ),
        "0 stale names shown, 0/0/0/0",
    );
}
