//! Compares Carnet's profile search with its references, size by size, and writes what it found.
//!
//! `cargo bench -p carnet-benches --bench search -- 100000 1000000` prints the tables; `--into FILE` also puts them between
//! the markers of a document, `--plot FILE` draws the growth, `--questions N` asks fewer than a thousand per class,
//! `--only S1,C` asks only these classes, `--alone` leaves the references out. `--postgres URL` and `--sphinx` measure
//! these servers as well, over their sockets, where the corpus is small enough for them.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use carnet_benches::catalogue::Catalogue;
use carnet_benches::corpus::Corpus;
use carnet_benches::document::replace_between_markers;
use carnet_benches::engine::Engine;
use carnet_benches::engines::{Carnet, Sphinx};
use carnet_benches::measure::{self, Contender, Timing};
use carnet_benches::questions::{self, Class, QUESTIONS};
use carnet_benches::references::References;
use carnet_benches::report::{self, Measured};
use carnet_benches::{plot, truth::Truth};
use carnet_index::SearchRequest;

const SEED: u64 = 42;
/// Threads that ask at the same time, beside one alone.
const THREADS: usize = 2;
const DEFAULT_SIZES: [u64; 2] = [100_000, 1_000_000];
/// The largest corpus that the servers are asked about.
const SERVERS_UP_TO: u64 = 200_000;
/// How many answers per class are held against an exhaustive look, in question–profile pairs.
const LOOKS: u64 = 20_000_000;

struct Settings {
    sizes: Vec<u64>,
    into: Option<PathBuf>,
    plot: Option<PathBuf>,
    questions: usize,
    only: Option<String>,
    alone: bool,
    postgres: Option<String>,
    sphinx: bool,
}

impl Settings {
    fn read() -> Result<Self> {
        let mut settings = Self {
            sizes: Vec::new(),
            into: None,
            plot: None,
            questions: QUESTIONS,
            only: None,
            alone: false,
            postgres: None,
            sphinx: false,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("{argument} wants a value"));
            match argument.as_str() {
                "--into" => settings.into = Some(value()?.into()),
                "--plot" => settings.plot = Some(value()?.into()),
                "--questions" => settings.questions = value()?.parse()?,
                "--only" => settings.only = Some(value()?),
                "--alone" => settings.alone = true,
                "--postgres" => settings.postgres = Some(value()?),
                "--sphinx" if Sphinx::is_installed() => settings.sphinx = true,
                "--sphinx" => eprintln!("Sphinx is not installed and is left out"),
                // Cargo says it to every benchmark.
                "--bench" => {}
                size => match size.parse() {
                    Ok(size) => settings.sizes.push(size),
                    Err(_) => bail!("{size} is neither a number of profiles nor an option"),
                },
            }
        }
        if settings.sizes.is_empty() {
            settings.sizes = DEFAULT_SIZES.to_vec();
        }
        Ok(settings)
    }

    fn asks(&self, class: Class) -> bool {
        self.only.as_ref().is_none_or(|only| only.split(',').any(|name| name == class.name()))
    }
}

fn main() -> Result<()> {
    let settings = Settings::read()?;
    let catalogue = Catalogue::load()?;
    let mut measured = Vec::new();
    for &people in &settings.sizes {
        let corpus = Corpus::new(&catalogue, people, SEED);
        measured.push(run(&corpus, &settings)?);
        println!("{}", report::markdown(&measured[measured.len() - 1..])?);
    }
    if let Some(document) = &settings.into {
        replace_between_markers(document, "script/bench search", &report::markdown(&measured)?)?;
    }
    if let Some(file) = &settings.plot {
        fs::write(file, plot::growth(&measured)?)?;
    }
    Ok(())
}

fn run(corpus: &Corpus, settings: &Settings) -> Result<Measured> {
    let started = Instant::now();
    let progress = |what: &str| eprintln!("{:6.1} s  {what}", started.elapsed().as_secs_f64());
    let (carnet, figures) = Carnet::build(corpus)?;
    progress("built Carnet's index");
    let questions: Vec<(Class, Vec<SearchRequest>)> = Class::ALL
        .into_iter()
        .filter(|class| settings.asks(*class))
        .map(|class| (class, questions::draw(class, corpus, settings.questions)))
        .collect();
    for (class, questions) in &questions {
        warm(&carnet, *class, questions)?;
    }
    let resident = measure::resident()?;
    progress("asked everything once");
    let references = references(corpus, settings)?;
    progress("built the references");
    let mut classes = Vec::new();
    for (class, questions) in &questions {
        let mut contenders: Vec<Contender<'_>> =
            Contender::of(&carnet, *class, questions)?.into_iter().collect();
        references.enter(&mut contenders, *class, questions)?;
        if !settings.alone && *class != Class::D {
            check(*class, corpus, questions, &contenders)?;
        }
        let timings = measure::measure(*class, &contenders, questions.len(), THREADS)?;
        progress(&line(*class, &timings));
        classes.push((*class, timings));
    }
    Ok(Measured { people: corpus.people(), figures, resident, classes })
}

fn references(corpus: &Corpus, settings: &Settings) -> Result<References> {
    if settings.alone {
        return Ok(References::default());
    }
    let is_small = corpus.people() <= SERVERS_UP_TO;
    let postgres = settings.postgres.as_deref().filter(|_| is_small);
    let sphinx = settings.sphinx && is_small;
    References::in_process(corpus)?.with_servers(postgres, sphinx, corpus)
}

fn warm<E: Engine>(engine: &E, class: Class, questions: &[SearchRequest]) -> Result<()> {
    if let Some(contender) = Contender::of(engine, class, questions)? {
        for at in 0..questions.len() {
            contender.answer(at)?;
        }
    }
    Ok(())
}

/// Holds some answers of every engine against an exhaustive look.
fn check(
    class: Class,
    corpus: &Corpus,
    questions: &[SearchRequest],
    contenders: &[Contender<'_>],
) -> Result<()> {
    let some = ((LOOKS / corpus.people()) as usize).clamp(2, 40).min(questions.len());
    let truths = Truth::of(corpus, &questions[..some]);
    for contender in contenders {
        for (at, truth) in truths.iter().enumerate() {
            let answer = contender.answer(at)?;
            if let Some(why) = truth.refutes(&answer, contender.ranking, class == Class::C) {
                bail!("{} {at}: {} is wrong: {why}", class.name(), contender.name);
            }
        }
    }
    Ok(())
}

fn line(class: Class, timings: &[Timing]) -> String {
    let one = |timing: &Timing| {
        format!("{} {:.1} / {:.1} / {:.1}", timing.engine, timing.median, timing.p90, timing.p99)
    };
    format!("{:4} {}", class.name(), timings.iter().map(one).collect::<Vec<_>>().join("   "))
}
