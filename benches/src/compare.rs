//! Holds the answers of engines against each other: a time counts only when the answer is right.

use anyhow::{Result, ensure};
use carnet_index::{ProfileId, RomeCode};

use crate::engine::Ranking;
use crate::measure::Contender;
use crate::questions::Class;

/// Fails on the first question whose answers differ in what they share.
pub fn compare(
    class: Class,
    contenders: &[Contender<'_>],
    asked: &[Vec<usize>],
    questions: usize,
) -> Result<()> {
    for at in 0..questions {
        let mut totals: Vec<(&str, u64)> = Vec::new();
        let mut counts: Vec<(&str, Vec<(RomeCode, u64)>)> = Vec::new();
        let mut pages: Vec<(&str, Vec<ProfileId>)> = Vec::new();
        for (contender, _) in
            contenders.iter().zip(asked).filter(|(_, asked)| asked.binary_search(&at).is_ok())
        {
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
        ensure!(totals.iter().all(|(_, total)| *total > 0), "{} {at}: no result: {totals:?}", class.name());
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
