//! Measures how long documents take: a week, a slot, a trainee, a whole session of 500 people over 60 half-days.
//!
//! `cargo bench -p carnet-benches --bench documents` prints the table and fails where a budget is exceeded; `--into FILE`
//! also puts it between the markers of a document.

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use carnet_benches::document::replace_between_markers;
use carnet_benches::report::grouped;
use carnet_documents::samples;
use carnet_documents::sheet::{
    AttendanceSheet, SheetScope, attendance_csv, attendance_sheet_pdf, attendance_xlsx, blank_sheet_pdf,
};

/// One document, how it is made, how often it is measured and how long it may take.
struct Case {
    name: &'static str,
    sheet: AttendanceSheet,
    make: fn(&AttendanceSheet) -> Result<Vec<u8>>,
    rounds: usize,
    budget: Option<Duration>,
}

fn pdf(sheet: &AttendanceSheet) -> Result<Vec<u8>> {
    Ok(attendance_sheet_pdf(sheet, None)?)
}

fn cases() -> Vec<Case> {
    let sheet = samples::sheet;
    let case = |name, sheet, make: fn(&AttendanceSheet) -> Result<Vec<u8>>, rounds, budget: Option<u64>| {
        Case { name, sheet, make, rounds, budget: budget.map(Duration::from_millis) }
    };
    vec![
        case("PDF, a slot of 20", sheet(SheetScope::Slot, 20, 1), pdf, 30, Some(200)),
        case("PDF, a week of 20", sheet(SheetScope::Week, 20, 10), pdf, 30, Some(200)),
        case("PDF, one trainee", sheet(SheetScope::Trainee, 1, 60), pdf, 30, Some(200)),
        case(
            "PDF, blank week of 20",
            sheet(SheetScope::Week, 20, 10),
            |data| Ok(blank_sheet_pdf(data, 4)?),
            30,
            Some(200),
        ),
        case("PDF, session of 20", sheet(SheetScope::Session, 20, 60), pdf, 10, None),
        case("PDF, session of 100", sheet(SheetScope::Session, 100, 60), pdf, 5, None),
        case("PDF, session of 500", sheet(SheetScope::Session, 500, 60), pdf, 5, Some(5_000)),
        case(
            "XLSX, session of 500",
            sheet(SheetScope::Session, 500, 60),
            |data| Ok(attendance_xlsx(data)?),
            5,
            None,
        ),
        case(
            "CSV, session of 500",
            sheet(SheetScope::Session, 500, 60),
            |data| Ok(attendance_csv(data)?),
            5,
            None,
        ),
    ]
}

/// The median and the slowest of the rounds, after one that is not counted, and the size of the document.
fn measure(case: &Case) -> Result<(Duration, Duration, usize)> {
    let size = (case.make)(&case.sheet)?.len();
    let mut taken = Vec::with_capacity(case.rounds);
    for _ in 0..case.rounds {
        let started = Instant::now();
        (case.make)(&case.sheet)?;
        taken.push(started.elapsed());
    }
    taken.sort_unstable();
    Ok((taken[taken.len() / 2], taken[taken.len() - 1], size))
}

fn main() -> Result<()> {
    let mut table = String::from(
        "| document | half-day cells | median (ms) | slowest (ms) | budget (ms) | size (KiB) |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut missed = Vec::new();
    for case in cases() {
        let (median, slowest, size) = measure(&case)?;
        let cells = case.sheet.trainees.len() * case.sheet.half_days.len();
        let budget = case.budget.map(|budget| grouped(budget.as_millis() as u64)).unwrap_or_default();
        let (cells, size) = (grouped(cells as u64), grouped(size as u64 / 1024));
        let millis = |taken: Duration| grouped(taken.as_millis() as u64);
        writeln!(
            table,
            "| {} | {cells} | {} | {} | {budget} | {size} |",
            case.name,
            millis(median),
            millis(slowest)
        )?;
        missed.extend(case.budget.filter(|budget| median > *budget).map(|_| case.name));
    }
    println!("{table}");
    let mut arguments = std::env::args().skip_while(|argument| argument != "--into").skip(1);
    if let Some(document) = arguments.next() {
        replace_between_markers(Path::new(&document), "script/bench documents", &format!("\n{table}"))?;
    }
    ensure!(missed.is_empty(), "above its budget: {}", missed.join(", "));
    Ok(())
}
