//! typst, with nothing around it: the templates below, the fonts inside, no file, no network, no clock.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Timelike, Utc};
use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::Attachment;
use super::fonts::FONTS;
use super::grids::{Grids, filled};
use crate::DocumentError;

/// A template, by the name others include it under.
macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let files = templates!["common.typ", "sheet.typ", "certificates.typ", "convocation.typ", "passport.typ"];
    files.into_iter().map(|(name, text)| Source::new(id(name), text.to_owned())).collect()
});

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("the names of templates are paths"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What one document is made from.
struct Desk {
    library: LazyHash<Library>,
    main: FileId,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// What is told about a document besides its text.
pub struct Edition<'a> {
    /// File name of the template.
    pub template: &'a str,
    /// Tells this document from all others, whatever is printed: the file's identifier is made of it.
    pub identifier: String,
    pub written_at: DateTime<Utc>,
    pub attachment: Option<&'a Attachment>,
    /// Tables that the template only places.
    pub grids: Grids,
}

/// Lays out the template with the data and writes the PDF: tagged, PDF/A-3a and PDF/UA-1, the same bytes for the same data.
pub fn pdf(edition: &Edition<'_>, data: &impl Serialize) -> Result<Vec<u8>, DocumentError> {
    let json = serde_json::to_vec(data).map_err(|cause| DocumentError::Layout(cause.to_string()))?;
    let mut inputs = Dict::new();
    inputs.insert("data".into(), Bytes::new(json).into_value());
    let grids: Array = edition.grids.blocks().into_iter().map(IntoValue::into_value).collect();
    inputs.insert("grids".into(), grids.into_value());
    if let Some(attachment) = edition.attachment {
        inputs.insert("attachment".into(), attached(attachment).into_value());
    }
    let library =
        Library::builder().with_inputs(inputs).with_features([Feature::A11yExtras].into_iter().collect());
    let desk = Desk { library: LazyHash::new(library.build()), main: id(edition.template) };
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(|faults| refused(&desk, &faults))?;
    let bytes = typst_pdf::pdf(&document, &options(edition)?).map_err(|faults| refused(&desk, &faults));
    let bytes = bytes.and_then(|bytes| {
        filled(bytes, &edition.grids).ok_or_else(|| DocumentError::Layout("a grid has no place".to_owned()))
    });
    // What the layout remembered is of no use to the next document, and nobody has to wait until it is let go of.
    std::thread::spawn(move || {
        drop(document);
        typst::comemo::evict(0);
    });
    bytes
}

fn attached(attachment: &Attachment) -> Dict {
    let safe = |char: char| if char.is_ascii_alphanumeric() || "-._".contains(char) { char } else { '_' };
    let mut entry = Dict::new();
    entry.insert("name".into(), attachment.name.chars().map(safe).collect::<String>().into_value());
    entry.insert("type".into(), attachment.media_type.as_str().into_value());
    entry.insert("description".into(), attachment.description.as_str().into_value());
    entry.insert("bytes".into(), Bytes::new(attachment.bytes.clone()).into_value());
    entry
}

fn options(edition: &Edition<'_>) -> Result<PdfOptions, DocumentError> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
    let at = edition.written_at;
    let time = Datetime::from_ymd_hms(
        at.year(),
        at.month() as u8,
        at.day() as u8,
        at.hour() as u8,
        at.minute() as u8,
        at.second() as u8,
    );
    Ok(PdfOptions {
        ident: Smart::Custom(edition.identifier.clone()),
        creator: Smart::Custom(Some("Carnet".to_owned())),
        timestamp: time.map(Timestamp::new_utc),
        standards: standards.map_err(|cause| DocumentError::Layout(cause.message().to_string()))?,
        tagged: true,
        ..PdfOptions::default()
    })
}

fn refused(desk: &Desk, faults: &[SourceDiagnostic]) -> DocumentError {
    let places = faults.iter().take(5).map(|fault| {
        let place = typst::WorldExt::range(desk, fault.span);
        let file = fault.span.id().map(|id| id.get().vpath().get_without_slash().to_owned());
        format!("{} at {place:?} of {}", fault.message, file.unwrap_or_default())
    });
    DocumentError::Layout(places.collect::<Vec<_>>().join("; "))
}
