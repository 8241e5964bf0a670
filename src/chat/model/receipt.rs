//! The receipt of a deletion: a signed line that says what is gone, and nothing of what it was.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::ChatRoomId;
use crate::platform::seal::{NotCanonical, PublicKey, SealKey, SignedDocument, SignedFault, instant, sha256};

/// The form of a receipt; the purpose of its seal.
pub const FORMAT: &str = "carnet.room-receipt/1";

/// Why a room was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomDeletionReason)]
pub enum Why {
    /// A month went by without a message.
    Expired,
    /// One of the two had closed it.
    Closed,
    /// One of the two asked for it.
    Erased,
}

/// What a receipt says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// SHA-256 of the id the room had: both receipts of a room say the same.
    pub room_sha256: String,
    /// When it was deleted, in UTC.
    pub deleted_at: String,
    /// Why.
    pub why: Why,
    /// How many messages it held, deleted ones included.
    pub messages: i64,
    /// How many files were still there.
    pub files: i64,
    /// SHA-256 of the SHA-256 of each file, in order, one a line.
    pub files_sha256: String,
}

impl Receipt {
    /// The receipt of a room that held so many messages, and these files by their SHA-256 in hexadecimal.
    pub fn new(
        room: ChatRoomId,
        now: DateTime<Utc>,
        why: Why,
        messages: i64,
        mut files: Vec<String>,
    ) -> Self {
        files.sort_unstable();
        Self {
            room_sha256: sha256(room.to_string()),
            deleted_at: instant(now),
            why,
            messages,
            files: files.len() as i64,
            files_sha256: sha256(files.join("\n")),
        }
    }

    /// The signed document, byte for byte.
    pub fn sign(&self, key: &SealKey) -> Result<String, NotCanonical> {
        let document = serde_json::to_value(self).map_err(|_| NotCanonical)?;
        SignedDocument::seal(key, FORMAT, document)?.to_text()
    }

    /// Reads a signed receipt; nothing when it is another kind of file.
    pub fn open(bytes: &[u8], keys: &[PublicKey]) -> Option<Result<Self, Vec<SignedFault>>> {
        let named: Named = serde_json::from_slice(bytes).ok()?;
        if named.format != FORMAT {
            return None;
        }
        let opened = SignedDocument::open(bytes, FORMAT, keys);
        Some(opened.and_then(|signed| {
            serde_json::from_value(signed.document).map_err(|_| vec![SignedFault::Unreadable])
        }))
    }
}

#[derive(Deserialize)]
struct Named {
    format: String,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::platform::seal::test_key;

    #[test]
    fn a_receipt_says_how_much_is_gone_and_nothing_of_what_it_was() {
        let room = ChatRoomId(Uuid::from_u128(7));
        let now = "2026-04-03T21:59:00Z".parse().unwrap();
        let files = vec!["bb".to_owned(), "aa".to_owned()];
        let receipt = Receipt::new(room, now, Why::Expired, 12, files.clone());
        let other = Receipt::new(room, now, Why::Expired, 12, files.into_iter().rev().collect());
        assert_eq!(receipt, other, "files are in order");
        assert_eq!(receipt.files_sha256, sha256("aa\nbb"));
        let text = receipt.sign(&test_key(1)).unwrap();
        assert!(!text.contains(&room.to_string()), "{text}");
        let keys = [test_key(1).public().clone()];
        assert_eq!(Receipt::open(text.as_bytes(), &keys), Some(Ok(receipt)));
        let changed = text.replace("\"messages\":12", "\"messages\":13");
        assert!(matches!(Receipt::open(changed.as_bytes(), &keys), Some(Err(_))));
        assert_eq!(Receipt::open(b"{\"format\":\"carnet.passport/1\"}", &keys), None);
        assert_eq!(Receipt::open(b"%PDF", &keys), None);
    }
}
