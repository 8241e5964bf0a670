//! A signed document: its file is its own canonical text, so that a changed byte is a changed document.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{NotCanonical, PublicKey, Seal, SealFault, SealKey, canonical};

/// An instant as sealed documents write it: to the second, in UTC.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A document and the seal on it. Its file is its canonical text, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedDocument {
    /// What it says.
    pub document: Value,
    /// Its form; the purpose of the seal, so that no document passes for one of another form.
    pub format: String,
    /// The platform's seal on the canonical text of `document`, for this form.
    pub seal: Seal,
}

/// Why the text of a signed document is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignedFault {
    /// It is not one.
    #[error("this is no signed document")]
    Unreadable,
    /// It says the same, in other bytes.
    #[error("the file is not byte for byte what was issued")]
    NotAsIssued,
    /// The seal does not hold.
    #[error("the seal of the document: {0}")]
    Seal(SealFault),
}

impl SignedDocument {
    /// Seals a document.
    pub fn seal(key: &SealKey, format: &str, document: Value) -> Result<Self, NotCanonical> {
        let seal = key.seal(format, &canonical(&document)?);
        Ok(Self { document, format: format.to_owned(), seal })
    }

    /// The file.
    pub fn to_text(&self) -> Result<String, NotCanonical> {
        // Field by field: `document` may be large, and is only borrowed here.
        let seal = serde_json::to_value(&self.seal).map_err(|_| NotCanonical)?;
        let (document, format, seal) =
            (canonical(&self.document)?, canonical(&Value::from(self.format.as_str()))?, canonical(&seal)?);
        Ok(format!("{{\"document\":{document},\"format\":{format},\"seal\":{seal}}}"))
    }

    /// Reads a file of this form, and checks its bytes and its seal. Every fault is told.
    pub fn open(bytes: &[u8], format: &str, keys: &[PublicKey]) -> Result<Self, Vec<SignedFault>> {
        let signed: Self = serde_json::from_slice(bytes).map_err(|_| vec![SignedFault::Unreadable])?;
        if signed.format != format {
            return Err(vec![SignedFault::Unreadable]);
        }
        let sealed = canonical(&signed.document).map_err(|_| vec![SignedFault::Unreadable])?;
        let mut faults = Vec::new();
        if signed.to_text().map(String::into_bytes).as_deref() != Ok(bytes) {
            faults.push(SignedFault::NotAsIssued);
        }
        if let Err(fault) = signed.seal.verify(format, &sealed, keys) {
            faults.push(SignedFault::Seal(fault));
        }
        if faults.is_empty() { Ok(signed) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::test_key;
    use super::*;

    const FORM: &str = "carnet.test/1";

    #[test]
    fn instants_are_sealed_to_the_second_in_utc() {
        let at: DateTime<Utc> = "2026-03-03T09:00:00.123456+01:00".parse().unwrap();
        assert_eq!(instant(at), "2026-03-03T08:00:00Z");
    }

    #[test]
    fn a_document_opens_for_its_form_and_its_key_alone() {
        let signed = SignedDocument::seal(&test_key(1), FORM, json!({ "a": [1, "é"] })).unwrap();
        let text = signed.to_text().unwrap();
        let keys = [test_key(1).public().clone()];
        assert_eq!(SignedDocument::open(text.as_bytes(), FORM, &keys), Ok(signed));
        let open = |bytes: &[u8], form| SignedDocument::open(bytes, form, &keys).unwrap_err();
        assert_eq!(open(text.as_bytes(), "carnet.other/1"), [SignedFault::Unreadable]);
        assert_eq!(open(format!("{text} ").as_bytes(), FORM), [SignedFault::NotAsIssued]);
        let changed = text.replace("[1,", "[2,");
        assert_eq!(open(changed.as_bytes(), FORM), [SignedFault::Seal(SealFault::Content)]);
        let stranger = SignedDocument::open(text.as_bytes(), FORM, &[]).unwrap_err();
        assert_eq!(stranger, [SignedFault::Seal(SealFault::UnknownKey)]);
    }
}
