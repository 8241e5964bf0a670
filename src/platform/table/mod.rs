//! Files of text and tables that people send to be imported: decoded, bounded, and refused with their place. Nothing of them
//! is trusted.

pub mod csv;

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::http::{Error, FieldError};

/// A line of a file, with its number in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: u32,
    /// Its cells, as text.
    pub cells: Vec<String>,
}

/// How large a table may be.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Most lines that say something, headings aside.
    pub rows: usize,
    /// Most columns.
    pub columns: usize,
    /// Longest cell, in characters.
    pub cell: usize,
    /// What people are told of too many lines.
    pub too_many: &'static str,
}

impl Bounds {
    /// Refuses more lines than are read. `filled` counts those that say something, the headings' included.
    pub fn ensure_few(&self, number: u32, filled: usize) -> Result<(), Refusal> {
        if filled > self.rows + 1 {
            return Err(Refusal::new("too_many", self.too_many).at(number, None));
        }
        Ok(())
    }

    /// Refuses more columns, and longer cells, than anybody means.
    pub fn check_cells<'a>(&self, number: u32, cells: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
        for (at, cell) in (1..).zip(cells) {
            if at as usize > self.columns {
                return Err(self.too_wide(number, at));
            }
            if cell.len() > self.cell && cell.chars().count() > self.cell {
                let told = "cette cellule est trop longue (un guillemet n’est peut-être pas fermé).";
                return Err(Refusal::new("too_long", told).at(number, Some(at)));
            }
        }
        Ok(())
    }

    /// The refusal of a column too many.
    pub fn too_wide(&self, number: u32, column: u32) -> Refusal {
        let told = format!("{} colonnes au plus.", self.columns);
        Refusal::new("too_many", told).at(number, Some(column))
    }
}

/// Why a file is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code of the fault.
    pub code: &'static str,
    /// The line it is in, counted from 1.
    pub line: Option<u32>,
    /// The column it is in, counted from 1.
    pub column: Option<u32>,
    /// French sentence for people.
    pub message: Cow<'static, str>,
}

impl Refusal {
    /// A fault of the file as a whole.
    pub fn new(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, line: None, column: None, message: message.into() }
    }

    /// The same, in a line, and perhaps a column of it.
    #[must_use]
    pub fn at(self, line: u32, column: Option<u32>) -> Self {
        Self { line: Some(line), column, ..self }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        let place = match (refusal.line, refusal.column) {
            (Some(line), Some(column)) => format!("/lines/{line}/columns/{column}"),
            (Some(line), None) => format!("/lines/{line}"),
            (None, _) => String::new(),
        };
        let message = match (refusal.line, refusal.column) {
            (Some(line), Some(column)) => {
                format!("Ligne {line}, colonne {column}\u{a0}: {}", refusal.message)
            }
            (Some(line), None) => format!("Ligne {line}\u{a0}: {}", refusal.message),
            (None, _) => refusal.message.into_owned(),
        };
        Self::Invalid(vec![FieldError::new(place, refusal.code, message)])
    }
}

/// The text of a file: by its mark, as UTF-8 when it is, otherwise as Windows-1252, which Excel writes.
pub fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    let wrong = || {
        Refusal::new("encoding", "L’encodage du fichier n’est pas reconnu\u{a0}: enregistrez-le en UTF-8.")
    };
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return String::from_utf8(rest.to_vec()).map_err(|_| wrong());
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return text.map(Cow::into_owned).ok_or_else(wrong);
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// Refuses characters that nobody types: bytes of another kind of file, or of another encoding.
pub fn check_characters(text: &str) -> Result<(), Refusal> {
    let mut line = 1;
    for c in text.chars() {
        if c == '\n' {
            line += 1;
        }
        if c.is_control() && !matches!(c, '\n' | '\r' | '\t') {
            let told =
                "ce texte contient des caractères invisibles\u{a0}: l’encodage n’est peut-être pas le bon.";
            return Err(Refusal::new("invalid_characters", told).at(line, None));
        }
    }
    Ok(())
}
