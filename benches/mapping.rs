//! Measures how well what people say leads to its job: every synonym of the national catalogue is left out and asked for.
//!
//! `cargo bench -p carnet-benches --bench mapping` prints the table; `--into FILE` also puts it between the markers of a
//! document; `--train` fits the trees that come with Carnet anew, to all synonyms, and writes them.
//!
//! A fiftieth of the synonyms is left out at a time, those of one job in turn, and asked for; everything else is known.
//! What the trees are worth is measured by those fitted to four fifths of the synonyms, asked for the last fifth.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use carnet_benches::boosting::{Pace, Rows, fit};
use carnet_benches::catalogue::{Catalogue, Sentences};
use carnet_benches::document::replace_between_markers;
use carnet_benches::lexical::Lexical;
use carnet_benches::report::grouped;
use carnet_index::matching::{FEATURES, Forest, JobCandidate, JobMatcher, JobText};
use carnet_index::{RomeCode, SkillCode};

/// Rounds in which synonyms are left out.
const ROUNDS: usize = 50;
/// Parts the synonyms fall into when trees are fitted to some and asked for the others.
const FOLDS: usize = 5;
const PROPOSALS: usize = 5;
const PACE: Pace = Pace { trees: 300, leaves: 15, rate: 0.1, calm: 1.0, share: 0.4 };
/// The trees that come with Carnet.
const FOREST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../index/src/catalog/matching/forest.json");
/// The budget, for 99 questions in 100.
const BUDGET: Duration = Duration::from_millis(5);

/// A synonym, the job it names, and what it is weighed by when it is left out.
struct Asked {
    right: RomeCode,
    candidates: Vec<JobCandidate>,
}

/// Where the right job stood in each answer.
struct Tally {
    name: &'static str,
    first: usize,
    among: usize,
    asked: usize,
    taken: Vec<Duration>,
}

impl Tally {
    fn new(name: &'static str) -> Self {
        Self { name, first: 0, among: 0, asked: 0, taken: Vec::new() }
    }

    fn note(&mut self, right: RomeCode, found: &[RomeCode]) {
        self.asked += 1;
        self.first += usize::from(found.first() == Some(&right));
        self.among += usize::from(found.contains(&right));
    }

    fn ask(&mut self, right: RomeCode, answer: impl FnOnce() -> Vec<RomeCode>) {
        let started = Instant::now();
        let found = answer();
        self.taken.push(started.elapsed());
        self.note(right, &found);
    }

    fn at(&mut self, percent: usize) -> Option<Duration> {
        self.taken.sort_unstable();
        self.taken.get((self.taken.len() * percent / 100).min(self.taken.len().saturating_sub(1))).copied()
    }

    fn line(&mut self, table: &mut String) -> Result<()> {
        let share = |count: usize| 100.0 * count as f64 / self.asked as f64;
        let (first, among, name) = (share(self.first), share(self.among), self.name);
        let micros = |taken: Option<Duration>| {
            taken.map(|taken| format!("{:.0}", taken.as_secs_f64() * 1e6)).unwrap_or_default()
        };
        let (median, slow) = (micros(self.at(50)), micros(self.at(99)));
        Ok(writeln!(table, "| {name} | {first:.1} % | {among:.1} % | {median} | {slow} |")?)
    }
}

/// Everything that is said of the jobs, without the synonyms left out in a round.
struct Said<'a> {
    catalogue: &'a Catalogue,
    labels: HashMap<SkillCode, &'a str>,
    synonyms: HashMap<RomeCode, Vec<&'a str>>,
    nothing: Sentences,
}

impl<'a> Said<'a> {
    fn of(catalogue: &'a Catalogue) -> Self {
        let mut synonyms: HashMap<RomeCode, Vec<&str>> = HashMap::new();
        for appellation in catalogue.appellations.iter().filter(|one| !one.is_principal) {
            synonyms.entry(appellation.job).or_default().push(&appellation.label);
        }
        let labels = catalogue.skills.iter().map(|(code, label)| (*code, label.as_str())).collect();
        Self { catalogue, labels, synonyms, nothing: Sentences::default() }
    }

    /// The round in which a synonym is left out: those of one job in different ones, as far as there are enough.
    fn round(job: usize, at: usize) -> usize {
        (job * 7 + at) % ROUNDS
    }

    fn without(&self, round: usize) -> Vec<JobText<'_>> {
        let text = |(at, job): (usize, &'a carnet_benches::catalogue::Job)| {
            let others = self.synonyms.get(&job.code).into_iter().flatten().enumerate();
            let kept = others.filter(|(place, _)| Self::round(at, *place) != round).map(|(_, label)| *label);
            let skills: Vec<&str> =
                job.skills.iter().filter_map(|skill| self.labels.get(skill).copied()).collect();
            let said = self.catalogue.sentences.get(&job.code).unwrap_or(&self.nothing);
            JobText {
                code: job.code,
                family: job.family,
                names: std::iter::once(job.label.as_str()).chain(kept).collect(),
                core: skills[..job.core].to_vec(),
                skills,
                definition: &said.definition,
                access: &said.access,
                neighbours: said.neighbours.clone(),
            }
        };
        self.catalogue.jobs.iter().enumerate().map(text).collect()
    }

    /// The synonyms left out in a round, with their jobs.
    fn left_out(&self, round: usize) -> impl Iterator<Item = (RomeCode, &'a str)> + '_ {
        self.catalogue.jobs.iter().enumerate().flat_map(move |(at, job)| {
            let synonyms = self.synonyms.get(&job.code).into_iter().flatten().enumerate();
            synonyms
                .filter(move |(place, _)| Self::round(at, *place) == round)
                .map(|(_, label)| (job.code, *label))
        })
    }
}

fn main() -> Result<()> {
    let catalogue = Catalogue::load()?;
    let said = Said::of(&catalogue);
    let mut titles = Tally::new("plain BM25 over titles of jobs");
    let mut names = Tally::new("plain BM25 over all their names");
    let mut carnet = Tally::new("Carnet");
    let mut speed = Tally::new("Carnet, with the trees that come with it");
    let mut asked: Vec<Asked> = Vec::new();
    for round in 0..ROUNDS {
        let jobs = said.without(round);
        let by_title = Lexical::build(jobs.iter().map(|job| (job.code, &job.names[..1])))?;
        let by_name = Lexical::build(jobs.iter().map(|job| (job.code, &job.names[..])))?;
        let matcher = JobMatcher::build(&jobs);
        for (right, synonym) in said.left_out(round) {
            titles.ask(right, || by_title.suggest(synonym, PROPOSALS));
            names.ask(right, || by_name.suggest(synonym, PROPOSALS));
            speed.ask(right, || {
                matcher.suggest(synonym, "", PROPOSALS).into_iter().map(|found| found.code).collect()
            });
            asked.push(Asked { right, candidates: matcher.candidates(synonym) });
        }
        if (round + 1) % 10 == 0 {
            eprintln!("{} of {ROUNDS} rounds", round + 1);
        }
    }
    for fold in 0..FOLDS {
        let forest = fit(&rows(&asked, |at| at % FOLDS != fold), FEATURES, PACE);
        for one in asked.iter().skip(fold).step_by(FOLDS) {
            carnet.note(one.right, &best(&forest, &one.candidates));
        }
        eprintln!("trees {} of {FOLDS}: {} of {} first", fold + 1, carnet.first, carnet.asked);
    }
    if std::env::args().any(|argument| argument == "--train") {
        let forest = fit(&rows(&asked, |_| true), FEATURES, PACE);
        std::fs::write(FOREST, serde_json::to_string(&forest)? + "\n")?;
    }
    carnet.taken.clone_from(&speed.taken);
    let mut table = format!(
        "{} jobs; {} synonyms, each left out and asked for. Budget: 5 ms for 99 questions in 100.\n\n\
         | what is said leads to its job | first | among five | median (µs) | p99 (µs) |\n| --- | ---: | ---: | ---: | ---: |\n",
        grouped(catalogue.jobs.len() as u64),
        grouped(asked.len() as u64),
    );
    for tally in [&mut titles, &mut names, &mut carnet] {
        tally.line(&mut table)?;
    }
    println!("{table}");
    ensure!(speed.at(99).is_some_and(|slow| slow <= BUDGET), "the p99 is above its budget of {BUDGET:?}");
    let mut arguments = std::env::args().skip_while(|argument| argument != "--into").skip(1);
    if let Some(document) = arguments.next() {
        replace_between_markers(Path::new(&document), "script/bench mapping", &format!("\n{table}"))?;
    }
    Ok(())
}

/// The candidates of some of the synonyms, with the right one of each; where it is none of them, there is nothing to learn.
fn rows(asked: &[Asked], takes: impl Fn(usize) -> bool) -> Rows {
    let mut rows = Rows::default();
    let mut count = 0;
    for (_, one) in asked.iter().enumerate().filter(|(at, _)| takes(*at)) {
        let Some(right) = one.candidates.iter().position(|candidate| candidate.code == one.right) else {
            continue;
        };
        for candidate in &one.candidates {
            rows.values.extend(candidate.features);
        }
        rows.groups.push((count..count + one.candidates.len(), count + right));
        count += one.candidates.len();
    }
    rows
}

fn best(forest: &Forest, candidates: &[JobCandidate]) -> Vec<RomeCode> {
    let mut scored: Vec<(f32, RomeCode)> =
        candidates.iter().map(|one| (forest.score(&one.features), one.code)).collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    scored.into_iter().take(PROPOSALS).map(|(_, code)| code).collect()
}
