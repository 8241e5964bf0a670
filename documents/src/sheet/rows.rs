//! A sheet as a long table, one row per trainee and half-day: what CSV and XLSX share.

use chrono::NaiveDate;

use super::{AttendanceSheet, Cell, HalfDay, Mark, SheetSlot, SheetState, SignatureKind, Status, Trainee};

/// The head of the table.
pub const COLUMNS: [&str; 21] = [
    "Date",
    "Demi-journée",
    "Début",
    "Fin",
    "Cours",
    "Formateur",
    "Lieu",
    "Nom",
    "Prénom",
    "Référence",
    "Statut",
    "Retard (min)",
    "Durée prévue (min)",
    "Durée suivie (min)",
    "Pointage",
    "Arrivée",
    "Départ",
    "Signature",
    "Signé le",
    "Observations",
    "Employeur",
];

/// One row: a trainee at a half-day where the trainee was expected.
pub struct Row<'a> {
    pub half_day: &'a HalfDay,
    pub slot: &'a SheetSlot,
    pub trainee: &'a Trainee,
    pub mark: &'a Mark,
}

/// All rows, by half-day, then in the order of trainees.
pub fn rows(sheet: &AttendanceSheet) -> impl Iterator<Item = Row<'_>> {
    sheet.half_days.iter().enumerate().flat_map(move |(column, half_day)| {
        let slot = &sheet.slots[half_day.slot];
        sheet.trainees.iter().filter_map(move |trainee| match &trainee.cells[column] {
            Cell::NotExpected => None,
            Cell::Mark(mark) => Some(Row { half_day, slot, trainee, mark }),
        })
    })
}

impl Row<'_> {
    pub fn date(&self) -> NaiveDate {
        self.half_day.date
    }

    pub fn trainers(&self) -> String {
        let names = self.half_day.trainers.iter().map(|trainer| trainer.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    fn is_cancelled(&self) -> bool {
        matches!(self.slot.state, SheetState::Cancelled { .. })
    }

    pub fn status(&self) -> String {
        if self.is_cancelled() {
            "Séance annulée".to_owned()
        } else {
            self.mark.status.label().replace('\u{a0}', " ")
        }
    }

    pub fn late_minutes(&self) -> Option<u32> {
        match self.mark.status {
            Status::Late { minutes } => Some(minutes),
            _ => None,
        }
    }

    /// Minutes planned; none when the slot did not take place.
    pub fn planned_minutes(&self) -> u32 {
        if self.is_cancelled() { 0 } else { self.half_day.minutes }
    }

    pub fn attended_minutes(&self) -> u32 {
        match self.mark.status {
            Status::Present => self.planned_minutes(),
            Status::Late { minutes } => self.planned_minutes().saturating_sub(minutes),
            Status::Absent { .. } | Status::Excused | Status::Unmarked => 0,
        }
    }

    pub fn method(&self) -> &'static str {
        self.mark.method.map_or("", super::Method::label)
    }

    pub fn signature(&self) -> &'static str {
        match self.mark.signature.as_ref().map(|signature| &signature.kind) {
            None => "",
            Some(SignatureKind::Drawn(_)) => "manuscrite",
            Some(SignatureKind::By(method)) => method.label(),
        }
    }

    /// What else is to be known: rectified, contested, why a slot was cancelled or its signing opened again.
    pub fn remarks(&self) -> String {
        let mut remarks = Vec::new();
        if let SheetState::Cancelled { reason } = &self.slot.state {
            remarks.push(format!("séance annulée : {reason}"));
        }
        for reopening in &self.slot.reopenings {
            remarks.push(format!("signature rouverte : {}", reopening.reason));
        }
        if let Some(number) = self.mark.rectification {
            remarks.push(format!("rectification n° {number}"));
        }
        if let Some(number) = self.mark.contest {
            remarks.push(format!("contestation n° {number}"));
        }
        remarks.join(" ; ")
    }
}
