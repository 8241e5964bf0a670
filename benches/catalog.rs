//! Measures what people wait for while they type: jobs and skills proposed from the whole catalogue.
//!
//! `cargo bench -p carnet-benches --bench catalog` prints the table; `--into FILE` also puts it between the markers of a
//! document.

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use carnet_benches::catalogue::Catalogue;
use carnet_benches::document::replace_between_markers;
use carnet_benches::random::Random;
use carnet_benches::report::grouped;
use carnet_index::{CatalogAppellation, CatalogEntries, CatalogIndex, CatalogJob, CatalogSkill};

/// On a shared machine the quickest of several tries says what the work itself takes.
const TRIES: usize = 3;
const TYPED: usize = 2_000;
const PROPOSALS: usize = 10;
/// The budget, for 99 questions in 100.
const BUDGET: Duration = Duration::from_millis(5);

fn entries(catalogue: &Catalogue) -> CatalogEntries {
    let skills = catalogue.skills.iter();
    let mut jobs: Vec<CatalogJob> =
        catalogue.jobs.iter().map(|job| CatalogJob::new(job.code, job.label.clone())).collect();
    for appellation in &catalogue.appellations {
        if let Ok(at) = jobs.binary_search_by_key(&appellation.job, |job| job.code) {
            let (code, label) = (appellation.code, appellation.label.clone());
            jobs[at].appellations.push(CatalogAppellation { code, label });
        }
    }
    CatalogEntries {
        jobs,
        skills: skills
            .map(|(code, label)| CatalogSkill { code: *code, label: label.clone(), is_active: true })
            .collect(),
    }
}

/// What people type: beginnings of one to three words of a title, some with a typo.
fn typed(titles: &[&str], random: &mut Random) -> String {
    let words: Vec<&str> = random.pick(titles).split(' ').filter(|word| *word != "/").collect();
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        let word: Vec<char> = random.pick(&words).chars().collect();
        text.extend(&word[..=random.below(word.len().max(1)).min(word.len() - 1)]);
        text.push(' ');
    }
    if random.below(4) == 0 {
        text.remove(text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at));
    }
    text
}

/// Times every question and adds a line to the table.
fn measure(table: &mut String, what: &str, questions: &[String], ask: impl Fn(&str) -> usize) -> Result<()> {
    let once = |question: &String| {
        let started = Instant::now();
        black_box(ask(black_box(question)));
        started.elapsed()
    };
    let mut taken: Vec<Duration> = questions
        .iter()
        .map(|question| (0..TRIES).map(|_| once(question)).min().unwrap_or_default())
        .collect();
    taken.sort_unstable();
    let at = |share: usize| taken[taken.len() * share / 100];
    let micros = |share: usize| at(share).as_secs_f64() * 1e6;
    writeln!(table, "| {what} | {:.0} | {:.0} | {:.0} |", micros(50), micros(90), micros(99))?;
    ensure!(at(99) <= BUDGET, "{what}: the p99 is above its budget of {BUDGET:?}");
    Ok(())
}

fn main() -> Result<()> {
    let catalogue = Catalogue::load()?;
    let started = Instant::now();
    let index = CatalogIndex::build(entries(&catalogue));
    let mut table = format!(
        "{} jobs, {} appellations, {} skills; built in {:.0} ms. Budget: 5 ms for 99 questions in 100.\n\n",
        grouped(catalogue.jobs.len() as u64),
        grouped(catalogue.appellations.len() as u64),
        grouped(catalogue.skills.len() as u64),
        started.elapsed().as_secs_f64() * 1e3
    );
    table += "| autocomplete | median (µs) | p90 (µs) | p99 (µs) |\n| --- | ---: | ---: | ---: |\n";
    let mut random = Random::new(1);
    let mut draw =
        |titles: &[&str]| -> Vec<String> { (0..TYPED).map(|_| typed(titles, &mut random)).collect() };
    let titles: Vec<&str> = catalogue.appellations.iter().map(|one| one.label.as_str()).collect();
    let labels: Vec<&str> = catalogue.skills.iter().map(|(_, label)| label.as_str()).collect();
    measure(&mut table, "jobs", &draw(&titles), |question| index.suggest_jobs(question, PROPOSALS).len())?;
    measure(&mut table, "skills", &draw(&labels), |question| {
        index.suggest_skills(question, PROPOSALS).len()
    })?;
    println!("{table}");
    let mut arguments = std::env::args().skip_while(|argument| argument != "--into").skip(1);
    if let Some(document) = arguments.next() {
        replace_between_markers(Path::new(&document), "script/bench catalog", &format!("\n{table}"))?;
    }
    Ok(())
}
