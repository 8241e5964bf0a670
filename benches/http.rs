//! Compares a running Carnet server with PostgreSQL alone, over loopback, on the people that the server shows.
//!
//! `cargo bench -p carnet-benches --bench http -- --server 127.0.0.1:8080 --index var/index --peer postgres:///…`
//! reads the people from the server's index, asks both the same questions, and prints the table. `script/bench-http` starts
//! what it needs. `--into FILE` puts the table between the markers of a document; `--questions N` asks fewer.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use carnet_benches::catalogue::Catalogue;
use carnet_benches::corpus::Corpus;
use carnet_benches::engines::{Http, Postgres};
use carnet_benches::measure::{self, Contender};
use carnet_benches::peers;
use carnet_benches::questions::{self, Class, QUESTIONS};
use carnet_index::{ProfileStore, VisibleProfile};

/// Clients that ask at the same time, beside one alone.
const CLIENTS: usize = 4;
const RECRUITER: &str = "recruiter@demo.test";
const PASSWORD: &str = "demo-carnet-2026";

struct Settings {
    server: String,
    index: PathBuf,
    peer: String,
    into: Option<PathBuf>,
    questions: usize,
}

impl Settings {
    fn read() -> Result<Self> {
        let (mut server, mut index, mut peer, mut into) = (None, None, None, None);
        let mut questions = QUESTIONS;
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("{argument} wants a value"));
            match argument.as_str() {
                "--server" => server = Some(value()?),
                "--index" => index = Some(value()?.into()),
                "--peer" => peer = Some(value()?),
                "--into" => into = Some(value()?.into()),
                "--questions" => questions = value()?.parse()?,
                "--bench" => {}
                other => bail!("{other} is not an option"),
            }
        }
        Ok(Self {
            server: server.context("--server is needed")?,
            index: index.context("--index is needed")?,
            peer: peer.context("--peer is needed")?,
            into,
            questions,
        })
    }
}

fn main() -> Result<()> {
    // Without a server there is nothing to measure: `cargo bench` alone passes by.
    if std::env::args().all(|argument| argument != "--server") {
        println!("http: skipped, script/bench-http runs it");
        return Ok(());
    }
    let settings = Settings::read()?;
    let started = Instant::now();
    let progress = |what: &str| eprintln!("{:6.1} s  {what}", started.elapsed().as_secs_f64());
    let corpus = Corpus::of(&Catalogue::load()?, people(&settings.index)?);
    progress(&format!("read {} people", corpus.people()));
    let postgres = Postgres::build(&settings.peer, &corpus)?;
    progress("loaded PostgreSQL");
    let carnet = Http::connect(&settings.server, RECRUITER, PASSWORD)?;
    let mut classes = Vec::new();
    for class in Class::ALL {
        let questions = questions::draw(class, &corpus, settings.questions);
        let mut contenders = vec![Contender::of(&carnet, class, &questions)?];
        contenders.push(Contender::of(&postgres, class, &questions)?);
        let contenders: Vec<Contender<'_>> = contenders.into_iter().flatten().collect();
        let timings = measure::measure(class, &contenders, questions.len(), CLIENTS)?;
        progress(&format!("{:4} {timings:.0?}", class.name()));
        classes.push((class, timings));
    }
    let table = peers::table(corpus.people(), &classes)?;
    println!("{table}");
    if let Some(document) = &settings.into {
        peers::replace_between_markers(document, "script/bench-http", &table)?;
    }
    Ok(())
}

/// Everybody the index shows.
fn people(index: &std::path::Path) -> Result<Vec<VisibleProfile>> {
    let index = ProfileStore::open(index)?.open_current()?.context("there is no index")?;
    let mut people = Vec::new();
    index.searcher().for_each_live(&mut |profile| people.push(profile))?;
    Ok(people)
}
