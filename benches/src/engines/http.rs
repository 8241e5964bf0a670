//! A Carnet server over loopback: the API as a client meets it, its checks in PostgreSQL included.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use carnet_index::{Criterion, Level, ProfileId, RomeCode, SearchRequest};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{Class, PAGE, PAGES_BEFORE};

/// Access tokens live five minutes; a new one is taken well before.
const TOKEN_LIFE: Duration = Duration::from_mins(3);

/// The server keeps a silent connection for fifteen seconds.
const KEPT_OPEN: Duration = Duration::from_secs(5);

/// A running server and a recruiter's account on it.
pub struct Http {
    address: String,
    email: String,
    password: String,
    token: Mutex<(String, Instant)>,
    /// Connections that stay open, one per thread that asks, and since when nothing was asked over each.
    idle: Mutex<Vec<(Connection, Instant)>>,
}

struct Connection(BufReader<TcpStream>);

impl Http {
    /// Signs in at a server such as `127.0.0.1:8080`.
    pub fn connect(address: &str, email: &str, password: &str) -> Result<Self> {
        let token = Mutex::new((sign_in(address, email, password)?, Instant::now()));
        let (email, password) = (email.to_owned(), password.to_owned());
        Ok(Self { address: address.to_owned(), email, password, token, idle: Mutex::default() })
    }

    /// Asks for nothing but a sign of life: what the way there and back costs.
    pub fn nothing(&self) -> Result<()> {
        let (status, _) =
            self.kept(|connection| connection.send(b"GET /health/live HTTP/1.1\r\nhost: carnet\r\n\r\n"))?;
        ensure!(status < 300, "{status}");
        Ok(())
    }

    /// Uses a connection that stays open.
    fn kept<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        // While the others were asked, the server closed what nobody used.
        let fresh = idle.filter(|(_, since)| since.elapsed() < KEPT_OPEN).map(|(connection, _)| connection);
        let mut connection = fresh.map_or_else(|| Connection::open(&self.address), Ok)?;
        let done = work(&mut connection)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push((connection, Instant::now()));
        Ok(done)
    }

    fn token(&self) -> Result<String> {
        let mut held = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if held.1.elapsed() > TOKEN_LIFE {
            *held = (sign_in(&self.address, &self.email, &self.password)?, Instant::now());
        }
        Ok(held.0.clone())
    }

    /// Sends one search and returns the body of its answer.
    fn search(&self, body: &[u8]) -> Result<Vec<u8>> {
        let token = self.token()?;
        let (status, answer) =
            self.kept(|connection| connection.post("/api/v1/profile-search", Some(&token), body))?;
        ensure!(status == 200, "{status}: {}", String::from_utf8_lossy(&answer));
        Ok(answer)
    }
}

fn sign_in(address: &str, email: &str, password: &str) -> Result<String> {
    let body = json!({ "email": email, "password": password }).to_string();
    let (status, answer) = Connection::open(address)?.post("/api/v1/auth/login", None, body.as_bytes())?;
    ensure!(status == 200, "cannot sign in: {status}");
    let answer: Value = serde_json::from_slice(&answer)?;
    Ok(answer["access_token"].as_str().context("no token")?.to_owned())
}

impl Connection {
    fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::with_capacity(64 * 1024, stream)))
    }

    /// Posts JSON; returns the status and the body.
    fn post(&mut self, path: &str, token: Option<&str>, body: &[u8]) -> Result<(u16, Vec<u8>)> {
        let bearer = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nhost: carnet\r\ncontent-type: application/json\r\n{bearer}content-length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(body);
        self.send(&request)
    }

    fn send(&mut self, request: &[u8]) -> Result<(u16, Vec<u8>)> {
        self.0.get_mut().write_all(request)?;
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let mut length = None;
        loop {
            line.clear();
            self.0.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse().ok();
            }
        }
        let mut body = vec![0; length.context("an answer of unknown length")?];
        self.0.read_exact(&mut body)?;
        Ok((status, body))
    }
}

/// A question as the API takes it. The fit to a job is asked by its skills, which is the same question.
fn asked(class: Class, question: &SearchRequest) -> Value {
    let mut criteria: Vec<Value> = question.criteria.iter().copied().map(criterion).collect();
    let core = question.job.iter().flat_map(|job| &job.core);
    criteria.extend(core.map(|skill| json!({ "skill": skill.to_string(), "required": false })));
    let mut body = json!({ "criteria": criteria, "limit": PAGE });
    if let Some(least) = question.min_matching {
        body["min_matching"] = least.into();
    }
    if let Some(name) = &question.name {
        body["name"] = name.words().join(" ").into();
    }
    if !question.exclude.is_empty() {
        body["exclude"] =
            question.exclude.iter().map(|skill| json!({ "skill": skill.to_string() })).collect();
    }
    if !question.rome.is_empty() {
        body["rome"] = question.rome.iter().map(|place| Value::from(place.to_string())).collect();
    }
    if class == Class::R {
        body["facets"] = json!(["rome", "skills", "levels", "statuses"]);
    } else if question.facets.rome {
        body["facets"] = json!(["rome"]);
    }
    body
}

fn criterion(criterion: Criterion) -> Value {
    json!({
        "skill": criterion.skill.to_string(),
        "min_level": criterion.min_level.map(Level::get),
        "max_level": criterion.max_level.map(Level::get),
        "status": if criterion.validated_only { "validated" } else { "any" },
        "required": criterion.required,
    })
}

/// What is compared of an answer.
#[derive(Deserialize)]
struct Page<'a> {
    total: u64,
    #[serde(borrow)]
    hits: Vec<Hit<'a>>,
    #[serde(borrow)]
    facets: Facets<'a>,
}

#[derive(Deserialize)]
struct Hit<'a> {
    profile_id: &'a str,
}

#[derive(Deserialize)]
struct Facets<'a> {
    #[serde(borrow)]
    rome: Option<Vec<Place<'a>>>,
}

#[derive(Deserialize)]
struct Place<'a> {
    #[serde(borrow)]
    code: Cow<'a, str>,
    count: u64,
}

impl Engine for Http {
    type Asked = Vec<u8>;
    type Received = Vec<u8>;

    fn name(&self) -> &'static str {
        "Carnet"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Published
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Vec<u8>>> {
        let mut body = asked(class, question);
        if class == Class::D {
            for _ in 0..PAGES_BEFORE {
                let page: Value = serde_json::from_slice(&self.search(body.to_string().as_bytes())?)?;
                if page["next_cursor"].is_null() {
                    break;
                }
                body["cursor"] = page["next_cursor"].clone();
            }
        }
        Ok(Some(body.to_string().into_bytes()))
    }

    fn ask(&self, asked: &Vec<u8>) -> Result<Vec<u8>> {
        self.search(asked)
    }

    fn read(&self, received: Vec<u8>) -> Result<Answer> {
        let page: Page<'_> = serde_json::from_slice(&received)?;
        let jobs = page.facets.rome.iter().flatten();
        let jobs = jobs.filter_map(|line| Some((RomeCode::parse(&line.code).ok()?, line.count)));
        let ids = page.hits.iter().map(|hit| Ok(hit.profile_id.parse::<ProfileId>()?));
        Ok(Answer { total: Some(page.total), ids: ids.collect::<Result<_>>()?, jobs: jobs.collect() })
    }
}
