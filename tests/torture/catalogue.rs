//! R30: the synchronisation of the catalogue is killed at every moment of its life. What is left is the old catalogue or
//! the new one, whole, and the next synchronisation comes to its end.

use std::io::{BufRead as _, BufReader, PipeReader, PipeWriter, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use carnet::platform::db::pool;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::libc::SIGKILL;
use rand::RngExt;
use rand::rngs::StdRng;
use sqlx::PgPool;
use tempfile::TempDir;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{dice, figure, report, seed, until};
use crate::catalog::checksum::{content, rows};
use crate::support::database::TestDatabase;
use crate::support::rome::{Rome, Row};

/// The kills are spread over a little more than a whole run: none is like another.
const BEYOND: f64 = 1.4;
/// How long a run may take on a busy machine, and what a dead one leaves behind may stay.
const PATIENCE: Duration = Duration::from_mins(1);
/// What it says when it begins to write.
const WRITING: &str = "catalogue: writing what changes";

/// When a run is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after its start.
    Running(Duration),
    /// So long after it said that it writes.
    Writing(Duration),
    /// Once everybody else sees the new catalogue.
    Committed,
}

/// How long an undisturbed run takes.
#[derive(Clone, Copy, Debug)]
struct Pace {
    whole: Duration,
    writing: Duration,
}

/// A release in which every list says something else, so that there is much to write.
fn next_release() -> Rome {
    let mut release = Rome::starter().version(61).without_job("N4103");
    for (table, column) in [
        ("grand_domaine", "libelle_grand_domaine"),
        ("domaine_professionnel", "libelle_domaine_professionnel"),
        ("referentiel_code_rome", "libelle_rome"),
        ("referentiel_appellation", "libelle_appellation_long"),
        ("referentiel_competence", "libelle_competence"),
        ("referentiel_savoir", "libelle_savoir"),
        ("referentiel_contexte_travail", "libelle_cont_travail"),
        ("texte", "libelle_texte"),
    ] {
        release = release.edit(table, |row| reworded(row, column));
    }
    release.edit("coherence_item", |row| {
        let weight = if row.get("coeur_metier").is_empty() { "Émergente" } else { "" };
        row.set("coeur_metier", weight);
        true
    })
}

fn reworded(row: &mut Row<'_>, column: &str) -> bool {
    let words = format!("{} (2)", row.get(column));
    row.set(column, &words);
    true
}

/// A catalogue in place, and the release that is to replace it: in a file, and at the publisher's.
struct Desk {
    /// Nobody is connected to it: each kill has a copy.
    old: TestDatabase,
    folder: TempDir,
    publisher: MockServer,
}

impl Desk {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("60.zip"), Rome::starter().zip()).unwrap();
        let next = next_release().zip();
        std::fs::write(folder.path().join("61.zip"), &next).unwrap();
        let publisher = MockServer::start().await;
        let answer = ResponseTemplate::new(200).set_body_bytes(next);
        Mock::given(any()).respond_with(answer).mount(&publisher).await;
        let desk = Self { old: TestDatabase::create().await, folder, publisher };
        desk.complete(&desk.old, &desk.archive("60.zip"));
        desk
    }

    fn archive(&self, name: &str) -> [String; 2] {
        ["--archive".to_owned(), self.folder.path().join(name).to_str().unwrap().to_owned()]
    }

    fn command(&self, database: &TestDatabase, arguments: &[String]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
        command.arg("sync-catalog").args(arguments).arg("--data").arg(self.folder.path().join("data"));
        command.env("DATABASE_URL", database.url()).env("CARNET_ROME_URL", self.publisher.uri());
        command.env("CARNET_RNCP_URL", "off");
        command.env("CARNET_LOG", "error").env_remove("ROME_ARCHIVE");
        command
    }

    /// Runs the command to its end, and gives what it printed last.
    fn complete(&self, database: &TestDatabase, arguments: &[String]) -> String {
        let output = self.command(database, arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().lines().last().unwrap_or_default().to_owned()
    }

    /// Starts the command; it cannot end, because nobody reads what it prints when it is done.
    fn start(&self, database: &TestDatabase, arguments: &[String]) -> Victim {
        let (unread, full) = full_pipe();
        let mut command = self.command(database, arguments);
        let mut process = command.stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        let (began, said) = (Instant::now(), Arc::new(Mutex::new(Vec::new())));
        let (lines, heard) = (BufReader::new(process.stderr.take().unwrap()).lines(), Arc::clone(&said));
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                heard.lock().unwrap().push((line, Instant::now()));
            }
        });
        Victim { process, began, said, _unread: unread }
    }

    /// Lets a copy have the new release undisturbed: how long that takes, and what the catalogue says then.
    async fn measure(&self) -> (Pace, Catalogues) {
        let database = self.old.copy().await;
        let pool = connect(&database).await;
        let old = rows(&pool).await;
        let victim = self.start(&database, &self.archive("61.zip"));
        victim.lives_until(Moment::Committed, &pool).await;
        let whole = victim.began.elapsed();
        let writing =
            whole.saturating_sub(victim.heard(WRITING).expect("it says that it writes") - victim.began);
        victim.kill();
        let catalogues = Catalogues { old, new: content(&pool).await };
        pool.close().await;
        (Pace { whole, writing }, catalogues)
    }

    /// Kills one run, and looks at what it left; then runs it to its end.
    async fn kill_one(&self, moment: Moment, arguments: &[String], catalogues: &Catalogues) -> Left {
        let database = self.old.copy().await;
        let pool = connect(&database).await;
        let victim = self.start(&database, arguments);
        victim.lives_until(moment, &pool).await;
        victim.kill();
        // While PostgreSQL finds out that nobody is there any more, and once it has: nothing between the two.
        catalogues.which(&pool, moment).await;
        until("what it began is over", PATIENCE, async || others(&pool).await == 0).await;
        let left = catalogues.which(&pool, moment).await;
        let (imports, says) = match left {
            Left::Old => (1, "The catalogue is up to date."),
            Left::New => (2, "The catalogue already says all this."),
        };
        assert_eq!(applied(&pool).await, imports, "the history tells what is there, {moment:?}");
        assert_eq!(self.complete(&database, &self.archive("61.zip")), says, "{moment:?}");
        assert_eq!(content(&pool).await, catalogues.new, "{moment:?}");
        pool.close().await;
        left
    }
}

/// What one kill left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Old,
    New,
}

/// The old catalogue, row by row with who wrote it; and what the new one says.
struct Catalogues {
    old: String,
    new: String,
}

impl Catalogues {
    /// Which of the two is there; there is no third.
    async fn which(&self, pool: &PgPool, moment: Moment) -> Left {
        if rows(pool).await == self.old {
            return Left::Old;
        }
        assert_eq!(content(pool).await, self.new, "neither the old catalogue nor the new one, {moment:?}");
        Left::New
    }
}

/// A run that is to be killed.
struct Victim {
    process: Child,
    began: Instant,
    said: Arc<Mutex<Vec<(String, Instant)>>>,
    _unread: PipeReader,
}

impl Victim {
    /// When it said this, if it did.
    fn heard(&self, words: &str) -> Option<Instant> {
        self.said.lock().unwrap().iter().find(|(line, _)| line == words).map(|(_, at)| *at)
    }

    async fn lives_until(&self, moment: Moment, pool: &PgPool) {
        match moment {
            Moment::Running(after) => tokio::time::sleep_until((self.began + after).into()).await,
            Moment::Writing(after) => {
                let began = loop {
                    match self.heard(WRITING) {
                        Some(began) => break began,
                        None => self.wait_a_little().await,
                    }
                };
                tokio::time::sleep_until((began + after).into()).await;
            }
            Moment::Committed => {
                while applied(pool).await < 2 {
                    self.wait_a_little().await;
                }
            }
        }
    }

    async fn wait_a_little(&self) {
        assert!(self.began.elapsed() < PATIENCE, "it gets nowhere: {:?}", self.said.lock().unwrap());
        tokio::time::sleep(Duration::from_millis(1)).await;
    }

    /// Kills it; it must have been alive.
    fn kill(mut self) {
        self.process.kill().unwrap();
        let status = self.process.wait().unwrap();
        assert_eq!(status.signal(), Some(SIGKILL), "it ended by itself: {:?}", self.said.lock().unwrap());
    }
}

impl Drop for Victim {
    /// A failed test leaves no process behind.
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A pipe that takes nothing more: whoever prints into it waits.
fn full_pipe() -> (PipeReader, PipeWriter) {
    let (reader, mut writer) = std::io::pipe().unwrap();
    let flags = OFlag::from_bits_retain(fcntl(&writer, FcntlArg::F_GETFL).unwrap());
    fcntl(&writer, FcntlArg::F_SETFL(flags | OFlag::O_NONBLOCK)).unwrap();
    for size in [4096, 1] {
        while writer.write(&vec![b' '; size]).is_ok() {}
    }
    fcntl(&writer, FcntlArg::F_SETFL(flags)).unwrap();
    (reader, writer)
}

async fn connect(database: &TestDatabase) -> PgPool {
    pool::connect(database.options(), 1).await.unwrap()
}

/// How many imports changed the catalogue.
async fn applied(pool: &PgPool) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM rome_import WHERE outcome = 'applied'")
        .fetch_one(pool)
        .await
        .unwrap()
}

/// Connections to the database beside this one.
async fn others(pool: &PgPool) -> i64 {
    sqlx::query_scalar(
        "SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
    )
    .fetch_one(pool)
    .await
    .unwrap()
}

/// Spread over the whole run, and over its writing; the first and the last leave no doubt about what they leave.
fn moments(kills: u32, pace: Pace, dice: &mut StdRng) -> Vec<Moment> {
    let between = kills.saturating_sub(2);
    let mut moments = vec![Moment::Running(Duration::ZERO)];
    moments.extend((0..between).map(|kill| {
        let share = BEYOND * (f64::from(kill) + dice.random_range(0.0..1.0)) / f64::from(between);
        if kill % 2 == 0 {
            Moment::Running(pace.whole.mul_f64(share))
        } else {
            Moment::Writing(pace.writing.mul_f64(share))
        }
    }));
    moments.push(Moment::Committed);
    moments
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_synchronisation_killed_at_any_moment_leaves_a_whole_catalogue() {
    let (kills, seed): (u32, u64) = (figure("CARNET_SYNC_KILLS", 20, 200), seed());
    println!("seed {seed}");
    let desk = Desk::open().await;
    let (pace, catalogues) = desk.measure().await;
    let (mut old, mut new) = (0, 0);
    for (kill, moment) in moments(kills, pace, &mut dice(seed)).into_iter().enumerate() {
        // From a file, and from the publisher, two by two.
        let arguments =
            if kill % 4 < 2 { desk.archive("61.zip").to_vec() } else { vec!["--once".to_owned()] };
        match desk.kill_one(moment, &arguments, &catalogues).await {
            Left::Old => old += 1,
            Left::New => new += 1,
        }
    }
    assert!(old > 0 && new > 0, "seed {seed}: {old} kills left the old catalogue, {new} the new one");
    report(
        "R30",
        format!(
            "{kills} kills of a synchronisation of {} ms, {} of them writing (seed {seed}): {old} left the old catalogue, {new} the new one; the next run completed each time",
            pace.whole.as_millis(),
            pace.writing.as_millis()
        ),
        "0 catalogues that are neither, 0 rows",
    );
}
