//! The change log of an import: what a reader of an older record needs to understand it today.
//!
//! A code can be given to another job: the label before and after stay on record.

use super::catalogue::Record;
use super::diff::{CatalogueDiff, Changes};
use super::text::same_text;

/// What happened to one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Its name changed: a correction, or another meaning under the same code.
    Relabelled,
    /// It hangs from something else: parent, job, macro-skill; or weighs differently in its job.
    Moved,
    /// The publisher took it out.
    Retired,
    /// The publisher put it back.
    Reactivated,
}

/// One line of the change log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedChange {
    /// What kind of entry.
    pub subject: &'static str,
    /// Its code.
    pub code: String,
    /// What happened.
    pub kind: ChangeKind,
    /// The name or place before.
    pub before: Option<String>,
    /// The name or place after.
    pub after: Option<String>,
}

impl ChangeKind {
    /// The word used in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Relabelled => "relabelled",
            Self::Moved => "moved",
            Self::Retired => "retired",
            Self::Reactivated => "reactivated",
        }
    }
}

/// Draws the change log from a diff. Additions are not in it: `valid_from` tells them.
pub fn change_log(diff: &CatalogueDiff) -> Vec<LoggedChange> {
    let mut log = Vec::new();
    note(&mut log, &diff.grand_domains);
    note(&mut log, &diff.domains);
    note(&mut log, &diff.jobs);
    note(&mut log, &diff.appellations);
    note(&mut log, &diff.skills);
    note(&mut log, &diff.contexts);
    note(&mut log, &diff.job_skills);
    note(&mut log, &diff.job_contexts);
    note(&mut log, &diff.mobilities);
    log
}

fn note<R: Record>(log: &mut Vec<LoggedChange>, changes: &Changes<R>) {
    for retired in &changes.retired {
        let before = retired.label().map(str::to_owned).or_else(|| retired.place());
        log.push(line(retired, ChangeKind::Retired, before, None));
    }
    for (_, after) in &changes.reactivated {
        let name = after.label().map(str::to_owned).or_else(|| after.place());
        log.push(line(after, ChangeKind::Reactivated, None, name));
    }
    for (before, after) in changes.changed.iter().chain(&changes.reactivated) {
        if let (Some(old), Some(new)) = (before.label(), after.label())
            && !same_text(old, new)
        {
            log.push(line(after, ChangeKind::Relabelled, Some(old.to_owned()), Some(new.to_owned())));
        }
        if before.place() != after.place() {
            log.push(line(after, ChangeKind::Moved, before.place(), after.place()));
        }
    }
}

fn line<R: Record>(
    record: &R,
    kind: ChangeKind,
    before: Option<String>,
    after: Option<String>,
) -> LoggedChange {
    LoggedChange { subject: R::LIST.subject(), code: record.shown_key(), kind, before, after }
}
