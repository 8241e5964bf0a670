//! Writes one of each document, from invented data, into a folder.
//!
//! `cargo run --release -p carnet-documents --example samples -- FOLDER [trainees half-days]`; with the
//! numbers, only the sheet of a whole session of that size, and how long it took. With `passport ENTRIES PROOFS` in their
//! place, only a passport of that size.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use carnet_documents::passport::passport_pdf;
use carnet_documents::samples;
use carnet_documents::sheet::{self, SheetScope};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else { return Err("name a folder".into()) };
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder)?;
    if let [_, kind, entries, proofs] = arguments.as_slice() {
        if kind != "passport" {
            return Err("only a passport has entries and proofs".into());
        }
        let data = samples::passport(entries.parse()?, proofs.parse()?);
        for _ in 0..2 {
            let started = Instant::now();
            let bytes = passport_pdf(&data, None)?;
            println!("{:?}, {} bytes", started.elapsed(), bytes.len());
            std::fs::write(folder.join("passport.pdf"), bytes)?;
        }
        return Ok(());
    }
    if let [_, trainees, half_days] = arguments.as_slice() {
        let data = samples::sheet(SheetScope::Session, trainees.parse()?, half_days.parse()?);
        for _ in 0..2 {
            let started = Instant::now();
            let bytes = sheet::attendance_sheet_pdf(&data, None)?;
            println!("{:?}, {} bytes", started.elapsed(), bytes.len());
            std::fs::write(folder.join("session.pdf"), bytes)?;
        }
        return Ok(());
    }
    let week = samples::sheet(SheetScope::Week, 20, 10);
    std::fs::write(folder.join("week.pdf"), sheet::attendance_sheet_pdf(&week, None)?)?;
    std::fs::write(folder.join("blank.pdf"), sheet::blank_sheet_pdf(&week, 4)?)?;
    std::fs::write(
        folder.join("slot.pdf"),
        sheet::attendance_sheet_pdf(&samples::sheet(SheetScope::Slot, 20, 1), None)?,
    )?;
    std::fs::write(
        folder.join("trainee.pdf"),
        sheet::attendance_sheet_pdf(&samples::sheet(SheetScope::Trainee, 1, 60), None)?,
    )?;
    std::fs::write(folder.join("passport.pdf"), passport_pdf(&samples::passport(24, 12), None)?)?;
    std::fs::write(folder.join("week.xlsx"), sheet::attendance_xlsx(&week)?)?;
    std::fs::write(folder.join("week.csv"), sheet::attendance_csv(&week)?)?;
    Ok(())
}
