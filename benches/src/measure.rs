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
/// The longest a round may take: of an engine that is slower, fewer questions are timed, evenly spread.
const ROUND: Duration = Duration::from_secs(6);
const QUESTIONS_AT_LEAST: usize = 50;

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
        Ok(Some(Self::prepared(engine, asked)))
    }

    /// Takes questions that are prepared already.
    pub fn prepared<E: Engine>(engine: &'a E, asked: Vec<E::Asked>) -> Self
    where
        E::Asked: 'a,
    {
        let ask = Box::new(move |at: usize| engine.ask(&asked[at]));
        Self { name: engine.name(), ranking: engine.ranking(), ask }
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
    let spent = compare(class, contenders, questions)?;
    let asked: Vec<Vec<usize>> = spent.iter().map(|spent| some_of(questions, *spent)).collect();
    let mut quickest: Vec<_> = asked.iter().map(|asked| vec![Duration::MAX; asked.len()]).collect();
    for _ in 0..ROUNDS {
        for ((contender, asked), quickest) in contenders.iter().zip(&asked).zip(&mut quickest) {
            for (&at, quickest) in asked.iter().zip(quickest) {
                let started = Instant::now();
                let answer = black_box(contender.answer(black_box(at)));
                *quickest = started.elapsed().min(*quickest);
                answer?;
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
    let ask = Box::new(|_| work().map(|()| Answer::default()));
    let contender = Contender { name, ranking: Ranking::Drawn, ask };
    let all: Vec<usize> = (0..times).collect();
    let mut quickest = vec![Duration::MAX; times];
    for _ in 0..ROUNDS {
        for quickest in &mut quickest {
            let started = Instant::now();
            contender.answer(0)?;
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
        black_box(contender.answer(at)?);
        times.push(asked.elapsed());
    }
    times.sort_unstable();
    Ok(times)
}

/// The numbers of the questions that fit a round, when all of them took this long.
fn some_of(questions: usize, all: Duration) -> Vec<usize> {
    let share = ROUND.as_secs_f64() / all.as_secs_f64().max(1e-9);
    let least = QUESTIONS_AT_LEAST.min(questions);
    let count = ((questions as f64 * share) as usize).clamp(least, questions);
    (0..count).map(|at| at * questions / count).collect()
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
            black_box(contender.answer(asked[(at + from) % asked.len()])?);
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

/// Fails on the first question whose answers differ in what they share; tells how long each engine took in all.
fn compare(class: Class, contenders: &[Contender<'_>], questions: usize) -> Result<Vec<Duration>> {
    let mut spent = vec![Duration::ZERO; contenders.len()];
    for at in 0..questions {
        let mut totals: Vec<(&str, u64)> = Vec::new();
        let mut counts: Vec<(&str, Vec<(RomeCode, u64)>)> = Vec::new();
        let mut pages: Vec<(&str, Vec<ProfileId>)> = Vec::new();
        for (contender, spent) in contenders.iter().zip(&mut spent) {
            let started = Instant::now();
            let mut answer = contender.answer(at)?;
            *spent += started.elapsed();
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
    Ok(spent)
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
