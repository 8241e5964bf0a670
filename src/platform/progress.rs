//! How far a long command is: a bar on a terminal, a plain line now and then elsewhere.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Between two plain lines.
const PAUSE: Duration = Duration::from_secs(5);

/// How a task is to be told: [`Progress::start`] or [`Progress::silent`].
pub type Telling = fn(&'static str, u64) -> Progress;

/// Tells people how far one long task is.
pub struct Progress {
    label: &'static str,
    total: u64,
    done: u64,
    started: Instant,
    output: Output,
}

enum Output {
    Bar(ProgressBar),
    Lines { last: Instant },
    Silent,
}

impl Progress {
    /// Starts a task of `total` steps, told on standard error.
    pub fn start(label: &'static str, total: u64) -> Self {
        let output = if std::io::stderr().is_terminal() {
            Output::Bar(bar(label, total))
        } else {
            eprintln!("{label}: 0 of {total}");
            Output::Lines { last: Instant::now() }
        };
        Self { label, total, done: 0, started: Instant::now(), output }
    }

    /// A task nobody watches.
    pub fn silent(label: &'static str, total: u64) -> Self {
        Self { label, total, done: 0, started: Instant::now(), output: Output::Silent }
    }

    /// So many steps more are done.
    pub fn advance(&mut self, steps: u64) {
        self.done += steps;
        match &mut self.output {
            Output::Bar(bar) => bar.inc(steps),
            Output::Lines { last } if last.elapsed() >= PAUSE => {
                *last = Instant::now();
                eprintln!("{}: {} of {}", self.label, self.done, self.total);
            }
            Output::Lines { .. } | Output::Silent => {}
        }
    }

    /// Says what is being done after the counted steps.
    pub fn note(&self, what: &str) {
        match &self.output {
            Output::Bar(bar) => bar.set_message(what.to_owned()),
            Output::Lines { .. } => eprintln!("{}: {what}", self.label),
            Output::Silent => {}
        }
    }

    /// The task is over.
    pub fn finish(self) {
        let seconds = self.started.elapsed().as_secs_f64();
        match self.output {
            Output::Bar(bar) => bar.finish_with_message(format!("{} in {seconds:.1} s", self.done)),
            Output::Lines { .. } => eprintln!("{}: {} in {seconds:.1} s", self.label, self.done),
            Output::Silent => {}
        }
    }
}

fn bar(label: &'static str, total: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix} {wide_bar} {human_pos}/{human_len} {eta} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total).with_style(style).with_prefix(label)
}
