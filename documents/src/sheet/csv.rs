//! The sheet as CSV, as French spreadsheets read it: `;`, UTF-8 with byte-order mark, CRLF.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::rows::{COLUMNS, Row, rows};
use super::{AttendanceSheet, Totals};
use crate::table::harmless;
use crate::{DocumentError, french};

/// The head of the second table.
const TOTALS: [&str; 10] = [
    "Nom",
    "Prénom",
    "Référence",
    "Prévu (min)",
    "Suivi (min)",
    "Retards (min)",
    "Absences justifiées (min)",
    "Absences non justifiées (min)",
    "Dispensé (min)",
    "Non pointé (min)",
];

/// Writes one row per trainee and half-day, then, after an empty line, the totals of each trainee with their formula.
///
/// Texts that a spreadsheet would run as a formula begin with an apostrophe. Fails when the sheet is inconsistent.
pub fn attendance_csv(sheet: &AttendanceSheet) -> Result<Vec<u8>, DocumentError> {
    sheet.check()?;
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |cause: csv::Error| DocumentError::Table(cause.to_string());
    writer.write_record(COLUMNS).map_err(failed)?;
    for row in rows(sheet) {
        writer.write_record(fields(&row)).map_err(failed)?;
    }
    writer.write_record([""]).map_err(failed)?;
    writer.write_record(TOTALS.iter().chain(&["Taux"])).map_err(failed)?;
    for (trainee, totals) in sheet.trainees.iter().zip(sheet.totals_by_trainee()) {
        let person =
            [&trainee.last_name, &trainee.first_name, trainee.reference.as_deref().unwrap_or_default()];
        let minutes = minutes(&totals).map(|minutes| minutes.to_string());
        let rate = totals.rate().map(french::rate).unwrap_or_default().replace('\u{a0}', " ");
        writer.write_record(person.map(harmless).iter().chain(&minutes).chain([&rate])).map_err(failed)?;
    }
    writer.write_record([super::FORMULA.replace('\u{a0}', " ")]).map_err(failed)?;
    writer.into_inner().map_err(|cause| DocumentError::Table(cause.to_string()))
}

/// The figures of a line of totals, in the order of their heads.
pub fn minutes(totals: &Totals) -> [u32; 7] {
    [
        totals.planned_minutes,
        totals.attended_minutes,
        totals.late_minutes,
        totals.justified_minutes,
        totals.unjustified_minutes,
        totals.excused_minutes,
        totals.unmarked_minutes,
    ]
}

fn fields(row: &Row<'_>) -> [String; 21] {
    let optional = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let clock = |at| Option::map_or(at, String::new(), french::clock);
    let signed_at = row.mark.signature.as_ref().map(|signature| signature.signed_at);
    [
        french::short_date(row.date()),
        row.half_day.part.label().to_owned(),
        french::clock(row.half_day.starts_at),
        french::clock(row.half_day.ends_at),
        harmless(&row.slot.title),
        harmless(&row.trainers()),
        harmless(row.slot.place.as_deref().unwrap_or_default()),
        harmless(&row.trainee.last_name),
        harmless(&row.trainee.first_name),
        harmless(row.trainee.reference.as_deref().unwrap_or_default()),
        row.status(),
        optional(row.late_minutes()),
        row.planned_minutes().to_string(),
        row.attended_minutes().to_string(),
        row.method().to_owned(),
        clock(row.mark.entered_at),
        clock(row.mark.left_at),
        row.signature().to_owned(),
        signed_at.map(french::exact_moment).unwrap_or_default(),
        harmless(&row.remarks()),
        harmless(row.trainee.employer.as_deref().unwrap_or_default()),
    ]
}
