//! The table of Carnet against other servers, and its place in a document.

use std::fmt::Write;
use std::time::Duration;

use anyhow::Result;

use crate::measure::Timing;
use crate::questions::Class;
use crate::report::grouped;

/// The most Carnet's median may be, as a share of a peer's.
const GOAL: f64 = 0.25;

/// The least Carnet must answer per second, as a multiple of what a peer does, from one client and from several.
const RATE_GOAL: f64 = 4.0;

/// What was measured of one class.
#[derive(Debug)]
pub struct Measured {
    /// The class.
    pub class: Class,
    /// Carnet first.
    pub timings: Vec<Timing>,
    /// Microseconds of the check in PostgreSQL, on the average of all searches; absent when the server does not say.
    pub check: Option<f64>,
}

/// The most the slowest hundredth may take while people change, as a share of what it takes in quiet.
const BUSY_GOAL: f64 = 2.0;

/// Searches while people change.
#[derive(Debug)]
pub struct Busy {
    /// Changes per second.
    pub per_second: f64,
    /// Times of all answers while nothing changes, in order of length.
    pub quiet: Vec<Duration>,
    /// Those while people change.
    pub during: Vec<Duration>,
    /// From a change's first statement to the first answer that shows it.
    pub visible_after: Vec<Duration>,
}

/// Writes what was measured as Markdown, Carnet first in each class.
pub fn table(people: u64, nothing: &Timing, classes: &[Measured], busy: &Busy) -> Result<String> {
    let mut text = format!(
        "\n{} profiles. A request that asks for nothing: median {:.2} ms, p99 {:.2} ms; {} per second from one client, {} \
         from several.\n\n",
        grouped(people),
        nothing.median / 1e3,
        nothing.p99 / 1e3,
        grouped(nothing.rate_on_one as u64),
        grouped(nothing.rate_on_more as u64),
    );
    writeln!(
        text,
        "| class | engine | median (ms) | p90 (ms) | p99 (ms) | per second, 1 client | 4 clients | Carnet’s median ÷ it (≤ {GOAL}) | Carnet’s rates ÷ it (≥ {RATE_GOAL}) |"
    )?;
    writeln!(text, "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |")?;
    for Measured { class, timings, check } in classes {
        let Some(carnet) = timings.first() else { continue };
        for (place, timing) in timings.iter().enumerate() {
            let (shares, rates) = if place == 0 {
                (
                    check.map(|check| format!("of it {:.2} ms the check", check / 1e3)).unwrap_or_default(),
                    String::new(),
                )
            } else {
                against(carnet, timing)
            };
            writeln!(
                text,
                "| {} | {} | {:.2} | {:.2} | {:.2} | {} | {} | {shares} | {rates} |",
                class.name(),
                timing.label(carnet.questions),
                timing.median / 1e3,
                timing.p90 / 1e3,
                timing.p99 / 1e3,
                grouped(timing.rate_on_one as u64),
                grouped(timing.rate_on_more as u64),
            )?;
        }
    }
    describe(&mut text, busy)?;
    Ok(text)
}

/// How Carnet does against a peer, in words: time, then questions per second.
fn against(carnet: &Timing, peer: &Timing) -> (String, String) {
    let missed = |is_missed| if is_missed { " **missed**" } else { "" };
    let (median, p90) = (carnet.median / peer.median, carnet.p90 / peer.p90);
    let rates = [carnet.rate_on_one / peer.rate_on_one, carnet.rate_on_more / peer.rate_on_more];
    let [one, more] = rates;
    (
        format!("{median:.2}, p90 {p90:.2}{}", missed(median > GOAL)),
        format!("{one:.1}, {more:.1}{}", missed(rates.iter().any(|rate| *rate < RATE_GOAL))),
    )
}

fn describe(text: &mut String, busy: &Busy) -> Result<()> {
    let milliseconds = |times: &[Duration], share: usize| {
        let at = (times.len() * share / 100).min(times.len().saturating_sub(1));
        times.get(at).map_or(0.0, Duration::as_secs_f64) * 1e3
    };
    let mut visible = busy.visible_after.clone();
    visible.sort_unstable();
    let (quiet, during) = (milliseconds(&busy.quiet, 99), milliseconds(&busy.during, 99));
    let missed = if during > quiet * BUSY_GOAL { " **missed**" } else { "" };
    writeln!(
        text,
        "\nAll classes in turn from one client, {} answers while nothing changes: median {:.2} ms, p99 {quiet:.2} ms; \
         {} answers while {:.0} people change per second: median {:.2} ms, p99 {during:.2} ms, {:.2} × (≤ {BUSY_GOAL}){missed}. \
         Meanwhile a change shows in a search after {:.0} ms (median of {}), {:.0} ms at most.",
        grouped(busy.quiet.len() as u64),
        milliseconds(&busy.quiet, 50),
        grouped(busy.during.len() as u64),
        busy.per_second,
        milliseconds(&busy.during, 50),
        during / quiet,
        milliseconds(&visible, 50),
        visible.len(),
        milliseconds(&visible, 100),
    )?;
    Ok(())
}
