//! Whether the parts of a sheet fit together.

use super::AttendanceSheet;
use crate::DocumentError;

impl AttendanceSheet {
    /// Refuses what would be printed wrongly: cells without column, columns without slot, notes about nothing.
    pub(crate) fn check(&self) -> Result<(), DocumentError> {
        let wrong = |what: String| Err(DocumentError::Inconsistent(what));
        let columns = self.half_days.len();
        for (column, half_day) in self.half_days.iter().enumerate() {
            if half_day.slot >= self.slots.len() {
                return wrong(format!("half-day {column} is of slot {}, which there is not", half_day.slot));
            }
            if half_day.ends_at < half_day.starts_at {
                return wrong(format!("half-day {column} ends before it begins"));
            }
        }
        if let Some(row) = self.trainees.iter().position(|trainee| trainee.cells.len() != columns) {
            let cells = self.trainees[row].cells.len();
            return wrong(format!("trainee {row} has {cells} cells for {columns} half-days"));
        }
        let noted = self.rectifications.iter().map(|entry| entry.half_day);
        let mut noted = noted.chain(self.contests.iter().map(|entry| entry.half_day));
        if let Some(column) = noted.find(|column| *column >= columns) {
            return wrong(format!("a note is about half-day {column}, which there is not"));
        }
        if self.scope == super::SheetScope::Trainee && self.trainees.len() != 1 {
            return wrong(format!("the sheet of one trainee has {}", self.trainees.len()));
        }
        Ok(())
    }
}
