//! What is true about consent, without a database.

mod access;
mod audience;
mod notice;
mod phone;
mod proof;
mod receipt;
mod receipt_chain;
mod receipt_document;
mod share;
mod visibility;

pub use access::{
    AccessFault, AccessFlaw, AccessPurpose, AccessReport, ChainEnds, ChainedAccess, KEPT, NewAccess,
    ShownField, check_accesses, expired_before,
};
pub use audience::{Method, Said};
pub use notice::{Notice, Topic};
pub use phone::Phone;
pub use proof::{Chain, ChainedConsent, ConsentFault, ConsentReport, Flaw, check_proof};
pub use receipt::{NewReceipt, ReceiptItem, ReceiptKind};
pub use receipt_chain::{ChainedReceipt, Head, check_receipts};
pub use receipt_document::{CheckedReceipt, FORMAT, ReceiptDocument, check_receipt};
pub use share::{Move, OpenShare, ShareEnd, ShareItem, ShareKind, SharePurpose, Shareable, Stage, distinct};
pub use visibility::{Audience, Choice, ConsentKind, Standing};
