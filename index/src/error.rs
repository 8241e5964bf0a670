//! What can go wrong in the index.

use crate::profiles::Refusal;

/// A failure of the profile index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The profile cannot be indexed; the writer is unharmed and everything else goes on.
    #[error("the profile cannot be indexed: {0}")]
    Refused(#[from] Refusal),
    /// The cursor is malformed or belongs to another request.
    #[error("the cursor does not belong to this request")]
    InvalidCursor,
    /// The request has more conditions than the order has room for.
    #[error("too many conditions")]
    TooManyConditions,
    /// What is stored cannot be read back: the generation must be rebuilt.
    #[error("the index is damaged: {0}")]
    Damaged(String),
    /// The generation on disk was written with another layout: it must be rebuilt.
    #[error("the index was written with another layout")]
    OtherLayout,
    /// The search library failed.
    #[error("index: {0}")]
    Tantivy(#[from] tantivy::TantivyError),
    /// Reading or writing files failed.
    #[error("index files: {0}")]
    Io(#[from] std::io::Error),
    /// The commit payload could not be written or read.
    #[error("commit payload: {0}")]
    Payload(#[from] serde_json::Error),
}

impl IndexError {
    /// Tells whether another writer holds the generation.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Tantivy(tantivy::TantivyError::LockFailure(_, _)))
    }

    /// A card that cannot be read back.
    pub(crate) fn unreadable_card() -> Self {
        Self::Damaged("a stored card cannot be read".into())
    }

    /// Tells whether only the given profile is at fault, so that it can be parked and the batch go on.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}
