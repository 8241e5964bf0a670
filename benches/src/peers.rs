//! The table of Carnet against other servers, and its place in a document.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::measure::Timing;
use crate::questions::Class;
use crate::report::grouped;

/// The most Carnet's median may be, as a share of a peer's.
const GOAL: f64 = 0.25;

/// Writes what was measured as Markdown, Carnet first in each class.
pub fn table(people: u64, classes: &[(Class, Vec<Timing>)]) -> Result<String> {
    let mut text = format!("\n{} profiles, over loopback\n\n", grouped(people));
    writeln!(
        text,
        "| class | engine | median (ms) | p90 (ms) | p99 (ms) | per second, 1 client | 4 clients | Carnet ÷ it (≤ {GOAL}) |"
    )?;
    writeln!(text, "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |")?;
    for (class, timings) in classes {
        let Some(carnet) = timings.first() else { continue };
        for (place, timing) in timings.iter().enumerate() {
            let ratio = carnet.median / timing.median;
            let missed = if ratio > GOAL { " **missed**" } else { "" };
            let ratio = if place == 0 { String::new() } else { format!("{ratio:.2}{missed}") };
            writeln!(
                text,
                "| {} | {} | {:.2} | {:.2} | {:.2} | {} | {} | {ratio} |",
                class.name(),
                timing.engine,
                timing.median / 1e3,
                timing.p90 / 1e3,
                timing.p99 / 1e3,
                grouped(timing.rate_on_one as u64),
                grouped(timing.rate_on_more as u64),
            )?;
        }
    }
    Ok(text)
}

/// Puts a text between the markers `<!-- name: begin -->` and `<!-- name: end -->` of a document.
pub fn replace_between_markers(path: &Path, name: &str, text: &str) -> Result<()> {
    let document = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let (begin, end) = (format!("<!-- {name}: begin -->"), format!("<!-- {name}: end -->"));
    let (before, rest) = document.split_once(&begin).with_context(|| format!("no marker {begin}"))?;
    let (_, after) = rest.split_once(&end).with_context(|| format!("no marker {end}"))?;
    Ok(fs::write(path, format!("{before}{begin}\n{text}\n{end}{after}"))?)
}
