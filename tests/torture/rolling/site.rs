//! Two servers, each with an index of its own, over one database and one folder of files; and a load balancer
//! before them, which asks whichever answers.

use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use carnet::indexing;
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::SOON;
use crate::support::search::SearchApp;
use crate::support::users::User;
use crate::torture::world::{Server, World, free_port};
use crate::torture::{BUSY, until};

/// How long somebody may be without an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where one of the servers is.
pub struct Node {
    port: u16,
    base: String,
    data: PathBuf,
}

/// What happened to the requests.
#[derive(Debug, Default)]
pub struct Counts {
    pub acknowledged: AtomicU64,
    /// Answered with 503.
    pub turned_away: AtomicU64,
    /// Broken off without an answer.
    pub cut: AtomicU64,
    /// How often there was something to see before it was taken back.
    pub shown: AtomicU64,
    /// Looks at each of the servers.
    pub looks: [AtomicU64; 2],
}

/// The servers, and what stands before them.
pub struct Site {
    pub world: World,
    pub nodes: [Node; 2],
    pub counts: Counts,
    /// Whether nobody is to begin anything any more.
    pub is_over: AtomicBool,
    http: reqwest::Client,
    turn: AtomicUsize,
}

/// Something to ask for.
pub struct Wish<'a> {
    by: &'a User,
    method: Method,
    path: String,
    body: Option<Value>,
    version: Option<i32>,
}

/// What was answered, and whether it may have been done before, by a request whose answer was lost.
#[derive(Debug)]
struct Told {
    status: StatusCode,
    body: Value,
    may_be_done: bool,
}

/// Why nothing was answered.
enum Silence {
    /// Nobody listens.
    Away,
    /// It was turned away or broken off.
    Lost,
}

pub fn count(counter: &AtomicU64) {
    counter.fetch_add(1, Ordering::Relaxed);
}

pub fn counted(counter: &AtomicU64) -> u64 {
    counter.load(Ordering::Relaxed)
}

impl<'a> Wish<'a> {
    /// Asks for this as somebody.
    pub fn of(by: &'a User, method: Method, path: impl Into<String>) -> Self {
        Self { by, method, path: path.into(), body: None, version: None }
    }

    /// With this body.
    pub fn with(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }

    /// From this version.
    pub fn at(self, version: i32) -> Self {
        Self { version: Some(version), ..self }
    }

    /// To be shown, or to be hidden.
    pub fn visibility(by: &'a User, visible: bool) -> Self {
        let body = json!({ "visible": visible, "policy_version": "2026-11" });
        Self::of(by, Method::PUT, "/me/visibility").with(body)
    }
}

impl Site {
    /// A database, folders, and nobody at work yet.
    pub async fn open() -> Self {
        let world = World::new().await;
        let [one, other] = [world.data.clone(), world.data.with_file_name("other")];
        for folder in [&one.join("files"), &other] {
            std::fs::create_dir_all(folder).unwrap();
        }
        symlink(one.join("files"), other.join("files")).unwrap();
        let nodes = [one, other].map(|data| {
            let port = free_port();
            Node { port, base: format!("http://127.0.0.1:{port}"), data }
        });
        // One connection per request: an idle one may be closed under a caller by anybody.
        let http = reqwest::Client::builder().timeout(PATIENCE / 2).pool_max_idle_per_host(0);
        let http = http.build().unwrap();
        let (counts, is_over, turn) = (Counts::default(), AtomicBool::new(false), AtomicUsize::new(0));
        Self { world, nodes, counts, is_over, http, turn }
    }

    fn secret(&self) -> &str {
        self.world.app.state.config.token_secret.as_deref().unwrap()
    }

    /// Starts one of the servers.
    pub fn start(&self, node: &Node) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
        command
            .args(["serve", "--limits=off", "--metrics-listen=off", "--rome-url=off", "--rncp-url=off"])
            .args(["--log=warn", "--sirene-url=http://127.0.0.1:9"])
            .arg(format!("--listen=127.0.0.1:{}", node.port))
            .arg(format!("--data={}", node.data.display()))
            .env("DATABASE_URL", self.world.url())
            .env("CARNET_TOKEN_SECRET", self.secret())
            .env_remove("ROME_ARCHIVE");
        Server::start(node.port, command)
    }

    /// Sends a request to one of the servers.
    async fn send(&self, node: &Node, wish: &Wish<'_>) -> Result<(StatusCode, Value), Silence> {
        let address = format!("{}/api/v1{}", node.base, wish.path);
        let token = self.world.app.renewed_token(wish.by);
        let mut request = self.http.request(wish.method.clone(), address).bearer_auth(token);
        if let Some(version) = wish.version {
            request = request.header(header::IF_MATCH, format!("\"{version}\""));
        }
        if let Some(body) = &wish.body {
            request = request.json(body);
        }
        let cut = |error: reqwest::Error| {
            eprintln!("{} {}: {error:?}", wish.method, wish.path);
            count(&self.counts.cut);
            Silence::Lost
        };
        let answer = match request.send().await {
            Err(error) if error.is_connect() => return Err(Silence::Away),
            sent => sent.map_err(cut)?,
        };
        let status = answer.status();
        let text = answer.text().await.map_err(cut)?;
        if status == StatusCode::SERVICE_UNAVAILABLE {
            count(&self.counts.turned_away);
            return Err(Silence::Lost);
        }
        Ok((status, serde_json::from_str(&text).unwrap_or_default()))
    }

    /// Sends it to the one and the other, until it is answered.
    async fn ask(&self, wish: &Wish<'_>) -> Told {
        let (began, mut may_be_done) = (Instant::now(), false);
        while began.elapsed() < PATIENCE {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed);
            match self.send(&self.nodes[turn % 2], wish).await {
                Ok((status, body)) => return Told { status, body, may_be_done },
                Err(Silence::Away) => {}
                Err(Silence::Lost) => may_be_done = true,
            }
            sleep(Duration::from_millis(10)).await;
        }
        panic!("nobody answers {} {}", wish.method, wish.path);
    }

    /// Reads something.
    pub async fn read(&self, wish: &Wish<'_>) -> Value {
        let told = self.ask(wish).await;
        assert!(told.status.is_success(), "{} {}: {told:?}", wish.method, wish.path);
        told.body
    }

    /// Asks for a change, until it is acknowledged.
    pub async fn change(&self, wish: &Wish<'_>) -> Value {
        let told = self.ask(wish).await;
        // Sent again, it may find itself done: the comparison at the end says whether it was.
        let is_done = told.may_be_done && [409, 412].contains(&told.status.as_u16());
        assert!(told.status.is_success() || is_done, "{} {}: {told:?}", wish.method, wish.path);
        count(&self.counts.acknowledged);
        told.body
    }

    /// What each server says to this, if it answers at the moment.
    pub async fn everywhere(&self, wish: &Wish<'_>) -> Vec<Value> {
        let mut said = Vec::new();
        for (node, looks) in self.nodes.iter().zip(&self.counts.looks) {
            if let Ok((status, body)) = self.send(node, wish).await {
                assert!(status.is_success(), "{} {}: {status} {body}", wish.method, wish.path);
                count(looks);
                said.push(body);
            }
        }
        said
    }

    /// A search of the recruiter.
    pub fn search(&self, body: Value) -> Wish<'_> {
        Wish::of(&self.world.recruiter, Method::POST, "/profile-search").with(body)
    }

    /// Compares both indexes with the database, and what both servers find; tells how many people that is.
    pub async fn assert_exact(&self) -> u64 {
        until("both indexes follow", SOON + BUSY, async || {
            let standing: (i64, i64) = sqlx::query_as(
                "SELECT (SELECT count(*) FROM index_node WHERE built_at IS NOT NULL),
                        (SELECT count(*) FROM search_dirty)",
            )
            .fetch_one(&self.world.app.state.pool)
            .await
            .unwrap();
            standing == (2, 0)
        })
        .await;
        let documents = self.world.assert_exact().await;
        let data = format!("--data={}", self.nodes[1].data.display());
        let secret = format!("--token-secret={}", self.secret());
        let beside = self.world.app.start_beside(rand::random(), &[&data, &secret]).await;
        let found = indexing::verify(&beside.state, |_| {}).await.unwrap();
        SearchApp::assert_exact(&found, documents);
        let everybody = self.search(json!({}));
        until("both servers find the same", SOON, async || {
            let pages = self.everywhere(&everybody).await;
            pages.len() == 2 && pages.iter().all(|page| page["total"] == documents)
        })
        .await;
        documents
    }
}
