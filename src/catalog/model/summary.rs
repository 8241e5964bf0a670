//! A diff in words: what a person reads before applying it, and in the log afterwards.

use std::fmt::Write as _;

use super::catalogue::{Catalogue, Counts};
use super::diff::CatalogueDiff;
use super::known::Known;
use super::log::{ChangeKind, LoggedChange, change_log};

/// Examples shown of each kind of change; the whole list is in the change log.
const EXAMPLES: usize = 20;

/// Draws up the table of sizes and the changes that touch meaning.
pub fn summary(known: &Known, next: &Catalogue, diff: &CatalogueDiff) -> String {
    let mut text = heading(known, next);
    table(&mut text, &known.counts(), &next.counts(), diff);
    let log = change_log(diff);
    section(&mut text, "Codes donnés à un autre métier", &log, ChangeKind::Reused, |_| true);
    section(&mut text, "Autres libellés", &log, ChangeKind::Relabelled, |c| c.subject != "appellation");
    section(&mut text, "Appellations renommées", &log, ChangeKind::Relabelled, |c| {
        c.subject == "appellation"
    });
    section(&mut text, "Déplacés", &log, ChangeKind::Moved, is_about_a_code);
    section(&mut text, "Retirés", &log, ChangeKind::Retired, is_about_a_code);
    section(&mut text, "De retour", &log, ChangeKind::Reactivated, is_about_a_code);
    text
}

fn is_about_a_code(change: &LoggedChange) -> bool {
    !matches!(change.subject, "job_skill" | "job_context" | "mobility")
}

fn heading(known: &Known, next: &Catalogue) -> String {
    let current = match &known.release {
        Some((release, _)) => format!("version {}", release.version),
        None => "aucun référentiel".to_owned(),
    };
    let date = next.release.published_on.map(|day| format!(" du {}", day.format("%d/%m/%Y")));
    format!("{current} → version {}{}\n", next.release.version, date.unwrap_or_default())
}

fn table(text: &mut String, before: &Counts, after: &Counts, diff: &CatalogueDiff) {
    let titles = ["avant", "après", "ajoutés", "changés", "retirés", "de retour"];
    row(text, "", titles.map(str::to_owned));
    for (list, tally) in diff.tallies() {
        let cells = [
            before.of(list) as usize,
            after.of(list) as usize,
            tally.added,
            tally.changed,
            tally.retired,
            tally.reactivated,
        ];
        row(text, &list.to_string(), cells.map(thousands));
    }
}

fn row(text: &mut String, title: &str, cells: [String; 6]) {
    let _ = write!(text, "{title:<26}");
    for cell in cells {
        let _ = write!(text, "{cell:>10}");
    }
    text.push('\n');
}

/// A number with spaces between thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut spaced = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            spaced.push('\u{202f}');
        }
        spaced.push(digit);
    }
    spaced
}

fn section(
    text: &mut String,
    title: &str,
    log: &[LoggedChange],
    kind: ChangeKind,
    wanted: impl Fn(&LoggedChange) -> bool,
) {
    let changes: Vec<_> = log.iter().filter(|change| change.kind == kind && wanted(change)).collect();
    if changes.is_empty() {
        return;
    }
    let _ = writeln!(text, "{title} ({}) :", thousands(changes.len()));
    for change in changes.iter().take(EXAMPLES) {
        let _ = writeln!(text, "  {:<10} {}", change.code, passage(change));
    }
    if changes.len() > EXAMPLES {
        let _ = writeln!(text, "  … et {} de plus", thousands(changes.len() - EXAMPLES));
    }
}

fn passage(change: &LoggedChange) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(only), None) | (None, Some(only)) => only.clone(),
        (None, None) => String::new(),
    }
}
