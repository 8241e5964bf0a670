//! The private cluster, started for real in folders of every kind, and killed.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use carnet::platform::embedded_postgres::EmbeddedPostgres;
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};
use sqlx::{Connection, PgConnection, Row};

use crate::support::folder::Folder;

/// Tells the child process of [`owner_process`] which folder to serve.
const FOLDER: &str = "CARNET_TEST_CLUSTER";

async fn connect(postgres: &EmbeddedPostgres) -> Result<PgConnection> {
    Ok(PgConnection::connect_with(&postgres.connect_options()).await?)
}

async fn text(connection: &mut PgConnection, query: &'static str) -> Result<String> {
    Ok(sqlx::query(query).fetch_one(connection).await?.get(0))
}

/// Writes a row that a later connection must find again.
async fn remember(connection: &mut PgConnection) -> Result<()> {
    sqlx::raw_sql("CREATE TABLE kept AS SELECT 'là'::text AS word").execute(connection).await?;
    Ok(())
}

async fn assert_remembered(postgres: &EmbeddedPostgres) -> Result<()> {
    let mut connection = connect(postgres).await?;
    assert_eq!(text(&mut connection, "SELECT word FROM kept").await?, "là");
    Ok(())
}

fn server_pid(postgres: &EmbeddedPostgres) -> Result<Pid> {
    let file = fs::read_to_string(postgres.cluster_dir().join("postmaster.pid"))?;
    Ok(Pid::from_raw(file.lines().next().context("empty postmaster.pid")?.parse()?))
}

/// Counts the server processes started for a cluster. The postmaster keeps its command line; a child bears the same one
/// for the moment before it names itself, and is known by its parent.
fn postmasters_of(cluster: &Path) -> Result<usize> {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc")? {
        let process = entry?;
        let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).into_owned();
        let mut parts = line.split('\0');
        let is_server = parts.next().is_some_and(|program| program.ends_with("/postgres"));
        if is_server && parts.any(|part| Path::new(part) == cluster) {
            let status = fs::read_to_string(process.path().join("status")).unwrap_or_default();
            let parent = status.lines().find_map(|line| line.strip_prefix("PPid:")).unwrap_or_default();
            parents.insert(process.file_name().to_string_lossy().into_owned(), parent.trim().to_owned());
        }
    }
    Ok(parents.values().filter(|parent| !parents.contains_key(*parent)).count())
}

/// Asks again until the answer comes or two minutes have passed.
async fn eventually<F: AsyncFnMut() -> bool>(what: &str, mut ask: F) -> Result<()> {
    let started = Instant::now();
    while !ask().await {
        ensure!(started.elapsed() < Duration::from_mins(2), "{what} did not happen");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

#[tokio::test]
async fn a_folder_with_spaces_and_accents_holds_a_durable_cluster() -> Result<()> {
    let folder = Folder::new("var à moi");
    let postgres = EmbeddedPostgres::start(&folder.data, None).await?;
    assert_eq!(postgres.cluster_dir(), folder.data.canonicalize()?.join("postgres"));

    let mut connection = connect(&postgres).await?;
    assert_eq!(text(&mut connection, "SHOW fsync").await?, "on");
    assert_eq!(text(&mut connection, "SHOW listen_addresses").await?, "");
    assert_eq!(text(&mut connection, "SHOW data_checksums").await?, "on");
    let sorted = "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(ARRAY['zoo','été','etat','Élan','eau']) w";
    assert_eq!(text(&mut connection, sorted).await?, "eau Élan etat été zoo");
    remember(&mut connection).await?;
    connection.close().await?;
    let cluster = postgres.cluster_dir().to_path_buf();
    postgres.stop().await;
    assert!(!cluster.join("postmaster.pid").exists(), "a clean stop removes postmaster.pid");
    assert_eq!(postmasters_of(&cluster)?, 0);

    let again = EmbeddedPostgres::start(&folder.data, None).await?;
    assert_remembered(&again).await?;
    again.stop().await;
    Ok(())
}

#[tokio::test]
async fn a_long_path_gets_a_short_socket() -> Result<()> {
    let folder = Folder::new(&"très long ".repeat(12));
    let postgres = EmbeddedPostgres::start(&folder.data, None).await?;
    let mut connection = connect(&postgres).await?;
    let sockets =
        PathBuf::from(text(&mut connection, "SHOW unix_socket_directories").await?.trim_matches('"'));
    assert!(sockets.join(".s.PGSQL.5432").as_os_str().len() <= 107, "{}", sockets.display());
    assert_eq!(fs::metadata(&sockets)?.permissions().mode() & 0o777, 0o700);
    connection.close().await?;
    postgres.stop().await;
    assert!(!sockets.exists(), "the short folder is removed at the end");
    Ok(())
}

#[tokio::test]
async fn a_folder_the_server_cannot_reach_moves_the_cluster_elsewhere() -> Result<()> {
    let folder = Folder::new("var");
    fs::set_permissions(&folder.root, fs::Permissions::from_mode(0o700))?;
    let postgres = EmbeddedPostgres::start(&folder.data, None).await?;
    let cluster = postgres.cluster_dir().to_path_buf();
    remember(&mut connect(&postgres).await?).await?;
    postgres.stop().await;
    if geteuid().is_root() {
        assert!(cluster.starts_with("/var/lib/carnet"), "{}", cluster.display());
    } else {
        assert_eq!(cluster, folder.data.canonicalize()?.join("postgres"));
    }

    // Once there, it stays there, even when the folder becomes reachable.
    fs::set_permissions(&folder.root, fs::Permissions::from_mode(0o755))?;
    let again = EmbeddedPostgres::start(&folder.data, None).await?;
    assert_eq!(again.cluster_dir(), cluster);
    assert_remembered(&again).await?;
    again.stop().await;
    if let Some(home) = cluster.parent().filter(|home| home.starts_with("/var/lib/carnet")) {
        fs::remove_dir_all(home)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_server_killed_while_running_is_started_again() -> Result<()> {
    let folder = Folder::new("var");
    let postgres = EmbeddedPostgres::start(&folder.data, None).await?;
    remember(&mut connect(&postgres).await?).await?;
    let killed = server_pid(&postgres)?;
    kill(killed, Signal::SIGKILL)?;
    eventually("a new server", async || {
        server_pid(&postgres).is_ok_and(|pid| pid != killed) && connect(&postgres).await.is_ok()
    })
    .await?;
    assert_remembered(&postgres).await?;
    assert_eq!(postmasters_of(postgres.cluster_dir())?, 1);
    postgres.stop().await;
    Ok(())
}

/// Serves a folder until it is killed: the application's part in the tests below.
#[tokio::test]
#[ignore = "runs only as the child process of other tests"]
async fn owner_process() -> Result<()> {
    let Some(folder) = std::env::var_os(FOLDER) else { return Ok(()) };
    let _postgres = EmbeddedPostgres::start(Path::new(&folder), None).await?;
    tokio::time::sleep(Duration::from_mins(5)).await;
    Ok(())
}

fn spawn_owner(data: &Path) -> Result<Child> {
    let child = Command::new(std::env::current_exe()?)
        .args(["--exact", "platform::embedded_postgres::owner_process", "--ignored"])
        .env(FOLDER, data)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    Ok(child)
}

fn kill_owner(mut owner: Child) -> Result<()> {
    owner.kill()?;
    owner.wait()?;
    Ok(())
}

#[tokio::test]
async fn the_server_of_a_killed_application_is_taken_over() -> Result<()> {
    let folder = Folder::new("var");
    let owner = spawn_owner(&folder.data)?;
    let cluster = folder.data.join("postgres");
    eventually("the owner's server", async || cluster.join("postmaster.pid").exists()).await?;
    let guest = EmbeddedPostgres::start(&folder.data, None).await?;
    let orphan = server_pid(&guest)?;
    remember(&mut connect(&guest).await?).await?;
    guest.stop().await;
    kill_owner(owner)?;

    let heir = EmbeddedPostgres::start(&folder.data, None).await?;
    assert_eq!(server_pid(&heir)?, orphan, "the orphan answers: it is kept");
    assert_eq!(postmasters_of(heir.cluster_dir())?, 1);
    assert_remembered(&heir).await?;
    let cluster = heir.cluster_dir().to_path_buf();
    heir.stop().await;
    assert_eq!(postmasters_of(&cluster)?, 0, "the heir stops what it took over");
    Ok(())
}

#[tokio::test]
async fn a_cluster_whose_application_and_server_were_both_killed_recovers() -> Result<()> {
    let folder = Folder::new("var");
    let owner = spawn_owner(&folder.data)?;
    eventually("the owner's server", async || folder.data.join("postgres/postmaster.pid").exists()).await?;
    let guest = EmbeddedPostgres::start(&folder.data, None).await?;
    remember(&mut connect(&guest).await?).await?;
    let server = server_pid(&guest)?;
    guest.stop().await;
    kill_owner(owner)?;
    kill(server, Signal::SIGKILL)?;

    let heir = EmbeddedPostgres::start(&folder.data, None).await?;
    assert_ne!(server_pid(&heir)?, server);
    assert_remembered(&heir).await?;
    heir.stop().await;
    Ok(())
}

#[tokio::test]
async fn a_second_process_shares_the_server_and_inherits_it() -> Result<()> {
    let folder = Folder::new("var");
    let first = EmbeddedPostgres::start(&folder.data, None).await?;
    let second = EmbeddedPostgres::start(&folder.data, None).await?;
    let pid = server_pid(&first)?;
    remember(&mut connect(&second).await?).await?;
    first.stop().await;
    assert_remembered(&second).await?;
    assert_eq!(server_pid(&second)?, pid, "the server outlives its first owner");

    // The heir looks twice a second whether the owner has gone; then it also repairs the server.
    tokio::time::sleep(Duration::from_secs(1)).await;
    kill(pid, Signal::SIGKILL)?;
    eventually("a repair by the heir", async || {
        server_pid(&second).is_ok_and(|found| found != pid) && connect(&second).await.is_ok()
    })
    .await?;
    let cluster = second.cluster_dir().to_path_buf();
    second.stop().await;
    assert_eq!(postmasters_of(&cluster)?, 0);
    Ok(())
}

#[tokio::test]
async fn data_of_another_major_version_are_refused_in_one_sentence() -> Result<()> {
    let folder = Folder::new("var");
    let postgres = EmbeddedPostgres::start(&folder.data, None).await?;
    let cluster = postgres.cluster_dir().to_path_buf();
    postgres.stop().await;
    fs::write(cluster.join("PG_VERSION"), "9999\n")?;
    let refusal = EmbeddedPostgres::start(&folder.data, None).await.err().context("it started")?.to_string();
    assert!(refusal.contains("PostgreSQL 9999"), "{refusal}");
    assert_eq!(refusal.lines().count(), 1);
    Ok(())
}

#[tokio::test]
async fn missing_programs_say_what_to_install() -> Result<()> {
    let folder = Folder::new("var");
    let refusal =
        EmbeddedPostgres::start(&folder.data, Some(&folder.root)).await.err().context("it started")?;
    assert!(refusal.to_string().contains("apt-get install postgresql"), "{refusal}");
    assert!(!folder.data.exists(), "nothing is created");
    Ok(())
}
