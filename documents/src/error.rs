//! Why a document could not be made.

/// What keeps a document from being made. None is caused by what people typed: names and titles of any kind are printed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DocumentError {
    /// The parts of the data contradict each other, say a row with fewer cells than there are half-days.
    #[error("the data of the document is inconsistent: {0}")]
    Inconsistent(String),
    /// The layout or the PDF writer refused: a fault of the templates.
    #[error("the PDF could not be laid out: {0}")]
    Layout(String),
    /// The spreadsheet could not be written, say for more rows than a sheet can hold (1,048,576).
    #[error("the spreadsheet could not be written: {0}")]
    Spreadsheet(String),
    /// The table could not be written.
    #[error("the table could not be written: {0}")]
    Table(String),
    /// What a QR code would have to hold is too long for one (about 2,900 bytes).
    #[error("the verification address is too long for a QR code")]
    Address,
}
