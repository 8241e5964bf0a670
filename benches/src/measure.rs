//! Times engines against each other, question by question, after comparing their answers.

use std::hint::black_box;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use carnet_index::SearchRequest;

use crate::compare::compare;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::Class;

/// On a shared machine the quickest of several rounds says what the work itself takes.
const ROUNDS: usize = 3;
/// The longest a round may take: of an engine that is slower, fewer questions are timed, evenly spread.
const ROUND: Duration = Duration::from_secs(2);
const QUESTIONS_AT_LEAST: usize = 50;
/// Questions that show how slow an engine is.
const PROBES: usize = 20;

/// An engine ready to answer the questions of one class by their numbers.
pub struct Contender<'a> {
    /// The engine's name.
    pub name: &'static str,
    /// The order of its results.
    pub ranking: Ranking,
    ask: Box<dyn Fn(usize) -> Result<()> + Sync + 'a>,
    read: Box<dyn Fn(usize) -> Result<Answer> + Sync + 'a>,
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
        Ok(Some(Self::prepared(engine, asked)))
    }

    /// Takes questions that are prepared already.
    pub fn prepared<E: Engine>(engine: &'a E, asked: Vec<E::Asked>) -> Self
    where
        E::Asked: 'a,
    {
        let asked = Arc::new(asked);
        let same = Arc::clone(&asked);
        let ask = Box::new(move |at: usize| black_box(engine.ask(black_box(&asked[at]))).map(drop));
        let read = Box::new(move |at: usize| engine.read(engine.ask(&same[at])?));
        Self { name: engine.name(), ranking: engine.ranking(), ask, read }
    }

    /// Answers one question: what is measured.
    pub fn ask(&self, at: usize) -> Result<()> {
        (self.ask)(at)
    }

    /// Answers one question, and reads the answer.
    pub fn answer(&self, at: usize) -> Result<Answer> {
        (self.read)(at)
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
    /// How many questions were timed.
    pub questions: usize,
    /// Questions per second on one thread.
    pub rate_on_one: f64,
    /// Questions per second on several threads.
    pub rate_on_more: f64,
}

impl Timing {
    /// The engine's name, and how many questions were timed when it was too slow for all of them.
    pub fn label(&self, all: usize) -> String {
        if self.questions == all {
            return self.engine.to_owned();
        }
        format!("{} ({} questions)", self.engine, self.questions)
    }
}

/// Compares all answers of all engines, then times them in turns, on one thread and on several.
pub fn measure(
    class: Class,
    contenders: &[Contender<'_>],
    questions: usize,
    threads: usize,
) -> Result<Vec<Timing>> {
    let asked: Vec<Vec<usize>> =
        contenders.iter().map(|contender| some_of(contender, questions)).collect::<Result<_>>()?;
    compare(class, contenders, &asked, questions)?;
    let mut quickest: Vec<_> = asked.iter().map(|asked| vec![Duration::MAX; asked.len()]).collect();
    for _ in 0..ROUNDS {
        for ((contender, asked), quickest) in contenders.iter().zip(&asked).zip(&mut quickest) {
            for (&at, quickest) in asked.iter().zip(quickest) {
                let started = Instant::now();
                let answered = contender.ask(at);
                *quickest = started.elapsed().min(*quickest);
                answered?;
            }
        }
    }
    let timed = contenders.iter().zip(asked).zip(quickest);
    timed.map(|((contender, asked), quickest)| timing(contender, &asked, quickest, threads)).collect()
}

/// Times something that answers nothing, so many times.
pub fn alone(
    name: &'static str,
    work: impl Fn() -> Result<()> + Sync,
    times: usize,
    threads: usize,
) -> Result<Timing> {
    let (ask, read) = (Box::new(|_| work()), Box::new(|_| Ok(Answer::default())));
    let contender = Contender { name, ranking: Ranking::Drawn, ask, read };
    let all: Vec<usize> = (0..times).collect();
    let mut quickest = vec![Duration::MAX; times];
    for _ in 0..ROUNDS {
        for quickest in &mut quickest {
            let started = Instant::now();
            contender.ask(0)?;
            *quickest = started.elapsed().min(*quickest);
        }
    }
    timing(&contender, &all, quickest, threads)
}

/// Asks question after question for some time, each once round and round; every answer's time, in order of length.
pub fn mixture(contender: &Contender<'_>, questions: usize, lasting: Duration) -> Result<Vec<Duration>> {
    let (started, mut times) = (Instant::now(), Vec::new());
    for at in (0..questions).cycle() {
        if started.elapsed() > lasting {
            break;
        }
        let asked = Instant::now();
        contender.ask(at)?;
        times.push(asked.elapsed());
    }
    times.sort_unstable();
    Ok(times)
}

/// The numbers of the questions that fit a round, evenly spread.
fn some_of(contender: &Contender<'_>, questions: usize) -> Result<Vec<usize>> {
    let spread = |count: usize| (0..count).map(move |at| at * questions / count);
    let probes = PROBES.min(questions);
    // Once for whatever is read or planned for the first time.
    spread(probes).try_for_each(|at| contender.ask(at))?;
    let started = Instant::now();
    spread(probes).try_for_each(|at| contender.ask(at))?;
    let mean = started.elapsed().as_secs_f64() / probes as f64;
    let fitting = (ROUND.as_secs_f64() / mean.max(1e-9)) as usize;
    Ok(spread(fitting.max(QUESTIONS_AT_LEAST).min(questions)).collect())
}

fn timing(
    contender: &Contender<'_>,
    asked: &[usize],
    mut quickest: Vec<Duration>,
    threads: usize,
) -> Result<Timing> {
    let questions = quickest.len();
    quickest.sort_unstable();
    let at = |share: usize| quickest[(questions * share / 100).min(questions - 1)].as_secs_f64() * 1e6;
    Ok(Timing {
        engine: contender.name,
        median: at(50),
        p90: at(90),
        p99: at(99),
        questions,
        rate_on_one: rate(contender, asked, 1)?,
        rate_on_more: rate(contender, asked, threads)?,
    })
}

/// Answers every question on each of some threads at once and returns the questions per second of them all.
fn rate(contender: &Contender<'_>, asked: &[usize], threads: usize) -> Result<f64> {
    let all = |from: usize| -> Result<()> {
        for at in 0..asked.len() {
            contender.ask(asked[(at + from) % asked.len()])?;
        }
        Ok(())
    };
    let mut best = 0.0_f64;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        thread::scope(|scope| {
            let others: Vec<_> =
                (1..threads).map(|thread| scope.spawn(move || all(thread * asked.len() / threads))).collect();
            all(0)?;
            others.into_iter().try_for_each(|other| other.join().expect("a thread that asks"))
        })?;
        best = best.max((asked.len() * threads) as f64 / started.elapsed().as_secs_f64());
    }
    Ok(best)
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
