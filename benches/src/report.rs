//! The tables of a run, and the goals they are held to.

use std::fmt::Write;
use std::time::Duration;

use anyhow::Result;

use crate::engines::Figures;
use crate::measure::Timing;
use crate::questions::Class;

/// What was measured at one size.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Profiles in the index.
    pub people: u64,
    /// What building took.
    pub figures: Figures,
    /// Memory with Carnet's index alone, warm, in bytes: the process's own and that of mapped files.
    pub resident: (u64, u64),
    /// One timing per engine for each class, Carnet first.
    pub classes: Vec<(Class, Vec<Timing>)>,
}

/// The most Carnet's median may be, as a share of plain Tantivy's and of the limit's.
fn goals(class: Class) -> (f64, Option<f64>) {
    match class {
        Class::S1 | Class::Spf => (1.0 / 3.0, Some(4.0)),
        Class::S3 => (2.0 / 3.0, Some(3.0)),
        Class::Sp => (0.5, Some(3.0)),
        Class::S3f => (0.5, Some(4.0)),
        Class::S1f => (0.25, Some(4.0)),
        Class::C => (0.25, Some(2.0)),
        Class::N | Class::R | Class::D => (0.5, None),
    }
}

/// Writes everything that was measured as Markdown.
pub fn markdown(measured: &[Measured]) -> Result<String> {
    let mut text = String::new();
    for size in measured {
        building(&mut text, size)?;
        classes(&mut text, size)?;
    }
    Ok(text)
}

fn building(text: &mut String, size: &Measured) -> Result<()> {
    let mut visible = size.figures.visible_after.clone();
    visible.sort_unstable();
    let at = |share: usize| visible.get(visible.len() * share / 100).map_or(0.0, Duration::as_secs_f64) * 1e3;
    let mebibytes = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    writeln!(text, "\n### {} profiles\n", grouped(size.people))?;
    writeln!(
        text,
        "Rebuilt in {:.0} s, {} profiles per second; {:.0} bytes per profile on disk; {:.0} MiB of memory and {:.0} MiB \
         of mapped files; {} segments. A commit of 100 changes is visible after {:.0} ms (median), {:.0} ms (p99).\n",
        size.people as f64 / size.figures.rebuild_rate,
        grouped(size.figures.rebuild_rate as u64),
        size.figures.bytes_per_profile,
        mebibytes(size.resident.0),
        mebibytes(size.resident.1),
        size.figures.segments,
        at(50),
        at(99),
    )?;
    Ok(())
}

fn classes(text: &mut String, size: &Measured) -> Result<()> {
    writeln!(
        text,
        "| class | engine | median (µs) | p90 (µs) | p99 (µs) | per second, 1 thread | 2 threads | Carnet ÷ it (goal) |"
    )?;
    writeln!(text, "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |")?;
    for (class, timings) in &size.classes {
        let Some(carnet) = timings.first() else { continue };
        let (plain, limit) = goals(*class);
        for timing in timings {
            let goal = match timing.engine {
                "plain Tantivy" => Some(plain),
                "limit" => limit,
                _ => None,
            };
            let (median, p90) = (carnet.median / timing.median, carnet.p90 / timing.p90);
            let ratio = match goal {
                Some(goal) => {
                    let missed = if median.max(p90) > goal { " **missed**" } else { "" };
                    format!("{median:.2}, p90 {p90:.2} (≤ {goal:.2}){missed}")
                }
                None if timing.engine == carnet.engine => String::new(),
                None => format!("{median:.3}, p90 {p90:.3}"),
            };
            writeln!(
                text,
                "| {} | {} | {:.1} | {:.1} | {:.1} | {} | {} | {ratio} |",
                class.name(),
                timing.label(carnet.questions),
                timing.median,
                timing.p90,
                timing.p99,
                grouped(timing.rate_on_one as u64),
                grouped(timing.rate_on_more as u64),
            )?;
        }
    }
    Ok(())
}

/// Writes a number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
