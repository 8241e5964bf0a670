//! PDF by typst: templates here, data beside them.
//!
//! Data reaches a template as JSON through `sys.inputs`, never as markup, so nothing people typed is ever run.

mod certificates;
mod engine;
mod fonts;
mod grids;
mod marks;
mod passport;
mod qr;
mod sheet;
mod strokes;
mod words;

pub use certificates::{assiduity_pdf, completion_pdf, convocation_pdf, end_of_training_pdf};
pub use passport::passport_pdf;
pub use sheet::{attendance_sheet_pdf, blank_sheet_pdf};

/// A file inside the PDF, which readers list as an attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// "emargement.json": letters, digits and `-._`; anything else becomes `_`.
    pub name: String,
    /// "application/json".
    pub media_type: String,
    /// What it is, in French.
    pub description: String,
    pub bytes: Vec<u8>,
}
