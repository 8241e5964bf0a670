//! Everywhere something may leak to: answers, mails of others, log lines, metrics, files, the index.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use carnet::platform::search::Search;
use tracing_subscriber::EnvFilter;

use super::scanner::Canaries;
use crate::support::client::Answer;
use crate::support::mailbox;
use crate::support::search::SearchApp;

/// Everything an operator may ever ask the logs to show of Carnet, and what libraries show by themselves.
const LOGGED: &str = "info,carnet=trace,carnet_index=trace";
/// Files that belong to the database itself.
const DATABASES: &str = "carnet-postgres-";

/// Where the log lines go.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Captures every log line of this process from now on.
    pub fn capture() -> Self {
        let log = Self::default();
        let lines = log.clone();
        let filter = EnvFilter::new(LOGGED);
        let started =
            tracing_subscriber::fmt().with_env_filter(filter).with_writer(move || lines.clone()).try_init();
        started.expect("no other test of this process captures the log");
        log
    }
}

/// What is looked through when everything has been asked.
pub struct Sinks {
    pub log: Log,
    /// The address of the metrics.
    pub metrics: String,
    pub began: SystemTime,
}

/// What an answer gives away: the part of it, and the column.
pub fn answer(canaries: &Canaries, answer: &Answer) -> Vec<(&'static str, String)> {
    let mut headers = Vec::new();
    for (name, value) in &answer.headers {
        headers.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\n"].concat());
    }
    let headers = canaries.scan(&headers).into_iter().map(|column| ("header", column));
    headers.chain(canaries.scan(answer.text.as_bytes()).into_iter().map(|column| ("body", column))).collect()
}

impl Sinks {
    /// What was found, and where.
    pub async fn scan(&self, app: &SearchApp, canaries: &Canaries) -> Vec<String> {
        let mut leaks = Vec::new();
        let mut note = |sink: &str, found: std::collections::BTreeSet<String>| {
            leaks.extend(found.into_iter().map(|column| format!("{sink}: {column}")));
        };
        note("log", canaries.scan(&self.log.0.lock().unwrap()));
        let metrics = reqwest::get(&self.metrics).await.unwrap().text().await.unwrap();
        assert!(metrics.contains("axum_http_requests_total"), "nothing is measured: {metrics}");
        note("metrics", canaries.scan(metrics.as_bytes()));
        for mail in mailbox::read(&app.data.path().join("mail")) {
            // To its owner, a mail may say whose it is.
            if canaries.scan(mail.to.as_bytes()).is_empty() {
                let text = [mail.headers, mail.subject, mail.body].join("\n");
                note("mail", canaries.scan(text.as_bytes()));
            }
        }
        let mut files = Vec::new();
        below(app.data.path(), &mut files);
        for file in files.iter().filter(|file| !file.starts_with(app.data.path().join("mail"))) {
            note("file", canaries.scan_raw(&fs::read(file).unwrap_or_default()));
        }
        for file in recent(&std::env::temp_dir(), self.began) {
            note("temporary file", canaries.scan(&fs::read(file).unwrap_or_default()));
        }
        let index = app.state.part::<Search>().serving().unwrap().index.clone();
        index.dump(&mut |value| note("index", canaries.scan(&value.bytes))).unwrap();
        leaks.sort();
        leaks.dedup();
        leaks
    }
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Files of the temporary folder written since then; not those of the databases, which hold everything.
fn recent(folder: &Path, since: SystemTime) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_recent = |entry: &fs::DirEntry| {
        let is_database = entry.file_name().to_string_lossy().starts_with(DATABASES);
        let metadata = entry.metadata().ok().filter(|file| file.is_file() && file.len() < 1 << 24);
        let modified = metadata.and_then(|file| file.modified().ok());
        !is_database && modified.is_some_and(|modified| modified >= since)
    };
    entries.filter(is_recent).map(|entry| entry.path()).collect()
}
