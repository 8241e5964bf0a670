//! Compares a running Carnet server with other servers, over loopback, on the people that the server shows.
//!
//! `cargo bench -p carnet-benches --bench http -- --server 127.0.0.1:8080 --index var/index --database postgres:///…`
//! reads the people from the server's index, asks every server the same questions, and prints the table. `script/bench-http`
//! starts what it needs. `--peer URL` is a PostgreSQL to compare with, `--sphinx` adds Sphinx, `--into FILE` puts the
//! table between the markers of a document, `--questions N` asks fewer, `--only S1,C` only these classes, `--metrics
//! 127.0.0.1:9464` is where the server says how long its checks take.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use carnet_benches::catalogue::Catalogue;
use carnet_benches::changing::{self, Changing};
use carnet_benches::checks::Checks;
use carnet_benches::corpus::Corpus;
use carnet_benches::document::replace_between_markers;
use carnet_benches::engine::Engine;
use carnet_benches::engines::{Http, Sphinx};
use carnet_benches::measure::{self, Contender};
use carnet_benches::peers::{self, Busy, Measured};
use carnet_benches::questions::{self, Class, QUESTIONS};
use carnet_benches::references::References;
use carnet_index::{ProfileStore, SearchRequest, VisibleProfile};

/// Clients that ask at the same time, beside one alone.
const CLIENTS: usize = 4;
const CHANGES_PER_SECOND: usize = 500;
/// How long the mixture of all classes is asked, without changes and with them.
const WATCHED: Duration = Duration::from_secs(20);
/// People whose change is followed until a search shows it.
const FOLLOWED: usize = 60;
const RECRUITER: &str = "recruiter@demo.test";
const PASSWORD: &str = "demo-carnet-2026";

struct Settings {
    server: String,
    index: PathBuf,
    database: String,
    peer: Option<String>,
    sphinx: bool,
    into: Option<PathBuf>,
    questions: usize,
    metrics: Option<String>,
    only: Option<String>,
}

impl Settings {
    fn read() -> Result<Self> {
        let (mut server, mut index, mut database, mut peer, mut into) = (None, None, None, None, None);
        let (mut questions, mut sphinx, mut metrics, mut only) = (QUESTIONS, false, None, None);
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("{argument} wants a value"));
            match argument.as_str() {
                "--server" => server = Some(value()?),
                "--index" => index = Some(value()?.into()),
                "--database" => database = Some(value()?),
                "--peer" => peer = Some(value()?),
                "--sphinx" => sphinx = Sphinx::is_installed(),
                "--into" => into = Some(value()?.into()),
                "--questions" => questions = value()?.parse()?,
                "--only" => only = Some(value()?),
                "--metrics" => metrics = Some(value()?),
                "--bench" => {}
                other => bail!("{other} is not an option"),
            }
        }
        Ok(Self {
            server: server.context("--server is needed")?,
            index: index.context("--index is needed")?,
            database: database.context("--database is needed")?,
            peer,
            sphinx,
            into,
            questions,
            metrics,
            only,
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
    let references =
        References::default().with_servers(settings.peer.as_deref(), settings.sphinx, &corpus)?;
    progress("loaded the other servers");
    let carnet = Http::connect(&settings.server, RECRUITER, PASSWORD)?;
    let nothing = measure::alone("nothing", || carnet.nothing(), QUESTIONS, CLIENTS)?;
    let (mut classes, mut drawn) = (Vec::new(), Vec::new());
    let is_asked = |class: &Class| {
        settings.only.as_ref().is_none_or(|only| only.split(',').any(|name| name == class.name()))
    };
    for class in Class::ALL.into_iter().filter(is_asked) {
        let questions = questions::draw(class, &corpus, settings.questions);
        let mut contenders: Vec<Contender<'_>> =
            Contender::of(&carnet, class, &questions)?.into_iter().collect();
        references.enter(&mut contenders, class, &questions)?;
        let checks = || settings.metrics.as_deref().map(Checks::read).transpose();
        // The first check makes the figure.
        contenders.iter().take(1).try_for_each(|carnet| carnet.ask(0))?;
        let before = checks()?;
        let timings = measure::measure(class, &contenders, questions.len(), CLIENTS)?;
        let check = checks()?.zip(before).map(|(after, before)| after.mean_since(before));
        progress(&format!("{:4} {timings:.0?}, check {check:.0?}", class.name()));
        classes.push(Measured { class, timings, check });
        drawn.push((class, questions));
    }
    let busy = watch(&carnet, &settings.database, &corpus, &drawn)?;
    progress("watched the changes");
    let table = peers::table(corpus.people(), &nothing, &classes, &busy)?;
    println!("{table}");
    if let Some(document) = &settings.into {
        replace_between_markers(document, "script/bench-http", &table)?;
    }
    Ok(())
}

/// Asks everything in turn, first while nothing changes and then while many people do.
fn watch(
    carnet: &Http,
    database: &str,
    corpus: &Corpus,
    drawn: &[(Class, Vec<SearchRequest>)],
) -> Result<Busy> {
    let mut asked = Vec::new();
    let longest = drawn.iter().map(|(_, questions)| questions.len()).max().unwrap_or_default();
    for at in 0..longest {
        // The cursors of class D are of a state that the changes leave behind.
        for (class, questions) in drawn.iter().filter(|(class, _)| *class != Class::D) {
            asked.extend(questions.get(at).map(|question| carnet.prepare(*class, question)));
        }
    }
    let asked: Vec<_> = asked.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    let questions = asked.len();
    let mixture = Contender::prepared(carnet, asked);
    let quiet = measure::mixture(&mixture, questions, WATCHED)?;
    let changing = Changing::start(database, corpus, CHANGES_PER_SECOND)?;
    let during = measure::mixture(&mixture, questions, WATCHED)?;
    let visible_after = changing::visible_after(database, corpus, carnet, FOLLOWED)?;
    Ok(Busy { per_second: changing.stop()?, quiet, during, visible_after })
}

/// Everybody the index shows.
fn people(index: &std::path::Path) -> Result<Vec<VisibleProfile>> {
    let index = ProfileStore::open(index)?.open_current()?.context("there is no index")?;
    let mut people = Vec::new();
    index.searcher().for_each_live(&mut |profile| people.push(profile))?;
    Ok(people)
}
