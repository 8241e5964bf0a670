//! The attendance sheet as PDF: filled in, or blank to be signed on paper.

mod annexes;
mod grids;

use serde::Serialize;

use self::annexes::Annexes;
pub use self::annexes::figures;
pub use self::grids::Column;
use self::grids::{Grid, Line};
use super::Attachment;
use super::engine::{Edition, pdf};
use super::grids::Grids;
use super::marks::legend;
use super::words::printed;
use crate::sheet::{AttendanceSheet, Cell, SheetScope, SignatureKind};
use crate::{DocumentError, Provider, french};

/// What the template is told.
#[derive(Serialize)]
struct View {
    title: &'static str,
    /// What part of the session: "Semaine 11, du 9 au 13 mars 2026".
    scope: String,
    issued: String,
    provider: ProviderView,
    facts: Vec<(&'static str, String)>,
    is_blank: bool,
    grids: Vec<Grid>,
    lines: Vec<Line>,
    /// How the marks and signatures on it came about.
    legend: Vec<String>,
    annexes: Annexes,
}

/// The organisation, in the words of every document.
#[derive(Serialize)]
pub struct ProviderView {
    pub name: String,
    pub lines: Vec<String>,
    /// The declaration of activity, and that it is no approval.
    pub declaration: Option<String>,
}

impl ProviderView {
    pub fn of(provider: &Provider) -> Self {
        let mut lines: Vec<String> = provider.address.iter().map(|line| printed(line)).collect();
        lines.extend(provider.contact.as_deref().map(printed));
        lines.extend(
            provider.siret.as_deref().map(|siret| format!("SIRET\u{a0}: {}", french::siret(&printed(siret)))),
        );
        lines.extend(provider.qualiopi.as_deref().map(french::qualiopi));
        let declaration = provider.declaration_number.as_deref().map(|number| {
            let number = french::declaration_number(&printed(number));
            let region = provider.prefecture.as_deref().map(|region| format!(" {}", printed(region)));
            format!(
                "Déclaration d’activité enregistrée sous le numéro {number} auprès du préfet de région{}. \
                 Cet enregistrement ne vaut pas agrément de l’État.",
                region.unwrap_or_default()
            )
        });
        Self { name: printed(&provider.name), lines, declaration }
    }
}

/// Lays out the sheet, with a file inside if one is given (its signed JSON, say).
///
/// A slot has a row per trainee, a trainee a row per half-day, a week or a session a grid per week, ten half-days wide.
/// Fails when the sheet is inconsistent. Takes about as long as its half-day cells are many: see docs/BUDGETS.md.
pub fn attendance_sheet_pdf(
    sheet: &AttendanceSheet,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, DocumentError> {
    sheet.check()?;
    let (grids, lines) = match sheet.scope {
        SheetScope::Week | SheetScope::Session => (grids::by_week(sheet, false), Vec::new()),
        SheetScope::Slot => (Vec::new(), grids::by_trainee(sheet)),
        SheetScope::Trainee => (Vec::new(), grids::by_half_day(sheet)),
    };
    let view = View {
        grids,
        lines,
        annexes: Annexes::of(sheet),
        legend: methods(sheet),
        ..head(sheet, "Feuille d’émargement")
    };
    layout(sheet, view, attachment)
}

/// Lays out the sheet to be printed and signed on paper: the same grid without marks, room to sign, and `spare_rows` lines
/// for people who are not on it.
///
/// Fails when the sheet is inconsistent.
pub fn blank_sheet_pdf(sheet: &AttendanceSheet, spare_rows: usize) -> Result<Vec<u8>, DocumentError> {
    sheet.check()?;
    let mut grids = grids::by_week(sheet, true);
    for grid in &mut grids {
        grid.add_spare_rows(spare_rows);
    }
    let view = View { is_blank: true, grids, ..head(sheet, "Feuille d’émargement à signer") };
    layout(sheet, view, None)
}

fn layout(
    sheet: &AttendanceSheet,
    mut view: View,
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>, DocumentError> {
    let identifier =
        format!("{}\n{}\n{}\n{}", view.title, view.scope, sheet.session.training, sheet.session.title);
    let mut grids = Grids::default();
    for grid in &mut view.grids {
        grid.draw(&mut grids, view.is_blank);
    }
    let edition =
        Edition { template: "sheet.typ", identifier, written_at: sheet.issued_at, attachment, grids };
    pdf(&edition, &view)
}

fn head(sheet: &AttendanceSheet, title: &'static str) -> View {
    let session = &sheet.session;
    let mut facts = vec![("Formation", printed(&session.training)), ("Session", printed(&session.title))];
    facts.extend(session.reference.as_deref().map(|reference| ("Référence", printed(reference))));
    if let (SheetScope::Trainee, [trainee]) = (&sheet.scope, &sheet.trainees[..]) {
        facts.extend(trainee.employer.as_deref().map(|employer| ("Employeur", printed(employer))));
    }
    facts.push(("Dates", french::span(session.starts_on, session.ends_on)));
    let place = session.place.as_deref().map(printed);
    facts.push((
        "Modalité",
        [Some(session.modality.label().to_owned()), place]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
    ));
    facts.extend(session.planned_minutes.map(|minutes| ("Durée prévue", french::duration(minutes))));
    View {
        title,
        scope: scope(sheet),
        issued: french::moment(sheet.issued_at),
        provider: ProviderView::of(&sheet.provider),
        facts,
        is_blank: false,
        grids: Vec::new(),
        lines: Vec::new(),
        legend: Vec::new(),
        annexes: Annexes::default(),
    }
}

fn scope(sheet: &AttendanceSheet) -> String {
    let days = || sheet.half_days.iter().map(|half_day| half_day.date);
    let span = match (days().min(), days().max()) {
        (Some(first), Some(last)) => french::span(first, last),
        _ => "aucune séance".to_owned(),
    };
    match sheet.scope {
        SheetScope::Slot => match sheet.half_days.first() {
            Some(half_day) => format!("Séance du {}", french::full_date(half_day.date)),
            None => span,
        },
        SheetScope::Week => format!("Semaine {span}"),
        SheetScope::Session => format!("Session entière, {span}"),
        SheetScope::Trainee => {
            let names = sheet.trainees.iter().map(grids::full_name).collect::<Vec<_>>();
            format!("{}, {span}", names.join(", "))
        }
    }
}

fn methods(sheet: &AttendanceSheet) -> Vec<String> {
    let marks = sheet.trainees.iter().flat_map(|trainee| &trainee.cells).filter_map(|cell| match cell {
        Cell::NotExpected => None,
        Cell::Mark(mark) => Some(mark),
    });
    let marked = marks.clone().filter(|mark| mark.signature.is_none()).filter_map(|mark| mark.method);
    let trainers = sheet.half_days.iter().flat_map(|half_day| &half_day.trainers);
    let signatures = marks
        .filter_map(|mark| mark.signature.as_ref())
        .chain(trainers.filter_map(|trainer| trainer.signature.as_ref()));
    let signed = signatures.filter_map(|signature| match &signature.kind {
        SignatureKind::By(method) => Some(*method),
        SignatureKind::Drawn(_) => None,
    });
    legend(marked.chain(signed))
}
