//! Cells of the attendance sheet, as the template shows them.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::strokes::Strokes;
use super::words::printed;
use crate::french;
use crate::sheet::{Cell, HalfDay, Mark, Method, SheetSlot, SheetState, Signature, SignatureKind, Status};

/// A cell: how it is tinted, its two lines, its notes, what was drawn.
#[derive(Debug, Default, Serialize)]
pub struct CellView {
    /// "on", "late", "off", "free", "open", or "out" where nobody was expected.
    pub tint: &'static str,
    pub first: String,
    pub second: String,
    /// "R1 C2": the numbers of the rectification and the contest about it.
    pub notes: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawing: Option<Strokes>,
}

/// A trainer under a column.
#[derive(Debug, Serialize)]
pub struct TrainerView {
    pub name: String,
    pub replaces: Option<String>,
    pub signed: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawing: Option<Strokes>,
}

impl CellView {
    pub fn of(cell: &Cell, is_cancelled: bool) -> Self {
        match cell {
            Cell::NotExpected => Self { tint: "out", ..Self::default() },
            Cell::Mark(_) if is_cancelled => {
                Self { tint: "out", first: "annulée".to_owned(), ..Self::default() }
            }
            Cell::Mark(mark) => Self::of_mark(mark),
        }
    }

    fn of_mark(mark: &Mark) -> Self {
        let (tint, first) = match mark.status {
            Status::Present => ("on", "Présent".to_owned()),
            Status::Late { minutes } => ("late", format!("Retard {minutes}\u{a0}min")),
            Status::Absent { .. } => ("off", "Absent".to_owned()),
            Status::Excused => ("free", "Dispensé".to_owned()),
            Status::Unmarked => ("open", "Non pointé".to_owned()),
        };
        let mut second = match (mark.status, &mark.signature) {
            (Status::Absent { justified: true }, _) => "justifié".to_owned(),
            (Status::Absent { justified: false }, _) => "non justifié".to_owned(),
            (_, Some(signature)) => signed(signature),
            (Status::Excused | Status::Unmarked, None) => String::new(),
            (_, None) => mark.method.map(|method| method.label().to_owned()).unwrap_or_default(),
        };
        if let Some(times) = times(mark.entered_at, mark.left_at) {
            second = if second.is_empty() { times } else { format!("{second}, {times}") };
        }
        let note = |letter, number: Option<u32>| number.map(|number| format!("{letter}{number}"));
        let notes: Vec<_> =
            [note('R', mark.rectification), note('C', mark.contest)].into_iter().flatten().collect();
        let drawing = mark.signature.as_ref().and_then(drawn);
        Self { tint, first, second, notes: notes.join(" "), drawing }
    }
}

impl TrainerView {
    pub fn all(half_day: &HalfDay) -> Vec<Self> {
        let view = |trainer: &crate::sheet::SheetTrainer| Self {
            name: printed(&trainer.name),
            replaces: trainer.replaces.as_deref().map(printed),
            signed: trainer.signature.as_ref().map_or_else(|| "non signé".to_owned(), signed),
            drawing: trainer.signature.as_ref().and_then(drawn),
        };
        half_day.trainers.iter().map(view).collect()
    }
}

/// When it was signed, and how unless it was drawn.
fn signed(signature: &Signature) -> String {
    let time = french::clock(signature.signed_at);
    match signature.kind {
        SignatureKind::Drawn(_) => format!("signé {time}"),
        SignatureKind::By(method) => format!("{} {time}", method.label()),
    }
}

fn drawn(signature: &Signature) -> Option<Strokes> {
    match &signature.kind {
        SignatureKind::Drawn(drawing) => Strokes::of(drawing),
        SignatureKind::By(_) => None,
    }
}

fn times(entered_at: Option<DateTime<Utc>>, left_at: Option<DateTime<Utc>>) -> Option<String> {
    match (entered_at.map(french::clock), left_at.map(french::clock)) {
        (None, None) => None,
        (Some(entered), None) => Some(format!("arr. {entered}")),
        (None, Some(left)) => Some(format!("dép. {left}")),
        (Some(entered), Some(left)) => Some(format!("{entered}–{left}")),
    }
}

/// Whether a slot did not take place.
pub fn is_cancelled(slot: &SheetSlot) -> bool {
    matches!(slot.state, SheetState::Cancelled { .. })
}

/// What the head of a column says of its sheet; nothing once it is closed.
pub fn state(slot: &SheetSlot) -> &'static str {
    match slot.state {
        SheetState::Open => "feuille ouverte",
        SheetState::Closed => "",
        SheetState::Contested => "contestée",
        SheetState::Cancelled { .. } => "annulée",
    }
}

/// The methods used on the sheet, each with what it means.
pub fn legend(cells: impl Iterator<Item = Method>) -> Vec<String> {
    let mut methods: Vec<Method> = cells.collect();
    methods.sort_unstable();
    methods.dedup();
    methods.into_iter().map(|method| format!("{}\u{a0}: {}", method.label(), method.explanation())).collect()
}
