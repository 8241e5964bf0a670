//! Sphinx 2.2, as Debian ships it: tokens as words of a full-text field, the rest as attributes, asked over its Unix
//! socket. A daemon of its own is started and ends with the engine.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use carnet_index::{ProfileId, RomeCode, SearchRequest, order_key};
use mysql::prelude::Queryable;
use mysql::{Conn, OptsBuilder, Row};
use tempfile::TempDir;

use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{COVERED_AT_LEAST, Class, PAGE};
use crate::tokens::{asked_tokens, tokens};

const DAEMON: &str = "searchd";
const INDEXER: &str = "indexer";
const STARTS_WITHIN: Duration = Duration::from_mins(1);
/// More than the catalogue has jobs.
const JOBS_AT_MOST: u32 = 3_000;

/// A Sphinx daemon with one index.
pub struct Sphinx {
    daemon: Child,
    socket: PathBuf,
    idle: Mutex<Vec<Conn>>,
    _folder: TempDir,
}

/// Statements sent together.
pub struct Asked {
    sql: String,
    is_counted: bool,
}

/// The page, and then the counts per job and the number of all, or what the daemon says about its last answer.
pub struct Received {
    sets: Vec<Vec<Row>>,
    about: Vec<(String, String)>,
}

impl Sphinx {
    /// Whether its programs are here.
    pub fn is_installed() -> bool {
        [DAEMON, INDEXER].iter().all(|program| {
            let asked =
                Command::new(program).arg("--help").stdout(Stdio::null()).stderr(Stdio::null()).status();
            asked.is_ok()
        })
    }

    /// Indexes a corpus and starts the daemon.
    pub fn build(corpus: &Corpus) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let home = folder.path();
        let configuration = home.join("sphinx.conf");
        fs::write(&configuration, settings(home))?;
        write_people(&home.join("people.tsv"), corpus)?;
        let indexed =
            Command::new(INDEXER).arg("--config").arg(&configuration).args(["--all", "--quiet"]).output()?;
        ensure!(indexed.status.success(), "indexer: {}", String::from_utf8_lossy(&indexed.stdout));
        let daemon = Command::new(DAEMON)
            .arg("--config")
            .arg(&configuration)
            .arg("--nodetach")
            .stdout(Stdio::null())
            .spawn()?;
        let sphinx = Self { daemon, socket: home.join("socket"), idle: Mutex::default(), _folder: folder };
        let started = Instant::now();
        while let Err(failure) = sphinx.connect() {
            ensure!(started.elapsed() < STARTS_WITHIN, "searchd does not answer: {failure}");
            thread::sleep(Duration::from_millis(100));
        }
        Ok(sphinx)
    }

    fn connect(&self) -> Result<Conn> {
        let options = OptsBuilder::new()
            .socket(self.socket.to_str())
            .prefer_socket(false)
            .max_allowed_packet(Some(8 << 20));
        Ok(Conn::new(options)?)
    }
}

impl Drop for Sphinx {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

fn settings(home: &Path) -> String {
    let home = home.display();
    format!(
        "source people {{
            type = tsvpipe
            tsvpipe_command = cat {home}/people.tsv
            tsvpipe_field = tokens
            tsvpipe_attr_bigint = draw
            tsvpipe_attr_string = profile
            tsvpipe_attr_string = name
            tsvpipe_attr_multi = jobs
            tsvpipe_attr_uint = one
        }}
        index people {{
            source = people
            path = {home}/people
            min_word_len = 1
            dict = keywords
            hitless_words = all
        }}
        indexer {{
            mem_limit = 1024M
        }}
        searchd {{
            listen = {home}/socket:mysql41
            pid_file = {home}/pid
            log = {home}/log
            workers = threads
            max_children = 0
            binlog_path =
        }}\n"
    )
}

fn write_people(path: &Path, corpus: &Corpus) -> Result<()> {
    let mut rows = BufWriter::new(fs::File::create(path)?);
    for number in 0..corpus.people() {
        let profile = corpus.current(number);
        let draw = order_key(profile.id).cast_signed().wrapping_add(i64::MIN);
        let jobs: Vec<String> = profile.jobs.iter().map(|job| job_number(*job).to_string()).collect();
        let tokens = tokens(&profile).join(" ");
        let (id, name) = (profile.id, format!("{} {}", profile.first_name, profile.last_name));
        writeln!(rows, "{}\t{tokens}\t{draw}\t{id}\t{name}\t{}\t1", number + 1, jobs.join(","))?;
    }
    Ok(rows.flush()?)
}

/// A code such as `M1805` as a number: attributes hold numbers.
fn job_number(code: RomeCode) -> u32 {
    code.as_str().bytes().fold(0, |number, letter| match letter {
        b'0'..=b'9' => number * 10 + u32::from(letter - b'0'),
        letter => u32::from(letter),
    })
}

fn job(number: u64) -> Result<RomeCode> {
    let letter = char::from(u8::try_from(number / 10_000)?);
    Ok(RomeCode::parse(&format!("{letter}{:04}", number % 10_000))?)
}

impl Engine for Sphinx {
    type Asked = Asked;
    type Received = Received;

    fn name(&self) -> &'static str {
        "Sphinx"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Drawn
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Asked>> {
        let words = asked_tokens(question).join(" ");
        let page = |words: &str, order: &str, ranker: &str| {
            format!(
                "SELECT profile, name, draw, jobs FROM people WHERE MATCH('{words}') ORDER BY {order} LIMIT {PAGE} \
                 OPTION ranker={ranker}, max_matches={JOBS_AT_MOST}"
            )
        };
        let sql = match class {
            Class::R | Class::D => return Ok(None),
            Class::C => {
                let quorum = format!("\"{words}\"/{COVERED_AT_LEAST}");
                page(&quorum, "WEIGHT() DESC, draw ASC", "expr('doc_word_count')")
            }
            // The counts and the total in the same pass: everybody has the attribute `one`.
            _ if question.facets.rome => format!(
                "{} FACET jobs ORDER BY COUNT(*) DESC LIMIT {JOBS_AT_MOST} FACET one",
                page(&words, "draw ASC", "none")
            ),
            _ => page(&words, "draw ASC", "none"),
        };
        Ok(Some(Asked { sql, is_counted: question.facets.rome }))
    }

    fn ask(&self, asked: &Asked) -> Result<Received> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = idle.map_or_else(|| self.connect(), Ok)?;
        let mut sets = Vec::with_capacity(3);
        let mut result = connection.query_iter(&asked.sql)?;
        while let Some(set) = result.iter() {
            sets.push(set.collect::<Result<Vec<Row>, _>>()?);
        }
        drop(result);
        let about = if asked.is_counted { Vec::new() } else { connection.query("SHOW META")? };
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        Ok(Received { sets, about })
    }

    fn read(&self, Received { sets, about }: Received) -> Result<Answer> {
        let mut answer = Answer::default();
        for row in sets.first().into_iter().flatten() {
            let profile: String = row.get(0).context("no profile")?;
            answer.ids.push(profile.parse::<ProfileId>()?);
        }
        let counts = |row: &Row| row.get::<u64, _>(0).zip(row.get::<u64, _>(1)).context("no count");
        if about.is_empty() {
            for row in sets.get(1).into_iter().flatten() {
                let (number, people) = counts(row)?;
                answer.jobs.push((job(number)?, people));
            }
            answer.total =
                sets.get(2).and_then(|set| set.first()).map(counts).transpose()?.map(|(_, people)| people);
        } else {
            for (name, value) in about {
                if name == "total_found" {
                    answer.total = Some(value.parse()?);
                }
            }
        }
        Ok(answer)
    }
}
