//! Times engines against each other, question by question, after comparing their answers.

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use carnet_index::{ProfileId, RomeCode, SearchRequest};

use crate::engine::{Answer, Engine, Ranking};
use crate::questions::Class;

/// On a shared machine the quickest of several rounds says what the work itself takes.
const ROUNDS: usize = 3;

/// An engine ready to answer the questions of one class by their numbers.
pub struct Contender<'a> {
    /// The engine's name.
    pub name: &'static str,
    /// The order of its results.
    pub ranking: Ranking,
    ask: Box<dyn Fn(usize) -> Result<Answer> + Sync + 'a>,
}

impl<'a> Contender<'a> {
    /// Prepares the questions of a class; absent when the engine cannot express it.
    pub fn of<E: Engine>(engine: &'a E, class: Class, questions: &[SearchRequest]) -> Result<Option<Self>> {
        let mut asked = Vec::with_capacity(questions.len());
        for question in questions {
            match engine.prepare(class, question)? {
                Some(prepared) => asked.push(prepared),
                None => return Ok(None),
            }
        }
        let ask = Box::new(move |at: usize| engine.ask(&asked[at]));
        Ok(Some(Self { name: engine.name(), ranking: engine.ranking(), ask }))
    }

    /// Answers one question.
    pub fn answer(&self, at: usize) -> Result<Answer> {
        (self.ask)(at)
    }
}

/// How long one engine took over one class.
#[derive(Debug, Clone)]
pub struct Timing {
    /// The engine.
    pub engine: &'static str,
    /// Half the questions take at most this many microseconds.
    pub median: f64,
    /// Nine in ten take at most this many microseconds.
    pub p90: f64,
    /// All but one in a hundred take at most this many microseconds.
    pub p99: f64,
    /// Questions per second on one thread.
    pub rate_on_one: f64,
    /// Questions per second on two threads.
    pub rate_on_two: f64,
}

/// Compares all answers of all engines, then times them in turns.
pub fn measure(class: Class, contenders: &[Contender<'_>], questions: usize) -> Result<Vec<Timing>> {
    compare(class, contenders, questions)?;
    let mut quickest = vec![vec![Duration::MAX; questions]; contenders.len()];
    for _ in 0..ROUNDS {
        for (contender, quickest) in contenders.iter().zip(&mut quickest) {
            for (at, quickest) in quickest.iter_mut().enumerate() {
                let started = Instant::now();
                let answer = black_box(contender.answer(black_box(at)));
                *quickest = started.elapsed().min(*quickest);
                answer?;
            }
        }
    }
    let timed = contenders.iter().zip(quickest);
    timed.map(|(contender, quickest)| timing(contender, quickest)).collect()
}

fn timing(contender: &Contender<'_>, mut quickest: Vec<Duration>) -> Result<Timing> {
    let questions = quickest.len();
    quickest.sort_unstable();
    let at = |share: usize| quickest[(questions * share / 100).min(questions - 1)].as_secs_f64() * 1e6;
    Ok(Timing {
        engine: contender.name,
        median: at(50),
        p90: at(90),
        p99: at(99),
        rate_on_one: rate(contender, questions, 1)?,
        rate_on_two: rate(contender, questions, 2)?,
    })
}

/// Answers every question on each of some threads at once and returns the questions per second of them all.
fn rate(contender: &Contender<'_>, questions: usize, threads: usize) -> Result<f64> {
    let all = |from: usize| -> Result<()> {
        for at in 0..questions {
            black_box(contender.answer((at + from) % questions)?);
        }
        Ok(())
    };
    let mut best = 0.0_f64;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        thread::scope(|scope| {
            let others: Vec<_> =
                (1..threads).map(|thread| scope.spawn(move || all(thread * questions / threads))).collect();
            all(0)?;
            others.into_iter().try_for_each(|other| other.join().expect("a thread that asks"))
        })?;
        best = best.max((questions * threads) as f64 / started.elapsed().as_secs_f64());
    }
    Ok(best)
}

/// Fails on the first question whose answers differ in what they share.
fn compare(class: Class, contenders: &[Contender<'_>], questions: usize) -> Result<()> {
    for at in 0..questions {
        let mut totals: Vec<(&str, u64)> = Vec::new();
        let mut counts: Vec<(&str, Vec<(RomeCode, u64)>)> = Vec::new();
        let mut pages: Vec<(&str, Vec<ProfileId>)> = Vec::new();
        for contender in contenders {
            let mut answer = contender.answer(at)?;
            answer.jobs.sort_unstable();
            totals.extend(answer.total.map(|total| (contender.name, total)));
            if !answer.jobs.is_empty() {
                counts.push((contender.name, answer.jobs));
            }
            // A plain score leaves the order among equals open.
            if contender.ranking == Ranking::Drawn && class != Class::C {
                pages.push((contender.name, answer.ids));
            }
        }
        ensure!(totals.iter().all(|(_, total)| *total > 0), "{} {at}: no result", class.name());
        same(class, at, "totals", &totals)?;
        same(class, at, "counts per job", &counts)?;
        same(class, at, "pages", &pages)?;
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(
    class: Class,
    at: usize,
    what: &str,
    all: &[(&str, T)],
) -> Result<()> {
    let equal = all.windows(2).all(|pair| pair[0].1 == pair[1].1);
    ensure!(equal, "{} {at}: {what} differ: {all:?}", class.name());
    Ok(())
}

/// What the process holds in memory, in bytes: its own, and that of mapped files.
pub fn resident() -> Result<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kibibytes = line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
        kibibytes.unwrap_or_default() * 1_024
    };
    Ok((of("RssAnon:"), of("RssFile:")))
}
