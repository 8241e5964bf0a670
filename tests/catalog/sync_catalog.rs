//! The command, as an operator runs it.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::process::Command;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::certifications::Export;
use crate::support::database::TestDatabase;
use crate::support::rome::Rome;

/// A database, a data folder, and the command that works on them.
struct Desk {
    database: TestDatabase,
    folder: tempfile::TempDir,
}

/// What the command printed and how it ended.
struct Ended {
    succeeded: bool,
    stdout: String,
    stderr: String,
}

impl Desk {
    async fn open() -> Self {
        Self { database: TestDatabase::create().await, folder: tempfile::tempdir().unwrap() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
        command.arg("sync-catalog").args(arguments).arg("--data").arg(self.folder.path());
        command
            .env("DATABASE_URL", self.database.url())
            .env("CARNET_LOG", "error")
            .env_remove("ROME_ARCHIVE");
        command
            .env("CARNET_ROME_URL", "off")
            .env("CARNET_RNCP_URL", "off")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    async fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command(arguments)).await
    }

    fn archive(&self, release: &Rome) -> String {
        let path = self.folder.path().join("RefRomeCsv.zip");
        std::fs::write(&path, release.zip()).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

async fn ended(mut command: Command) -> Ended {
    let output = command.output().await.unwrap();
    Ended {
        succeeded: output.status.success(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[tokio::test]
async fn a_file_is_tried_applied_and_known() {
    let desk = Desk::open().await;
    let archive = desk.archive(&Rome::starter());
    let dry = desk.run(&["--archive", &archive, "--dry-run"]).await;
    assert!(dry.succeeded, "{}", dry.stderr);
    assert!(dry.stdout.starts_with("aucun référentiel → version 60 du 18/09/2025\n"), "{}", dry.stdout);
    assert!(dry.stdout.ends_with("Dry run: nothing was written.\n"), "{}", dry.stdout);

    let applied = desk.run(&["--archive", &archive]).await;
    assert!(applied.stdout.ends_with("The catalogue is up to date.\n"), "{}", applied.stdout);
    // No terminal here: plain lines instead of a bar.
    let lines: Vec<_> = applied.stderr.lines().collect();
    assert_eq!(
        lines,
        [
            "catalogue: reading the archive",
            "catalogue: comparing with the catalogue in place",
            "catalogue: writing what changes"
        ]
    );

    let known = desk.run(&["--archive", &archive]).await;
    assert_eq!((known.succeeded, known.stdout.as_str()), (true, "The catalogue already says all this.\n"));
}

#[tokio::test]
async fn an_export_of_certifications_is_taken_from_a_file() {
    let desk = Desk::open().await;
    let path = desk.folder.path().join("export-fiches-csv-2026-03-02.zip");
    let path = path.to_str().unwrap();
    std::fs::write(path, Export::new().zip()).unwrap();
    let dry = desk.run(&["--rncp", path, "--dry-run"]).await;
    assert!(dry.succeeded, "{}", dry.stderr);
    assert!(dry.stdout.starts_with("aucune table → export du 02/03/2026\n"), "{}", dry.stdout);
    let applied = desk.run(&["--rncp", path]).await;
    assert!(applied.stdout.ends_with("The catalogue is up to date.\n"), "{}", applied.stdout);
    assert!(applied.stderr.contains("codes ROME mal formés, laissés de côté : 2."), "{}", applied.stderr);
    let known = desk.run(&["--rncp", path]).await;
    assert_eq!((known.succeeded, known.stdout.as_str()), (true, "The catalogue already says all this.\n"));
    std::fs::write(path, "<!doctype html>").unwrap();
    let refused = desk.run(&["--rncp", path]).await;
    assert!(!refused.succeeded && refused.stderr.contains("L’archive est illisible"), "{}", refused.stderr);
    let missing = desk.run(&["--rncp", "/nowhere.zip"]).await;
    assert!(!missing.succeeded && missing.stderr.contains("/nowhere.zip"), "{}", missing.stderr);
}

#[tokio::test]
async fn a_refused_archive_ends_in_an_error_with_the_reason() {
    let desk = Desk::open().await;
    let wrong = desk.archive(&Rome::starter().without("unix_texte_v460_utf8.csv"));
    let ended = desk.run(&["--archive", &wrong]).await;
    assert!(!ended.succeeded);
    assert!(ended.stderr.contains("Le fichier « unix_texte_v4…_utf8.csv » manque"), "{}", ended.stderr);
    let missing = desk.run(&["--archive", "/nowhere.zip"]).await;
    assert!(!missing.succeeded && missing.stderr.contains("/nowhere.zip"), "{}", missing.stderr);
    let nowhere = desk.run(&["--once"]).await;
    assert!(!nowhere.succeeded && nowhere.stderr.contains("--archive"), "{}", nowhere.stderr);
}

#[tokio::test]
async fn once_asks_the_publisher_once() {
    let desk = Desk::open().await;
    let publisher = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_bytes(Rome::starter().zip());
    Mock::given(any()).respond_with(answer).expect(1).mount(&publisher).await;
    let mut command = desk.command(&["--once"]);
    command.env("CARNET_ROME_URL", publisher.uri());
    let ended = ended(command).await;
    assert!(ended.succeeded, "{}", ended.stderr);
    assert!(ended.stdout.ends_with("The catalogue is up to date.\n"), "{}", ended.stdout);
}

#[tokio::test]
async fn a_watch_goes_on_until_it_is_stopped() {
    let desk = Desk::open().await;
    let publisher = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(403)).expect(1).mount(&publisher).await;
    let mut command = desk.command(&["--watch"]);
    command.env("CARNET_ROME_URL", publisher.uri());
    let mut watch = command.spawn().unwrap();
    let mut told = String::new();
    let mut stderr = watch.stderr.take().unwrap();
    while !told.contains("a répondu 403") {
        let mut bytes = [0; 512];
        let read =
            tokio::time::timeout(Duration::from_mins(1), stderr.read(&mut bytes)).await.unwrap().unwrap();
        assert_ne!(read, 0, "the watch ended: {told}");
        told.push_str(&String::from_utf8_lossy(&bytes[..read]));
    }
    assert!(watch.try_wait().unwrap().is_none(), "one failed check does not end it");
    let id = nix::unistd::Pid::from_raw(watch.id().unwrap().cast_signed());
    nix::sys::signal::kill(id, nix::sys::signal::Signal::SIGTERM).unwrap();
    let status = tokio::time::timeout(Duration::from_secs(20), watch.wait()).await.unwrap().unwrap();
    assert!(status.success(), "{status}");
}
