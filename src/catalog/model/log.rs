//! The change log of an import: what a reader of an older record needs to understand it today.
//!
//! A code can be given to another job: the label before and after stay on record.

use super::catalogue::{List, Record};
use super::diff::{CatalogueDiff, Changes};
use super::records::Appellation;
use super::text::same_text;

/// What happened to one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Its name changed: a correction, or another meaning under the same code.
    Relabelled,
    /// Its code was given to something else: its old name now belongs to another job, or to none.
    Reused,
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
    /// The code of what means today what this code meant before, where the release says so.
    pub replacement: Option<String>,
}

impl ChangeKind {
    /// The word used in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Relabelled => "relabelled",
            Self::Reused => "reused",
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
    tell_reused_codes(&mut log, diff);
    log
}

/// A job whose old title left it was not renamed: its code was given to another job.
fn tell_reused_codes(log: &mut [LoggedChange], diff: &CatalogueDiff) {
    let is_renamed_job = |change: &&mut LoggedChange| {
        change.subject == List::Jobs.subject() && change.kind == ChangeKind::Relabelled
    };
    for change in log.iter_mut().filter(is_renamed_job) {
        let names_it = |appellation: &Appellation| {
            appellation.job.as_str() == change.code
                && change.before.as_deref().is_some_and(|title| same_text(title, &appellation.label))
        };
        let moved = diff.appellations.changed.iter().find(|(old, new)| names_it(old) && new.job != old.job);
        let is_gone = diff.appellations.retired.iter().any(names_it);
        if moved.is_some() || is_gone {
            change.kind = ChangeKind::Reused;
            change.replacement = moved.map(|(_, new)| new.job.to_string());
        }
    }
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
    LoggedChange {
        subject: R::LIST.subject(),
        code: record.shown_key(),
        kind,
        before,
        after,
        replacement: None,
    }
}
