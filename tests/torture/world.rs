//! A `carnet` process that can be hurt, and a server in this process beside it: same database, same folder, same keys.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use carnet::indexing;
use carnet::platform::embedded_postgres::EmbeddedPostgres;
use carnet_index::ProfileStore;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::until;
use crate::support::app::TestApp;
use crate::support::companies::SIRET;
use crate::support::database::TestDatabase;
use crate::support::search::{SearchApp, load_catalog};
use crate::support::users::User;

/// The key that the process and this one share.
const SECRET: &str = "a key that a tortured server and its torturer share";
/// How long a process may take to start on a busy machine.
const STARTING: Duration = Duration::from_mins(1);
/// Lines kept of what a process says.
const LAST_WORDS: usize = 60;

/// The surroundings of one test.
pub struct World {
    /// The server of this process: people, tokens, statements, comparisons. It keeps no index.
    pub app: TestApp,
    /// The folder of the process.
    pub data: PathBuf,
    pub http: reqwest::Client,
    pub recruiter: User,
    port: u16,
    url: String,
    cluster: Option<EmbeddedPostgres>,
    _folder: TempDir,
}

/// One answer, and how long it took.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
    pub took: Duration,
    pub says_when: bool,
}

impl Answer {
    /// An answer, or a refusal that says when to come back.
    pub fn is_honest(&self) -> bool {
        let is_refusal =
            [StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS].contains(&self.status);
        self.status.is_success() || (is_refusal && self.says_when)
    }
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn folder(parent: &Path) -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::Builder::new().prefix("carnet-torture-").tempdir_in(parent).unwrap();
    // PostgreSQL's account has to reach its cluster.
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

impl World {
    /// A database on the tests' server.
    pub async fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        Self::at(folder(&parent), TestDatabase::create().await, None).await
    }

    /// A PostgreSQL server of its own, durable, that may be killed.
    pub async fn with_cluster() -> Self {
        let folder = folder(&std::env::temp_dir());
        let cluster = EmbeddedPostgres::start(&folder.path().join("cluster"), None).await.unwrap();
        let socket = cluster.connect_options().get_socket().unwrap().display().to_string();
        let url = format!("postgres:///carnet?host={socket}&user=carnet");
        let database = TestDatabase::elsewhere(url);
        let pool = carnet::platform::db::pool::connect(database.options(), 1).await.unwrap();
        carnet::platform::db::pool::MIGRATOR.run(&pool).await.unwrap();
        pool.close().await;
        Self::at(folder, database, Some(cluster)).await
    }

    async fn at(folder: TempDir, database: TestDatabase, cluster: Option<EmbeddedPostgres>) -> Self {
        let data = folder.path().join("data");
        let url = database.url();
        let (own, secret) = (format!("--data={}", data.display()), format!("--token-secret={SECRET}"));
        let app = TestApp::start_now(Arc::new(database), &[&own, &secret]).await;
        load_catalog(&app).await;
        let recruiter = app.recruiter_granted(SIRET).await.user;
        // The server ends connections that were silent for fifteen seconds: who asks on one at that moment gets a reset.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(40))
            .pool_idle_timeout(Duration::from_secs(5))
            .build()
            .unwrap();
        Self { app, data, http, recruiter, port: free_port(), url, cluster, _folder: folder }
    }

    /// The address of the database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The cluster's server process.
    pub fn postmaster(&self) -> Option<i32> {
        let file = self.cluster.as_ref()?.cluster_dir().join("postmaster.pid");
        std::fs::read_to_string(file).ok()?.lines().next()?.parse().ok()
    }

    /// The command that starts the process, in a shell after these words if there are any.
    pub fn command(&self, port: u16, prelude: &str, options: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{prelude} exec \"$@\""), "sh", env!("CARGO_BIN_EXE_carnet"), "serve"])
            .args(["--limits=off", "--metrics-listen=off", "--rome-url=off", "--rncp-url=off", "--log=warn"])
            .arg("--sirene-url=http://127.0.0.1:9")
            .arg(format!("--listen=127.0.0.1:{port}"))
            .arg(format!("--data={}", self.data.display()))
            .args(options)
            .env("DATABASE_URL", &self.url)
            .env("CARNET_TOKEN_SECRET", SECRET)
            .env_remove("ROME_ARCHIVE");
        command
    }

    /// Starts the process.
    pub fn serve(&self, options: &[&str]) -> Server {
        Server::start(self.port, self.command(self.port, "", options))
    }

    /// Starts it in a shell that first says this, e.g. a limit.
    pub fn serve_after(&self, prelude: &str, options: &[&str]) -> Server {
        Server::start(self.port, self.command(self.port, prelude, options))
    }

    /// Starts another process on the same folder and database.
    pub fn serve_beside(&self) -> Server {
        let port = free_port();
        Server::start(port, self.command(port, "", &[]))
    }

    /// Adds so many visible people with these skills, without a mark each: before the first start.
    pub async fn populate(&self, people: u32) {
        sqlx::query(
            "WITH one AS (
                 INSERT INTO person (id, profile_id, email, first_name, last_name, password_hash, email_confirmed_at,
                                     created_at, updated_at)
                 SELECT gen_random_uuid(), gen_random_uuid(), 'people' || n || '@example.org', 'Prénom ' || n,
                        'Foule', '', now(), now(), now()
                 FROM generate_series(1, $1::int) n
                 RETURNING id
             ), seen AS (
                 INSERT INTO visibility (person_id, visible, changed_at, notice_version)
                 SELECT id, true, now(), '2026-11' FROM one
             )
             INSERT INTO declared_skill (person_id, skill_code, level, skill_label, rome_release, declared_at)
             SELECT id, 101 + abs(hashtext(id::text || s)) % 14, 1 + abs(hashtext(id::text)) % 4, '', 60, now()
             FROM one, generate_series(1, 3) s
             ON CONFLICT DO NOTHING",
        )
        .bind(people.cast_signed())
        .execute(&self.app.state.pool)
        .await
        .unwrap();
    }

    /// Sends a request to a server as this person; nothing when no answer came.
    pub async fn ask(
        &self,
        server: &Server,
        user: &User,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Option<Answer> {
        let token = self.app.renewed_token(user);
        let request = self.http.request(method, format!("{}/api/v1{path}", server.base)).bearer_auth(token);
        let request = match body {
            Some(body) => request.json(body),
            None => request,
        };
        answer(request).await
    }

    /// Searches as the recruiter.
    pub async fn search(&self, server: &Server, body: &Value) -> Option<Answer> {
        self.ask(server, &self.recruiter, Method::POST, "/profile-search", Some(body)).await
    }

    /// How many people a search of everybody finds, when it is answered.
    pub async fn total(&self, server: &Server) -> Option<u64> {
        let answer = self.search(server, &json!({})).await?;
        answer.body["total"].as_u64()
    }

    /// How many people of this name a search finds.
    pub async fn named(&self, server: &Server, name: &str) -> Option<u64> {
        let answer = self.search(server, &json!({ "name": name })).await?;
        answer.body["total"].as_u64()
    }

    /// People who may be found, in the database.
    pub async fn visible(&self) -> u64 {
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM searchable_person")
            .fetch_one(&self.app.state.pool)
            .await
            .unwrap();
        count.unsigned_abs()
    }

    /// Waits until no change waits for the index; tells how long that took.
    pub async fn settled(&self, patience: Duration) -> Duration {
        until("every change is indexed", patience, async || {
            let Ok(Some(home)) = indexing::find_home(&self.data.join("index")) else { return false };
            // A folder that was deleted has another id when it comes back: what waits for the old one waits in vain.
            let waiting = sqlx::query_as(
                "SELECT count(*), count(*) FILTER (WHERE built_at IS NOT NULL),
                        COALESCE(sum((SELECT count(*) FROM search_dirty WHERE node_id = id)), 0)::bigint
                 FROM index_node WHERE home = $1",
            );
            let found: sqlx::Result<(i64, i64, i64)> =
                waiting.bind(home).fetch_one(&self.app.state.pool).await;
            matches!(found, Ok((1, 1, 0)))
        })
        .await
    }

    /// Compares the index with the database: exactly the visible people, each once, as they are.
    pub async fn assert_exact(&self) -> u64 {
        let report = indexing::verify(&self.app.state, |_| {}).await.unwrap();
        SearchApp::assert_exact(&report, self.visible().await);
        report.documents
    }

    /// The folder of the generation served, and its number.
    pub fn generation(&self) -> (PathBuf, u64) {
        let store = ProfileStore::open(self.data.join("index")).unwrap();
        let number = store.current_generation().unwrap().unwrap();
        (store.generation_directory(number), number)
    }

    /// Ends the cluster, if there is one.
    pub async fn end(mut self) {
        self.app.state.pool.close().await;
        if let Some(cluster) = self.cluster.take() {
            cluster.stop().await;
        }
    }
}

impl Drop for World {
    /// A failed test leaves no server behind.
    fn drop(&mut self) {
        if let Some(pid) = self.postmaster() {
            // Frozen children do not see the end of their parent.
            for process in processes_of(pid) {
                let _ = kill(process, Signal::SIGCONT);
            }
            let _ = kill(Pid::from_raw(pid), Signal::SIGQUIT);
        }
    }
}

/// The server process of the cluster and all its children.
pub fn processes_of(postmaster: i32) -> Vec<Pid> {
    let children = std::fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let pid: i32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let parent: i32 = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
        (parent == postmaster).then_some(Pid::from_raw(pid))
    });
    std::iter::once(Pid::from_raw(postmaster)).chain(children).collect()
}

/// Sends; nothing when no answer came.
pub async fn answer(request: reqwest::RequestBuilder) -> Option<Answer> {
    let began = Instant::now();
    let sent = request.send().await.inspect_err(|error| eprintln!("no answer: {error:?}"));
    let response = sent.ok()?;
    let (status, says_when) = (response.status(), response.headers().contains_key(header::RETRY_AFTER));
    let body = response.json().await.unwrap_or(Value::Null);
    Some(Answer { status, body, took: began.elapsed(), says_when })
}

/// A running process; killed when dropped.
pub struct Server {
    pub base: String,
    process: Child,
    words: Arc<Mutex<VecDeque<String>>>,
}

impl Server {
    /// Starts it; what it says is kept for when something is wrong.
    pub fn start(port: u16, mut command: Command) -> Self {
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let words = Arc::new(Mutex::new(VecDeque::new()));
        listen(process.stdout.take().unwrap(), &words);
        listen(process.stderr.take().unwrap(), &words);
        Self { base: format!("http://127.0.0.1:{port}"), process, words }
    }

    pub fn pid(&self) -> i32 {
        i32::try_from(self.process.id()).unwrap()
    }

    /// Waits until every part answers.
    pub async fn ready(&mut self) -> Duration {
        let began = Instant::now();
        while self.health("ready").await != Some(StatusCode::OK) {
            let ended = self.process.try_wait().unwrap();
            assert!(ended.is_none(), "the server ended: {ended:?}\n{}", self.words());
            assert!(began.elapsed() < STARTING, "the server is not ready\n{}", self.words());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        began.elapsed()
    }

    /// What a health page answers.
    pub async fn health(&self, page: &str) -> Option<StatusCode> {
        let address = format!("{}/health/{page}", self.base);
        let http = reqwest::Client::builder().timeout(Duration::from_secs(5)).build().unwrap();
        http.get(address).send().await.ok().map(|answer| answer.status())
    }

    /// The report of its health.
    pub async fn report(&self) -> Option<Value> {
        let http = reqwest::Client::builder().timeout(Duration::from_secs(5)).build().unwrap();
        http.get(format!("{}/health/ready", self.base)).send().await.ok()?.json().await.ok()
    }

    /// What it said last.
    pub fn words(&self) -> String {
        let words = self.words.lock().unwrap();
        words.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    pub fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.pid()), signal).unwrap();
    }

    /// Whether it runs.
    pub fn lives(&mut self) -> bool {
        self.process.try_wait().unwrap().is_none()
    }

    /// Kills it and waits for its end.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Waits for its end.
    pub async fn ended(&mut self, patience: Duration) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < patience, "the server does not end\n{}", self.words());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Asks it to stop and waits.
    pub async fn stop(mut self) {
        self.signal(Signal::SIGTERM);
        let status = self.ended(Duration::from_secs(40)).await;
        assert!(status.success(), "{status:?}\n{}", self.words());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.process.try_wait().is_ok_and(|ended| ended.is_none()) {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
        if std::thread::panicking() {
            eprintln!("the server said last:\n{}", self.words());
        }
    }
}

fn listen(pipe: impl Read + Send + 'static, words: &Arc<Mutex<VecDeque<String>>>) {
    let words = Arc::clone(words);
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let mut words = words.lock().unwrap();
            if words.len() == LAST_WORDS {
                words.pop_front();
            }
            words.push_back(line);
        }
    });
}
